import { z } from "zod";
import { problemSchema } from "./problem.js";
import { actorSchema, timestampSchema } from "./session.js";

/** Checks or a preview that somebody asked for: work of its own, that goes on whoever listens. */
export const assessmentSchema = z.object({
  id: z.string(),
  kind: z.enum(["checks", "preview"]),
  state: z.enum(["queued", "running", "succeeded", "failed", "cancelled"]),
  /** What is being done; null unless it is running. */
  stage: z.enum(["reading_target", "comparing"]).nullable(),
  requestedAt: timestampSchema,
  requestedBy: actorSchema,
  startedAt: timestampSchema.nullable(),
  finishedAt: timestampSchema.nullable(),
  /** Fingerprint of the basis that it was asked for; what it finds carries the basis that it answers. */
  fingerprint: z.string(),
  /** Why nothing came of it; null unless it failed. */
  problem: problemSchema.nullable(),
});
