import type { SkipReason } from "../run/evidence.js";
import type { ItemOutcome, PhaseOutcome } from "../run/outcome.js";
import type { OutcomeReason, RecordedReason } from "../run/outcome-reason.js";
import type { TargetProblem } from "../run/target.js";
import { outcomeOrder, standingOf } from "./outcome.js";

/** What kind of thing stands behind an outcome that asks for a look (SI-8). Of two with as many items the earlier one leads. */
export const causeFamilies = [
  "wrong_target",
  "target_changed",
  "outcome_unknown",
  "refused",
  "throttled",
  "unreachable",
  "source_not_readable",
  "identity",
  "mapping",
  "missing_in_target",
  "interrupted",
  "cancelled",
  "evidence_differs",
  "evidence_incomplete",
  "not_captured",
  "not_restorable",
  "not_classified",
  "not_recorded",
] as const;

export type CauseFamily = (typeof causeFamilies)[number];

/** A family, and the items behind it. */
export interface Cause {
  readonly family: CauseFamily;
  /** null where the record does not say how many. */
  readonly items: number | null;
}

const byCode: Readonly<Record<OutcomeReason["code"], CauseFamily>> = {
  left_untouched: "not_captured",
  part_before_failed: "not_classified",
  no_value_planned: "not_classified",
  target_answered: "refused",
  not_in_preview: "target_changed",
  policy_appeared: "target_changed",
  policy_gone: "target_changed",
  policy_not_readable: "unreachable",
  policy_changed: "target_changed",
  match_changed: "target_changed",
  write_changed: "target_changed",
  references_not_recorded: "not_recorded",
  reference_changed: "target_changed",
  directory_changed: "target_changed",
  backup_set_not_readable: "source_not_readable",
  target_not_readable: "unreachable",
  target_identity_not_readable: "unreachable",
  target_is_another: "wrong_target",
  cancelled_by: "cancelled",
  cancelled_before_item: "cancelled",
  found_after_interruption: "interrupted",
  interrupted_while_writing: "interrupted",
  interrupted_before: "interrupted",
  interrupted_each_time: "interrupted",
  record_brought_back: "outcome_unknown",
};

const byProblem: Readonly<Record<TargetProblem["code"], CauseFamily>> = {
  not_found: "target_changed",
  changed: "target_changed",
  refused: "refused",
  throttled: "throttled",
  unreachable: "unreachable",
  outcome_unknown: "outcome_unknown",
};

const bySkip: Readonly<Record<SkipReason, CauseFamily>> = {
  preview_only: "not_restorable",
  metadata_only: "not_restorable",
  missing_in_target: "missing_in_target",
  identity_undecided: "identity",
  mapping_unresolved: "mapping",
};

/** The family of one recorded reason. A sentence of the former form, and a code that nobody knows, are in none that is known. */
export function familyOfReason(reason: RecordedReason): CauseFamily {
  if (typeof reason === "string") return "not_classified";
  if ("problem" in reason) return own(byProblem, reason.problem.code) ?? "not_classified";
  return own(byCode, reason.code) ?? "not_classified";
}

/** The code of a reason, with that of the target's answer behind a dot; null where either is none that is known. */
export function codeOfReason(reason: OutcomeReason): string | null {
  if (!Object.hasOwn(byCode, reason.code)) return null;
  if (!("problem" in reason)) return reason.code;
  return Object.hasOwn(byProblem, reason.problem.code) ? `${reason.code}.${reason.problem.code}` : null;
}

/** Answers: what do the items that ask for a look have behind them? Most items first. */
export function causesOf(items: readonly ItemOutcome[]): readonly Cause[] {
  const counts = new Map<CauseFamily, number>();
  for (const item of items) {
    if (standingOf(item) === "written_or_unchanged") continue;
    const family = familyOfItem(item);
    counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  const rank = (family: CauseFamily) => causeFamilies.indexOf(family);
  return [...counts]
    .map(([family, count]) => ({ family, items: count }))
    .sort((left, right) => right.items - left.items || rank(left.family) - rank(right.family));
}

function familyOfItem(item: ItemOutcome): CauseFamily {
  if (item.skipReason !== null) return own(bySkip, item.skipReason) ?? "not_classified";
  const open = item.phases
    .filter(({ outcome, reason }) => !settled.includes(outcome) && !isConsequence(reason))
    .sort((left, right) => outcomeOrder.indexOf(left.outcome) - outcomeOrder.indexOf(right.outcome));
  const reason = open.find((phase) => phase.reason !== null)?.reason ?? item.reason;
  if (reason !== null) return familyOfReason(reason);
  return item.outcome === "unknown" ? "outcome_unknown" : "not_recorded";
}

const settled: readonly PhaseOutcome[] = ["applied", "already_in_desired_state"];

/** A part that waited for another tells nothing of the cause; the other does. */
function isConsequence(reason: RecordedReason | null): boolean {
  return typeof reason === "object" && reason !== null && reason.code === "part_before_failed";
}

function own<Value>(map: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
