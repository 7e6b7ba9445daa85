import type { BackupItem, DirectoryGroup } from "../run/items.js";
import {
  decisionKey,
  type Dependency,
  type DependencyKind,
  type MappingDecision,
  type Mappings,
} from "../run/scope.js";
import type { TargetDirectory } from "../run/target.js";
import { effectiveTarget } from "./assignments.js";
import { dependencyKey, nameInReference, writtenAssignments, writtenScopeTags } from "./references.js";
import { resolverFor } from "./resolution.js";
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
  const resolve = resolverFor(directory);
  const known = knownNames(names);
  const decided = decisionsByKey(mappings);
  return [...references.values()].map(({ kind, sourceId, hint, usedBy, excludes }) => {
    const key = dependencyKey(kind, sourceId);
    const sourceName = known.get(key) ?? hint ?? nameInReference(sourceId);
    const base = { key, kind, sourceId, sourceName, usedBy: [...usedBy], excludes };
    return { ...base, ...resolve(base, decided.get(key) ?? null) };
  });
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
    references.set(key, reference);
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
    for (const id of writtenScopeTags(item) ?? []) refer(item, "scope_tag", id, false, null);
  }
  return references;
}

/** Decisions as they were recorded, under the key that their reference has now; of two that contradict each other neither stands. */
function decisionsByKey(mappings: Mappings): ReadonlyMap<string, MappingDecision | "contradicting"> {
  const decisions = new Map<string, MappingDecision | "contradicting">();
  for (const [recorded, decision] of Object.entries(mappings)) {
    const key = decisionKey(recorded);
    const earlier = decisions.get(key);
    decisions.set(key, earlier === undefined || sameDecision(earlier, decision) ? decision : "contradicting");
  }
  return decisions;
}

function sameDecision(earlier: MappingDecision | "contradicting", later: MappingDecision): boolean {
  return earlier !== "contradicting" && earlier.targetId?.toLowerCase() === later.targetId?.toLowerCase();
}

function knownNames({ groups, items }: ReferenceNames): ReadonlyMap<string, string> {
  const names = new Map(groups.map(({ id, name }) => [dependencyKey("group", id), name]));
  for (const { type, sourceId, name } of items) {
    if (sourceId === null) continue;
    if (type === "assignment_filter" || type === "scope_tag") names.set(dependencyKey(type, sourceId), name);
  }
  return names;
}
