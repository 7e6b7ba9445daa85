import type { z } from "zod";
import type { Capability } from "../../src/restore/run/facts.js";
import { assessmentSchema } from "./assessments.js";
import { auditEntrySchema } from "./audit.js";
import { backupSetsSchema, catalogueSchema } from "./backup-sets.js";
import { cachedDirectorySchema } from "./directories.js";
import { importRequestSchema, importSummarySchema } from "./imports.js";
import { openApiDocumentSchema } from "./openapi-document.js";
import { operationDocumentSchema, operationListSchema, operationStatusSchema } from "./operations.js";
import { type ProblemCode, transitionCodes } from "./problem-codes.js";
import { restoreReceiptSchema } from "./receipt.js";
import { runProgressSchema } from "./progress.js";
import {
  createRunRequestSchema,
  emptyRequestSchema,
  executeRequestSchema,
  runChangeSchema,
  targetChangeRequestSchema,
  targetChangeSchema,
} from "./requests.js";
import { runDocumentSchema, runListSchema } from "./runs.js";
import { healthSchema, liveSchema, readySchema, sessionSchema } from "./session.js";
import { workspaceSchema } from "./workspaces.js";

/** Who may call an endpoint. A member without the capability is refused with 403, a non-member with 404 (SI-11). */
export type Access =
  | { readonly scope: "anyone" }
  | { readonly scope: "operator" }
  | { readonly scope: "member"; readonly capability: Capability | null };

/** One endpoint: the only place where its path, its schemas and its access are written down. */
export interface Endpoint {
  readonly method: "GET" | "POST";
  /** What it does, in a few words. */
  readonly summary: string;
  /** Path below the server's root, with `:parameters`. */
  readonly path: string;
  readonly access: Access;
  /** The workspace of an endpoint whose path names none. */
  readonly workspace?: string;
  /** A list that is answered in parts: how many entries one answer holds unless asked otherwise, and at most. */
  readonly page?: { readonly usual: number; readonly most: number };
  /** A list of which a part may be asked for by one property: its name, and the values that it can have. */
  readonly filter?: { readonly name: string; readonly of: z.ZodEnum };
  /** True where a write must name the run's revision in `If-Match`. */
  readonly revision: boolean;
  /** True where a write must carry an `Idempotency-Key`, and is done once however often it is sent. */
  readonly once?: true;
  /** True where the endpoint exists only while identities are for demonstration. */
  readonly demoOnly: boolean;
  readonly request: z.ZodType | null;
  readonly response: z.ZodType;
  /** True where it answers with server-sent events, of which `response` is the data. */
  readonly stream?: true;
  /** True where the body may hold a whole export. */
  readonly largeBody?: true;
  /** True where the answer is JSON lines, one of `response` each, instead of one JSON document. */
  readonly lines?: true;
  /** Status of a plain success. */
  readonly status: 200 | 201 | 202;
  /** What it may refuse with, besides what access, headers and body bring with them. */
  readonly problems: readonly ProblemCode[];
}

const member = (capability: Capability | null) => ({ scope: "member", capability }) as const;
const read = { method: "GET", revision: false, demoOnly: false, request: null, status: 200, problems: [] } as const;
const write = { method: "POST", revision: true, demoOnly: false, status: 200 } as const;
const workspace = "/api/workspaces/:workspace";
const run = `${workspace}/restore-runs/:run`;

