import type { RestoreRun } from "./run.js";

/** Answers: was this run asked to execute, and is it not on record what allowed that (SI-6)? A draft that was given up never was. */
export function lacksSafetyRecord({ execution }: Pick<RestoreRun, "execution">): boolean {
  if (execution === null || execution.safetySnapshot !== null) return false;
  return execution.status !== "cancelled" || execution.queuedAt !== null || execution.operationId !== null;
}
