import type { ConfusedCharacter, LabelCaution, TypedConfirmation } from "../../safety/index.js";

/** A typed text that is something else than the label. */
export type Difference = Extract<TypedConfirmation, { readonly state: "differs" }>;

/** What is said of a typed confirmation, in one language (BY-11). */
export interface ConfirmationWords {
  readonly notTyped: string;
  readonly surroundingSpace: string;
  /** Equal so far, and not finished. */
  readonly soFar: (typed: number, total: number) => string;
  /** The first difference; `typed` is null only where `soFar` is said instead. */
  readonly differs: (difference: Difference) => string;
  /** One difference that the eye would miss. */
  readonly confused: (confused: ConfusedCharacter) => string;
  /** What of the label is not what it looks like. */
  readonly caution: (caution: LabelCaution) => string;
  readonly pasted: string;
  readonly notPasted: string;
  readonly pasteNotRecorded: string;
}

/** "U+0041" of the first character. */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** What a character is, for a sentence that names it. */
export type CharacterKind = "space" | "other_space" | "invisible" | "capital" | "lowercase" | "digit" | "other";

/** What a character is: one that cannot be seen, a letter of which case, a digit, or something else. */
export function characterKind(character: string): CharacterKind {
  if (character === " ") return "space";
  if (/^\s$/u.test(character)) return "other_space";
  if (/^[\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]$/u.test(character)) return "invisible";
  if (/^\p{Lu}$/u.test(character)) return "capital";
  if (/^\p{Ll}$/u.test(character)) return "lowercase";
  return /^\p{Nd}$/u.test(character) ? "digit" : "other";
}

/** Whether the two characters of a difference need their code points to be told apart. */
export function needCodePoints(typed: string, expected: string | null): boolean {
  return !isAscii(typed) || (expected !== null && !isAscii(expected));
}

function isAscii(character: string): boolean {
  return (character.codePointAt(0) ?? 0) < 128;
}
