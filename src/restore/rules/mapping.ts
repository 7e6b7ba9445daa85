import type { Assignment, AssignmentTarget, BackupItem, DirectoryGroup } from "../run/items.js";
import type { Dependency, DependencyKind, DependencyResolution, MappingDecision, Mappings } from "../run/scope.js";
import type { DirectoryEntry, TargetDirectory } from "../run/target.js";
import { assignmentKey, assignmentsUntouched, effectiveTarget } from "./assignments.js";
import { defaultScopeTagId } from "./default-scope-tag.js";
import { writability } from "./writability.js";

/** Where the names of referenced objects are looked up: the export's groups, and its filters and scope tags. */
export interface ReferenceNames {
  readonly groups: readonly DirectoryGroup[];
  readonly items: readonly BackupItem[];
}

/**
 * Every object that writable items in scope refer to, in the order of first use, and how each stands (BY-5, BY-6).
 *
 * Same id means same object, except for scope tags: their ids are small numbers that tenants give out independently, so
 * the name must agree too. The default tag alone is the same everywhere. A recorded decision of the operator stands before
 * a same id. Nothing is created, and nothing is ever picked by name: an object that is itself in scope counts only once
 * the target holds it.
 *
 * Leaving out is refused where it would widen: a group that excludes anywhere, any scope tag, and any assignment filter,
 * because an assignment without its filter reaches everyone the filter kept out, whichever way it filters.
 */
export function dependenciesOf(
  items: readonly BackupItem[],
  directory: TargetDirectory | null,
  mappings: Mappings,
  names: ReferenceNames,
): readonly Dependency[] {
  const references = collect(items);
  const resolver = resolverFor(directory);
  const known = knownNames(names);
  return [...references.values()].map(({ kind, sourceId, hint, usedBy, excludes }) => {
    const key = dependencyKey(kind, sourceId);
    const sourceName = known.get(key.toLowerCase()) ?? hint;
    const base = { key, kind, sourceId, sourceName, usedBy: [...usedBy], excludes };
    return { ...base, resolution: resolver(base, decisionFor(mappings, key)) };
  });
}

/** Spells the key of a dependency, as mappings are recorded under it. */
export function dependencyKey(kind: DependencyKind, sourceId: string): string {
  return `${kind}/${sourceId}`;
}

/** Whether the operator may leave a reference out: only where that narrows who is reached (BY-6). */
export function maySkip({ kind, excludes }: Pick<Dependency, "kind" | "excludes">): boolean {
  return kind === "group" && !excludes;
}

/** Dependencies by key, for `resolveReferences` over many items. */
export function dependencyIndex(dependencies: readonly Dependency[]): ReadonlyMap<string, Dependency> {
  return new Map(dependencies.map((dependency) => [dependency.key, dependency]));
}

/** References of one item as they would be written. */
export interface ResolvedReferences {
  /** null where nothing is written: not captured, from a policy set, or a reference is unresolved. */
  readonly assignments: readonly Assignment[] | null;
  readonly scopeTagIds: readonly string[] | null;
  /** Keys that the operator left out. */
  readonly skipped: readonly string[];
  /** Keys that nothing resolves; while there is one, the item may not be written. */
  readonly unresolved: readonly string[];
}

