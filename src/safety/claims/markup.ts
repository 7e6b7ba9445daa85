/** Characters with their places in the text they came from. */
export interface Glyphs {
  readonly characters: readonly string[];
  /** Start of each character in the given text, in UTF-16 units. */
  readonly starts: readonly number[];
  /** Exclusive end of each character. */
  readonly ends: readonly number[];
}

/** Stands for the end of a block, such as a paragraph or a cell. */
export const blockEnd = "\u2029";

const inlineTags =
  "a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark noscript q s samp small span strike strong sub sup svg path time tt u var wbr input script style template";
const blockTags =
  "address article aside blockquote body br button caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li link main meta nav ol optgroup option p pre section select summary table tbody td textarea tfoot th thead title tr ul";
const inline = new Set(inlineTags.split(" "));
const blocks = new Set(blockTags.split(" "));
const empty = new Set("br hr img input wbr link meta".split(" "));
const struck = new Set("del s strike script style template".split(" "));
/** Longest tag that is read as one; a longer one is text. */
const longestTag = 4_000;
/** Longest phrase that single tildes strike out; what is further apart was not meant as a pair. */
const longestPhrase = 200;

/** How much of the markup a reading believes: `known` removes tags of HTML, `all` whatever looks like a tag, `shown` also what is struck out or hidden. */
export type MarkupReading = "known" | "all" | "shown";

/** A text as it is read once its markup is gone, and what stands in its comments and attributes, which is read on its own. */
export function withoutMarkup(given: Glyphs, reading: MarkupReading): { text: Glyphs; asides: Glyphs[] } {
  const out = { characters: [] as string[], starts: [] as number[], ends: [] as number[] };
  const asides: Glyphs[] = [];
  const { characters } = given;
  let hidden: { name: string; depth: number } | null = null;
  let commentsEnd = true;
  const take = (index: number, character: string) => {
    if (hidden !== null) return;
    out.characters.push(character);
    out.starts.push(given.starts[index] ?? 0);
    out.ends.push(given.ends[index] ?? 0);
  };

  for (let index = 0; ; index += 1) {
    const character = characters[index];
    if (character === undefined) break;
    if (character === "~" && reading === "shown") {
      index = strikeEnd(characters, index) ?? index;
      continue;
    }
    if (character !== "<") {
      take(index, character);
      continue;
    }
    if (commentsEnd && characters.slice(index, index + 4).join("") === "<!--") {
      const close = commentEnd(characters, index + 4);
      if (close !== null) {
        asides.push(part(given, index + 4, close - 2));
        index = close;
        continue;
      }
      commentsEnd = false;
    }
    const tag = tagAt(characters, index);
    const isBlock = tag !== null && blocks.has(tag.name);
    if (tag === null || (reading === "known" && !isBlock && !inline.has(tag.name) && !tag.name.includes("-"))) {
      take(index, character);
      continue;
    }
    for (const [start, end] of tag.said) asides.push(part(given, start, end));
    if (reading === "shown") {
      if (hidden !== null && hidden.name === tag.name) {
        hidden.depth += tag.closes ? -1 : tag.empty ? 0 : 1;
        if (hidden.depth === 0) hidden = null;
      } else if (hidden === null && !tag.closes && !tag.empty && tag.hides) hidden = { name: tag.name, depth: 1 };
    }
    if (isBlock) take(index, blockEnd);
    index = tag.end;
  }
  return { text: reading === "shown" ? withoutStruckWords(out) : out, asides };
}

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly empty: boolean;
  /** Position of its ">". */
  readonly end: number;
  readonly hides: boolean;
  /** Attribute values that a person reads or hears. */
  readonly said: readonly (readonly [number, number])[];
}

function tagAt(characters: readonly string[], start: number): Tag | null {
  let end = start + 1;
  let quote: string | null = null;
  for (; ; end += 1) {
    const character = characters[end];
    if (character === undefined || end - start > longestTag) return null;
    if (quote !== null) {
      if (character === quote) quote = null;
    } else if (character === ">") break;
    else if (character === "<") return null;
    else if ((character === '"' || character === "'") && characters[end - 1] === "=") quote = character;
  }
  const source = characters.slice(start + 1, end).join("");
  const name = /^\/?([a-z][a-z0-9-]*)(?=[\s/]|$)/.exec(source.toLowerCase())?.[1];
  if (name === undefined) return null;
  const said: [number, number][] = [];
  const attributes = /\b(?:alt|title|placeholder|value|label|content|summary|aria-[a-z]+)\s*=\s*(["'])(.*?)\1/gis;
  // Positions of the joined source count UTF-16 units; characters here are code points, so they are counted again.
  for (const { index, 0: whole, 2: value = "" } of source.matchAll(attributes)) {
    const before = source.slice(0, index + whole.length - 1 - value.length);
    const first = start + 1 + [...before].length;
    said.push([first, first + [...value].length]);
  }
  return {
    name,
    closes: source.startsWith("/"),
    empty: source.endsWith("/") || empty.has(name),
    end,
    hides:
      struck.has(name) ||
      /\b(?:hidden|sr-only|line-through|transparent|invisible)\b|display:\s*none|(?:opacity|font-size):\s*0(?![.\d]*[1-9])/i.test(
        source,
      ),
    said,
  };
}

/** Where a comment ends, whose text begins at a position: "<!-->" ends at once. */
function commentEnd(characters: readonly string[], from: number): number | null {
  for (let end = characters.indexOf(">", from); end !== -1; end = characters.indexOf(">", end + 1))
    if (characters[end - 1] === "-" && characters[end - 2] === "-") return end;
  return null;
}

/** Whether a character strikes out the one before it. */
export function isStroke(character: string | undefined): boolean {
  return character !== undefined && character >= "\u0335" && character <= "\u0338";
}

/** A text without the words of which every letter is struck out. One struck letter in a word is an ornament. */
function withoutStruckWords(given: Glyphs): Glyphs {
  const { characters, starts, ends } = given;
  const kept = new Uint8Array(characters.length);
  for (let from = 0, end = 0; from < characters.length; from = end) {
    const inWord = isInWord(characters[from]);
    let plain = false;
    for (end = from; end < characters.length && isInWord(characters[end]) === inWord; end += 1)
      plain ||= !isStroke(characters[end]) && !isStroke(characters[end + 1]);
    if (plain || !inWord) kept.fill(1, from, end);
  }
  const only = <Value>(list: readonly Value[]) => list.filter((_, index) => kept[index] === 1);
  return { characters: only(characters), starts: only(starts), ends: only(ends) };
}

function isInWord(character: string | undefined): boolean {
  return character !== undefined && !/[\s\p{P}]/u.test(character);
}

/** Where a text struck out ends: with two tildes like those it begins with, or after a few words with one right behind the last. */
function strikeEnd(characters: readonly string[], from: number): number | null {
  const double = characters[from + 1] === "~";
  const last = Math.min(characters.length, from + (double ? longestTag : longestPhrase));
  for (let index = from + 2; index < last; index += 1) {
    if (characters[index] !== "~") continue;
    const next = characters[index + 1];
    if (double ? next === "~" : isInWord(characters[index - 1]) && !isInWord(next)) return double ? index + 1 : index;
  }
  return null;
}

function part({ characters, starts, ends }: Glyphs, from: number, to: number): Glyphs {
  return { characters: characters.slice(from, to), starts: starts.slice(from, to), ends: ends.slice(from, to) };
}
