import { compile, type CompiledPolicy, type Pattern, role } from "./compile.js";
import { causeOf, longest } from "./excuse.js";
import { externalSpans, knownNames } from "./external.js";
import { glyphsOf } from "./glyphs.js";
import { type Hit, type Hits, hitsOf } from "./hits.js";
import { type Glyphs, isStroke, withoutMarkup } from "./markup.js";
import type { ClaimPolicy, ClaimText, FalseClaim } from "./policy.js";
import { type Sentences, sentencesOf } from "./sentences.js";
import { type Letters, lettersOf, parted } from "./words.js";

/**
 * Answers: which claims does this text make that the policy forbids? (RR-12, SI-10) Sorted by place; empty where it makes none.
 * What cannot be told apart from a claim counts as one. `external` are names that come from outside: they are exempt where they stand in quotation marks (BY-13).
 */
export function findFalseClaims(
  text: ClaimText,
  policy: ClaimPolicy,
  external?: readonly string[],
): readonly FalseClaim[] {
  return claimFinder(policy, external)(text);
}

/** `findFalseClaims` for many texts with the same names, which are prepared once. */
export function claimFinder(
  policy: ClaimPolicy,
  external: readonly string[] = [],
): (text: ClaimText) => readonly FalseClaim[] {
  const compiled = compile(policy);
  const names = knownNames(external);
  return (text) => {
    const { whole, spans } = externalSpans(text, names);
    const named = new Uint32Array(whole.length);
    spans.forEach(({ start, end }, index) => named.fill(index + 1, start, end));
    const found = new Map<string, FalseClaim>();
    for (const glyphs of readings(glyphsOf(whole))) {
      const plain = lettersOf(glyphs);
      const read = plain.mixed ? [plain, lettersOf(glyphs, { signs: true })] : [plain];
      for (const letters of read)
        for (const claim of claimsIn(letters, compiled, whole, named)) {
          const key = `${claim.claim} ${claim.start} ${claim.end}`;
          if (!found.has(key)) found.set(key, claim);
        }
    }
    return [...found.values()].sort((left, right) => left.start - right.start || left.end - right.end);
  };
}

/** Every way in which a text with markup may come to be read. */
function readings(glyphs: Glyphs): readonly Glyphs[] {
  if (!glyphs.characters.some((character) => character === "<" || character === "~" || isStroke(character)))
    return [glyphs];
  const { text, asides } = withoutMarkup(glyphs, "known");
  const others = (["all", "shown"] as const).map((way) => withoutMarkup(glyphs, way).text);
  // A reading that leaves out no more than the first one reads the same.
  return [text, ...asides, ...others.filter(({ characters }) => characters.length < text.characters.length)];
}

function claimsIn(
  letters: Letters,
  { root, patterns }: CompiledPolicy,
  whole: string,
  named: Uint32Array,
): readonly FalseClaim[] {
  // For each letter the number of the name that it stands in, counted from 1; 0 for a letter of ours.
  const external = Uint32Array.from(letters.starts, (start) => named[start] ?? 0);
  const hits = hitsOf(letters, root, external);
  const claimed = hits.all.filter(({ places }) => places.length > 0);
  // Most texts hold no word of any claim.
  if (claimed.length === 0) return [];
  const text = sentencesOf(letters);
  const said = claimed.filter((hit) => !isPartOfInstruction(hit, hits));
  const ours = said.filter((hit) => !isNamed(hit, external));
  const found = claimsBy(said);
  // Between two words of ours, a name may hold the same words and nearer ones.
  return ours.length === said.length ? found : [...found, ...claimsBy(ours)];

  function claimsBy(words: readonly Hit[]): readonly FalseClaim[] {
    const byPlace = placed(words);
    return patterns.flatMap((pattern) =>
      (byPlace.get(pattern.places.at(-1) ?? 0) ?? []).flatMap((last) => claimEndingWith(last, pattern, byPlace)),
    );
  }

  function claimEndingWith(last: Hit, pattern: Pattern, byPlace: HitsByPlace): readonly FalseClaim[] {
    const words = chainTo(last, pattern, byPlace, text, hits);
    if (words === null || isNotOurs(words, hits, external)) return [];
    const { claim, language, places } = pattern;
    const why = causeOf({ text, hits, claim, words, places });
    if (why === null) return [];
    const { start, end } = placeOf(words, text);
    return [{ claim: claim.id, language, start, end, text: whole.slice(start, end), why }];
  }
}

