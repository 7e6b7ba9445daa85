import { z } from "zod";
import { assessmentSchema } from "./assessments.js";
import { directorySyncSchema } from "./directories.js";
import { evidenceSnapshotSchema, operationSchema } from "./operations.js";

/** How far a run is: enough to know that there is something new to read, and nothing that is not read anyway. */
export const runProgressSchema = z.object({
  revision: z.int().nonnegative(),
  /** null where there is none, and where the caller may not see it. */
  operation: operationSchema.pick({ status: true, done: true, total: true }).nullable(),
  /** State of the newest evidence snapshot; null where there is none, and where the caller may not see it. */
  evidence: evidenceSnapshotSchema.shape.state.nullable(),
  /** The checks or preview that were asked for last. */
  assessment: assessmentSchema.pick({ id: true, kind: true, state: true, stage: true }).nullable(),
  /** The fresh reading of the target's directory that was asked for last. */
  directorySync: directorySyncSchema.pick({ id: true, state: true }).nullable(),
});

export type RunProgress = z.output<typeof runProgressSchema>;
