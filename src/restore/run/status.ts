import { type BasisInputs, checksFreshness, previewFreshness } from "./basis.js";
import type { RunStatus } from "./run.js";

/** Answers: where does this run stand? Before the queue it falls back to the last stage whose evidence is current (RW-12). */
export function runStatus(facts: BasisInputs): RunStatus {
  const { run } = facts;
  if (run.execution !== null) return run.execution.status;
  if (run.backupSetId === null || run.scope === null) return "draft";
  if (checksFreshness(run.checks, facts).state !== "current") return "scoped";
  return previewFreshness(run.preview, facts).state === "current" ? "previewed" : "checked";
}

/** Whether the run writes nothing, whatever else it has. A record that does not say is a dry-run (RW-9). */
export function isDryRun({ dryRun }: { readonly dryRun?: boolean }): boolean {
  return dryRun !== false;
}
