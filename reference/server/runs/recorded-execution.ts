import type { ExecutionSafetySnapshot, RunExecution } from "../../../src/restore/run/run.js";

/** What was confirmed, as an earlier version recorded it: without a word on how the label came to be in its field. */
type RecordedSnapshot = Omit<ExecutionSafetySnapshot, "labelPasted"> & Partial<ExecutionSafetySnapshot>;

/** An execution as it is read from the database. A record that does not say whether the label was pasted says so. */
export function recordedExecution(execution: RunExecution | null): RunExecution | null {
  const snapshot: RecordedSnapshot | null = execution?.safetySnapshot ?? null;
  if (execution === null || snapshot === null || snapshot.labelPasted !== undefined) return execution;
  return { ...execution, safetySnapshot: { ...snapshot, labelPasted: null } };
}
