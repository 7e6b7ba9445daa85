import { z } from "zod";
import * as assessments from "./assessments.js";
import * as audit from "./audit.js";
import * as backupSets from "./backup-sets.js";
import * as changes from "./changes.js";
import { type Endpoint, endpoints } from "./endpoints.js";
import * as evidence from "./evidence.js";
import * as findings from "./findings.js";
import { idempotencyKeyHours, idempotencyKeySchema, ifMatchSchema } from "./headers.js";
import * as imports from "./imports.js";
import type { OpenApiDocument } from "./openapi-document.js";
import * as directories from "./directories.js";
import * as document from "./openapi-document.js";
import * as operations from "./operations.js";
import * as problems from "./problem.js";
import { type ProblemCode, problemStatuses } from "./problem-codes.js";
import * as receipt from "./receipt.js";
import * as progress from "./progress.js";
import * as reasons from "./reasons.js";
import * as requests from "./requests.js";
import * as runs from "./runs.js";
import * as session from "./session.js";
import * as workspaces from "./workspaces.js";

type Json = Readonly<Record<string, unknown>>;

/** How callers say who they are, where that is for demonstration. */
const demoIdentity = {
  type: "apiKey",
  in: "header",
  name: "X-Checkrail-Operator",
  description: "Believed as it stands: operator, viewer or outsider; operator where it is absent. On loopback only.",
};

const parametersOfPaths: Readonly<Record<string, string>> = {
  workspace: "Id of a workspace that the caller is a member of.",
  environment: "Id of a managed environment of the workspace.",
  backupSet: "Id of a backup set of the workspace.",
  run: "Id of a restore run of the workspace.",
  operation: "Id of an operation of the workspace.",
  assessment: "Id of an assessment of the run.",
};

/** Every exported schema of the API has a name of its own, so that the description says each of them once. */
const names = z.registry<{ readonly id: string }>();
for (const module of [
  assessments,
  audit,
  backupSets,
  changes,
  directories,
  document,
  evidence,
  findings,
  imports,
  operations,
  problems,
  progress,
  reasons,
  receipt,
  requests,
  runs,
  session,
  workspaces,
]) {
  for (const [name, schema] of Object.entries(module)) {
    if (schema instanceof z.ZodType) names.add(schema, { id: `${name[0]?.toUpperCase()}${name.slice(1, -6)}` });
  }
}

/**
 * The API in OpenAPI 3.1, from the table of endpoints and the schemas that requests are checked with. `demo` says whether
 * identities are for demonstration; else the host signs its callers in, and describes how.
 */
export function openApiDocument({ demo }: { readonly demo: boolean }): OpenApiDocument {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [id, endpoint] of Object.entries(endpoints) as [string, Endpoint][]) {
    if (endpoint.demoOnly && !demo) continue;
    const path = (paths[endpoint.path.replaceAll(/:(\w+)/g, "{$1}")] ??= {});
    path[endpoint.method.toLowerCase()] = operationOf(id, endpoint, demo);
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "Checkrail reference server",
      version: "1",
      description:
        "Restore runs: what is prepared, what would happen, what was executed, and what shows it. A problem has a stable code and lists every reason; its sentences are English or German, as Accept-Language asks.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    paths,
    components: {
      schemas: componentSchemas(),
      headers: {
        ContentLanguage: {
          description: "Language of the sentences.",
          required: true,
          schema: { enum: ["en", "de"] },
        },
        Link: {
          description: 'Where the list goes on, as <address>; rel="next"; absent where it has ended.',
          schema: { type: "string" },
        },
        RequestId: {
          description: "Id of the exchange, as the logs have it; the client's own X-Request-Id where it sent one.",
          required: true,
          schema: { type: "string" },
        },
        RetryAfter: {
          description: "After how many seconds to ask again.",
          required: true,
          schema: { type: "integer", minimum: 1 },
        },
        ETag: { description: "The revision of the run, for If-Match.", required: true, schema: inline(ifMatchSchema) },
      },
      parameters: {
        AcceptLanguage: {
          name: "Accept-Language",
          in: "header",
          description: "Language of the sentences in problems: en or de. English where neither is asked for.",
          schema: { type: "string" },
        },
        LastEventId: {
          name: "Last-Event-ID",
          in: "header",
          description: "Id of the last event that the client has. Where nothing moved since, it is not sent again.",
          schema: { type: "string" },
        },
        IdempotencyKey: {
          name: "Idempotency-Key",
          in: "header",
          required: true,
          description: `A name of the client's choice for this one request, such as a UUID. Sent again with the same body, it is answered with the first answer and nothing is done again; with another body it is refused. What was refused has used no key. Remembered for ${idempotencyKeyHours} hours.`,
          schema: inline(idempotencyKeySchema),
        },
        IfMatch: {
          name: "If-Match",
          in: "header",
          required: true,
          description: "The revision of the run that this write was made for.",
          schema: inline(ifMatchSchema),
        },
      },
      ...(demo && { securitySchemes: { demoIdentity } }),
    },
  };
}

