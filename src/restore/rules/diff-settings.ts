import type { JsonObject } from "../../safety/index.js";
import type {
  ChangeCertainty,
  ChangeConsequence,
  ChangePathPart,
  ChangeValue,
  ItemChange,
  SingleValue,
} from "../run/change.js";
import type { PolicyContent } from "../run/items.js";
import {
  absent,
  bounded,
  certain,
  isListValue,
  listOf,
  option,
  partsOf,
  uncertain,
  valueOf,
  valueOfLeaf,
} from "./change-data.js";
import { type SettingJudge, settingJudge } from "./consequence.js";
import { members, type StructuralChange } from "./leaf-changes.js";
import { type Leaf, leavesOf } from "./leaves.js";
import { nameField } from "./name.js";
import { child, type PathNode, type Scalar } from "./places.js";
import { structuralDiff } from "./structural-diff.js";

/** A change whose data are made only if it is listed, because a policy can hold many more than are shown. */
export interface FoundChange {
  readonly consequence: ChangeConsequence;
  readonly describe: () => ItemChange;
}

/** Differences in name and settings, in the order of the backup's payload, then what only the target has. */
export function settingChanges(
  before: PolicyContent | null,
  after: { readonly name: string | null; readonly payload: JsonObject | null },
  type: string | null,
): { readonly changes: readonly FoundChange[]; readonly noiseHidden: number } {
  const named = nameChange(before, after.name);
  if (after.payload === null) return { changes: named, noiseHidden: 0 };
  if (before !== null && before.payload === null)
    return { changes: [...named, notRead(after.payload)], noiseHidden: 0 };
  const present = before?.payload ?? {};
  const { changes, noise } = structuralDiff(present, after.payload);
  const judge = settingJudge(type, before === null ? null : present, after.payload);
  const spelledAgain = named.length > 0 ? placeOfName(after.payload) : null;
  const others = changes.flatMap((change) =>
    repeatsName(change, spelledAgain, before, after.name) ? [] : settingChange(change, judge),
  );
  return { changes: [...named, ...others], noiseHidden: before === null ? 0 : noise };
}

/** The name that the target lists the policy under, which is what an operator knows it by. */
function nameChange(before: PolicyContent | null, after: string | null): readonly FoundChange[] {
  if (after === null || before?.name === after) return [];
  return [
    found(before === null ? "adds" : "changes", certain, () => ({
      path: [{ kind: "part", part: "name" }],
      before: before === null ? absent : { kind: "text", ...bounded(before.name) },
      after: { kind: "text", ...bounded(after) },
    })),
  ];
}

/** Where a payload spells the name of its policy. */
function placeOfName(payload: JsonObject): PathNode | null {
  const named = nameField(payload);
  return named === null ? null : child(null, { kind: "field", name: named.field });
}

/** The same change again, as the payload spells it. */
function repeatsName(
  change: StructuralChange,
  place: PathNode | null,
  before: PolicyContent | null,
  after: string | null,
): boolean {
  if (change.kind !== "value" || change.path.key !== place?.key) return false;
  return change.after?.value === after && (change.before === null || change.before.value === before?.name);
}

function notRead(payload: JsonObject): FoundChange {
  return found("changes", uncertain("target_part_not_read"), () => ({
    path: [{ kind: "part", part: "settings" }],
    before: { kind: "not_known" },
    after: { kind: "settings_of_backup", values: leavesOf(payload).meaning.size },
  }));
}

function settingChange(change: StructuralChange, judge: SettingJudge): readonly FoundChange[] {
  if (change.kind === "places") {
    const places = change.from.flatMap(({ from }) => (from === null ? [] : [from]));
    const inOrder = places.toSorted((one, two) => one - two);
    const sides = () => [listOf(inOrder.map(numbered)), listOf(places.map(numbered))] as const;
    return change.order ? [orderChange(change.path, sides)] : [];
  }
  if (change.kind === "list") {
    const moved = orderChange(change.path, () => [orderOf(change.before), orderOf(change.after)]);
    return [...memberChanges(change, change.removed, change.added, judge), ...(change.order ? [moved] : [])];
  }
  const { path, before, after } = change;
  if (isValues(before) || isValues(after)) {
    const all = (leaf: Leaf | null) => (leaf === null ? [] : members(leaf).map((value) => ({ value })));
    return memberChanges(change, all(before), all(after), judge);
  }
  return [
    found(judge.value(path, before, after), certaintyOf([before, after]), () => ({
      path: partsOf(path),
      before: valueOfLeaf(before),
      after: valueOfLeaf(after),
    })),
  ];
}

/** Those that stayed stand in another order. */
function orderChange(path: PathNode, sides: () => readonly [before: ChangeValue, after: ChangeValue]): FoundChange {
  return found("changes", uncertain("order_may_matter"), () => {
    const [before, after] = sides();
    return { path: [...partsOf(path), { kind: "part", part: "order" }], before, after };
  });
}

function numbered(value: number): SingleValue {
  return { kind: "number", value };
}

function isValues(leaf: Leaf | null): boolean {
  return leaf !== null && isListValue(leaf.value) && leaf.value.length > 0;
}

function memberChanges(
  { path, before, after }: Exclude<StructuralChange, { kind: "places" }>,
  removed: readonly { readonly value: Scalar }[],
  added: readonly { readonly value: Scalar }[],
  judge: SettingJudge,
): readonly FoundChange[] {
  const member = (move: "removed" | "added", value: Scalar, leaf: Leaf) =>
    found(judge.member(move, path, value, after !== null), certaintyOf([{ value, choiceOf: leaf.choiceOf }]), () => {
      const data = valueOf(value, leaf);
      return move === "removed"
        ? { path: partsOf(path), before: data, after: absent }
        : { path: partsOf(path), before: absent, after: data };
    });
  return [
    ...(before === null ? [] : removed.map(({ value }) => member("removed", value, before))),
    ...(after === null ? [] : added.map(({ value }) => member("added", value, after))),
  ];
}

function orderOf(leaf: Leaf): ChangeValue {
  return listOf(members(leaf).map((value) => valueOf(value, leaf)));
}

/** A choice that the export spells as a number: that it differs is certain, and what it means is not known. */
function certaintyOf(values: readonly (Pick<Leaf, "value" | "choiceOf"> | null)[]): ChangeCertainty {
  return values.some(isBareNumber) ? uncertain("choice_meaning_not_exported") : certain;
}

function isBareNumber(leaf: Pick<Leaf, "value" | "choiceOf"> | null): boolean {
  if (leaf === null || leaf.choiceOf === null || typeof leaf.value !== "string") return false;
  return /^\d+$/.test(option(leaf.value, leaf.choiceOf));
}

function found(
  consequence: ChangeConsequence,
  certainty: ChangeCertainty,
  describe: () => {
    readonly path: readonly ChangePathPart[];
    readonly before: ChangeValue;
    readonly after: ChangeValue;
  },
): FoundChange {
  return { consequence, describe: () => ({ phase: "settings", consequence, certainty, ...describe() }) };
}
