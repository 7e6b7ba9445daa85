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
export function lettersOf(
  { characters, starts, ends }: Glyphs,
  { signs = false }: { readonly signs?: boolean } = {},
): Letters {
  const letters: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const before: number[] = [];
  const humps: number[] = [];
  const lower: number[] = [];
  let pending: number = parted.sentence;
  let mixed = false;
  let wasDigit = false;
  let wasLower = false;

  characters.forEach((character, index) => {
    let reading = readingOf(character);
    if (reading === "") return;
    const sign = letterOfSign(character);
    const inWord = sign !== null && touchesLetters(characters, index, character);
    if (inWord) mixed = true;
    if (signs && inWord) reading = readingOf(sign);
    const words = reading.trim();
    if (words === "") {
      pending |= partingOf(character, characters[index + 1]);
      return;
    }
    const around = reading === words ? 0 : parted.soft;
    const isDigit = /\d/.test(words);
    pending |= isDigit === wasDigit ? around : parted.soft;
    wasDigit = isDigit;
    const isLower = character === character.toLowerCase();
    [...words].forEach((letter, offset) => {
      letters.push(letter.length === 1 ? letter : letterBeyondPlaces);
      from.push(starts[index] ?? 0);
      to.push(ends[index] ?? 0);
      before.push(offset === 0 ? pending : 0);
      humps.push(offset === 0 && wasLower && !isLower ? 1 : 0);
      lower.push(isLower ? 1 : 0);
    });
    wasLower = isLower;
    pending = around;
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
function touchesLetters(characters: readonly string[], index: number, sign: string): boolean {
  const left = meetsLetter(characters, index, -1);
  const right = meetsLetter(characters, index, 1);
  // "$afe" and "saf€" are read so, "safe!" is not.
  return /[\d$@€]/.test(sign) ? left || right : left && right;
}

/** Whether a letter stands within three characters to one side, with nothing but digits and signs before it. */
function meetsLetter(characters: readonly string[], index: number, step: 1 | -1): boolean {
  for (let away = 1; away <= 3; away += 1) {
    const character = characters[index + away * step] ?? "";
    if (/\p{L}/u.test(character)) return true;
    if (letterOfSign(character) === null) return false;
  }
  return false;
}

/** Stands for a letter of two UTF-16 units, which no claim is written with: a letter of the row has one place. */
const letterBeyondPlaces = "\uE000";

const partings: ReadonlyMap<string, number> = new Map(
  (
    [
      [parted.soft, " -\u2010\u2011\u2012'’‘ʼ´′\"“”„«»‹›*_`~#^\\"],
      [parted.comma, ",،、，"],
      [parted.line, "\n\r\v\f\u0085"],
      [parted.sentence, `;；!！。｡‼⁉؟۔।\u2028${blockEnd}`],
      [parted.sentence | parted.question, "?？"],
      [parted.hard | parted.colon, ":："],
    ] as const
  ).flatMap(([bits, characters]) => [...characters].map((character) => [character, bits] as const)),
);

/** What a character parts, as bits. */
function partingOf(character: string, next: string | undefined): number {
  // A full stop inside a name or number parts less than one that ends a sentence.
  if (character === ".") return /[\p{L}\d]/u.test(next ?? "") ? parted.hard : parted.sentence;
  if (character === "\n" && next === "\n") return parted.sentence;
  return partings.get(character) ?? (/\s/.test(character) ? parted.soft : parted.hard);
}
