import { fingerprintOf } from "../../safety/index.js";
import type { Assignment, AssignmentTarget, BackupItem } from "../run/items.js";
import { decisionKey, type Dependency, type DependencyKind } from "../run/scope.js";
import { assignmentKey, assignmentsUntouched, effectiveTarget } from "./assignments.js";
import { phasesOf } from "./item-types.js";
import { carriesAssignments } from "./quality.js";

/** Spells the key of a dependency, as mappings are recorded under it. */
export function dependencyKey(kind: DependencyKind, sourceId: string): string {
  return decisionKey(`${kind}/${sourceId}`);
}

/**
 * The id of something that a backup refers to by its name alone. It is the id of nothing in any target, so such a reference
 * is never matched: a person maps it (BY-5). Two names that differ in case only are two references.
 */
export function namedReference(name: string): string {
  return `name:${fingerprintOf(name).slice("sha256:".length, "sha256:".length + 12)}:${name}`;
}

/** The name that such an id stands for; null where the id is one. */
export function nameInReference(id: string): string | null {
  return /^name:[0-9a-f]{12}:(?<name>.*)$/s.exec(id)?.groups?.["name"] ?? null;
}

/** Dependencies by key, for `resolveReferences` over many items. */
export function dependencyIndex(dependencies: readonly Dependency[]): ReadonlyMap<string, Dependency> {
  return new Map(dependencies.map((dependency) => [dependency.key, dependency]));
}

/** Keys of everything that one item refers to where it may be written. */
export function referenceKeys(item: BackupItem): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { target, filter } of writtenAssignments(item) ?? []) {
    const effective = effectiveTarget(target);
    if ("groupId" in effective) keys.add(dependencyKey("group", effective.groupId));
    if (filter !== null) keys.add(dependencyKey("assignment_filter", filter.id));
  }
  for (const id of writtenScopeTags(item) ?? []) keys.add(dependencyKey("scope_tag", id));
  return keys;
}

/** References of one item as they would be written. */
export interface ResolvedReferences {
  /** null where nothing is written: not captured, from a policy set, or a reference is unresolved or contradicts another. */
  readonly assignments: readonly Assignment[] | null;
  readonly scopeTagIds: readonly string[] | null;
  /** Keys that the operator left out. */
  readonly skipped: readonly string[];
  /** Keys that nothing resolves; while there is one, the item may not be written. */
  readonly unresolved: readonly string[];
  /** Keys of groups that would be included and excluded at once; while there is one, the item may not be written. */
  readonly contradicting: readonly string[];
}

/** Rewrites the references of one item to the target's ids. A reference without a dependency row is unresolved. */
export function resolveReferences(
  item: BackupItem,
  dependencies: readonly Dependency[] | ReadonlyMap<string, Dependency>,
): ResolvedReferences {
  const index = isIndex(dependencies) ? dependencies : dependencyIndex(dependencies);
  const skipped = new Set<string>();
  const unresolved = new Set<string>();
  const sources = new Map<string, Set<string>>();
  const lookUp: LookUp = (kind, sourceId) => {
    const key = dependencyKey(kind, sourceId);
    const resolution = index.get(key)?.resolution;
    if (resolution?.state === "same_id" || resolution?.state === "mapped") {
      if (kind === "group") append(sources, resolution.targetId.toLowerCase(), key);
      return { id: resolution.targetId, name: resolution.targetName };
    }
    // Without its tags a policy would get the default one (BY-6), so a tag is never left out, whatever a record says.
    (resolution?.state === "skipped" && kind !== "scope_tag" ? skipped : unresolved).add(key);
    return null;
  };
  const assignments = writtenAssignments(item)?.flatMap((assignment): readonly Assignment[] => {
    const target = resolvedTarget(effectiveTarget(assignment.target), lookUp);
    const filter = assignment.filter === null ? null : lookUp("assignment_filter", assignment.filter.id);
    if (target === null) return [];
    if (assignment.filter === null) return [{ target, filter: null, source: "direct" }];
    // Without its filter the assignment would reach everyone, so it is left out whole.
    if (filter === null) return [];
    return [{ target, filter: { id: filter.id, mode: assignment.filter.mode }, source: "direct" }];
  });
  const scopeTags = writtenScopeTags(item)?.flatMap((id) => lookUp("scope_tag", id)?.id ?? []);
  const contradicting = includedAndExcluded(assignments ?? []).flatMap((id) => [...(sources.get(id) ?? [])]);
  const complete = unresolved.size === 0 && contradicting.length === 0;
  return {
    assignments: complete && assignments !== undefined ? distinctAssignments(assignments) : null,
    scopeTagIds: complete && scopeTags !== undefined ? [...new Set(scopeTags)] : null,
    skipped: [...skipped],
    unresolved: [...unresolved],
    contradicting,
  };
}

/** Ids of groups that the assignments include and exclude at once, in lower case. */
function includedAndExcluded(assignments: readonly Assignment[]): readonly string[] {
  const included = new Set<string>();
  const excluded = new Set<string>();
  for (const { target } of assignments) {
    if ("groupId" in target) (target.kind === "include_group" ? included : excluded).add(target.groupId.toLowerCase());
  }
  return [...included].filter((id) => excluded.has(id));
}

function append(lists: Map<string, Set<string>>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, new Set([value]));
  else list.add(value);
}

/** Every object of a tenant has a scope tag, so an empty list says no more than an absent one; null for both. */
export function capturedScopeTags({ scopeTagIds }: Pick<BackupItem, "scopeTagIds">): readonly string[] | null {
  return scopeTagIds === null || scopeTagIds.length === 0 ? null : scopeTagIds;
}

type LookUp = (kind: DependencyKind, sourceId: string) => { readonly id: string; readonly name: string | null } | null;

function resolvedTarget(target: AssignmentTarget, lookUp: LookUp): AssignmentTarget | null {
  if (!("groupId" in target)) return target;
  const group = lookUp("group", target.groupId);
  return group === null ? null : { kind: target.kind, groupId: group.id, groupName: group.name };
}

function isIndex(
  value: readonly Dependency[] | ReadonlyMap<string, Dependency>,
): value is ReadonlyMap<string, Dependency> {
  return value instanceof Map;
}

/** Assignments that may be written as they were captured; null where they stay as the target has them, or the type has none. */
export function writtenAssignments(item: BackupItem): readonly Assignment[] | null {
  return carriesAssignments(item) && assignmentsUntouched(item, null) === null ? item.assignments : null;
}

/** Scope tags that may be written as they were captured; null where the target's stay, or the type has none. */
export function writtenScopeTags(item: BackupItem): readonly string[] | null {
  return phasesOf(item.type).includes("scope_tags") ? capturedScopeTags(item) : null;
}

/** Two source groups that map to one target group make one assignment. */
function distinctAssignments(assignments: readonly Assignment[]): readonly Assignment[] {
  return [...new Map(assignments.map((assignment) => [assignmentKey(assignment), assignment])).values()];
}
