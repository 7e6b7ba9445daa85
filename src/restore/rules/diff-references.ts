import type { ChangeConsequence, ItemChange, RestorePhase } from "../run/evidence.js";
import type { Assignment, PolicyContent } from "../run/items.js";
import { assignmentKey, effectiveTarget, targetKey } from "./assignments.js";
import type { FoundChange } from "./diff-settings.js";
import { defaultScopeTagId } from "./default-scope-tag.js";
import { assignmentInWords, bounded, nameOf, type ObjectNames } from "./words.js";

/** Differences in who the policy reaches. What the target does not tell counts as widening, because it might be. */
export function assignmentChanges(
  before: PolicyContent | null,
  after: readonly Assignment[] | null,
  names: ObjectNames,
): readonly FoundChange[] {
  if (after === null) return [];
  const words = (assignment: Assignment) => assignmentInWords(assignment, names);
  const present = before === null ? [] : before.assignments;
  if (present === null) {
    const all = after.length === 0 ? "None" : bounded(after.map(words).join("; "));
    return [found("assignments", "widens", "Assignments", "Not known", all)];
  }
  const old = new Map(present.map((assignment) => [assignmentKey(assignment), assignment]));
  const intended = new Map(after.map((assignment) => [assignmentKey(assignment), assignment]));
  const removed = [...old].flatMap(([key, assignment]) => (intended.has(key) ? [] : [assignment]));
  const added = [...intended].flatMap(([key, assignment]) => (old.has(key) ? [] : [assignment]));
  const replaceable = new Map(removed.map((assignment) => [targetKey(assignment.target), assignment]));
  const replaced = new Set<Assignment>();
  const changes = added.map((assignment) => {
    const key = targetKey(assignment.target);
    const other = replaceable.get(key);
    if (other === undefined) {
      return found("assignments", reach(assignment, "added"), "Assignments", null, words(assignment));
    }
    // The same target with another filter is one change, not a removal beside an addition.
    replaceable.delete(key);
    replaced.add(other);
    return found(
      "assignments",
      filterConsequence(other, assignment),
      "Assignments › Filter",
      words(other),
      words(assignment),
    );
  });
  const gone = removed
    .filter((assignment) => !replaced.has(assignment))
    .map((assignment) => found("assignments", reach(assignment, "removed"), "Assignments", words(assignment), null));
  return [...changes, ...gone];
}

/** Differences in who may see and manage the policy. The default tag opens it to every administrator who holds that tag. */
export function scopeTagChanges(
  before: PolicyContent | null,
  after: readonly string[] | null,
  names: ObjectNames,
  mappedToDefault: boolean,
): readonly FoundChange[] {
  if (after === null) return [];
  const words = (id: string) => bounded(id === defaultScopeTagId ? "Default" : nameOf(id, null, names));
  const present = before === null ? [] : before.scopeTagIds;
  if (present === null) {
    const all = after.length === 0 ? "None" : bounded(after.map(words).join("; "));
    return [found("scope_tags", "widens", "Scope tags", "Not known", all)];
  }
  const added = [...new Set(after)].filter((id) => !present.includes(id));
  const removed = [...new Set(present)].filter((id) => !after.includes(id));
  return [
    ...added.map((id) => {
      const consequence = id === defaultScopeTagId && (before !== null || mappedToDefault) ? "widens" : "adds";
      return found("scope_tags", consequence, "Scope tags", null, words(id));
    }),
    ...removed.map((id) => found("scope_tags", "changes", "Scope tags", words(id), null)),
  ];
}

/** Reaching more people widens; reaching fewer takes the policy's protection from them. */
function reach(assignment: Assignment, move: "added" | "removed"): ChangeConsequence {
  const excludes = effectiveTarget(assignment.target).kind === "exclude_group";
  return excludes === (move === "removed") ? "widens" : "removes_protection";
}

function filterConsequence(before: Assignment, after: Assignment): ChangeConsequence {
  if (after.filter === null) return "widens";
  return before.filter === null ? "removes_protection" : "changes";
}

function found(
  phase: RestorePhase,
  consequence: ChangeConsequence,
  path: string,
  before: string | null,
  after: string | null,
): FoundChange {
  const change: ItemChange = { phase, consequence, path, before, after };
  return { consequence, inWords: () => change };
}
