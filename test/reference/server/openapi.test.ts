import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { type Endpoint, endpoints } from "../../../reference/api/endpoints.js";
import { openApiDocument } from "../../../reference/api/openapi.js";
import { type Exchange, expectDescribed } from "./described.js";

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly { readonly name?: string; readonly in?: string; readonly $ref?: string }[];
  readonly responses: Readonly<Record<string, { readonly headers?: object }>>;
  readonly requestBody?: { readonly required: boolean };
}

const document = openApiDocument({ demo: true });
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...(operation as Operation) })),
);
const table: readonly (readonly [string, Endpoint])[] = Object.entries(endpoints);

describe("the description of the API", () => {
  test.each([true, false])("is OpenAPI 3.1 by the standard's own schema (demonstration: %s)", async (demo) => {
    // Published by the OpenAPI Initiative as https://spec.openapis.org/oas/3.1/schema/2026-08-03 (Apache-2.0).
    const standard = JSON.parse(await readFile(join(import.meta.dirname, "openapi-3.1.schema.json"), "utf8"));
    const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
    const described = openApiDocument({ demo });
    expect(ajv.validate(standard, described), ajv.errorsText()).toBe(true);
    // That schema says nothing of the schemas inside the document.
    for (const [name, schema] of Object.entries(described.components.schemas)) {
      expect([name, ajv.validateSchema(schema)]).toEqual([name, true]);
    }
  });

  test("refers to nothing that it does not hold", () => {
    const references = JSON.stringify(document).match(/(?<="\$ref":")[^"]+/g) ?? [];
    const found = (reference: string) =>
      reference
        .split("/")
        .slice(1)
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
    expect(references.filter((reference) => found(reference) === undefined)).toEqual([]);
    expect(references).toContain("#/components/schemas/RunDocument");
  });

  test("has every endpoint once, under its own id and with a summary", () => {
    expect(operations.map(({ operationId }) => operationId)).toEqual(table.map(([id]) => id));
    for (const [id, { path, method, summary }] of table) {
      expect(operations.find(({ operationId }) => operationId === id)).toMatchObject({
        path: path.replaceAll(/:(\w+)/g, "{$1}"),
        method: method.toLowerCase(),
        summary,
      });
    }
  });

  test("asks for the revision exactly where a write names one, and answers with it wherever a run is answered", () => {
    for (const { operationId, parameters, responses } of operations) {
      const endpoint: Endpoint | undefined = table.find(([id]) => id === operationId)?.[1];
      const asked = parameters.some(({ $ref }) => $ref === "#/components/parameters/IfMatch");
      expect([operationId, asked]).toEqual([operationId, endpoint?.revision]);
      if (asked) expect(responses[String(endpoint?.status)]?.headers).toHaveProperty("ETag");
    }
  });

  test("lets a body be left out exactly where nothing has to be said in it", () => {
    const may = operations.filter(({ requestBody }) => requestBody?.required === false);
    expect(may.map(({ operationId }) => operationId)).toEqual(
      table.filter(([, { request }]) => request?.safeParse({}).success === true).map(([id]) => id),
    );
    expect(may.map(({ operationId }) => operationId)).toContain("sync_directory");
  });

  test("leaves out of a host's own server what is for demonstration", () => {
    const hosts = openApiDocument({ demo: false });
    const demoPath = endpoints.demo_target_change.path.replaceAll(/:(\w+)/g, "{$1}");
    expect([Object.keys(document.paths), Object.keys(hosts.paths)].map((paths) => paths.includes(demoPath))).toEqual([
      true,
      false,
    ]);
    const namesCaller = (of: object) => JSON.stringify(of).includes("X-Checkrail-Operator");
    expect([document, hosts].map(namesCaller)).toEqual([true, false]);
  });
});

describe("an answer that the description does not have fails the tests that see it", () => {
  const health: Exchange = {
    method: "GET",
    path: "/api/health",
    sent: undefined,
    status: 200,
    headers: new Headers({ "content-type": "application/json", "x-request-id": "1" }),
    body: { status: "ok", embeddedDatabase: true },
  };
  const problem = (code: string): Exchange => ({
    ...health,
    path: "/api/session",
    status: 401,
    headers: new Headers({
      "content-type": "application/problem+json",
      "content-language": "en",
      "x-request-id": "1",
    }),
    body: { type: "", title: "", status: 401, code, detail: "", reasons: [] },
  });

  test("and one that it has does not", () => {
    expectDescribed(health);
    expectDescribed(problem("not_signed_in"));
  });

  test.each<[string, Exchange]>([
    ["a status", { ...health, status: 418 }],
    ["a kind of body", { ...health, headers: new Headers({ "content-type": "text/html" }) }],
    ["a field", { ...health, body: { status: "ok", embeddedDatabase: true, version: "1" } }],
    ["a value", { ...health, body: { status: "fine", embeddedDatabase: true } }],
    ["a code", problem("not_found")],
    [
      "a body without its header",
      {
        ...problem("not_signed_in"),
        headers: new Headers({ "content-type": "application/problem+json", "x-request-id": "1" }),
      },
    ],
  ])("%s", (_, exchange) => {
    expect(() => expectDescribed(exchange)).toThrow("/api/");
  });

  test("nor may a body be taken that is not described", () => {
    const taken: Exchange = {
      ...health,
      method: "POST",
      path: "/api/workspaces/demo/environments/1/demo/target-change",
      sent: { kind: "format_disk" },
      body: { changed: "All of it." },
    };
    expect(() => expectDescribed(taken)).toThrow("took");
    expectDescribed({ ...taken, sent: { kind: "edit_setting" } });
  });

  test("nor left out where something has to be said in it", () => {
    const sync: Exchange = {
      ...health,
      method: "POST",
      path: "/api/workspaces/demo/environments/1/directory-sync",
      status: 202,
      body: { directory: null, sync: null },
    };
    expectDescribed(sync);
    const change = { ...sync, path: "/api/workspaces/demo/environments/1/demo/target-change", status: 200 };
    expect(() => expectDescribed({ ...change, body: { changed: "All of it." } })).toThrow("took");
  });
});