type HitsByPlace = ReadonlyMap<number, readonly Hit[]>;

/** The words that fill each place of a claim, in order of their ends. */
function placed(words: readonly Hit[]): HitsByPlace {
  const byPlace = new Map<number, Hit[]>();
  for (const hit of words.toSorted((left, right) => left.end - right.end)) {
    for (const place of hit.places) {
      const others = byPlace.get(place);
      if (others === undefined) byPlace.set(place, [hit]);
      else others.push(hit);
    }
  }
  return byPlace;
}

/** Words of names alone, or of ours with only a part of what a name says: then the name is read by itself, and is not ours. */
function isNotOurs(words: readonly Hit[], hits: Hits, external: Uint32Array): boolean {
  const named = words.filter((word) => isNamed(word, external));
  return named.length === words.length || named.some((word) => saysMore(word, words, hits, external));
}

function isNamed({ start, end }: Hit, external: Uint32Array): boolean {
  return external[start] !== 0 && external[start] === external[end - 1];
}

/** Whether the name that holds a word holds another word of a claim, which is none of these. */
function saysMore({ start }: Hit, words: readonly Hit[], { all }: Hits, external: Uint32Array): boolean {
  return all.some(
    (hit) =>
      hit.places.length > 0 &&
      external[hit.start] === external[start] &&
      isNamed(hit, external) &&
      words.every((word) => hit.end <= word.start || word.end <= hit.start),
  );
}

/** "Stellen Sie sicher" claims no safety. */
function isPartOfInstruction({ start, end }: Hit, { endingAt }: Hits): boolean {
  return (longest(endingAt[end], role.instruction)?.start ?? start) < start;
}

/** The nearest words that fill the other places before `last`; null where one is missing or too far. */
function chainTo(
  last: Hit,
  { claim, places, asWritten }: Pattern,
  byPlace: HitsByPlace,
  text: Sentences,
  hits: Hits,
): readonly [Hit, ...Hit[]] | null {
  let words: readonly [Hit, ...Hit[]] = [last];
  let right = last;
  for (let place = places.length - 2; place >= 0; place -= 1) {
    const left = nearestBefore(byPlace.get(places[place] ?? 0) ?? [], right.start);
    if (left === null || !areNear(left, right, claim.gap, asWritten, text, hits)) return null;
    words = [left, ...words];
    right = left;
  }
  return words;
}

/** The hit that ends nearest before a position, of hits in order of their ends. */
function nearestBefore(hits: readonly Hit[], position: number): Hit | null {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return hits[low - 1] ?? null;
}

function areNear(left: Hit, right: Hit, gap: number, asWritten: boolean, text: Sentences, hits: Hits): boolean {
  const from = left.end - 1;
  const between = Math.max(0, (text.word[right.start] ?? 0) - (text.word[from] ?? 0) - 1);
  if (between > gap) return false;
  const inOneClause = text.clauseStart[from] === text.clauseStart[right.start];
  if (!asWritten && !inOneClause && !(between === 0 && isColon(text, right))) return false;
  return between === 0 || isOneSentence(text, from, right.start) || saysOf(left, right, text, hits);
}

function isOneSentence({ sentenceStart }: Sentences, left: number, right: number): boolean {
  return sentenceStart[left] === sentenceStart[right];
}

/** "Recovery" as a heading, and "is not yet verified" below it: where one sentence ends, the next goes on to say something of it. */
function saysOf(left: Hit, right: Hit, text: Sentences, { endingAt }: Hits): boolean {
  if (!isOneSentence(text, left.end, right.start)) return false;
  let at = right.start;
  while (at !== left.end) {
    const hit = longest(endingAt[at], role.between | role.question | role.denial);
    if (hit === null) return false;
    at = hit.start;
  }
  return true;
}

/** "Verified: recovery" says what "recovery verified" says. */
function isColon({ before }: Sentences, { start }: Hit): boolean {
  return ((before[start] ?? 0) & (parted.sentence | parted.comma | parted.colon)) === parted.colon;
}

function placeOf(words: readonly Hit[], text: Sentences): { readonly start: number; readonly end: number } {
  let start = Infinity;
  let end = 0;
  for (const word of words) {
    // Text that is shown backwards has its first letter last.
    for (let letter = word.start; letter < word.end; letter += 1) {
      start = Math.min(start, text.starts[letter] ?? Infinity);
      end = Math.max(end, text.ends[letter] ?? 0);
    }
  }
  return { start, end };
}
