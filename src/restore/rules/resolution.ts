import type { Dependency, DependencyKind, DependencyResolution, MappingDecision } from "../run/scope.js";
import type { DirectoryEntry, TargetDirectory } from "../run/target.js";
import { defaultScopeTagId } from "./default-scope-tag.js";
import { limitOn } from "./limits.js";
import { comparableName } from "./name.js";

/** Whether the operator may leave a reference out: only where that narrows who is reached (BY-6). */
export function maySkip({ kind, excludes }: Pick<Dependency, "kind" | "excludes">): boolean {
  return kind === "group" && !excludes;
}

type Unresolved = Omit<Dependency, "resolution" | "suggestion" | "usedBy">;
type Standing = Pick<Dependency, "resolution" | "suggestion">;

interface Entries {
  readonly byId: ReadonlyMap<string, DirectoryEntry>;
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
  return (dependency: Unresolved, decision: MappingDecision | null): Standing => {
    const own = entries?.[dependency.kind] ?? null;
    const resolution = resolutionOf(dependency, decision, own);
    return { resolution, suggestion: resolution.state === "unresolved" ? suggestionFor(dependency, own) : null };
  };
}

function resolutionOf(
  dependency: Unresolved,
  decision: MappingDecision | null,
  entries: Entries | null,
): DependencyResolution {
  const { kind, sourceId } = dependency;
  const same = entries?.byId.get(sourceId.toLowerCase());
  if (kind === "scope_tag" && sourceId === defaultScopeTagId) {
    return { state: "same_id", targetId: sourceId, targetName: same?.name ?? "Default" };
  }
  if (entries === null) return unresolved("directory_not_read");
  if (decision?.decision === "skip") {
    return maySkip(dependency) ? { state: "skipped" } : unresolved("skip_not_allowed");
  }
  if (decision?.decision === "map") {
    const entry = entries.byId.get(decision.targetId.toLowerCase());
    if (entry === undefined) return unresolved(entries.complete ? "mapping_broken" : "not_listed");
    return { state: "mapped", targetId: entry.id, targetName: entry.name };
  }
  if (same !== undefined && (kind !== "scope_tag" || same.name === dependency.sourceName)) {
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
  return sourceName === null ? [] : (byName.get(comparableName(sourceName)) ?? []);
}

function unresolved(cause: Extract<DependencyResolution, { state: "unresolved" }>["cause"]): DependencyResolution {
  return { state: "unresolved", cause };
}

function entriesOf(kind: DependencyKind, list: readonly DirectoryEntry[], { limits }: TargetDirectory): Entries {
  const byName = new Map<string, DirectoryEntry[]>();
  for (const entry of list) {
    const name = comparableName(entry.name);
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [entry]);
    else known.push(entry);
  }
  return {
    byId: new Map(list.map((entry) => [entry.id.toLowerCase(), entry])),
    byName,
    complete: limitOn(limits, kind, "read") === null,
  };
}
