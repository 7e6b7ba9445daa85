import { z } from "zod";
import { evidencePartSchema, evidenceReasonSchema } from "./reasons.js";
import { timestampSchema } from "./session.js";

const count = z.int().nonnegative();

/** How far an operation is. */
export const operationStatusSchema = z.enum(["queued", "running", "finished"]);

export const operationSchema = z.object({
  id: z.string(),
  kind: z.literal("restore.execute"),
  workspaceId: z.string(),
  environmentId: z.string(),
  restoreRunId: z.string(),
  status: operationStatusSchema,
  outcome: z.enum(["succeeded", "partial", "failed", "blocked", "cancelled"]).nullable(),
  createdAt: timestampSchema,
  startedAt: timestampSchema.nullable(),
  finishedAt: timestampSchema.nullable(),
  done: count,
  total: count.nullable(),
});

export const operationListSchema = z.array(operationSchema);

/** An operation and the restore run that it follows (SI-9). */
export const operationDocumentSchema = z.object({
  operation: operationSchema,
  restoreRun: z.object({
    id: z.string(),
    /** Path of the run below the API; null where the operator may not open it. */
    href: z.string().nullable(),
    /** True where the run's result asks for a look. */
    followUp: z.boolean(),
  }),
});

export const evidenceFindingSchema = z.object({
  itemId: z.string(),
  name: z.string(),
  result: z.enum(["as_intended", "differs", "missing", "not_checked"]),
  parts: z.array(evidencePartSchema).nullable(),
  detail: evidenceReasonSchema.nullable(),
});

export const evidenceSnapshotSchema = z.object({
  id: z.string(),
  operationId: z.string(),
  workspaceId: z.string(),
  environmentId: z.string(),
  state: z.enum(["queued", "generating", "active", "failed"]),
  requestedAt: timestampSchema,
  capturedAt: timestampSchema.nullable(),
  coverage: z.object({ checked: count, notChecked: count }).nullable(),
  findings: z.array(evidenceFindingSchema).nullable(),
});

export type OperationDocument = z.output<typeof operationDocumentSchema>;
