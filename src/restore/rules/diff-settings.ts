import type { JsonObject } from "../../safety/index.js";
import type { ChangeConsequence, ItemChange } from "../run/evidence.js";
import type { PolicyContent } from "../run/items.js";
import { type Leaf, type Leaves, leavesOf } from "./leaves.js";
import type { Scalar } from "./places.js";
import { nameField } from "./name.js";
import { bounded, pathInWords, valueInWords } from "./words.js";

/** A change whose words are made only if it is listed, because a policy can hold many more than are shown. */
export interface FoundChange {
  readonly consequence: ChangeConsequence;
  readonly inWords: () => ItemChange;
}

const nothing: Leaves = { meaning: new Map(), noise: new Map() };

/** Differences in name and settings, in the order of the backup's payload, then what only the target has. */
export function settingChanges(
  before: PolicyContent | null,
  after: { readonly name: string | null; readonly payload: JsonObject | null },
  type: string | null,
): { readonly changes: readonly FoundChange[]; readonly noiseHidden: number } {
  const changes: FoundChange[] = [...nameChange(before, after.name)];
  if (after.payload === null) return { changes, noiseHidden: 0 };
  const intended = leavesOf(after.payload);
  if (before !== null && before.payload === null) {
    const change = { path: "Settings", before: "Not known", after: counted(intended.meaning.size) };
    return { changes: [...changes, found("changes", () => change)], noiseHidden: 0 };
  }
  const present = before?.payload ? leavesOf(before.payload) : nothing;
  const named = changes.length > 0 ? (nameField(after.payload)?.field ?? null) : null;
  for (const [key, leaf] of intended.meaning) {
    // The same change again, as the payload spells it.
    if (named !== null && leaf.path.parent === null && fieldOf(leaf) === named) continue;
    const old = present.meaning.get(key);
    if (old === undefined || !sameValue(old.value, leaf.value)) changes.push(...leafChanges(old ?? null, leaf, type));
  }
  for (const [key, old] of present.meaning) {
    if (!intended.meaning.has(key)) changes.push(...leafChanges(old, null, type));
  }
  return { changes, noiseHidden: before === null ? 0 : differingNoise(present, intended) };
}

/** The name that the target lists the policy under, which is what an operator knows it by. */
function nameChange(before: PolicyContent | null, after: string | null): readonly FoundChange[] {
  if (after === null || before?.name === after) return [];
  const change = { path: "Name", before: before === null ? null : bounded(before.name), after: bounded(after) };
  return [found(before === null ? "adds" : "changes", () => change)];
}

function fieldOf({ path: { segment } }: Leaf): string | null {
  return segment.kind === "field" ? segment.name : null;
}

function counted(values: number): string {
  return `${values} ${values === 1 ? "value" : "values"} from the backup`;
}

function leafChanges(old: Leaf | null, leaf: Leaf | null, type: string | null): readonly FoundChange[] {
  const either = leaf ?? old;
  if (either === null) return [];
  if (isListValue(old?.value) || isListValue(leaf?.value)) return listChanges(old, leaf, either, type);
  const before = scalar(old);
  const after = scalar(leaf);
  return [
    found(consequenceOf(before, after, either, type), () => ({
      path: pathInWords(either.path),
      before: valueInWords(before, old ?? either),
      after: valueInWords(after, leaf ?? either),
    })),
  ];
}

/** Entries added and removed, one change each; where only the order differs, one change that says so. */
function listChanges(old: Leaf | null, leaf: Leaf | null, either: Leaf, type: string | null): readonly FoundChange[] {
  const before = entries(old);
  const after = entries(leaf);
  const removed = without(before, after);
  const added = without(after, before);
  const change = (consequence: ChangeConsequence, from: Scalar, to: Scalar) =>
    found(consequence, () => ({
      path: pathInWords(either.path),
      before: valueInWords(from, either),
      after: valueInWords(to, either),
    }));
  if (removed.length === 0 && added.length === 0) {
    return [
      found("changes", () => ({
        path: `${pathInWords(either.path)} › Order`,
        before: valueInWords(before.join(", "), either),
        after: valueInWords(after.join(", "), either),
      })),
    ];
  }
  return [
    ...removed.map((value) => change(entryConsequence("removed", leaf === null, either, type), value, null)),
    ...added.map((value) => change(entryConsequence("added", false, either, type), null, value)),
  ];
}

const describing: ReadonlySet<string> = new Set(["name", "displayName", "description"]);

function consequenceOf(before: Scalar, after: Scalar, leaf: Leaf, type: string | null): ChangeConsequence {
  const field = fieldOf(leaf);
  const described = leaf.path.parent === null && field !== null && describing.has(field);
  if (before === null) return "adds";
  if (after === null) return described ? "changes" : "removes_protection";
  if (type === "compliance_policy" && before === true && after === false) return "removes_protection";
  if (type === "conditional_access" && field === "state" && before === "enabled") return "removes_protection";
  return "changes";
}

/**
 * A list that goes away whole is a setting removed. In conditional access, who a policy covers is such a list: fewer
 * included or more excluded lose its protection. Elsewhere an entry says nothing about its own consequence.
 */
function entryConsequence(
  move: "added" | "removed",
  wholeListRemoved: boolean,
  leaf: Leaf,
  type: string | null,
): ChangeConsequence {
  if (type === "conditional_access" && leaf.path.segment.kind === "field") {
    const { name } = leaf.path.segment;
    if (/^include/.test(name)) return move === "added" ? "widens" : "removes_protection";
    if (/^exclude/.test(name)) return move === "added" ? "removes_protection" : "widens";
  }
  if (move === "added") return "adds";
  return wholeListRemoved ? "removes_protection" : "changes";
}

function found(
  consequence: ChangeConsequence,
  describe: () => Pick<ItemChange, "path" | "before" | "after">,
): FoundChange {
  return { consequence, inWords: () => ({ phase: "settings", consequence, ...describe() }) };
}

/** What came or went together with its setting is not a difference of its own, so below the root both sides must have it. */
function differingNoise(present: Leaves, intended: Leaves): number {
  let count = 0;
  for (const [key, leaf] of intended.noise) {
    const old = present.noise.get(key);
    if (old === undefined ? leaf.path.parent === null : !sameValue(old.value, leaf.value)) count += 1;
  }
  for (const [key, { path }] of present.noise) if (path.parent === null && !intended.noise.has(key)) count += 1;
  return count;
}

function sameValue(left: Leaf["value"], right: Leaf["value"]): boolean {
  if (!isListValue(left) || !isListValue(right)) return left === right;
  return left.length === right.length && left.every((value, index) => value === right[index]);
}

function without(list: readonly Scalar[], others: readonly Scalar[]): readonly Scalar[] {
  const left = new Map<Scalar, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return list.filter((value) => {
    const times = left.get(value) ?? 0;
    if (times > 0) left.set(value, times - 1);
    return times === 0;
  });
}

function entries(leaf: Leaf | null): readonly Scalar[] {
  if (leaf === null) return [];
  return isListValue(leaf.value) ? leaf.value : [leaf.value];
}

function scalar(leaf: Leaf | null): Scalar {
  return leaf === null || isListValue(leaf.value) ? null : leaf.value;
}

function isListValue(value: Leaf["value"] | undefined): value is readonly Scalar[] {
  return Array.isArray(value);
}
