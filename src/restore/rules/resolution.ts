import type { Dependency, DependencyKind, DependencyResolution, MappingDecision } from "../run/scope.js";
import type { DirectoryEntry, TargetDirectory } from "../run/target.js";
import { defaultScopeTagId } from "./default-scope-tag.js";
import { limitOn } from "./limits.js";
import { comparableName, hasName } from "./name.js";

/** Whether the operator may leave a reference out: only where that narrows who is reached (BY-6). */
export function maySkip({ kind, excludes }: Pick<Dependency, "kind" | "excludes">): boolean {
  return kind === "group" && !excludes;
}

type Unresolved = Omit<Dependency, "resolution" | "suggestion" | "usedBy">;
type Standing = Pick<Dependency, "resolution" | "suggestion">;

/** What a person decided; null where nothing, and `contradicting` where several things. */
type Decided = MappingDecision | "contradicting" | null;

interface Entries {
  readonly byId: ReadonlyMap<string, readonly DirectoryEntry[]>;
  readonly byName: ReadonlyMap<string, readonly DirectoryEntry[]>;
  /** Whether the target listed all of this kind. */
  readonly complete: boolean;
}

/** Answers how each reference stands: by a person's decision first, then by the same id, and never by its name (BY-5). */
export function resolverFor(directory: TargetDirectory | null) {
  const entries: Readonly<Record<DependencyKind, Entries>> | null = directory && {
    group: entriesOf("group", directory.groups, directory),
    assignment_filter: entriesOf("assignment_filter", directory.assignmentFilters, directory),
    scope_tag: entriesOf("scope_tag", directory.scopeTags, directory),
  };
  return (dependency: Unresolved, decision: Decided): Standing => {
    const own = entries?.[dependency.kind] ?? null;
    const resolution = resolutionOf(dependency, decision, own);
    return { resolution, suggestion: resolution.state === "unresolved" ? suggestionFor(dependency, own) : null };
  };
}

function resolutionOf(dependency: Unresolved, decision: Decided, entries: Entries | null): DependencyResolution {
  const { kind, sourceId } = dependency;
  const [same, ...again] = entries?.byId.get(sourceId.toLowerCase()) ?? [];
  if (kind === "scope_tag" && sourceId === defaultScopeTagId) {
    return { state: "same_id", targetId: sourceId, targetName: same?.name ?? null };
  }
  if (entries === null) return unresolved("directory_not_read");
  if (decision === "contradicting") return unresolved("decided_twice");
  if (decision?.decision === "skip") {
    return maySkip(dependency) ? { state: "skipped" } : unresolved("skip_not_allowed");
  }
  if (decision?.decision === "map") {
    const [entry] = entries.byId.get(decision.targetId.toLowerCase()) ?? [];
    if (entry === undefined) return unresolved(entries.complete ? "mapping_broken" : "not_listed");
    return { state: "mapped", targetId: entry.id, targetName: entry.name };
  }
  // Somebody decided something, so the same id is not what they meant.
  if (decision !== null) return unresolved("mapping_broken");
  const named = (entry: DirectoryEntry) =>
    kind !== "scope_tag" || (entry.name === dependency.sourceName && hasName(entry));
  if (same !== undefined && [same, ...again].every(named)) {
    return { state: "same_id", targetId: same.id, targetName: same.name };
  }
  if (!entries.complete) return unresolved("not_listed");
  if (same !== undefined) return unresolved("other_under_its_id");
  return unresolved(namesakes(dependency, entries).length > 1 ? "several_of_its_name" : "not_in_target");
}

/** Marks what has the same name, and is never counted as resolved by it; where several have it, or may have, none is. */
function suggestionFor(dependency: Unresolved, entries: Entries | null): Dependency["suggestion"] {
  if (entries === null || !entries.complete) return null;
  const [entry, ...others] = namesakes(dependency, entries);
  return entry === undefined || others.length > 0 ? null : { targetId: entry.id, targetName: entry.name };
}

function namesakes({ sourceName }: Unresolved, { byName }: Entries): readonly DirectoryEntry[] {
  if (sourceName === null || !hasName({ name: sourceName })) return [];
  return byName.get(comparableName(sourceName)) ?? [];
}

function unresolved(cause: Extract<DependencyResolution, { state: "unresolved" }>["cause"]): DependencyResolution {
  return { state: "unresolved", cause };
}

function entriesOf(kind: DependencyKind, list: readonly DirectoryEntry[], { limits }: TargetDirectory): Entries {
  return {
    byId: grouped(list, ({ id }) => id.toLowerCase()),
    byName: grouped(list, ({ name }) => comparableName(name)),
    complete: limitOn(limits, kind, "read") === null,
  };
}

function grouped(
  list: readonly DirectoryEntry[],
  keyOf: (entry: DirectoryEntry) => string,
): ReadonlyMap<string, readonly DirectoryEntry[]> {
  const groups = new Map<string, DirectoryEntry[]>();
  for (const entry of list) {
    const known = groups.get(keyOf(entry));
    if (known === undefined) groups.set(keyOf(entry), [entry]);
    else known.push(entry);
  }
  return groups;
}
