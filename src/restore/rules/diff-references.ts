import type { ChangeCertainty, ChangeConsequence, ChangedPart, ChangeValue, SingleValue } from "../run/change.js";
import type { RestorePhase } from "../run/evidence.js";
import type { Assignment, PolicyContent } from "../run/items.js";
import { assignmentKey, effectiveTarget, targetKey } from "./assignments.js";
import { absent, assignmentValue, certain, listOf, type ObjectNames, referenceTo, uncertain } from "./change-data.js";
import type { FoundChange } from "./diff-settings.js";
import { defaultScopeTagId } from "./default-scope-tag.js";

/** Differences in who the policy reaches. What the target does not tell counts as widening, because it might be. */
export function assignmentChanges(
  before: PolicyContent | null,
  after: readonly Assignment[] | null,
  names: ObjectNames,
): readonly FoundChange[] {
  if (after === null) return [];
  const data = (assignment: Assignment) => assignmentValue(assignment, names);
  const present = before === null ? [] : before.assignments;
  if (present === null) return [notTold("assignments", after.map(data))];
  const old = new Map(present.map((assignment) => [assignmentAndSource(assignment), assignment]));
  const intended = new Map(after.map((assignment) => [assignmentAndSource(assignment), assignment]));
  const removed = [...old].flatMap(([key, assignment]) => (intended.has(key) ? [] : [assignment]));
  const added = [...intended].flatMap(([key, assignment]) => (old.has(key) ? [] : [assignment]));
  const everyone = { before: reachesEveryone(present), after: reachesEveryone(after) };
  const replaceable = new Map(removed.map((assignment) => [targetKey(assignment.target), assignment]));
  const replaced = new Set<Assignment>();
  const changes = added.map((assignment) => {
    const key = targetKey(assignment.target);
    const other = replaceable.get(key);
    if (other === undefined) {
      const consequence = reach(assignment, "added", everyone);
      return found("assignments", consequence, certain, ["assignments"], absent, data(assignment));
    }
    // The same target with another filter is one change, not a removal beside an addition.
    replaceable.delete(key);
    replaced.add(other);
    const { part, consequence, certainty } = replacement(other, assignment);
    return found("assignments", consequence, certainty, ["assignments", part], data(other), data(assignment));
  });
  const gone = removed
    .filter((assignment) => !replaced.has(assignment))
    .map((assignment) => {
      const consequence = reach(assignment, "removed", everyone);
      return found("assignments", consequence, certain, ["assignments"], data(assignment), absent);
    });
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
  const data = (id: string): SingleValue =>
    id === defaultScopeTagId
      ? { kind: "default_scope_tag" }
      : { kind: "reference", reference: referenceTo("scope_tag", id, null, names) };
  const present = before === null ? [] : before.scopeTagIds;
  if (present === null) return [notTold("scope_tags", after.map(data))];
  const [old, intended] = [new Set(present), new Set(after)];
  return [
    ...[...intended].flatMap((id) => {
      if (old.has(id)) return [];
      const consequence = id === defaultScopeTagId && (before !== null || mappedToDefault) ? "widens" : "adds";
      return [found("scope_tags", consequence, certain, ["scope_tags"], absent, data(id))];
    }),
    ...[...old].flatMap((id) =>
      intended.has(id) ? [] : [found("scope_tags", "changes", certain, ["scope_tags"], data(id), absent)],
    ),
  ];
}

/** Spells one assignment with where it came from: one that came from a policy set is not a direct one. */
export function assignmentAndSource(assignment: Assignment): string {
  return `${assignmentKey(assignment)} ${assignment.source}`;
}

/** What the target does not tell may be anything, so what is written over it may reach more. */
function notTold(part: "assignments" | "scope_tags", intended: readonly SingleValue[]): FoundChange {
  const unread = uncertain("target_part_not_read");
  return found(part, "widens", unread, [part], { kind: "not_known" }, listOf(intended));
}

/** Reaching more people widens; reaching fewer takes the policy's protection from them. Beside everyone, a group is no difference. */
function reach(
  assignment: Assignment,
  move: "added" | "removed",
  everyone: { readonly before: boolean; readonly after: boolean },
): ChangeConsequence {
  const excludes = effectiveTarget(assignment.target).kind === "exclude_group";
  if (!excludes && everyone.before && everyone.after) return "changes";
  return excludes === (move === "removed") ? "widens" : "removes_protection";
}

function reachesEveryone(assignments: readonly Assignment[]): boolean {
  const unfiltered = assignments
    .filter(({ filter }) => filter === null)
    .map(({ target }) => effectiveTarget(target).kind);
  return unfiltered.includes("all_users") && unfiltered.includes("all_devices");
}

interface Replacement {
  readonly part: ChangedPart;
  readonly consequence: ChangeConsequence;
  readonly certainty: ChangeCertainty;
}

function replacement(before: Assignment, after: Assignment): Replacement {
  if (assignmentKey(before) === assignmentKey(after)) {
    return { part: "assignment_source", consequence: "changes", certainty: certain };
  }
  const part = "assignment_filter";
  if (before.filter !== null && after.filter !== null) {
    return { part, consequence: "changes", certainty: uncertain("reach_not_comparable") };
  }
  // A filter leaves fewer in: of those who are reached, or of those who are excluded.
  const excludes = effectiveTarget(after.target).kind === "exclude_group";
  const consequence = excludes === (after.filter === null) ? "removes_protection" : "widens";
  return { part, consequence, certainty: certain };
}

function found(
  phase: RestorePhase,
  consequence: ChangeConsequence,
  certainty: ChangeCertainty,
  parts: readonly ChangedPart[],
  before: ChangeValue,
  after: ChangeValue,
): FoundChange {
  const path = parts.map((part) => ({ kind: "part" as const, part }));
  return { consequence, describe: () => ({ phase, consequence, certainty, path, before, after }) };
}
