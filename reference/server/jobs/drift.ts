import { diffContent } from "../../../src/restore/rules/diff.js";
import { targetFingerprint } from "../../../src/restore/rules/content.js";
import type { MovedField, OutcomeReason } from "../../../src/restore/run/outcome-reason.js";
import type { TargetPolicy } from "../../../src/restore/run/target.js";
import { sameAsPreviewed } from "../runs/previewed-items.js";
import type { ItemWork } from "./execute-item.js";

const namedFields = 3;

/**
 * Answers: is this item still what the operator saw in the preview? Reads the policy again, right before the first write.
 * null where it is; else what moved (BY-8).
 */
export async function driftSincePreview(work: Omit<ItemWork, "log">): Promise<OutcomeReason | null> {
  const { planned, previewItem, previewed, target } = work;
  if (previewItem === null || previewed === null) return { code: "not_in_preview" };
  if (previewItem.targetId === null) {
    if (planned.policy !== null) return { code: "policy_appeared", name: planned.policy.name };
  } else {
    const now = await target.readPolicy(previewItem.targetId);
    if (!now.ok) {
      const { problem } = now;
      return problem.code === "not_found" ? { code: "policy_gone" } : { code: "policy_not_readable", problem };
    }
    if (targetFingerprint(now.value) !== previewItem.targetFingerprint)
      return { code: "policy_changed", ...whatMoved(previewed.policy, now.value) };
    // The plan was made of the listing: a policy that was changed and changed back since would be written by halves.
    const listed = planned.policy;
    if (listed?.id === previewItem.targetId && targetFingerprint(listed) !== previewItem.targetFingerprint)
      return { code: "policy_changed", ...whatMoved(previewed.policy, listed) };
  }
  if (planned.action !== previewItem.action || (planned.policy?.id ?? null) !== previewItem.targetId) {
    return { code: "match_changed" };
  }
  return sameAsPreviewed(planned, previewed) ? null : { code: "write_changed" };
}

function whatMoved(
  before: TargetPolicy | null,
  now: TargetPolicy,
): { readonly fields: readonly MovedField[]; readonly notNamed: number } {
  if (before === null) return { fields: [], notNamed: 0 };
  const { changes, countByPhase } = diffContent(before, now);
  const fields = changes
    .slice(0, namedFields)
    .map(({ path, before: was, after: is }) => ({ path, before: was, after: is }));
  const differing = countByPhase.settings + countByPhase.assignments + countByPhase.scope_tags;
  return { fields, notNamed: differing - fields.length };
}
