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

/** Answers: did the operator reproduce the label exactly? An empty label can never be confirmed. */
export function compareTypedConfirmation(typed: string, label: string): TypedConfirmation {
  if (label.trim() === "") return { state: "label_missing" };
  if (typed === label) return { state: "matches" };
  if (typed.trim() === "") return { state: "empty" };
  if (typed.trim() === label) return { state: "surrounding_space" };
  const expectedCharacters = [...label];
  const typedCharacters = [...typed];
  const length = Math.max(expectedCharacters.length, typedCharacters.length);
  for (let index = 0; index < length; index += 1) {
    const expected = expectedCharacters[index] ?? null;
    const character = typedCharacters[index] ?? null;
    if (expected !== character) return { state: "differs", position: index + 1, expected, typed: character };
  }
  return { state: "differs", position: length, expected: null, typed: null };
}
