import type { StructuralChange } from "../../src/restore/rules/leaf-changes.js";
import type { Leaf, Meaning } from "../../src/restore/rules/leaves.js";
import { child, type Scalar } from "../../src/restore/rules/places.js";

/** The inverse of the structural diff: what `before` means, after every change was made to it in order. */
export function applyDiff(before: Meaning, changes: readonly StructuralChange[]): Meaning {
  let meaning = new Map(before);
  for (const change of changes) {
    if (change.kind === "places") meaning = withPlaces(meaning, change);
    else if (change.after === null) meaning.delete(change.path.key);
    else if (change.kind === "value") meaning.set(change.path.key, change.after);
    else meaning.set(change.path.key, withMembers(meaning.get(change.path.key), change));
  }
  return meaning;
}

type Change<Kind extends StructuralChange["kind"]> = Extract<StructuralChange, { kind: Kind }>;

function withPlaces(meaning: Meaning, { path, from }: Change<"places">): Map<string, Leaf> {
  const keyOf = (number: number) => child(path, { kind: "place", number, alone: false }).key;
  const moves = from.flatMap((member) =>
    member.from === null ? [] : [[keyOf(member.from), keyOf(member.to)] as const],
  );
  return new Map(
    [...meaning].map(([key, leaf]) => {
      const move = moves.find(([old]) => key.startsWith(old));
      return [move === undefined ? key : move[1] + key.slice(move[0].length), leaf];
    }),
  );
}

/** Takes members out by their places in the older list, and puts members in by their places in the newer one. */
function withMembers(leaf: Leaf | undefined, { removed, added, order, after }: Change<"list">): Leaf {
  const gone = new Set(removed.map(({ at }) => at));
  const list = membersOf(leaf).filter((_, index) => !gone.has(index));
  for (const { at, value } of added) list.splice(at, 0, value);
  // Where members passed one another, the newer list alone tells how.
  return { ...after, value: order ? after.value : list };
}

function membersOf(leaf: Leaf | undefined): Scalar[] {
  if (leaf === undefined || !Array.isArray(leaf.value)) throw new TypeError("There is no list to change.");
  return [...(leaf.value as readonly Scalar[])];
}
