import { entities } from "./entities.js";
import type { Glyphs } from "./markup.js";

/** The characters of a text, with entities and escapes as what they stand for, and text turned around by a control as it is seen. */
export function glyphsOf(text: string): Glyphs {
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let index = 0; index < text.length;) {
    const decoded = decodedAt(text, index);
    const end = index + decoded.length;
    for (const character of decoded.text) {
      characters.push(character);
      starts.push(index);
      ends.push(end);
    }
    index = end;
  }
  return asSeen({ characters, starts, ends });
}

const longestEntity = 40;

function decodedAt(text: string, index: number): { readonly text: string; readonly length: number } {
  const first = text[index];
  if (first === "&") {
    // An escaped ampersand may begin an entity of its own.
    const skip = /^(?:amp;){1,4}/.exec(text.slice(index + 1, index + 17))?.[0].length ?? 0;
    const named = /^(?:#x([0-9a-f]{1,8})|#(\d{1,8})|([a-z][a-z0-9]*));?/i.exec(
      text.slice(index + 1 + skip, index + 1 + skip + longestEntity),
    );
    if (named !== null) {
      const meaning = entityMeaning(named);
      if (meaning !== null) return { text: meaning, length: 1 + skip + named[0].length };
    }
    return { text: "&", length: 1 + skip };
  }
  if (first === "\\") {
    const [escape] = /^\\(?:u\{[0-9a-f]{1,6}\}|u[0-9a-f]{4}|x[0-9a-f]{2})/i.exec(text.slice(index, index + 10)) ?? [];
    if (escape !== undefined)
      return { text: ofCode(parseInt(escape.slice(2).replace("{", ""), 16)), length: escape.length };
    const next = text[index + 1];
    if (next === "n" || next === "r" || next === "t") return { text: "\n", length: 2 };
    // A backslash before anything else only escapes it, as in Markdown.
    return { text: "", length: 1 };
  }
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0xfffd);
  return { text: character, length: character.length };
}

function entityMeaning([whole, hex, decimal, name]: RegExpExecArray): string | null {
  if (hex !== undefined) return ofCode(parseInt(hex, 16));
  if (decimal !== undefined) return ofCode(parseInt(decimal, 10));
  if (name === undefined || !whole.endsWith(";")) return null;
  const known = entities[name];
  if (known !== undefined) return known;
  const accented =
    /^([A-Za-z])(?:acute|grave|uml|circ|tilde|cedil|ring|caron|macr|breve|dot|ogon|strok|scr|opf|fr)$/.exec(name);
  return accented?.[1] === undefined ? " " : withUmlaut(accented[1], name);
}

function withUmlaut(letter: string, name: string): string {
  return name.endsWith("uml") ? `${letter}\u0308`.normalize("NFC") : letter;
}

function ofCode(code: number): string {
  return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? " " : String.fromCodePoint(code);
}

/** A right-to-left override shows what follows backwards, so it is read backwards. */
function asSeen(glyphs: Glyphs): Glyphs {
  if (!glyphs.characters.includes("\u202E")) return glyphs;
  const order: number[] = [];
  let turned: number[] | null = null;
  glyphs.characters.forEach((character, index) => {
    if (character === "\u202E") turned ??= [];
    else if (turned === null) order.push(index);
    else if (character === "\u202C" || character === "\n" || character === "\u2029") {
      order.push(...turned.reverse(), index);
      turned = null;
    } else turned.push(index);
  });
  for (const index of [...(turned ?? [])].reverse()) order.push(index);
  const sorted = (list: readonly number[]) => order.map((index) => list[index] ?? 0);
  return {
    characters: order.map((index) => glyphs.characters[index] ?? ""),
    starts: sorted(glyphs.starts),
    ends: sorted(glyphs.ends),
  };
}
