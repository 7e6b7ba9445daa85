import type { Assignment, BackupItem } from "../run/items.js";
import type { Dependency } from "../run/scope.js";
import type { TargetPolicy } from "../run/target.js";
import { assignmentsUntouched, effectiveTarget, groupReferences, targetKey } from "./assignments.js";
import type { Finding } from "./checks.js";
import { named } from "./checks-references.js";
import { carriesAssignments } from "./quality.js";
import type { ResolvedReferences } from "./references.js";

const listed = 5;

/**
 * Answers: would the restore reach somebody whom the target or the backup keeps out (BY-6)? An exclusion or a filter that
 * the target has and that would be gone widens, unless nobody is reached afterwards; so does an exclusion of the backup that
 * is left out. Assignments that stay as they are widen nothing; those that the target does not tell cannot be compared.
 */
export function wideningFindings(
  item: BackupItem,
  policy: TargetPolicy | null,
  { assignments: after, skipped }: ResolvedReferences,
  rows: ReadonlyMap<string, Dependency>,
  groupNames: ReadonlyMap<string, string>,
): readonly Finding[] {
  if (!carriesAssignments(item) || assignmentsUntouched(item, policy) !== null) return [];
  const dropped = skipped.filter((key) => rows.get(key)?.excludes === true);
  const leftOut: readonly Finding[] =
    dropped.length === 0
      ? []
      : [{ check: "widening", severity: "blocking", reason: { code: "exclusions_left_out", ...named(dropped, rows) } }];
  if (policy === null || after === null || !reachesAnybody(after)) return leftOut;
  if (policy.assignments === null) {
    return [
      ...leftOut,
      { check: "widening", severity: "not_evaluated", reason: { code: "assignments_in_target_not_told" } },
    ];
  }
  const nameOf = (id: string, name: string | null) => groupNames.get(id.toLowerCase()) ?? name ?? id;
  return [
    ...leftOut,
    ...droppedExclusions(policy.assignments, after, nameOf),
    ...droppedFilters(policy.assignments, after, nameOf),
  ];
}

type NameOf = (id: string, name: string | null) => string;

function droppedExclusions(
  before: readonly Assignment[],
  after: readonly Assignment[],
  nameOf: NameOf,
): readonly Finding[] {
  const kept = new Set(excluded(after).map(({ groupId }) => groupId.toLowerCase()));
  const gone = new Map(
    excluded(before)
      .filter(({ groupId }) => !kept.has(groupId.toLowerCase()))
      .map(({ groupId, groupName }) => [groupId.toLowerCase(), nameOf(groupId, groupName)]),
  );
  if (gone.size === 0) return [];
  const groups = [...gone.values()];
  return [
    {
      check: "widening",
      severity: "blocking",
      reason: {
        code: "exclusions_dropped",
        groups: groups.slice(0, listed),
        more: Math.max(0, groups.length - listed),
      },
    },
  ];
}

function droppedFilters(
  before: readonly Assignment[],
  after: readonly Assignment[],
  nameOf: NameOf,
): readonly Finding[] {
  const unfiltered = new Set(after.filter(({ filter }) => filter === null).map(({ target }) => targetKey(target)));
  const gone = new Map<string, string>();
  for (const { target, filter } of before) {
    const key = targetKey(target);
    if (filter === null || target.kind === "exclude_group" || !unfiltered.has(key)) continue;
    const effective = effectiveTarget(target);
    gone.set(key, "groupId" in effective ? nameOf(effective.groupId, effective.groupName) : effective.kind);
  }
  if (gone.size === 0) return [];
  const from = [...gone.values()];
  return [
    {
      check: "widening",
      severity: "blocking",
      reason: { code: "filters_dropped", from: from.slice(0, listed), more: Math.max(0, from.length - listed) },
    },
  ];
}

function excluded(assignments: readonly Assignment[]) {
  return groupReferences(assignments).filter(({ kind }) => kind === "exclude_group");
}

function reachesAnybody(assignments: readonly Assignment[]): boolean {
  return assignments.some(({ target }) => effectiveTarget(target).kind !== "exclude_group");
}