function operationOf(id: string, endpoint: Endpoint, demo: boolean): Json {
  const named = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
  return {
    operationId: id,
    summary: endpoint.summary,
    ...(demo && { security: endpoint.access.scope === "anyone" ? [] : [{ demoIdentity: [] }, {}] }),
    parameters: [
      ...named.map((name) => ({
        name,
        in: "path",
        required: true,
        description: parametersOfPaths[name],
        schema: { type: "string", minLength: 1 },
      })),
      ...(endpoint.page === undefined ? [] : pageParameters(endpoint.page)),
      ...(endpoint.filter === undefined ? [] : [filterParameter(endpoint.filter)]),
      ...(endpoint.revision ? [{ $ref: "#/components/parameters/IfMatch" }] : []),
      ...(endpoint.once === true ? [{ $ref: "#/components/parameters/IdempotencyKey" }] : []),
      ...(endpoint.stream === true ? [{ $ref: "#/components/parameters/LastEventId" }] : []),
      { $ref: "#/components/parameters/AcceptLanguage" },
    ],
    ...(endpoint.request !== null && {
      requestBody: {
        // No body is read as an empty object.
        required: !endpoint.request.safeParse({}).success,
        content: { "application/json": { schema: referenceTo(endpoint.request) } },
      },
    }),
    responses: {
      [endpoint.status]: {
        description: "As asked.",
        headers: {
          ...requestIdHeader,
          ...(holdsRun(endpoint.response) && { ETag: { $ref: "#/components/headers/ETag" } }),
          ...(endpoint.page !== undefined && { Link: { $ref: "#/components/headers/Link" } }),
        },
        content: contentOf(endpoint),
      },
      ...problemResponses(problemsOf(endpoint)),
    },
  };
}

const requestIdHeader = { "X-Request-Id": { $ref: "#/components/headers/RequestId" } };

function pageParameters({ usual, most }: NonNullable<Endpoint["page"]>): readonly Json[] {
  return [
    {
      name: "limit",
      in: "query",
      description: "How many entries the answer may hold.",
      schema: { type: "integer", minimum: 1, maximum: most, default: usual },
    },
    {
      name: "after",
      in: "query",
      description: "Id of the entry after which the answer begins; the beginning of the list where it is absent.",
      schema: { type: "string", minLength: 1 },
    },
  ];
}

function filterParameter({ name, of }: NonNullable<Endpoint["filter"]>): Json {
  return {
    name,
    in: "query",
    description: `Only entries of this ${name}; all where it is absent.`,
    schema: inline(of),
  };
}

function contentOf({ stream, lines, response }: Endpoint): Json {
  // Of JSON lines, the schema is that of one line.
  if (lines === true) return { "application/jsonl": { schema: referenceTo(response) } };
  if (stream !== true) return { "application/json": { schema: referenceTo(response) } };
  // OpenAPI 3.1 has no words for the events of a stream.
  return { "text/event-stream": { schema: { type: "string" }, "x-event-data": referenceTo(response) } };
}

function holdsRun(schema: z.ZodType): boolean {
  return schema instanceof z.ZodObject && "run" in schema.shape;
}

/** Every code that an endpoint may refuse with. */
export function problemsOf(endpoint: Endpoint): readonly ProblemCode[] {
  const { access } = endpoint;
  const codes: ProblemCode[] = ["foreign_host", "internal_error", "rate_limited", ...endpoint.problems];
  if (endpoint.method === "POST") codes.push("foreign_origin", "body_too_large");
  if (access.scope !== "anyone") codes.push("not_signed_in");
  if (access.scope === "member") codes.push("not_found");
  if (access.scope === "member" && access.capability !== null) codes.push("capability_missing");
  if (endpoint.page !== undefined) codes.push("page_unreadable");
  if (endpoint.filter !== undefined) codes.push("filter_unreadable");
  if (endpoint.revision) codes.push("revision_missing", "revision_unreadable", "revision_moved");
  if (endpoint.once === true) {
    codes.push("idempotency_key_missing", "idempotency_key_unreadable", "idempotency_key_reused");
  }
  if (endpoint.request !== null) codes.push("malformed_json", "invalid_request", "not_json");
  return codes;
}

function problemResponses(codes: readonly ProblemCode[]): Json {
  const statuses = [...new Set(codes.map((code) => problemStatuses[code]))];
  return Object.fromEntries(
    statuses.map((status) => {
      const ofStatus = [...new Set(codes.filter((code) => problemStatuses[code] === status))].toSorted();
      return [
        status,
        {
          description: `A problem: ${ofStatus.join(", ")}.`,
          headers: {
            ...requestIdHeader,
            "Content-Language": { $ref: "#/components/headers/ContentLanguage" },
            ...(status === problemStatuses.rate_limited && {
              "Retry-After": { $ref: "#/components/headers/RetryAfter" },
            }),
          },
          content: {
            "application/problem+json": {
              schema: {
                $ref: "#/components/schemas/Problem",
                properties: { status: { const: status }, code: { enum: ofStatus } },
              },
            },
          },
        },
      ];
    }),
  );
}

function referenceTo(schema: z.ZodType): Json {
  const id = names.get(schema)?.id;
  if (id === undefined) throw new Error("A request or response has no exported schema.");
  return { $ref: `#/components/schemas/${id}` };
}

/** As a client writes and reads them: what has a default may be absent. */
function componentSchemas(): Record<string, Record<string, unknown>> {
  const { schemas } = z.toJSONSchema(names, { io: "input", uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutAddress(schema)]));
}

function inline(schema: z.ZodType): Json {
  return withoutAddress(z.toJSONSchema(schema));
}

function withoutAddress({ $schema: _dialect, $id: _address, ...schema }: Json): Record<string, unknown> {
  return schema;
}
