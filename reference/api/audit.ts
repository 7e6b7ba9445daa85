import { z } from "zod";
import { jsonValueSchema } from "./evidence.js";
import { actorSchema, timestampSchema } from "./session.js";

const hashSchema = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** An entry by its place and hash, which stands for everything up to it. */
export const auditMarkSchema = z.object({ sequence: z.int().positive(), hash: hashSchema });

/** One entry of a workspace's audit trail. Strict: a member that nobody hashed is not part of one. */
export const auditEntrySchema = z.strictObject({
  /** 1, 2, 3 … within the workspace. */
  sequence: z.int().positive(),
  at: timestampSchema,
  workspaceId: z.string(),
  environmentId: z.string().nullable(),
  restoreRunId: z.string().nullable(),
  actor: actorSchema.strict(),
  event: z.string(),
  detail: jsonValueSchema,
  /** Hash of the entry before; null for the first. */
  previousHash: hashSchema.nullable(),
  /** Fingerprint of everything above, as canonical JSON. */
  hash: hashSchema,
});

export type AuditEntry = z.output<typeof auditEntrySchema>;
