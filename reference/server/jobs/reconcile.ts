import { diffContent } from "../../../src/restore/rules/diff.js";
import type { TargetPort } from "../../../src/restore/ports.js";
import { phasesOf } from "../../../src/restore/rules/item-types.js";
import type { PlannedItem } from "../../../src/restore/rules/plan.js";
import type { RestorePhase } from "../../../src/restore/run/evidence.js";
import type { PhaseResult } from "../../../src/restore/run/outcome.js";
import type { TargetPolicy } from "../../../src/restore/run/target.js";
import type { ItemAttempts } from "./attempts.js";
import type { ItemResult } from "./execute-item.js";
import { type ExecutedPhase, outcomeOf } from "./item-outcome.js";

/**
 * Answers: what became of an item whose worker ended in the middle of it? The target is read, and nothing is written again:
 * a write that was announced and not reported is unknown, unless the target already holds what was intended.
 */
export async function reconcileItem(
  target: TargetPort,
  planned: PlannedItem,
  attempts: ItemAttempts,
): Promise<ItemResult> {
  const targetId = attempts.targetId ?? planned.policy?.id ?? null;
  const answer = targetId === null ? null : await target.readPolicy(targetId);
  const policy = answer?.ok === true ? answer.value : null;
  const executed = phasesOf(planned.item.type).map((phase) => reconcilePhase(phase, planned, attempts, policy));
  return { result: outcomeOf(planned.item, executed), targetId };
}

/** The parts of an item whose worker ended in the middle of it, where the target cannot be asked: what was written down of each, and no more. */
export function recordedPhases({ type }: PlannedItem["item"], attempts: ItemAttempts): readonly PhaseResult[] {
  return phasesOf(type).map((phase) => {
    const known = attempts.outcomes.get(phase);
    if (known !== undefined) return { phase, outcome: known.outcome, reason: known.reason };
    return attempts.intents.has(phase)
      ? { phase, outcome: "unknown", reason: { code: "interrupted_while_writing" } }
      : { phase, outcome: "skipped", reason: { code: "interrupted_before" } };
  });
}

function reconcilePhase(
  phase: RestorePhase,
  planned: PlannedItem,
  attempts: ItemAttempts,
  policy: TargetPolicy | null,
): ExecutedPhase {
  const known = attempts.outcomes.get(phase);
  if (known !== undefined) return { phase, outcome: known.outcome, reason: known.reason, planned: true };
  if (attempts.intents.has(phase)) {
    return holdsIntended(phase, planned, policy)
      ? {
          phase,
          outcome: "already_in_desired_state",
          reason: { code: "found_after_interruption" },
          planned: true,
        }
      : { phase, outcome: "unknown", reason: { code: "interrupted_while_writing" }, planned: true };
  }
  const untouched = phase === "settings" ? null : planned.untouched[phase];
  if (phase !== "settings" && untouched !== null) {
    return { phase, outcome: "skipped", reason: { code: "left_untouched", phase, cause: untouched }, planned: false };
  }
  if (holdsIntended(phase, planned, policy))
    return { phase, outcome: "already_in_desired_state", reason: null, planned: true };
  return {
    phase,
    outcome: "skipped",
    reason: { code: "interrupted_before" },
    planned: true,
  };
}

function holdsIntended(phase: RestorePhase, { intended }: PlannedItem, policy: TargetPolicy | null): boolean {
  const part = { settings: intended.payload, assignments: intended.assignments, scope_tags: intended.scopeTagIds }[
    phase
  ];
  if (policy === null || part === null) return false;
  return diffContent(policy, intended).countByPhase[phase] === 0;
}
