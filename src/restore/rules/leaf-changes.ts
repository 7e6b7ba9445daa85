import { isListValue } from "./change-data.js";
import type { Leaf, Leaves, Meaning } from "./leaves.js";
import type { PathNode, Scalar } from "./places.js";

/** One member that a list has more or less on one side. */
export interface ListMember {
  /** Its place in its own list, counted from 0. */
  readonly at: number;
  readonly value: Scalar;
}

/** One difference between two payloads, before anything is said of it or left out. */
export type StructuralChange =
  | {
      readonly kind: "value";
      readonly path: PathNode;
      readonly before: Leaf | null;
      readonly after: Leaf | null;
    }
  /** Members that came and went; `order` where those that stayed stand in another order. */
  | {
      readonly kind: "list";
      readonly path: PathNode;
      readonly before: Leaf;
      readonly after: Leaf;
      readonly removed: readonly ListMember[];
      readonly added: readonly ListMember[];
      readonly order: boolean;
    }
  /** Members of a list without names that stand elsewhere; `order` where they passed one another. */
  | {
      readonly kind: "places";
      readonly path: PathNode;
      /** Places counted from 1; `from` is null for a member that is new. */
      readonly from: readonly { readonly to: number; readonly from: number | null }[];
      readonly order: boolean;
    };

/** Differences in what two payloads mean, in the order of the newer one, then what only the older one has. */
export function leafChanges(before: Meaning, after: Meaning): readonly StructuralChange[] {
  const changes: StructuralChange[] = [];
  for (const [key, leaf] of after) {
    const old = before.get(key);
    if (old === undefined) changes.push({ kind: "value", path: leaf.path, before: null, after: leaf });
    else if (!sameLeaf(old, leaf)) changes.push(changeOf(old, leaf));
  }
  for (const [key, old] of before) {
    if (!after.has(key)) changes.push({ kind: "value", path: old.path, before: old, after: null });
  }
  return changes;
}

/** Whether two leaves of one place say the same. */
export function sameLeaf(left: Leaf, right: Leaf): boolean {
  if (left.choiceOf !== right.choiceOf) return false;
  if (!isListValue(left.value) || !isListValue(right.value)) return left.value === right.value;
  const other = right.value;
  return left.value.length === other.length && left.value.every((value, index) => value === other[index]);
}

/** How one leaf became another of the same place: a list by its members, in linear time. */
export function changeOf(before: Leaf, after: Leaf): StructuralChange {
  const { path } = after;
  const comparable = isListValue(before.value) && isListValue(after.value) && before.choiceOf === after.choiceOf;
  // A list member that holds nothing is no list of values.
  if (!comparable || members(before).length === 0 || members(after).length === 0) {
    return { kind: "value", path, before, after };
  }
  return { kind: "list", path, before, after, ...listDifference(members(before), members(after)) };
}

function listDifference(
  before: readonly Scalar[],
  after: readonly Scalar[],
): { readonly removed: readonly ListMember[]; readonly added: readonly ListMember[]; readonly order: boolean } {
  // What both begin and end with never moved, whatever else appears twice.
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const old = before.slice(start, before.length - end);
  const intended = after.slice(start, after.length - end);
  const [stayed, removed] = split(old, intended, start);
  const [stays, added] = split(intended, old, start);
  return { removed, added, order: stayed.some((value, index) => value !== stays[index]) };
}

/** The members that the other list has too, as often as it has them, and apart from them the others. */
function split(
  list: readonly Scalar[],
  others: readonly Scalar[],
  start: number,
): readonly [shared: readonly Scalar[], own: readonly ListMember[]] {
  const left = new Map<Scalar, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  const shared: Scalar[] = [];
  const own: ListMember[] = [];
  list.forEach((value, index) => {
    const times = left.get(value) ?? 0;
    if (times === 0) own.push({ at: start + index, value });
    else {
      left.set(value, times - 1);
      shared.push(value);
    }
  });
  return [shared, own];
}

/** The values of a leaf, one by one. */
export function members({ value }: Leaf): readonly Scalar[] {
  return isListValue(value) ? value : [value];
}

/** What came or went together with its setting is not a difference of its own, so below the root both sides must have it. */
export function differingNoise(present: Leaves, intended: Leaves): number {
  let count = 0;
  for (const [key, leaf] of intended.noise) {
    const old = present.noise.get(key);
    if (old === undefined ? leaf.path.parent === null : !sameLeaf(old, leaf)) count += 1;
  }
  for (const [key, { path }] of present.noise) if (path.parent === null && !intended.noise.has(key)) count += 1;
  return count;
}
