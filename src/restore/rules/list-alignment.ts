/** Which member of an older list each member of a newer one was. */
export interface ListAlignment {
  /** For each member of the newer list its place in the older one, counted from 0; null for one that is new. */
  readonly from: readonly (number | null)[];
  /** Whether members that are the same passed one another. */
  readonly moved: boolean;
}

/**
 * Answers: which members stayed, which changed, came or went? Members are given by what they say. In linear time: what both
 * lists begin and end with stayed, what both have stayed or moved, and of the others those that follow the same member on
 * both sides are one member that changed.
 */
export function alignLists(before: readonly string[], after: readonly string[]): ListAlignment {
  const from: (number | null)[] = after.map(() => null);
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  for (; start < shorter && before[start] === after[start]; start += 1) from[start] = start;
  let [oldEnd, newEnd] = [before.length, after.length];
  while (oldEnd > start && newEnd > start && before[oldEnd - 1] === after[newEnd - 1]) {
    oldEnd -= 1;
    newEnd -= 1;
    from[newEnd] = oldEnd;
  }
  const moved = pairSame(before, after, from, { start, oldEnd, newEnd });
  pairChanged(from, { start, oldEnd, newEnd });
  return { from, moved };
}

/** The part of both lists that neither begins nor ends alike; the ends are exclusive. */
interface Middle {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

function pairSame(
  before: readonly string[],
  after: readonly string[],
  from: (number | null)[],
  { start, oldEnd, newEnd }: Middle,
): boolean {
  const waiting = new Map<string, number[]>();
  for (let index = oldEnd - 1; index >= start; index -= 1) addTo(waiting, before[index]!, index);
  let last = -1;
  let moved = false;
  for (let index = start; index < newEnd; index += 1) {
    const old = waiting.get(after[index]!)?.pop();
    if (old === undefined) continue;
    from[index] = old;
    moved ||= old < last;
    last = old;
  }
  return moved;
}

function pairChanged(from: (number | null)[], { start, oldEnd, newEnd }: Middle): void {
  const stayed = new Set(from);
  const followers = new Map<number, number[]>();
  for (let index = oldEnd - 1, ahead: number[] = []; index >= start - 1; index -= 1) {
    if (index >= start && !stayed.has(index)) ahead.push(index);
    else {
      followers.set(index, ahead);
      ahead = [];
    }
  }
  let behind = start - 1;
  for (let index = start; index < newEnd; index += 1) {
    const old = from[index];
    if (old !== null && old !== undefined) behind = old;
    else from[index] = followers.get(behind)?.pop() ?? null;
  }
}

function addTo(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
