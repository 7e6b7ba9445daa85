import { labelCautions } from "../../src/safety/confused-characters.js";
import { isConfirmableLabel } from "../../src/safety/typed-confirmation.js";

const longest = 200;

/**
 * Answers: what is wrong with this name for a backup set or a target? One sentence, or null where it may be used. A
 * target's name is what the operator types to confirm, so it must be one that can be read and typed (BY-11).
 */
export function nameProblem(name: string): string | null {
  const trimmed = name.trim();
  if (trimmed === "" || trimmed.length > longest) return `A name takes 1 to ${longest} characters.`;
  if (!isConfirmableLabel(trimmed))
    return "A name needs a letter or a digit, and no line breaks, invisible characters or marks that turn the reading direction.";
  return lookAlikeProblem(trimmed);
}

/** A word in two alphabets reads as another one; two words of a name may well be in two languages. */
function lookAlikeProblem(name: string): string | null {
  for (const [word] of name.matchAll(/[\p{L}\p{M}]+/gu)) {
    const confused = labelCautions(word).find(({ kind }) => kind === "look_alike");
    if (confused === undefined) continue;
    const { character, looksLike } = confused;
    return `The character “${character}” in “${word}” is of another alphabet and looks like “${looksLike}”. Write the whole word in one alphabet.`;
  }
  return null;
}
