import { shapes } from "./shapes.js";

/** What is drawn like a character, and the character itself. */
const drawnLike = new Map<string, string>();
for (const shape of shapes) for (const character of shape) drawnLike.set(character, shape);

/** Answers: does the eye take one of these two characters, which differ, for the other? */
export function looksAlike(left: string, right: string): boolean {
  if (left.normalize("NFKC") === right.normalize("NFKC")) return true;
  const shape = shapeOfCharacter(left);
  return shape !== undefined && shape === shapeOfCharacter(right);
}

// As it stands first: some characters normalise to one of another shape.
function shapeOfCharacter(character: string): string | undefined {
  return drawnLike.get(character) ?? drawnLike.get(character.normalize("NFKC"));
}

/** Alphabets whose letters are taken for one another; every other one is told apart at a glance. */
export type Script = "latin" | "greek" | "cyrillic" | "armenian";

const scripts = [
  ["latin", /\p{Script=Latin}/u],
  ["greek", /\p{Script=Greek}/u],
  ["cyrillic", /\p{Script=Cyrillic}/u],
  ["armenian", /\p{Script=Armenian}/u],
] as const satisfies readonly (readonly [Script, RegExp])[];

/** The alphabet that a character belongs to; null for digits, signs and every other script. */
export function scriptOf(character: string): Script | null {
  return scripts.find(([, pattern]) => pattern.test(character))?.[0] ?? null;
}

/** The letter of `script` that is drawn like this character of another alphabet; null where none is. */
export function looksLikeLetterOf(script: Script, character: string): string | null {
  return [...(shapeOfCharacter(character) ?? "")].find((other) => scriptOf(other) === script) ?? null;
}
