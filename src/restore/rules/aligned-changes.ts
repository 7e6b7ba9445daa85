import { leafChanges, type StructuralChange } from "./leaf-changes.js";
import type { Leaf, Meaning } from "./leaves.js";
import { alignLists } from "./list-alignment.js";
import { child, type PathNode } from "./places.js";

/** Lists within lists whose members are followed when they move; deeper ones are compared place by place. */
const deepestList = 8;

/**
 * Differences in what two payloads mean, where a list member that only moved is the same member: an entry taken from the
 * middle of a list is one entry less, not a change of every entry after it.
 */
export function alignedChanges(
  before: Meaning,
  after: Meaning,
  within: PathNode | null = null,
  depth = 0,
): readonly StructuralChange[] {
  const plain = leafChanges(before, after);
  if (depth === deepestList) return plain;
  const placeOf = outermostPlace(within);
  const lists = new Map<string, PathNode>();
  const others = plain.filter(({ path }) => {
    const place = placeOf(path);
    if (place !== null) lists.set(place.list.key, place.list);
    return place === null;
  });
  const [old, intended] = [membersBy(before, placeOf), membersBy(after, placeOf)];
  return [
    ...others,
    ...[...lists].flatMap(([key, path]) => listChanges(path, old.get(key) ?? [], intended.get(key) ?? [], depth)),
  ];
}

/** Where a member of a list stands whose members have no names. */
interface MemberPlace {
  readonly list: PathNode;
  readonly node: PathNode;
  readonly number: number;
}

interface Member extends MemberPlace {
  readonly leaves: Map<string, Leaf>;
}

type PlaceOf = (path: PathNode) => MemberPlace | null;

/** Finds, for a path, the member of an unnamed list that it leads through first; each level is looked at once. */
function outermostPlace(within: PathNode | null): PlaceOf {
  const known = new Map<PathNode | null, MemberPlace | null>();
  return (path) => {
    const way: PathNode[] = [];
    let node: PathNode | null = path;
    while (node !== null && node !== within && !known.has(node)) {
      way.push(node);
      node = node.parent;
    }
    let found = known.get(node) ?? null;
    for (const step of way.reverse()) {
      found ??= placeAt(step);
      known.set(step, found);
    }
    return found;
  };
}

function placeAt(node: PathNode): MemberPlace | null {
  const { parent, segment } = node;
  // A payload is an object, so every list is held by something.
  return segment.kind === "place" ? { list: parent!, node, number: segment.number } : null;
}

/** Members of all lists without names, in their order, by the key of their list. */
function membersBy(meaning: Meaning, placeOf: PlaceOf): ReadonlyMap<string, readonly Member[]> {
  const found = new Map<string, Map<number, Member>>();
  for (const [key, leaf] of meaning) {
    const place = placeOf(leaf.path);
    if (place === null) continue;
    const list = found.get(place.list.key) ?? new Map<number, Member>();
    found.set(place.list.key, list);
    const member = list.get(place.number) ?? { ...place, leaves: new Map<string, Leaf>() };
    list.set(place.number, member);
    member.leaves.set(key, leaf);
  }
  // What holds no value is read last, wherever it stands.
  const inOrder = (list: ReadonlyMap<number, Member>) => [...list.values()].sort((one, two) => one.number - two.number);
  return new Map([...found].map(([key, list]) => [key, inOrder(list)]));
}

function listChanges(
  path: PathNode,
  before: readonly Member[],
  after: readonly Member[],
  depth: number,
): readonly StructuralChange[] {
  const { from, moved } = alignLists(before.map(content), after.map(content));
  const stayed = new Set(from);
  const gone = before.filter((_, index) => !stayed.has(index));
  const pairs = after.map((member, index) => ({ member, old: before[from[index] ?? -1] ?? null }));
  const shifted = pairs.some(({ member, old }) => old !== null && old.number !== member.number);
  const places = pairs.map(({ member, old }) => ({ to: member.number, from: old?.number ?? null }));
  return [
    ...gone.flatMap(({ leaves }) => leafChanges(leaves, none)),
    ...(shifted ? [{ kind: "places" as const, path, from: places, order: moved }] : []),
    ...pairs.flatMap(({ member, old }) =>
      old === null
        ? leafChanges(none, member.leaves)
        : alignedChanges(movedTo(member.node, old), member.leaves, member.node, depth + 1),
    ),
  ];
}

const none: Meaning = new Map();

/** What a member says, wherever it stands. */
function content({ node, leaves }: Member): string {
  const said = [...leaves].map(([key, { value, choiceOf }]) =>
    JSON.stringify([key.slice(node.key.length), value, choiceOf]),
  );
  return said.sort().join();
}

/** The values of a member as if it had always stood where it stands now. */
function movedTo(node: PathNode, member: Member): Meaning {
  const moved = new Map<PathNode, PathNode>([[member.node, node]]);
  const place = (path: PathNode): PathNode => {
    const way: PathNode[] = [];
    let step = path;
    // Every value of a member lies below it.
    for (; !moved.has(step); step = step.parent!) way.push(step);
    let to = moved.get(step)!;
    for (const each of way.reverse()) {
      to = child(to, each.segment);
      moved.set(each, to);
    }
    return to;
  };
  return new Map(
    [...member.leaves.values()].map((leaf) => {
      const path = place(leaf.path);
      return [path.key, { ...leaf, path }];
    }),
  );
}