/** Rewrites the references of one item to the target's ids. A reference without a dependency row is unresolved. */
export function resolveReferences(
  item: BackupItem,
  dependencies: readonly Dependency[] | ReadonlyMap<string, Dependency>,
): ResolvedReferences {
  const index = isIndex(dependencies) ? dependencies : dependencyIndex(dependencies);
  const skipped = new Set<string>();
  const unresolved = new Set<string>();
  const lookUp: LookUp = (kind, sourceId) => {
    const key = dependencyKey(kind, sourceId);
    const resolution = index.get(key)?.resolution;
    if (resolution?.state === "same_id" || resolution?.state === "mapped") {
      return { id: resolution.targetId, name: resolution.targetName };
    }
    (resolution?.state === "skipped" ? skipped : unresolved).add(key);
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
  const scopeTags = capturedScopeTags(item)?.flatMap((id) => lookUp("scope_tag", id)?.id ?? []);
  const complete = unresolved.size === 0;
  return {
    assignments: complete && assignments !== undefined ? distinctAssignments(assignments) : null,
    scopeTagIds: complete && scopeTags !== undefined ? [...new Set(scopeTags)] : null,
    skipped: [...skipped],
    unresolved: [...unresolved],
  };
}

/** Every object of a tenant has a scope tag, so an empty list says no more than an absent one; null for both. */
export function capturedScopeTags({ scopeTagIds }: Pick<BackupItem, "scopeTagIds">): readonly string[] | null {
  return scopeTagIds === null || scopeTagIds.length === 0 ? null : scopeTagIds;
}

type LookUp = (kind: DependencyKind, sourceId: string) => DirectoryEntry | null;

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

function writtenAssignments(item: BackupItem): readonly Assignment[] | null {
  return assignmentsUntouched(item, null) === null ? item.assignments : null;
}

/** Two source groups that map to one target group make one assignment. */
function distinctAssignments(assignments: readonly Assignment[]): readonly Assignment[] {
  return [...new Map(assignments.map((assignment) => [assignmentKey(assignment), assignment])).values()];
}

interface Reference {
  readonly kind: DependencyKind;
  readonly sourceId: string;
  hint: string | null;
  readonly usedBy: Set<string>;
  excludes: boolean;
}

function collect(items: readonly BackupItem[]): ReadonlyMap<string, Reference> {
  const references = new Map<string, Reference>();
  const refer = (item: BackupItem, kind: DependencyKind, sourceId: string, excludes: boolean, hint: string | null) => {
    const key = dependencyKey(kind, sourceId);
    const known = references.get(key);
    const reference = known ?? { kind, sourceId, hint, usedBy: new Set<string>(), excludes };
    reference.usedBy.add(item.id);
    reference.excludes ||= excludes;
    reference.hint ??= hint;
    if (known === undefined) references.set(key, reference);
  };
  for (const item of items) {
    if (writability(item) !== "writable") continue;
    for (const { target, filter } of writtenAssignments(item) ?? []) {
      const effective = effectiveTarget(target);
      if ("groupId" in effective) {
        refer(item, "group", effective.groupId, effective.kind === "exclude_group", effective.groupName);
      }
      if (filter !== null) refer(item, "assignment_filter", filter.id, filter.mode === "exclude", null);
    }
    for (const id of item.scopeTagIds ?? []) refer(item, "scope_tag", id, false, null);
  }
  return references;
}

type Unresolved = Omit<Dependency, "resolution" | "usedBy">;

function resolverFor(directory: TargetDirectory | null) {
  const entries: Readonly<Record<DependencyKind, ReadonlyMap<string, DirectoryEntry>>> | null = directory && {
    group: entriesById(directory.groups),
    assignment_filter: entriesById(directory.assignmentFilters),
    scope_tag: entriesById(directory.scopeTags),
  };
  return (dependency: Unresolved, decision: MappingDecision | null): DependencyResolution => {
    const { kind, sourceId } = dependency;
    const same = entries?.[kind].get(sourceId.toLowerCase());
    if (kind === "scope_tag" && sourceId === defaultScopeTagId) {
      return { state: "same_id", targetId: sourceId, targetName: same?.name ?? "Default" };
    }
    if (entries === null) return { state: "unresolved", cause: "directory_not_read" };
    if (decision?.decision === "skip") {
      return maySkip(dependency) ? { state: "skipped" } : { state: "unresolved", cause: "skip_not_allowed" };
    }
    if (decision?.decision === "map") {
      const entry = entries[kind].get(decision.targetId.toLowerCase());
      if (entry === undefined) return { state: "unresolved", cause: "mapping_broken" };
      return { state: "mapped", targetId: entry.id, targetName: entry.name };
    }
    if (same === undefined) return { state: "unresolved", cause: "not_in_target" };
    if (kind === "scope_tag" && same.name !== dependency.sourceName) {
      return { state: "unresolved", cause: "not_in_target" };
    }
    return { state: "same_id", targetId: same.id, targetName: same.name };
  };
}

function entriesById(entries: readonly DirectoryEntry[]): ReadonlyMap<string, DirectoryEntry> {
  return new Map(entries.map((entry) => [entry.id.toLowerCase(), entry]));
}

function decisionFor(mappings: Mappings, key: string): MappingDecision | null {
  return Object.hasOwn(mappings, key) ? (mappings[key] ?? null) : null;
}

function knownNames({ groups, items }: ReferenceNames): ReadonlyMap<string, string> {
  const names = new Map(groups.map(({ id, name }) => [dependencyKey("group", id).toLowerCase(), name]));
  for (const { type, sourceId, name } of items) {
    if (sourceId === null) continue;
    if (type === "assignment_filter" || type === "scope_tag") {
      names.set(dependencyKey(type, sourceId).toLowerCase(), name);
    }
  }
  return names;
}
