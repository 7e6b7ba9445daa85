import type { PlannedAction, PreviewItem, PreviewSummary } from "../run/evidence.js";
import { blastRadius } from "./blast-radius.js";
import { targetFingerprint } from "./content.js";
import type { PlannedItem, RestorePlan } from "./plan.js";
import { carriesAssignments } from "./quality.js";

/** Counts of what the plan would do (RW-8). */
export function previewSummary(plan: RestorePlan): PreviewSummary {
  const actions = (action: PlannedAction) => plan.filter((planned) => planned.action === action).length;
  return {
    itemsInScope: plan.length,
    policiesChanged: actions("update"),
    policiesCreated: actions("create"),
    assignmentsChanged: plan.filter(({ changes }) => changes.assignments).length,
    scopeTagsChanged: plan.filter(({ changes }) => changes.scope_tags).length,
    unchanged: actions("none"),
    skipped: actions("skip"),
    blastRadius: blastRadius(plan),
  };
}

/** What the plan would do to one item, for the operator. */
export function previewItem({ item, action, skipReason, policy, diff }: PlannedItem): PreviewItem {
  return {
    itemId: item.id,
    name: item.name,
    type: item.type,
    action,
    skipReason,
    targetId: policy?.id ?? null,
    targetFingerprint: policy === null ? null : targetFingerprint(policy),
    assignmentsCaptured: item.assignments !== null || !carriesAssignments(item),
    changes: diff.changes,
    changesNotListed: diff.changesNotListed,
    noiseHidden: diff.noiseHidden,
  };
}
