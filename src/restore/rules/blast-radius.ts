import type { BlastRadius } from "../run/evidence.js";
import type { Assignment } from "../run/items.js";
import { effectiveTarget } from "./assignments.js";
import type { PlannedItem, RestorePlan } from "./plan.js";
import { carriesAssignments } from "./quality.js";

/**
 * Answers: who and what does the restore reach (BY-10)? It counts the assignments that written policies will have
 * afterwards, restored or untouched. Where the target does not tell one policy's assignments, every count of them is
 * unknown, because the policy might reach anyone.
 */
export function blastRadius(plan: RestorePlan): BlastRadius {
  const written = plan.filter(({ action }) => action === "create" || action === "update");
  const include = new Set<string>();
  const exclude = new Set<string>();
  let allUsers = 0;
  let allDevices = 0;
  for (const planned of written) {
    const assignments = assignmentsAfterwards(planned);
    if (assignments === null) {
      return {
        policiesWritten: written.length,
        includeGroups: null,
        excludeGroups: null,
        policiesForAllUsers: null,
        policiesForAllDevices: null,
      };
    }
    const targets = assignments.map(({ target }) => effectiveTarget(target));
    for (const target of targets) {
      if ("groupId" in target) (target.kind === "include_group" ? include : exclude).add(target.groupId.toLowerCase());
    }
    if (targets.some(({ kind }) => kind === "all_users")) allUsers += 1;
    if (targets.some(({ kind }) => kind === "all_devices")) allDevices += 1;
  }
  return {
    policiesWritten: written.length,
    includeGroups: include.size,
    excludeGroups: exclude.size,
    policiesForAllUsers: allUsers,
    policiesForAllDevices: allDevices,
  };
}

function assignmentsAfterwards({ item, intended, policy }: PlannedItem): readonly Assignment[] | null {
  if (!carriesAssignments(item)) return [];
  if (intended.assignments !== null) return intended.assignments;
  return policy === null ? [] : policy.assignments;
}
