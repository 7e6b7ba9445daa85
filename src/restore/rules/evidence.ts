import type { RestorePhase } from "../run/evidence.js";
import type { EvidenceFinding } from "../run/operation.js";
import type { EvidencePart, EvidenceReason, NotComparedCause } from "../run/outcome-reason.js";
import type { TargetAnswer, TargetPolicy } from "../run/target.js";
import { type ContentDiff, diffContent } from "./diff.js";
import { phasesOf } from "./item-types.js";
import type { PlannedItem } from "./plan.js";

/**
 * Answers: does the target now hold what was intended? Part by part, against the target as it was just read. A part that
 * cannot be read is not checked, never as intended; a part that the restore left untouched is not compared.
 */
export function compareWithIntended(planned: PlannedItem, policyNow: TargetAnswer<TargetPolicy>): EvidenceFinding {
  const { item, intended } = planned;
  if (planned.action === "skip" || intended.payload === null)
    return notCompared(item, "not_checked", { code: "not_part_of_restore" });
  if (!policyNow.ok) {
    const { problem } = policyNow;
    return problem.code === "not_found"
      ? notCompared(item, "missing", { code: "absent_in_target" })
      : notCompared(item, "not_checked", { code: "read_refused", problem });
  }
  const policy = policyNow.value;
  if (policy.type !== item.type) return notCompared(item, "differs", { code: "another_type_in_target" });
  const diff = diffContent(policy, intended);
  const parts = phasesOf(item.type).map((phase) => comparePart(phase, planned, policy, diff));
  const unread = parts.some((part) => part.result === "not_compared" && part.cause === "not_returned");
  const differs = parts.some((part) => part.result === "differs");
  const result = differs ? "differs" : unread ? "not_checked" : "as_intended";
  return { itemId: item.id, name: item.name, result, parts, detail: null };
}

/** A finding about an item of which no part was compared. */
export function notCompared(
  item: PlannedItem["item"],
  result: EvidenceFinding["result"],
  detail: EvidenceReason,
): EvidenceFinding {
  const parts = phasesOf(item.type).map((phase) => without(phase, "item_not_compared"));
  return { itemId: item.id, name: item.name, result, parts, detail };
}

function comparePart(
  phase: RestorePhase,
  { intended }: PlannedItem,
  policy: TargetPolicy,
  { countByPhase }: ContentDiff,
): EvidencePart {
  const wanted = { settings: intended.payload, assignments: intended.assignments, scope_tags: intended.scopeTagIds };
  const held = { settings: policy.payload, assignments: policy.assignments, scope_tags: policy.scopeTagIds };
  if (wanted[phase] === null) return without(phase, "left_untouched");
  if (held[phase] === null) return without(phase, "not_returned");
  const differences = countByPhase[phase];
  return differences > 0 ? { phase, result: "differs", differences } : { phase, result: "as_intended" };
}

function without(phase: RestorePhase, cause: NotComparedCause): EvidencePart {
  return { phase, result: "not_compared", cause };
}

/** How much of one part was compared, over all items. */
export interface PartCoverage {
  readonly phase: RestorePhase;
  readonly compared: number;
  readonly notCompared: Readonly<Record<NotComparedCause, number>>;
}

/** Answers: which parts did this evidence compare? Counted per part, not per item; null where one finding does not tell. */
export function coverageByPart(findings: readonly EvidenceFinding[]): readonly PartCoverage[] | null {
  const parts: EvidencePart[] = [];
  for (const finding of findings) {
    if (finding.parts == null) return null;
    parts.push(...finding.parts);
  }
  const phases: readonly RestorePhase[] = ["settings", "assignments", "scope_tags"];
  return phases.map((phase) => {
    const own = parts.filter((part) => part.phase === phase);
    const because = (cause: NotComparedCause) =>
      own.filter((part) => part.result === "not_compared" && part.cause === cause).length;
    const compared = own.filter(({ result }) => result === "as_intended" || result === "differs").length;
    const [left_untouched, not_returned] = [because("left_untouched"), because("not_returned")];
    // What a record tells in words that nobody knows was not compared either.
    const item_not_compared = own.length - compared - left_untouched - not_returned;
    return { phase, compared, notCompared: { left_untouched, not_returned, item_not_compared } };
  });
}
