import { isInvisible } from "./confused-characters.js";

/** How typed text compares with the label that must be reproduced (BY-11). */
export type TypedConfirmation =
  | { readonly state: "matches" }
  | { readonly state: "empty" }
  | { readonly state: "label_missing" }
  | { readonly state: "surrounding_space" }
  | {
      readonly state: "differs";
      /** Position of the first differing character, counted from 1 in code points. */
      readonly position: number;
      /** The character the label has there; null where the typed text is too long. */
      readonly expected: string | null;
      /** The character that was typed there; null where the typed text is too short. */
      readonly typed: string | null;
    };

/**
 * Answers: can a person read this label and type it? It needs a letter or a digit, and holds nothing that draws nothing or
 * turns the reading direction, because then what is shown is not what would be confirmed.
 */
export function isConfirmableLabel(label: string): boolean {
  return ![...label].some(isInvisible) && /[\p{L}\p{N}]/u.test(label);
}

/** Answers: did the operator reproduce the label exactly? A label that cannot be read can never be confirmed. */
export function compareTypedConfirmation(typed: string, label: string): TypedConfirmation {
  if (!isConfirmableLabel(label)) return { state: "label_missing" };
  if (typed === label) return { state: "matches" };
  if (typed.trim() === "") return { state: "empty" };
  if (typed.trim() === label) return { state: "surrounding_space" };
  const expected = [...label];
  const characters = [...typed];
  const differing = characters.findIndex((character, index) => character !== expected[index]);
  // No difference in what was typed: it is the beginning of the label, and the rest is missing.
  const index = differing === -1 ? characters.length : differing;
  return {
    state: "differs",
    position: index + 1,
    expected: expected[index] ?? null,
    typed: characters[index] ?? null,
  };
}
