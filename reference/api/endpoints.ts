import type { z } from "zod";
import type { Capability } from "../../src/restore/run/facts.js";
import { backupSetsSchema, catalogueSchema } from "./backup-sets.js";
import { importRequestSchema, importSummarySchema } from "./imports.js";
import { operationDocumentSchema } from "./operations.js";
import {
  createRunRequestSchema,
  emptyRequestSchema,
  executeRequestSchema,
  runChangeSchema,
  targetChangeRequestSchema,
  targetChangeSchema,
} from "./requests.js";
import { runDocumentSchema, runListSchema } from "./runs.js";
import { healthSchema, sessionSchema } from "./session.js";
import { workspaceSchema } from "./workspaces.js";

/** Who may call an endpoint. A member without the capability is refused with 403, a non-member with 404 (SI-11). */
export type Access =
  | { readonly scope: "anyone" }
  | { readonly scope: "operator" }
  | { readonly scope: "member"; readonly capability: Capability | null };

/** One endpoint: the only place where its path, its schemas and its access are written down. */
export interface Endpoint {
  readonly method: "GET" | "POST";
  /** Path below the server's root, with `:parameters`. */
  readonly path: string;
  readonly access: Access;
  /** The workspace of an endpoint whose path names none. */
  readonly workspace?: string;
  /** True where a write must name the run's revision in `If-Match`. */
  readonly revision: boolean;
  /** True where the endpoint exists only while identities are for demonstration. */
  readonly demoOnly: boolean;
  readonly request: z.ZodType | null;
  readonly response: z.ZodType;
  /** True where the body may hold a whole export. */
  readonly largeBody?: true;
  /** Status of a plain success. */
  readonly status: 200 | 201 | 202;
}

const member = (capability: Capability | null) => ({ scope: "member", capability }) as const;
const read = { method: "GET", revision: false, demoOnly: false, request: null, status: 200 } as const;
const write = { method: "POST", revision: true, demoOnly: false, status: 200 } as const;
const workspace = "/api/workspaces/:workspace";
const run = `${workspace}/restore-runs/:run`;

export const endpoints = {
  health: { ...read, path: "/api/health", access: { scope: "anyone" }, response: healthSchema },
  session: { ...read, path: "/api/session", access: { scope: "operator" }, response: sessionSchema },
  workspace: { ...read, path: workspace, access: member(null), response: workspaceSchema },
  backup_sets: { ...read, path: `${workspace}/backup-sets`, access: member(null), response: backupSetsSchema },
  backup_set_items: {
    ...read,
    path: `${workspace}/backup-sets/:backupSet/items`,
    access: member(null),
    response: catalogueSchema,
  },
  restore_runs: {
    ...read,
    path: `${workspace}/environments/:environment/restore-runs`,
    access: member(null),
    response: runListSchema,
  },
  create_restore_run: {
    ...write,
    path: `${workspace}/environments/:environment/restore-runs`,
    access: member("restore.prepare"),
    revision: false,
    request: createRunRequestSchema,
    response: runDocumentSchema,
    status: 201,
  },
  restore_run: { ...read, path: run, access: member(null), response: runDocumentSchema },
  change: {
    ...write,
    path: `${run}/changes`,
    access: member("restore.prepare"),
    request: runChangeSchema,
    response: runDocumentSchema,
  },
  checks: {
    ...write,
    path: `${run}/checks`,
    access: member("restore.prepare"),
    request: emptyRequestSchema,
    response: runDocumentSchema,
  },
  preview: {
    ...write,
    path: `${run}/preview`,
    access: member("restore.prepare"),
    request: emptyRequestSchema,
    response: runDocumentSchema,
  },
  execute: {
    ...write,
    path: `${run}/execute`,
    access: member("restore.execute"),
    request: executeRequestSchema,
    response: runDocumentSchema,
    status: 202,
  },
  cancel: {
    ...write,
    path: `${run}/cancel`,
    access: member("restore.prepare"),
    request: emptyRequestSchema,
    response: runDocumentSchema,
  },
  request_evidence: {
    ...write,
    path: `${run}/evidence`,
    access: member("evidence.view"),
    request: emptyRequestSchema,
    response: runDocumentSchema,
    status: 202,
  },
  operation: {
    ...read,
    path: `${workspace}/operations/:operation`,
    access: member("operation.view"),
    response: operationDocumentSchema,
  },
  imports: {
    ...write,
    path: "/api/imports",
    access: member("restore.prepare"),
    workspace: "demo",
    revision: false,
    largeBody: true,
    request: importRequestSchema,
    response: importSummarySchema,
    status: 201,
  },
  demo_target_change: {
    ...write,
    path: `${workspace}/environments/:environment/demo/target-change`,
    access: member("restore.prepare"),
    revision: false,
    demoOnly: true,
    request: targetChangeRequestSchema,
    response: targetChangeSchema,
  },
} as const satisfies Readonly<Record<string, Endpoint>>;

export type EndpointId = keyof typeof endpoints;
