import { looksAlike, looksLikeLetterOf, type Script, scriptOf } from "./look-alikes.js";

/** A typed character that the eye takes for another one, or does not see (BY-11). */
export interface ConfusedCharacter {
  readonly kind: "whitespace" | "look_alike" | "invisible";
  /** Position in the typed text, counted from 1 in code points. */
  readonly position: number;
  /** The character with its marks. */
  readonly typed: string;
  /** The character the label has there; null where it has none. */
  readonly expected: string | null;
}

/** What of a label is hard to type, because it is not what it looks like. */
export interface LabelCaution {
  readonly kind: "whitespace" | "look_alike";
  /** Position in the label, counted from 1 in code points. */
  readonly position: number;
  readonly character: string;
  /** The letter it is taken for; null for a space. */
  readonly looksLike: string | null;
}

/** Enough to say what is wrong; a text from outside may be confused in a million places. */
const most = 10;

/**
 * Answers: which characters of the typed text differ from the label in a way that cannot be seen? The first ten.
 * Ends at the first difference that can be seen, because from there on nothing can be laid side by side.
 */
export function confusedCharacters(typed: string, label: string): readonly ConfusedCharacter[] {
  const found: ConfusedCharacter[] = [];
  const expectedCharacters = [...lettersOf(label)];
  let at = 0;
  let position = 1;
  for (const character of lettersOf(typed)) {
    if (found.length === most) break;
    const expected = expectedCharacters[at] ?? null;
    const kind = character === expected ? null : confusion(character, expected);
    if (kind === null && character !== expected) break;
    if (kind !== null) found.push({ kind, position, typed: character, expected });
    // What was typed too much stands beside nothing of the label.
    const tooMuch = kind === "invisible" || (kind === "whitespace" && !isSpace(expected));
    if (!tooMuch) at += 1;
    position += [...character].length;
  }
  return found;
}

// A mark that draws nothing, such as a variation selector, is a character of its own.
const letterWithMarks =
  /\P{M}(?:(?!\p{Default_Ignorable_Code_Point})\p{M}){0,8}|\p{Default_Ignorable_Code_Point}|(?:(?!\p{Default_Ignorable_Code_Point})\p{M}){1,8}/gu;

/** Letters with their marks, because é can be spelled as one character or as two and looks the same. No letter has nine. */
function* lettersOf(text: string): Iterable<string> {
  for (const [letter] of text.matchAll(letterWithMarks)) yield letter;
}

function confusion(typed: string, expected: string | null): ConfusedCharacter["kind"] | null {
  if (isSpace(typed)) return "whitespace";
  if (isInvisible(typed)) return "invisible";
  return expected !== null && looksAlike(typed, expected) ? "look_alike" : null;
}

/** Answers: what of this label would an operator mistype although they read it well? The first ten. */
export function labelCautions(label: string): readonly LabelCaution[] {
  const characters = [...label];
  const home = homeScript(characters);
  const found: LabelCaution[] = [];
  for (const [index, character] of characters.entries()) {
    if (found.length === most) break;
    const before = characters[index - 1];
    const edge = index === 0 || index === characters.length - 1 || isSpace(before);
    if (isSpace(character)) {
      if (character !== " " || edge)
        found.push({ kind: "whitespace", position: index + 1, character, looksLike: null });
      continue;
    }
    const script = scriptOf(character);
    if (home === null || script === null || script === home) continue;
    const looksLike = looksLikeLetterOf(home, character);
    if (looksLike !== null) found.push({ kind: "look_alike", position: index + 1, character, looksLike });
  }
  return found;
}

/** The alphabet that most letters of the label belong to, the first of equals; null where it holds none of them. */
function homeScript(characters: readonly string[]): Script | null {
  const counts = new Map<Script, number>();
  for (const character of characters) {
    const script = scriptOf(character);
    if (script !== null) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  return [...counts].reduce<readonly [Script | null, number]>(
    (best, entry) => (entry[1] > best[1] ? entry : best),
    [null, 0],
  )[0];
}

/** Whether there is a character, and it is a space. */
function isSpace(character: string | null | undefined): boolean {
  return /^\s$/u.test(String(character)) && character !== "\ufeff";
}

/** Whether a character draws nothing: control, format and unassigned ones, line separators, and empty letters and signs. */
export function isInvisible(character: string): boolean {
  return /^[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]$/u.test(character);
}
