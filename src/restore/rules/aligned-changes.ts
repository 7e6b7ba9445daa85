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
  const memberOf = outermostMember(within);
  const lists = new Map<string, PathNode>();
  const others = plain.filter(({ path }) => {
    const list = memberOf(path)?.parent ?? null;
    if (list !== null) lists.set(list.key, list);
    return list === null;
  });
  if (lists.size === 0) return plain;
  const [old, intended] = [membersBy(before, lists, memberOf), membersBy(after, lists, memberOf)];
  return [
    ...others,
    ...[...lists].flatMap(([key, path]) => listChanges(path, old.get(key) ?? [], intended.get(key) ?? [], depth)),
  ];
}

/** One member of a list whose members have no names. */
interface Member {
  readonly node: PathNode;
  readonly number: number;
  readonly leaves: Map<string, Leaf>;
}

/** Finds, for a place, the member of an unnamed list that it lies in, counted from the outside; each level is looked at once. */
function outermostMember(within: PathNode | null): (path: PathNode) => PathNode | null {
  const known = new Map<PathNode, PathNode | null>();
  return (path) => {
    const way: PathNode[] = [];
    let node: PathNode | null = path;
    while (node !== null && node.key !== within?.key && !known.has(node)) {
      way.push(node);
      node = node.parent;
    }
    let found = node === null ? null : (known.get(node) ?? null);
    for (const step of way.reverse()) {
      if (found === null && step.segment.kind === "place" && step.parent !== null) found = step;
      known.set(step, found);
    }
    return found;
  };
}

function membersBy(
  meaning: Meaning,
  lists: ReadonlyMap<string, PathNode>,
  memberOf: (path: PathNode) => PathNode | null,
): ReadonlyMap<string, readonly Member[]> {
  const found = new Map<string, Map<number, Member>>();
  for (const [key, leaf] of meaning) {
    const node = memberOf(leaf.path);
    if (node?.segment.kind !== "place" || node.parent === null || !lists.has(node.parent.key)) continue;
    const { number } = node.segment;
    const list = found.get(node.parent.key) ?? new Map<number, Member>();
    found.set(node.parent.key, list);
    const member = list.get(number) ?? { node, number, leaves: new Map<string, Leaf>() };
    list.set(number, member);
    member.leaves.set(key, leaf);
  }
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
  return said.sort().join("\n");
}

/** The values of a member as if it had always stood where it stands now. */
function movedTo(node: PathNode, member: Member): Meaning {
  if (node.key === member.node.key) return member.leaves;
  const moved = new Map<PathNode, PathNode>([[member.node, node]]);
  const place = (path: PathNode): PathNode => {
    const way: PathNode[] = [];
    let step = path;
    while (!moved.has(step) && step.key !== member.node.key && step.parent !== null) {
      way.push(step);
      step = step.parent;
    }
    let to = moved.get(step) ?? node;
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
