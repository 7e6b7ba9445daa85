import { type Script, scriptOf } from "../../safety/index.js";
import type { Formatting } from "../formatting.js";
import { characterKind, codePointOf, type ConfirmationWords, needCodePoints } from "./confirmation.js";

const scripts: Readonly<Record<Script, string>> = {
  latin: "Latin",
  greek: "Greek",
  cyrillic: "Cyrillic",
  armenian: "Armenian",
};

/** What is said of a typed confirmation, in English. */
export const englishConfirmation = ({ number }: Formatting): ConfirmationWords => ({
  notTyped: "Not typed yet. Capitals and spaces count.",
  surroundingSpace: "There is a space before or after the label.",
  soFar: (typed, total) => `${number(typed)} of ${number(total)} characters typed, equal so far.`,
  differs: ({ position, expected, typed }) => {
    const found = named(typed ?? "", needCodePoints(typed ?? "", expected));
    if (expected === null) return `Character ${number(position)} is one too many: ${found}.`;
    return `Character ${number(position)} differs: ${found}, expected ${named(expected, needCodePoints(typed ?? "", expected))}.`;
  },
  confused: ({ kind, position, typed, expected }) => {
    const character = `Character ${number(position)}`;
    if (kind === "look_alike")
      return `${character} is ${told(typed)} and only looks like ${told(expected ?? "")} of the label.`;
    return expected === null || kind === "invisible"
      ? `${character} is ${named(typed, false)} that the label does not have.`
      : `${character} is ${named(typed, false)}, expected ${named(expected, false)}.`;
  },
  caution: ({ position, character, looksLike }) =>
    looksLike === null
      ? `Character ${number(position)} of the label is ${named(character, false)} that is easily missed.`
      : `Character ${number(position)} of the label is ${told(character)} and only looks like ${told(looksLike)}.`,
  pasted: "The label was pasted. That is recorded with the confirmation.",
  notPasted: "Typed, not pasted.",
  pasteNotRecorded: "Whether it was pasted is not recorded.",
});

/** A character by its alphabet and code point: “Cyrillic о (U+043E)”. */
function told(character: string): string {
  const script = scriptOf(character);
  return `${script === null ? `“${character}”` : `${scripts[script]} ${character}`} (${codePointOf(character)})`;
}

/** A character in words; one that cannot be seen, or is not plain ASCII, with its code point. */
function named(character: string, withCodePoint: boolean): string {
  const codePoint = withCodePoint ? ` (${codePointOf(character)})` : "";
  switch (characterKind(character)) {
    case "space":
      return "a space";
    case "other_space":
      return `another kind of space (${codePointOf(character)})`;
    case "invisible":
      return `an invisible character (${codePointOf(character)})`;
    case "capital":
      return `capital ${character}${codePoint}`;
    case "lowercase":
      return `lowercase ${character}${codePoint}`;
    case "digit":
      return `digit ${character}${codePoint}`;
    case "other":
      return `“${character}”${codePoint}`;
  }
}
