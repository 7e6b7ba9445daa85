import { z } from "zod";
import { targetProblemSchema } from "./reasons.js";
import { actorSchema, timestampSchema } from "./session.js";

const count = z.int().nonnegative();

/** One fresh reading of a target's directory, asked for by an operator (PF-12). */
export const directorySyncSchema = z.object({
  id: z.string(),
  state: z.enum(["queued", "reading", "succeeded", "failed"]),
  requestedAt: timestampSchema,
  requestedBy: actorSchema,
  finishedAt: timestampSchema.nullable(),
  /** Whether the directory differed from what was cached before; null until it succeeded. */
  changed: z.boolean().nullable(),
  /** Why it failed; null where it did not. */
  problem: z.union([targetProblemSchema, targetProblemSchema.extend({ code: z.literal("interrupted") })]).nullable(),
});

/** What is cached of a target's directory, and the last reading that was asked for. */
export const cachedDirectorySchema = z.object({
  /** null where the directory was never read: that says nothing of what the tenant has. */
  directory: z
    .object({
      version: z.string(),
      readAt: timestampSchema,
      groups: count,
      assignmentFilters: count,
      scopeTags: count,
    })
    .nullable(),
  sync: directorySyncSchema.nullable(),
});
