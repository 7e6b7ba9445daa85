import type { Assignment, AssignmentTarget, BackupItem, PolicyContent } from "../run/items.js";

/** A group that an assignment refers to. */
export type GroupReference = Extract<AssignmentTarget, { groupId: string }>;

/** Why the target's own assignments or scope tags stay as they are. */
export type UntouchedCause = "not_captured" | "from_policy_set" | "policy_set_in_target";

// Intune spells "everyone" as a group in some exports; these ids exist in no directory and are never mapped.
const virtualGroups: ReadonlyMap<string, "all_devices" | "all_users"> = new Map([
  ["adadadad-808e-44e2-905a-0b7873a8a531", "all_devices"],
  ["acacacac-9df4-4c7d-9d50-4ef0226f57a9", "all_users"],
]);

/** The target an assignment really has: an inclusion of a virtual group is everyone it stands for. */
export function effectiveTarget(target: AssignmentTarget): AssignmentTarget {
  if (target.kind !== "include_group") return target;
  const kind = virtualGroups.get(target.groupId.toLowerCase());
  return kind === undefined ? target : { kind };
}

/** Groups that assignments refer to, once per assignment; virtual groups are not references. */
export function groupReferences(assignments: readonly Assignment[]): readonly GroupReference[] {
  return assignments.flatMap(({ target }) => {
    const effective = effectiveTarget(target);
    return "groupId" in effective ? [effective] : [];
  });
}

/**
 * Answers: why must the assignments phase leave the target alone? null where the backup's assignments may be written.
 * Assignments that came from a policy set belong to that set: written directly they would outlive it, and replacing the
 * others around them would take them away, so one of them, in the backup or in the target, keeps the whole list untouched. One
 * whose origin nobody knows counts as such.
 */
export function assignmentsUntouched(
  item: Pick<BackupItem, "assignments">,
  policy: Pick<PolicyContent, "assignments"> | null,
): UntouchedCause | null {
  if (item.assignments === null) return "not_captured";
  if (item.assignments.some(isIndirect)) return "from_policy_set";
  if (policy?.assignments?.some(isIndirect)) return "policy_set_in_target";
  return null;
}

function isIndirect({ source }: Assignment): boolean {
  return source !== "direct";
}

/** Spells one target: equal exactly where two assignments reach the same people in the same way, filters aside. */
export function targetKey(target: AssignmentTarget): string {
  const effective = effectiveTarget(target);
  return "groupId" in effective ? `${effective.kind}/${effective.groupId.toLowerCase()}` : effective.kind;
}

/** Spells one assignment: equal exactly where two assignments mean the same. Names and origin carry no meaning. */
export function assignmentKey(assignment: Assignment): string {
  const { filter } = assignment;
  const suffix = filter === null ? "" : `?${filter.mode}/${filter.id.toLowerCase()}`;
  return `${targetKey(assignment.target)}${suffix}`;
}
