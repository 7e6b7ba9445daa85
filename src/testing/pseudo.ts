import { everyText } from "../flow/words/terms.js";

const accented: ReadonlyMap<string, string> = new Map(
  [..."aceginorsuyzACEGINORSUYZ"].map((letter, index) => [letter, [..."áçéğîñöŕšüýžÁÇÉĞÎÑÖŔŠÜÝŽ"][index] ?? letter]),
);

/**
 * A catalogue in a language that nobody speaks: every text is accented, a third longer and in brackets. On a page in it, what
 * stands without brackets was never translated, and what is cut or overflows would be in a longer language. Sentences that
 * take values are wrapped when they are asked for; identifiers under `keep` stay as they are.
 */
export function pseudoWords<Words>(words: Words, keep: readonly string[] = ["language"]): Words {
  return everyText(words, pseudoText, keep);
}

/** One text in the pseudo-locale: "Blocked" is "[Bločkéd ···]". A text that is in it already stays. */
export function pseudoText(text: string): string {
  if (!/\p{L}/u.test(text) || (text.startsWith("[") && text.endsWith("]"))) return text;
  const letters = [...text].map((letter) => accented.get(letter) ?? letter).join("");
  return `[${letters} ${"·".repeat(Math.max(1, Math.ceil(text.length / 3)))}]`;
}
