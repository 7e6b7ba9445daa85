import type { SeenPolicy, TargetPort } from "../../../src/restore/ports.js";
import type { PreviewItem, RestorePhase } from "../../../src/restore/run/evidence.js";
import type { ItemOutcome } from "../../../src/restore/run/outcome.js";
import type { OutcomeReason } from "../../../src/restore/run/outcome-reason.js";
import type { TargetAnswer, TargetPolicy, TargetProblem } from "../../../src/restore/run/target.js";
import { targetFingerprint } from "../../../src/restore/rules/content.js";
import { phasesOf } from "../../../src/restore/rules/item-types.js";
import type { PlannedItem } from "../../../src/restore/rules/plan.js";
import type { PreviewedItem } from "../runs/previewed-items.js";
import { driftSincePreview } from "./drift.js";
import { type ExecutedPhase, notWritten, outcomeOf } from "./item-outcome.js";

/** What writes down each step of an item. */
export interface AttemptLog {
  intent(phase: RestorePhase, targetId: string | null): Promise<void>;
  outcome(phase: RestorePhase, result: ExecutedPhase, targetId: string | null): Promise<void>;
}

/** One item as planned now, as previewed then. */
export interface ItemWork {
  readonly target: TargetPort;
  readonly planned: PlannedItem;
  readonly previewItem: PreviewItem | null;
  readonly previewed: PreviewedItem | null;
  readonly log: AttemptLog;
}

/** What became of an item, and the policy it now is in the target. */
export interface ItemResult {
  readonly result: ItemOutcome;
  readonly targetId: string | null;
}

/** Writes one item phase by phase: exactly what was previewed, onto exactly the policy that was previewed, or nothing (BY-8). */
export async function executeItem(work: ItemWork): Promise<ItemResult> {
  const { planned, previewItem } = work;
  const { item } = planned;
  if (planned.action === "skip" && previewItem?.action === "skip") {
    return { result: notWritten(item, "skipped", null, planned.skipReason), targetId: planned.policy?.id ?? null };
  }
  const drift = await driftSincePreview(work);
  if (drift !== null) return { result: notWritten(item, "failed", drift), targetId: previewItem?.targetId ?? null };

  const executed: ExecutedPhase[] = [];
  // The drift check has just found the policy as the preview saw it; each write then answers with what the next may expect.
  let seen: SeenPolicy | null =
    previewItem === null || previewItem.targetId === null || previewItem.targetFingerprint === null
      ? null
      : { id: previewItem.targetId, fingerprint: previewItem.targetFingerprint };
  let stopped: OutcomeReason | null = null;
  for (const phase of phasesOf(item.type)) {
    const untouched = phase === "settings" ? null : planned.untouched[phase];
    if (phase !== "settings" && untouched !== null) {
      executed.push({
        phase,
        outcome: "skipped",
        reason: { code: "left_untouched", phase, cause: untouched },
        planned: false,
      });
    } else if (stopped !== null) {
      // First: a part of a policy that was never created is in no state at all.
      executed.push({ phase, outcome: "skipped", reason: stopped, planned: true });
    } else if (!planned.changes[phase]) {
      executed.push({ phase, outcome: "already_in_desired_state", reason: null, planned: true });
    } else {
      await work.log.intent(phase, seen?.id ?? null);
      const answer = await write(work.target, planned, phase, seen);
      const result = phaseResult(phase, answer);
      if (answer.ok) seen = { id: answer.value.id, fingerprint: targetFingerprint(answer.value) };
      else stopped = { code: "part_before_failed" };
      await work.log.outcome(phase, result, seen?.id ?? null);
      executed.push(result);
    }
  }
  return { result: outcomeOf(item, executed), targetId: seen?.id ?? null };
}

async function write(
  target: TargetPort,
  { item, intended }: PlannedItem,
  phase: RestorePhase,
  seen: SeenPolicy | null,
): Promise<TargetAnswer<TargetPolicy>> {
  switch (phase) {
    case "settings": {
      if (intended.payload === null) return nothingToWrite;
      if (seen !== null) return target.replaceSettings(seen, intended.payload);
      const { type, name, platform } = item;
      return target.createPolicy({
        type,
        name,
        platform,
        payload: intended.payload,
        scopeTagIds: intended.scopeTagIds,
      });
    }
    case "assignments":
      if (seen === null || intended.assignments === null) return nothingToWrite;
      return target.replaceAssignments(seen, intended.assignments);
    case "scope_tags":
      if (seen === null || intended.scopeTagIds === null) return nothingToWrite;
      return target.replaceScopeTags(seen, intended.scopeTagIds);
  }
}

// The plan announced a change and holds no value for it: nothing is written rather than something guessed.
const noValue: TargetProblem = { code: "refused", detail: "" };
const nothingToWrite: TargetAnswer<TargetPolicy> = { ok: false, problem: noValue };

function reasonOf(problem: TargetProblem): OutcomeReason {
  return problem === noValue ? { code: "no_value_planned" } : { code: "target_answered", problem };
}

function phaseResult(phase: RestorePhase, answer: TargetAnswer<TargetPolicy>): ExecutedPhase {
  if (answer.ok) return { phase, outcome: "applied", reason: null, planned: true };
  const outcome = answer.problem.code === "outcome_unknown" ? "unknown" : "failed";
  return { phase, outcome, reason: reasonOf(answer.problem), planned: true };
}
