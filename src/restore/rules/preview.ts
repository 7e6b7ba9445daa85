import type { PlannedAction, PreviewItem, PreviewSummary } from "../run/evidence.js";
import { blastRadius } from "./blast-radius.js";
import { targetFingerprint } from "./content.js";
import type { PlannedItem, RestorePlan } from "./plan.js";
import { carriesAssignments } from "./quality.js";

/** What the plan would do, for the operator: counts of RW-8 and one row per item in scope, in catalogue order. */
export function previewOf(plan: RestorePlan): {
  readonly summary: PreviewSummary;
  readonly items: readonly PreviewItem[];
} {
  const actions = (action: PlannedAction) => plan.filter((planned) => planned.action === action).length;
  return {
    summary: {
      itemsInScope: plan.length,
      policiesChanged: actions("update"),
      policiesCreated: actions("create"),
      assignmentsChanged: plan.filter(({ changes }) => changes.assignments).length,
      scopeTagsChanged: plan.filter(({ changes }) => changes.scope_tags).length,
      unchanged: actions("none"),
      skipped: actions("skip"),
      blastRadius: blastRadius(plan),
    },
    items: plan.map(previewItem),
  };
}

function previewItem({ item, action, skipReason, policy, diff }: PlannedItem): PreviewItem {
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
