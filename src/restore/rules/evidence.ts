import type { RestorePhase } from "../run/evidence.js";
import type { EvidenceFinding } from "../run/operation.js";
import type { TargetAnswer, TargetPolicy } from "../run/target.js";
import { diffContent } from "./diff.js";
import type { PlannedItem } from "./plan.js";

const phaseInWords: Readonly<Record<RestorePhase, string>> = {
  settings: "settings",
  assignments: "assignments",
  scope_tags: "scope tags",
};

/**
 * Answers: does the target now hold what was intended? Phase by phase, against the target as it was just read. A part that
 * cannot be read is not checked, never as intended; a part that the restore left untouched is not compared.
 */
export function compareWithIntended(planned: PlannedItem, policyNow: TargetAnswer<TargetPolicy>): EvidenceFinding {
  const { item, intended } = planned;
  const finding = (result: EvidenceFinding["result"], detail: string | null): EvidenceFinding => ({
    itemId: item.id,
    name: item.name,
    result,
    detail,
  });
  if (planned.action === "skip" || intended.payload === null) {
    return finding("not_checked", "It was not part of what the restore would write.");
  }
  if (!policyNow.ok) {
    if (policyNow.problem.code === "not_found") return finding("missing", "The target does not have it.");
    return finding("not_checked", `The target could not be read: ${policyNow.problem.detail}`);
  }
  const policy = policyNow.value;
  if (policy.type !== item.type) return finding("differs", "The target holds a policy of another type under its id.");
  const unread: RestorePhase[] = [];
  if (policy.payload === null) unread.push("settings");
  if (intended.assignments !== null && policy.assignments === null) unread.push("assignments");
  if (intended.scopeTagIds !== null && policy.scopeTagIds === null) unread.push("scope_tags");
  const { countByPhase } = diffContent(policy, intended);
  const phases: readonly RestorePhase[] = ["settings", "assignments", "scope_tags"];
  const differing = phases.filter((phase) => !unread.includes(phase) && countByPhase[phase] > 0);
  if (differing.length > 0) {
    const parts = differing.map((phase) => `${phaseInWords[phase]} (${countByPhase[phase]})`);
    return finding("differs", `Different from what was intended: ${parts.join(", ")}.`);
  }
  if (unread.length > 0) {
    return finding(
      "not_checked",
      `The target did not return: ${unread.map((phase) => phaseInWords[phase]).join(", ")}.`,
    );
  }
  return finding("as_intended", untouchedInWords(planned));
}

function untouchedInWords({ intended }: PlannedItem): string | null {
  const parts = [
    ...(intended.assignments === null ? ["assignments"] : []),
    ...(intended.scopeTagIds === null ? ["scope tags"] : []),
  ];
  return parts.length === 0 ? null : `Not compared, because the restore left them alone: ${parts.join(", ")}.`;
}
