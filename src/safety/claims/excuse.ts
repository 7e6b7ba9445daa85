import { role } from "./compile.js";
import type { Hit, Hits } from "./hits.js";
import type { FalseClaimCause, ForbiddenClaim } from "./policy.js";
import { endsSentence, type Sentences } from "./sentences.js";
import { parted } from "./words.js";

// What can stand before a claim and bear on it. Claims and what follows them are looked up on their own.
const linking =
  role.denial |
  role.pairSecond |
  role.condition |
  role.duty |
  role.instruction |
  role.question |
  role.between |
  role.within |
  role.noun |
  role.determiner |
  role.alternative |
  role.afterComma;

/** Most words that may stand between a claim and what excuses it. */
const reach = 24;
/** Most letters between the two halves of a denial. */
const longestSentence = 400;

/** A claim in a text: the words that make it, in order, and all places that its words can fill. */
export interface Sighting {
  readonly text: Sentences;
  readonly hits: Hits;
  readonly claim: ForbiddenClaim;
  readonly words: readonly [Hit, ...Hit[]];
  readonly places: readonly number[];
}

/** Answers: is the claim made, or do the words around it deny it, ask for it or leave it open? null where it is not made. */
export function causeOf(seen: Sighting): FalseClaimCause | null {
  if (seen.claim.kind === "undeniable") return "undeniable";
  const before = lookBack(seen);
  if (before === "excused") return null;
  const denials = before + (deniedAfter(seen) ? 1 : 0);
  if (denials === 1) return null;
  return denials === 0 ? "asserted" : "denied_twice";
}

/** Reads from the last word of the claim to the left, through words that only link, and counts the denials that govern it. */
function lookBack(seen: Sighting): number | "excused" {
  const { text, hits, words } = seen;
  let right = words.at(-1) ?? words[0];
  let denials = 0;
  // A phrase of its own between a condition and the claim: "before this restore, all was well".
  let phrase = false;
  // Whether the phrase that was read last is of a noun, and not the claim's own: "in this record", not "in verified recovery".
  let ofNoun = false;
  for (let step = 0; step < reach; step += 1) {
    const own = isOwn(right, seen);
    if (own && isInstruction(seen, right)) return "excused";
    const prefix = own && isJoined(text, right.start) ? longest(hits.endingAt[right.start], role.prefix) : null;
    const hit = prefix ?? wordBefore(seen, right);
    if (hit === null) return denials;
    if (prefix !== null) denials += 1;
    else if (!isOwn(hit, seen)) {
      const found = bearing(seen, hit, right, { denied: denials > 0, phrase, ofNoun });
      if (found === "excused") return "excused";
      if (found === "cut") return denials;
      if (found === "pair") return denials + 1;
      if (found === "denial") denials += 1;
      if ((hit.roles & role.noun) !== 0 && startsClaim(right, seen)) phrase = true;
    }
    if ((hit.roles & role.determiner) === 0) ofNoun = (hit.roles & role.noun) !== 0 && !isOwn(hit, seen);
    right = hit;
  }
  return denials;
}

/** What a word does to the claim behind it: deny it, excuse it or cut it off; null where it links it to what stands before. */
function bearing(
  seen: Sighting,
  hit: Hit,
  right: Hit,
  { denied, phrase, ofNoun }: { readonly denied: boolean; readonly phrase: boolean; readonly ofNoun: boolean },
): "pair" | "denial" | "excused" | "cut" | null {
  const { text } = seen;
  const is = (roles: number) => (hit.roles & roles) !== 0;
  if (is(role.pairSecond) && hasFirstHalf(seen, hit)) return "pair";
  if (is(role.denial)) {
    // "Isn't recovery verified?" asks for a yes.
    return !denied && text.asked[hit.start] === 1 && text.sentenceStart[hit.start] === hit.start ? null : "denial";
  }
  if (is(role.condition)) return phrase ? "cut" : "excused";
  if (is(role.duty) && seen.claim.kind === "act" && !denied) return "excused";
  if (is(role.instruction)) return opensInstruction(seen, hit.start) ? "excused" : null;
  if (is(role.question) && !denied && isQuestion(text, hit)) return "excused";
  if (is(role.between | role.determiner | role.alternative | role.afterComma)) return null;
  if (is(role.noun)) return isOwn(right, seen) || (right.roles & (role.determiner | role.noun)) === 0 ? null : "cut";
  if (is(role.within)) return right.start > seen.words[0].start || ofNoun ? null : "cut";
  return is(role.claim) ? null : "cut";
}

/** The word that ends where another begins, and may bear on the claim; null where there is none, or another statement ends. */
function wordBefore(seen: Sighting, right: Hit): Hit | null {
  const { text, hits } = seen;
  const at = headOf(text, right);
  const bits = text.before[at] ?? 0;
  if (isBarrier(text, at, bits, right)) return null;
  const ending = hits.endingAt[at];
  // An answer at the end of a line answers something else.
  if ((bits & parted.line) !== 0 && longest(ending, role.answer) !== null) return null;
  return ending?.find((hit) => isOwn(hit, seen)) ?? longest(ending, linking) ?? otherClaim(seen, ending, right);
}