export const endpoints = {
  openapi: {
    ...read,
    summary: "This description of the API.",
    path: "/openapi.json",
    access: { scope: "anyone" },
    response: openApiDocumentSchema,
  },
  health: {
    ...read,
    summary: "Tells that the server answers.",
    path: "/api/health",
    access: { scope: "anyone" },
    response: healthSchema,
  },
  live: {
    ...read,
    summary: "Tells a probe that the process answers.",
    path: "/health/live",
    access: { scope: "anyone" },
    response: liveSchema,
  },
  ready: {
    ...read,
    summary: "Tells a probe that the server reaches its database and is not going down.",
    path: "/health/ready",
    access: { scope: "anyone" },
    problems: ["not_ready"],
    response: readySchema,
  },
  session: {
    ...read,
    summary: "Who is asking, and where they may work.",
    path: "/api/session",
    access: { scope: "operator" },
    response: sessionSchema,
  },
  workspace: {
    ...read,
    summary: "A workspace with its environments.",
    path: workspace,
    access: member(null),
    response: workspaceSchema,
  },
  backup_sets: {
    ...read,
    summary: "The backup sets of a workspace.",
    path: `${workspace}/backup-sets`,
    access: member(null),
    page: { usual: 100, most: 500 },
    response: backupSetsSchema,
  },
  backup_set_items: {
    ...read,
    summary: "The items of a backup set, without their payloads.",
    path: `${workspace}/backup-sets/:backupSet/items`,
    access: member(null),
    page: { usual: 1_000, most: 5_000 },
    response: catalogueSchema,
  },
  directory: {
    ...read,
    summary: "What is cached of the directory of an environment's target, and the last sync of it.",
    path: `${workspace}/environments/:environment/directory`,
    access: member(null),
    response: cachedDirectorySchema,
  },
  sync_directory: {
    ...write,
    summary: "Asks for a fresh reading of the directory. One that is on its way answers as well.",
    problems: [],
    path: `${workspace}/environments/:environment/directory-sync`,
    access: member("restore.prepare"),
    revision: false,
    request: emptyRequestSchema,
    response: cachedDirectorySchema,
    status: 202,
  },
  restore_runs: {
    ...read,
    summary: "The restore runs of an environment, newest first.",
    path: `${workspace}/environments/:environment/restore-runs`,
    access: member(null),
    page: { usual: 100, most: 200 },
    response: runListSchema,
  },
  create_restore_run: {
    ...write,
    summary: "Creates a restore run, as a draft.",
    problems: ["backup_set_unknown"],
    path: `${workspace}/environments/:environment/restore-runs`,
    access: member("restore.prepare"),
    revision: false,
    request: createRunRequestSchema,
    response: runDocumentSchema,
    status: 201,
  },
  restore_run: {
    ...read,
    summary: "A restore run with every fact that its pages are derived from.",
    path: run,
    access: member(null),
    response: runDocumentSchema,
  },
  receipt: {
    ...read,
    summary: "The receipt of a run: redacted, hashed, and bound to its last entry in the audit trail.",
    path: `${run}/receipt`,
    access: member(null),
    problems: ["nothing_recorded"],
    response: restoreReceiptSchema,
  },
  run_events: {
    ...read,
    summary: "Tells how far a run is, for as long as the caller listens.",
    path: `${run}/events`,
    access: member(null),
    stream: true,
    response: runProgressSchema,
  },
  change: {
    ...write,
    summary: "Changes a run that is being prepared.",
    problems: ["backup_set_unknown", "items_unknown", "dependency_unknown", "directory_moved", ...transitionCodes],
    path: `${run}/changes`,
    access: member("restore.prepare"),
    request: runChangeSchema,
    response: runDocumentSchema,
  },
  checks: {
    ...write,
    summary:
      "Asks for the target to be read and checked. What is on its way for the same question answers as well; what answers another is given up.",
    problems: ["assessment_under_way", "facts_incomplete", ...transitionCodes],
    path: `${run}/checks`,
    access: member("restore.prepare"),
    request: emptyRequestSchema,
    response: runDocumentSchema,
    status: 202,
  },
  preview: {
    ...write,
    summary:
      "Asks for the target to be read and a preview to be generated. What is on its way for the same question answers as well; what answers another is given up.",
    problems: ["assessment_under_way", "preview_blocked", "facts_incomplete", ...transitionCodes],
    path: `${run}/preview`,
    access: member("restore.prepare"),
    request: emptyRequestSchema,
    response: runDocumentSchema,
    status: 202,
  },
  assessment: {
    ...read,
    summary: "How far checks or a preview are, and why nothing came of them.",
    path: `${run}/assessments/:assessment`,
    access: member(null),
    response: assessmentSchema,
  },
  cancel_assessment: {
    ...write,
    summary: "Ends checks or a preview that are on their way; nothing of them is recorded.",
    problems: ["assessment_ended"],
    path: `${run}/assessments/:assessment/cancel`,
    access: member("restore.prepare"),
    revision: false,
    request: emptyRequestSchema,
    response: runDocumentSchema,
  },
  execute: {
    ...write,
    summary: "Queues the execution of a run, where every gate allows it.",
    once: true,
    problems: ["execution_blocked", ...transitionCodes],
    path: `${run}/execute`,
    access: member("restore.execute"),
    request: executeRequestSchema,
    response: runDocumentSchema,
    status: 202,
  },
  cancel: {
    ...write,
    summary: "Cancels a run, or asks its execution to stop before the next item.",
    problems: transitionCodes,
    path: `${run}/cancel`,
    access: member("restore.prepare"),
    request: emptyRequestSchema,
    response: runDocumentSchema,
  },
  request_evidence: {
    ...write,
    summary: "Asks for the target to be read back and compared with what was intended.",
    problems: ["nothing_executed"],
    path: `${run}/evidence`,
    access: member("evidence.view"),
    request: emptyRequestSchema,
    response: runDocumentSchema,
    status: 202,
  },
  operations: {
    ...read,
    summary: "The operations of an environment, newest first.",
    path: `${workspace}/environments/:environment/operations`,
    access: member("operation.view"),
    page: { usual: 100, most: 500 },
    filter: { name: "status", of: operationStatusSchema },
    response: operationListSchema,
  },
  operation: {
    ...read,
    summary: "An operation, for monitoring.",
    path: `${workspace}/operations/:operation`,
    access: member("operation.view"),
    response: operationDocumentSchema,
  },
  audit: {
    ...read,
    summary: "The audit trail, one entry per line, from the first to the last.",
    path: `${workspace}/audit`,
    access: member("audit.export"),
    lines: true,
    response: auditEntrySchema,
  },
  imports: {
    ...write,
    summary: "Imports an export, as a backup set or as the content of a target.",
    problems: [
      "name_unusable",
      "archive_unreadable",
      "no_items",
      "target_exists",
      "target_busy",
      "target_is_another_tenant",
    ],
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
    summary: "Changes the target as somebody else would; for demonstrations.",
    problems: ["nothing_to_change"],
    path: `${workspace}/environments/:environment/demo/target-change`,
    access: member("restore.prepare"),
    revision: false,
    demoOnly: true,
    request: targetChangeRequestSchema,
    response: targetChangeSchema,
  },
} as const satisfies Readonly<Record<string, Endpoint>>;

export type EndpointId = keyof typeof endpoints;
