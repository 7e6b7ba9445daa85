import { type Node, role } from "./compile.js";
import { type Letters, parted } from "./words.js";

/** A known word in a text, by the positions of its letters. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly roles: number;
  readonly places: readonly number[];
}

/** The known words of a text. */
export interface Hits {
  readonly all: readonly Hit[];
  /** By the position after their last letter. */
  readonly endingAt: readonly (readonly Hit[] | undefined)[];
  /** By the position of their first letter. */
  readonly startingAt: readonly (readonly Hit[] | undefined)[];
}

const glue = role.claim | role.prefix | role.denial | role.question;

/**
 * Every known word of a text: between the edges of words, across whatever parts its letters ("v e r i f i e d"), and run together
 * with other known words ("recoveryverified"). Words that deny or link are only read where nothing more than space parts their letters.
 */
export function hitsOf(text: Letters, root: Node, external: Uint32Array): Hits {
  const { letters, before, humps } = text;
  const found: Hit[] = [];
  for (let start = 0; start < letters.length; start += 1) {
    let node = root.next.get(letters.charCodeAt(start));
    let crossed = 0;
    for (let end = start + 1; node !== undefined; end += 1) {
      if (node.roles !== 0) {
        const plain = (crossed & ~parted.soft) === 0 && external[start] === 0;
        const roles = plain ? node.roles : node.roles & (role.claim | role.compound);
        found.push({ start, end, roles, places: node.places });
      }
      const parting = before[end] ?? 0;
      // Where a name ends, and more than space follows, no word goes on.
      if (external[end] !== external[end - 1] && (parting & ~parted.soft) !== 0) break;
      crossed |= parting;
      node = node.next.get(letters.charCodeAt(end));
    }
  }
  return indexed(withEdges(found, letters.length, before, humps));
}

/** Keeps the words that begin and end at an edge, or at a word that does. */
function withEdges(found: readonly Hit[], length: number, before: Uint8Array, humps: Uint8Array): Hit[] {
  const starts = new Uint8Array(length + 1);
  const ends = new Uint8Array(length + 1);
  for (let at = 0; at <= length; at += 1) starts[at] = ends[at] = before[at] !== 0 || humps[at] === 1 ? 1 : 0;
  // In order of their starts, so an edge moves on from word to word.
  for (const hit of found) if (starts[hit.start] === 1 && (hit.roles & glue) !== 0) starts[hit.end] = 1;
  for (const hit of found.toReversed()) if (ends[hit.end] === 1 && (hit.roles & glue) !== 0) ends[hit.start] = 1;
  return found.filter(
    ({ start, end, roles }) => ends[end] === 1 && (starts[start] === 1 || (roles & role.compound) !== 0),
  );
}

function indexed(all: readonly Hit[]): Hits {
  const endingAt: (Hit[] | undefined)[] = [];
  const startingAt: (Hit[] | undefined)[] = [];
  for (const hit of all) {
    (endingAt[hit.end] ??= []).push(hit);
    (startingAt[hit.start] ??= []).push(hit);
  }
  return { all, endingAt, startingAt };
}
