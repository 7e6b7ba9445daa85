import { fingerprintOf } from "../../safety/index.js";
import type { Assignment, BackupItem } from "../run/items.js";
import type { Dependency } from "../run/scope.js";
import type { TargetPolicy } from "../run/target.js";
import { assignmentKey, assignmentsUntouched, effectiveTarget, targetKey } from "./assignments.js";
import type { Finding } from "./checks.js";
import { named } from "./checks-references.js";
import { carriesAssignments } from "./quality.js";
import type { ResolvedReferences } from "./references.js";

const listed = 5;

/**
 * Answers: would the restore reach somebody whom the target or the backup keeps out (BY-6)? An exclusion or a filter that
 * the target has and that would be gone widens, unless nobody is reached afterwards; so does an exclusion of the backup that
 * is left out. Assignments that stay as they are widen nothing; those that the target does not tell cannot be compared, and
 * neither can two filters.
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

/** Groups that are excluded today, and afterwards not, or only in part. */
function droppedExclusions(
  before: readonly Assignment[],
  after: readonly Assignment[],
  nameOf: NameOf,
): readonly Finding[] {
  const whole = unfiltered(after);
  const kept = new Set(after.map(assignmentKey));
  const gone = new Map<string, string>();
  const lost: Assignment[] = [];
  for (const assignment of before) {
    const { target } = assignment;
    const key = targetKey(target);
    if (target.kind !== "exclude_group" || whole.has(key) || kept.has(assignmentKey(assignment))) continue;
    gone.set(key, nameOf(target.groupId, target.groupName));
    lost.push(assignment);
  }
  if (gone.size === 0) return [];
  const { first, more } = bounded(gone, listed);
  const reason = { code: "exclusions_dropped", groups: first, more, whole: wholeOf(lost, after) } as const;
  return [{ check: "widening", severity: "blocking", reason }];
}

/** Targets that are filtered today, and afterwards not, or by another filter, or in the other way. */
function droppedFilters(
  before: readonly Assignment[],
  after: readonly Assignment[],
  nameOf: NameOf,
): readonly Finding[] {
  const now = unfiltered(before);
  const later = unfiltered(after);
  // Whoever is reached unfiltered already is kept out by no filter.
  const everyone = ["all_users", "all_devices"].some((all) => later.has(all) && !now.has(all));
  const kept = new Set(after.map(assignmentKey));
  const reached = new Set(after.map(({ target }) => targetKey(target)));
  const gone: Filtered = { everyone: new Set(), groups: new Map(), assignments: [] };
  const replaced: Filtered = { everyone: new Set(), groups: new Map(), assignments: [] };
  for (const assignment of before) {
    const { target } = assignment;
    const key = targetKey(target);
    if (target.kind === "exclude_group" || now.has(key)) continue;
    const lost = later.has(key) || everyone;
    if (!lost && (!reached.has(key) || kept.has(assignmentKey(assignment)))) continue;
    const found = lost ? gone : replaced;
    found.assignments.push(assignment);
    const effective = effectiveTarget(target);
    if ("groupId" in effective) found.groups.set(key, nameOf(effective.groupId, effective.groupName));
    else found.everyone.add(effective.kind);
  }
  const finding = (
    severity: "blocking" | "not_evaluated",
    code: "filters_dropped" | "filters_replaced",
    { everyone: all, groups, assignments }: Filtered,
  ): readonly Finding[] => {
    if (all.size + groups.size === 0) return [];
    const { first, more } = bounded(groups, listed - all.size);
    const told = all.size === 0 ? {} : { everyone: [...all] };
    const whole = wholeOf(assignments, after);
    return [{ check: "widening", severity, reason: { code, ...told, from: first, more, whole } }];
  };
  return [...finding("blocking", "filters_dropped", gone), ...finding("not_evaluated", "filters_replaced", replaced)];
}

/** Targets that a filter keeps people out of today. */
interface Filtered {
  readonly everyone: Set<"all_users" | "all_devices">;
  readonly groups: Map<string, string>;
  readonly assignments: Assignment[];
}

/** What goes and what stands instead, by ids: names may be those of others, and only the first few are told. */
function wholeOf(lost: readonly Assignment[], after: readonly Assignment[]): string {
  const spelled = (assignments: readonly Assignment[]) => [...new Set(assignments.map(assignmentKey))].sort();
  return fingerprintOf([spelled(lost), spelled(after)]);
}

function unfiltered(assignments: readonly Assignment[]): ReadonlySet<string> {
  return new Set(assignments.filter(({ filter }) => filter === null).map(({ target }) => targetKey(target)));
}

function bounded(
  names: ReadonlyMap<string, string>,
  most: number,
): { readonly first: readonly string[]; readonly more: number } {
  const all = [...names.values()];
  return { first: all.slice(0, most), more: Math.max(0, all.length - most) };
}

function reachesAnybody(assignments: readonly Assignment[]): boolean {
  return assignments.some(({ target }) => effectiveTarget(target).kind !== "exclude_group");
}
