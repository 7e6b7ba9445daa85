import { digits, readAs, readAsWord } from "./letters.js";

const table = new Map<string, string>(Object.entries(readAsWord));
for (const form of [(letter: string) => letter, (letter: string) => letter.toLowerCase()])
  for (const [latin, others] of Object.entries(readAs))
    // A capital may look like another letter than its small one: Η is read as h, η as n.
    for (const other of others) if (!table.has(form(other))) table.set(form(other), latin);

// Letters whose shapes run into each other: Il1, rn and m, vv and w, cl and d. Both sides of a comparison are read this way.
const shapes: Readonly<Record<string, string>> = { i: "l", m: "rn", w: "vv", d: "cl" };

/** The letters and digits that a character is read as, lower case and without accents; " " where it parts words, "" where it draws nothing. */
export function readingOf(character: string): string {
  const known = cache.get(character);
  if (known !== undefined) return known;
  const reading = read(character);
  // There are only so many characters.
  cache.set(character, reading);
  return reading;
}

const cache = new Map<string, string>();

function read(character: string): string {
  const direct = table.get(character);
  if (direct !== undefined) return shaped(direct);
  const enclosed = enclosedLetter(character.codePointAt(0) ?? 0);
  if (enclosed !== null) return shaped(enclosed);
  let reading = "";
  for (const part of character.normalize("NFKD").toLowerCase().normalize("NFKD")) {
    const latin = table.get(part) ?? part;
    if (/[\p{Default_Ignorable_Code_Point}\p{M}\p{Cf}]/u.test(part)) continue;
    reading += /[\p{L}\p{N}]/u.test(latin) ? shaped(latin) : " ";
  }
  // One character that stands for a whole phrase is no Latin word, and would make a text many times as long.
  return reading.length > 12 ? " " : reading;
}

function shaped(letters: string): string {
  return letters.replaceAll(/[imwd]/g, (letter) => shapes[letter] ?? letter);
}

/** Squared, circled-in-black and regional letters, which have no decomposition. */
function enclosedLetter(code: number): string | null {
  for (const first of [0x1f150, 0x1f170, 0x1f1e6])
    if (code >= first && code < first + 26) return String.fromCodePoint(0x61 + code - first);
  return null;
}

/** The letter that a digit or sign is read as inside a word ("v3r!fied"); null where it is read as none. */
export function letterOfSign(character: string): string | null {
  return digits[character] ?? null;
}
