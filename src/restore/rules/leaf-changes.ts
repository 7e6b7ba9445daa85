import { isListValue } from "./change-data.js";
import type { Leaf, Leaves, Meaning } from "./leaves.js";
import { sharedMembers } from "./list-alignment.js";
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
function sameLeaf(left: Leaf, right: Leaf): boolean {
  if (left.choiceOf !== right.choiceOf) return false;
  if (!isListValue(left.value) || !isListValue(right.value)) return left.value === right.value;
  const other = right.value;
  return left.value.length === other.length && left.value.every((value, index) => value === other[index]);
}

/** How one leaf became another of the same place: a list by its members, in linear time. */
function changeOf(before: Leaf, after: Leaf): StructuralChange {
  const { path } = after;
  const [old, wanted] = [listOf(before), listOf(after)];
  if (old === null || wanted === null || before.choiceOf !== after.choiceOf) {
    return { kind: "value", path, before, after };
  }
  const { from, moved } = sharedMembers(old, wanted);
  const stayed = new Set(from);
  return {
    kind: "list",
    path,
    before,
    after,
    removed: old.flatMap((value, at) => (stayed.has(at) ? [] : [{ at, value }])),
    added: wanted.flatMap((value, at) => (from[at] === null ? [{ at, value }] : [])),
    order: moved,
  };
}

/** The members of a list of values; null for a single value. */
function listOf({ value }: Leaf): readonly Scalar[] | null {
  return isListValue(value) ? value : null;
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
