import { phasesOf } from "../../../src/restore/rules/item-types.js";
import type { ItemOutcome, PhaseOutcome, PhaseResult } from "../../../src/restore/run/outcome.js";
import type { RecordedReason } from "../../../src/restore/run/outcome-reason.js";
import type { BackupItem } from "../../../src/restore/run/items.js";

/** A phase with whether the plan left it out on purpose, which is no shortfall of the execution. */
export interface ExecutedPhase extends PhaseResult {
  readonly planned: boolean;
}

/** Answers: what became of the item, from its phases? An unknown phase makes the whole item unknown. */
export function outcomeOf(item: BackupItem, executed: readonly ExecutedPhase[]): ItemOutcome {
  const planned = executed.filter((phase) => phase.planned);
  const has = (outcome: PhaseOutcome) => planned.some((phase) => phase.outcome === outcome);
  const shortfall = has("failed") || has("skipped");
  let outcome: PhaseOutcome;
  if (planned.length === 0) outcome = "skipped";
  else if (has("unknown")) outcome = "unknown";
  else if (shortfall && (has("applied") || has("already_in_desired_state"))) {
    outcome = has("applied") ? "partially_applied" : "failed";
  } else if (shortfall) outcome = has("failed") ? "failed" : "skipped";
  else outcome = has("applied") ? "applied" : "already_in_desired_state";
  const telling = executed.find((phase) => phase.outcome === "unknown" || phase.outcome === "failed") ?? null;
  return {
    ...about(item),
    outcome,
    skipReason: null,
    reason: telling?.reason ?? executed.find((phase) => phase.reason !== null)?.reason ?? null,
    phases: executed.map(({ phase, outcome: result, reason }) => ({ phase, outcome: result, reason })),
  };
}

/** An item of which nobody can tell what became of it. */
export function notKnown(item: BackupItem, reason: RecordedReason): ItemOutcome {
  const phases = phasesOf(item.type).map((phase) => ({ phase, outcome: "unknown", reason: null }) as const);
  return { ...about(item), outcome: "unknown", skipReason: null, reason, phases };
}

/** An item that was not written at all, for one reason. */
export function notWritten(
  item: BackupItem,
  outcome: "skipped" | "failed",
  reason: RecordedReason | null,
  skipReason: ItemOutcome["skipReason"] = null,
): ItemOutcome {
  return {
    ...about(item),
    outcome,
    skipReason,
    reason,
    phases: phasesOf(item.type).map((phase) => ({ phase, outcome, reason: null })),
  };
}

function about({ id, name, type }: BackupItem): Pick<ItemOutcome, "itemId" | "name" | "type"> {
  return { itemId: id, name, type };
}
