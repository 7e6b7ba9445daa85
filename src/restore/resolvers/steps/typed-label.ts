import type { StatusLiteral } from "../../../view-models/index.js";
import { compareTypedConfirmation } from "../../../safety/index.js";

/** What is said beside the field while the operator types (BY-11). */
export interface TypedLabelFeedback {
  readonly literal: StatusLiteral;
  readonly text: string;
  /** Whether the field is marked as wrong; a label that is merely unfinished is not. */
  readonly wrong: boolean;
}

/** Answers: what is wrong with the typed label, to the character? */
export function typedLabelFeedback(typed: string, label: string): TypedLabelFeedback {
  const comparison = compareTypedConfirmation(typed, label);
  switch (comparison.state) {
    case "matches":
      return { literal: "complete", text: "Equal to the target label.", wrong: false };
    case "label_missing":
      return { literal: "blocked", text: "This run has no target label, so it can never be confirmed.", wrong: true };
    case "empty":
      return { literal: "pending", text: "Not typed yet. Capitals and spaces count.", wrong: false };
    case "surrounding_space":
      return { literal: "blocked", text: "There is a space before or after the label.", wrong: true };
    case "differs":
      return difference(comparison, label);
  }
}

function difference(
  {
    position,
    expected,
    typed,
  }: { readonly position: number; readonly expected: string | null; readonly typed: string | null },
  label: string,
): TypedLabelFeedback {
  if (typed === null) {
    const text = `${position - 1} of ${[...label].length} characters typed, equal so far.`;
    return { literal: "pending", text, wrong: false };
  }
  const foreign = !isAscii(typed) || (expected !== null && !isAscii(expected));
  const found = characterName(typed, foreign);
  const text =
    expected === null
      ? `Character ${position} is one too many: ${found}.`
      : `Character ${position} differs: ${found}, expected ${characterName(expected, foreign)}.`;
  return { literal: "blocked", text, wrong: true };
}

/** A character in words; a look-alike of another script is told by its code point. */
function characterName(character: string, withCodePoint: boolean): string {
  const codePoint = withCodePoint ? ` (${codePointOf(character)})` : "";
  if (character === " ") return "a space";
  if (/^\s$/u.test(character)) return `another kind of space (${codePointOf(character)})`;
  if (/^[\p{C}\p{M}]$/u.test(character)) return `an invisible character (${codePointOf(character)})`;
  if (/^\p{Lu}$/u.test(character)) return `capital ${character}${codePoint}`;
  if (/^\p{Ll}$/u.test(character)) return `lowercase ${character}${codePoint}`;
  if (/^\p{Nd}$/u.test(character)) return `digit ${character}${codePoint}`;
  return `“${character}”${codePoint}`;
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function isAscii(character: string): boolean {
  return (character.codePointAt(0) ?? 0) < 128;
}
