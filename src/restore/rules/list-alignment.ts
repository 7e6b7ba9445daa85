/** Which member of an older list each member of a newer one was. */
export interface ListAlignment {
  /** For each member of the newer list its place in the older one, counted from 0; null for one that is new. */
  readonly from: readonly (number | null)[];
  /** Whether members that are the same passed one another. */
  readonly moved: boolean;
}

/**
 * Answers: which members do two lists have in common? In linear time: what both begin and end with never moved, whatever else
 * appears twice; of the others each list keeps as many as the other one has too, its first ones.
 */
export function sharedMembers<Member>(before: readonly Member[], after: readonly Member[]): ListAlignment {
  const from: (number | null)[] = [];
  pairEnds(before, after, from);
  pairSame(before, after, from);
  const stayed = from.filter((place) => place !== null);
  return { from, moved: stayed.some((place, index) => place < (stayed[index - 1] ?? -1)) };
}

/**
 * Answers: which members stayed, which changed, came or went? Members are given by what they say. Of those that the lists do
 * not share, the ones that follow the same member on both sides are one member that changed.
 */
export function alignLists(before: readonly string[], after: readonly string[]): ListAlignment {
  const shared = sharedMembers(before, after);
  const stayed = new Set(shared.from);
  let last = -1;
  const from = shared.from.map((place) => {
    const next = last + 1;
    const paired = place ?? (next < before.length && !stayed.has(next) ? next : null);
    last = paired ?? last;
    return paired;
  });
  return { from, moved: shared.moved };
}

function pairEnds<Member>(before: readonly Member[], after: readonly Member[], from: (number | null)[]): void {
  let start = 0;
  for (; start < after.length && before[start] === after[start]; start += 1) from[start] = start;
  let [old, wanted] = [before.length - 1, after.length - 1];
  for (; old >= start && wanted >= start && before[old] === after[wanted]; old -= 1, wanted -= 1) from[wanted] = old;
}

function pairSame<Member>(before: readonly Member[], after: readonly Member[], from: (number | null)[]): void {
  const paired = new Set(from);
  const waiting = new Map<Member, number[]>();
  // The last place first, so that the first one is taken first.
  for (const [place, member] of [...before.entries()].reverse()) {
    if (paired.has(place)) continue;
    const places = waiting.get(member) ?? [];
    places.push(place);
    waiting.set(member, places);
  }
  after.forEach((member, index) => {
    from[index] ??= waiting.get(member)?.pop() ?? null;
  });
}
