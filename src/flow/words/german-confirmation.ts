import { type Script, scriptOf } from "../../safety/index.js";
import type { Formatting } from "../formatting.js";
import { characterKind, codePointOf, type ConfirmationWords, needCodePoints } from "./confirmation.js";

const scripts: Readonly<Record<Script, string>> = {
  latin: "lateinisches",
  greek: "griechisches",
  cyrillic: "kyrillisches",
  armenian: "armenisches",
};

/** What is said of a typed confirmation, in German. */
export const germanConfirmation = ({ number }: Formatting): ConfirmationWords => ({
  notTyped: "Noch nicht eingegeben. Groß- und Kleinschreibung und Leerzeichen zählen.",
  surroundingSpace: "Vor oder nach der Bezeichnung steht ein Leerzeichen.",
  soFar: (typed, total) => `${number(typed)} von ${number(total)} Zeichen eingegeben, bisher gleich.`,
  differs: ({ position, expected, typed }) => {
    const found = named(typed ?? "", needCodePoints(typed ?? "", expected));
    if (expected === null) return `Zeichen ${number(position)} ist eines zu viel: ${found}.`;
    return `Zeichen ${number(position)} weicht ab: ${found}, erwartet ${named(expected, needCodePoints(typed ?? "", expected))}.`;
  },
  confused: ({ kind, position, typed, expected }) => {
    const character = `Zeichen ${number(position)}`;
    if (kind === "look_alike")
      return `${character} ist ${told(typed)} und sieht nur aus wie ${told(expected ?? "")} in der Bezeichnung.`;
    return expected === null || kind === "invisible"
      ? `${character} ist ${named(typed, false)}, das in der Bezeichnung nicht vorkommt.`
      : `${character} ist ${named(typed, false)}, erwartet ${named(expected, false)}.`;
  },
  caution: ({ position, character, looksLike }) =>
    looksLike === null
      ? `Zeichen ${number(position)} der Bezeichnung ist ${named(character, false)}, das leicht zu übersehen ist.`
      : `Zeichen ${number(position)} der Bezeichnung ist ${told(character)} und sieht nur aus wie ${told(looksLike)}.`,
  pasted: "Die Bezeichnung wurde eingefügt. Das wird mit der Bestätigung aufgezeichnet.",
  notPasted: "Eingetippt, nicht eingefügt.",
  pasteNotRecorded: "Ob sie eingefügt wurde, ist nicht aufgezeichnet.",
});

/** A character by its alphabet and code point: “kyrillisches о (U+043E)”. */
function told(character: string): string {
  const script = scriptOf(character);
  return `${script === null ? `„${character}“` : `${scripts[script]} ${character}`} (${codePointOf(character)})`;
}

/** A character in words; one that cannot be seen, or is not plain ASCII, with its code point. */
function named(character: string, withCodePoint: boolean): string {
  const codePoint = withCodePoint ? ` (${codePointOf(character)})` : "";
  switch (characterKind(character)) {
    case "space":
      return "ein Leerzeichen";
    case "other_space":
      return `ein anderes Leerzeichen (${codePointOf(character)})`;
    case "invisible":
      return `ein unsichtbares Zeichen (${codePointOf(character)})`;
    case "capital":
      return `großes ${character}${codePoint}`;
    case "lowercase":
      return `kleines ${character}${codePoint}`;
    case "digit":
      return `Ziffer ${character}${codePoint}`;
    case "other":
      return `„${character}“${codePoint}`;
  }
}
