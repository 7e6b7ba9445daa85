import { letterOfSign, readingOf } from "./look-alikes.js";
import { blockEnd, type Glyphs } from "./markup.js";

/** What parts a word from the one before, as bits. */
export const parted = { soft: 1, comma: 2, line: 4, hard: 8, sentence: 16, question: 32, colon: 64 } as const;

/** A text as the letters it is read as, in a row, with the places where words begin. */
export interface Letters {
  readonly letters: string;
  /** Place in the given text of each letter, in UTF-16 units. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** What parts the letter from the one before it; 0 inside a word. One more than there are letters, for the end. */
  readonly before: Uint8Array;
  /** Whether a letter begins a part of a word, as in camelCase. */
  readonly humps: Uint8Array;
  /** Whether a letter is lower case in the given text. */
  readonly lower: Uint8Array;
  /** Whether digits or signs stand inside words, so that they may stand for letters. */
  readonly mixed: boolean;
}

/** The letters of a text. With `signs`, a digit or sign inside a word is read as the letter it looks like. */
export function lettersOf({ characters, starts, ends }: Glyphs, { signs }: { readonly signs: boolean }): Letters {
  const letters: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const before: number[] = [];
  const humps: number[] = [];
  const lower: number[] = [];
  let pending: number = parted.sentence;
  let mixed = false;
  let kind: "letter" | "digit" = "letter";
  let wasLower = false;

  characters.forEach((character, index) => {
    let reading = readingOf(character);
    if (reading === "") return;
    const sign = letterOfSign(character);
    const inWord = sign !== null && touchesLetters(characters, index);
    if (inWord) mixed = true;
    if (signs && inWord) reading = readingOf(sign);
    const words = reading.trim();
    if (words === "") {
      pending |= partingOf(character, characters[index + 1]);
      return;
    }
    if (reading !== words) pending |= parted.soft;
    const now = /^\d/.test(words) ? "digit" : "letter";
    if (pending === 0 && letters.length > 0 && now !== kind) pending = parted.soft;
    kind = now;
    const isLower = character !== character.toUpperCase() || character === character.toLowerCase();
    [...words].forEach((letter, offset) => {
      letters.push(letter.length === 1 ? letter : letterBeyondPlaces);
      from.push(starts[index] ?? 0);
      to.push(ends[index] ?? 0);
      before.push(offset === 0 ? pending : 0);
      humps.push(offset === 0 && wasLower && !isLower ? 1 : 0);
      lower.push(isLower ? 1 : 0);
    });
    wasLower = isLower;
    pending = reading.endsWith(" ") ? parted.soft : 0;
  });
  before.push(pending | parted.sentence);
  return {
    letters: letters.join(""),
    starts: from,
    ends: to,
    before: Uint8Array.from(before),
    humps: Uint8Array.from(humps),
    lower: Uint8Array.from(lower),
    mixed,
  };
}

/** Whether the run of digits and signs that a character stands in has a letter at either end, and a sign one at both. */
function touchesLetters(characters: readonly string[], index: number): boolean {
  const reach = 3;
  let left = false;
  let right = false;
  for (let at = index - 1; at >= index - reach && !left; at -= 1) {
    const character = characters[at];
    if (character === undefined || !(isLetter(character) || letterOfSign(character) !== null)) break;
    left = isLetter(character);
  }
  for (let at = index + 1; at <= index + reach && !right; at += 1) {
    const character = characters[at];
    if (character === undefined || !(isLetter(character) || letterOfSign(character) !== null)) break;
    right = isLetter(character);
  }
  // "$afe" and "saf€" are read so, "safe!" is not.
  return /[\d$@€]/.test(characters[index] ?? "") ? left || right : left && right;
}

/** Stands for a letter of two UTF-16 units, which no claim is written with: a letter of the row has one place. */
const letterBeyondPlaces = "\uE000";

const letterCache = new Map<string, boolean>();

function isLetter(character: string): boolean {
  let known = letterCache.get(character);
  if (known === undefined) letterCache.set(character, (known = /^\p{L}$/u.test(character)));
  return known;
}

const partingCache = new Map<string, number>();

/** What a character parts, as bits. There are only so many characters, so each is looked at once. */
function partingOf(character: string, next: string | undefined): number {
  if (character === ".") return fullStop(next);
  if (character === "\n" && next === "\n") return parted.sentence;
  let known = partingCache.get(character);
  if (known === undefined) partingCache.set(character, (known = kindOfParting(character)));
  return known;
}

function kindOfParting(character: string): number {
  if (character === blockEnd || character === "\u2028") return parted.sentence;
  if (/^[\n\r\v\f\u0085]$/.test(character)) return parted.line;
  if (/^[\s\-\u2010-\u2012'’‘ʼ´′"“”„«»‹›*_`~#^\\]$/u.test(character)) return parted.soft;
  if (/^[,،、，]$/u.test(character)) return parted.comma;
  if (/^[;；!！。｡‼⁉؟۔।]$/u.test(character)) return parted.sentence;
  if (character === "?" || character === "？") return parted.sentence | parted.question;
  if (character === ":" || character === "：") return parted.hard | parted.colon;
  return parted.hard;
}

/** A full stop inside a name or number parts less than one that ends a sentence. */
function fullStop(next: string | undefined): number {
  return next !== undefined && (isLetter(next) || /^\d$/.test(next)) ? parted.hard : parted.sentence;
}