/** Whether a word opens a claim of several words, and does not itself link it to what stands before, as "as" does. */
function startsClaim(word: Hit, { words }: Sighting): boolean {
  return word === words[0] && words.length > 1 && (word.roles & role.between) === 0;
}

function isOwn(hit: Hit, { places }: Sighting): boolean {
  return hit.places.some((place) => places.includes(place));
}

/** The position where the word begins that a hit ends: a compound's head belongs to it. */
function headOf(text: Sentences, hit: Hit): number {
  let at = hit.start;
  if ((hit.roles & role.compound) === 0) return at;
  while (text.before[at] === 0) at -= 1;
  return at;
}

function isJoined(text: Sentences, at: number): boolean {
  return ((text.before[at] ?? 0) & ~parted.soft) === 0;
}

/** Whether what stands before a word begins another statement. */
function isBarrier(text: Sentences, at: number, bits: number, right: Hit): boolean {
  if ((bits & parted.hard) !== 0 || endsSentence(bits, text.lower[at] === 1)) return true;
  return (bits & parted.comma) !== 0 && (right.roles & role.afterComma) === 0;
}

/** The longest known word of one of the roles, of those that end at one place. */
export function longest(ending: readonly Hit[] | undefined, roles: number): Hit | null {
  // They stand in order of their starts.
  return ending?.find((hit) => (hit.roles & roles) !== 0) ?? null;
}

/**
 * A word of another claim that a denial reaches through: in "not verified or healthy" the first claim, in "completed without
 * verified recovery" what stands between the words of this one.
 */
function otherClaim({ words }: Sighting, list: readonly Hit[] | undefined, right: Hit): Hit | null {
  const reached = right.start > words[0].start || (right.roles & role.alternative) !== 0;
  return reached ? longest(list, role.claim) : null;
}

function hasFirstHalf({ text, hits }: Sighting, second: Hit): boolean {
  const from = text.sentenceStart[second.start] ?? 0;
  for (let at = second.start; at > Math.max(from, second.start - longestSentence); at -= 1)
    if (longest(hits.endingAt[at], role.pairFirst) !== null) return true;
  return false;
}

/** "Verify recovery", "please verify", "open it and verify": a verb that is an instruction, where an instruction can stand. */
function isInstruction(seen: Sighting, hit: Hit): boolean {
  return (hit.roles & role.imperative) !== 0 && opensInstruction(seen, hit.start);
}

function opensInstruction(seen: Sighting, start: number): boolean {
  const { text, hits } = seen;
  for (let at = start, step = 0; step < reach; step += 1) {
    const bits = text.before[at] ?? 0;
    if ((bits & (parted.hard | parted.comma)) !== 0 || endsSentence(bits, text.lower[at] === 1)) return true;
    const hit = longest(hits.endingAt[at], role.polite | role.duty | role.join);
    if (hit === null) return false;
    if ((hit.roles & role.duty) !== 0 || beginsWithInstruction(seen, hit.start)) return true;
    at = hit.start;
  }
  return false;
}

function beginsWithInstruction({ text, hits }: Sighting, at: number): boolean {
  const start = text.sentenceStart[at] ?? 0;
  const polite = longestFrom(hits.startingAt[start], role.polite);
  return longestFrom(hits.startingAt[polite?.end ?? start], role.imperative) !== null;
}

/** The longest known word of a role, of those that begin at one place. */
function longestFrom(starting: readonly Hit[] | undefined, roles: number): Hit | null {
  // They stand in order of their ends.
  return starting?.findLast((hit) => (hit.roles & roles) !== 0) ?? null;
}

/** A question that begins with its verb, and that nothing answers: it is the end of the text. */
function isQuestion(text: Sentences, { start }: Hit): boolean {
  return text.sentenceStart[text.letters.length - 1] === start && text.asked[start] === 1;
}

/** "… does not exist", and ": no" or "? No." at the end. */
function deniedAfter({ text, hits, words }: Sighting): boolean {
  const last = words.at(-1) ?? words[0];
  const bits = text.before[last.end] ?? 0;
  const isTrailing = (bits & ~parted.soft) === 0;
  const isAnswer = (bits & (parted.colon | parted.question)) !== 0;
  return (
    hits.startingAt[last.end]?.some(({ end, roles }) => {
      const after = text.before[end] ?? 0;
      const ends = (after & (parted.line | parted.sentence)) !== 0;
      if ((roles & role.answer) !== 0 && isAnswer) return ends;
      return (roles & role.trailing) !== 0 && isTrailing && (ends || (after & (parted.hard | parted.comma)) !== 0);
    }) ?? false
  );
}
