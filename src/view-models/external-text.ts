/** Words from outside the product, such as the name of a policy, a group or a tenant: shown as they came, and no claim of ours (BY-13). */
export interface ExternalText {
  /**
   * The words, exactly as they came.
   * @minLength 1
   */
  readonly external: string;
  readonly text?: never;
}

/** Words of ours. */
export interface OwnText {
  /**
   * The words.
   * @minLength 1
   */
  readonly text: string;
  readonly external?: never;
}

/** The name of a thing: as it came from outside, or our words where there is none, such as "Name not recorded". */
export type NameModel = ExternalText | OwnText;

/** A sentence of ours, and the outside words that it quotes. */
export interface SentenceModel {
  /**
   * The whole sentence, quoted words included: between U+2068 and U+2069, as in every other text of a model.
   * @minLength 1
   */
  readonly text: string;
  /** Words of the sentence that are not ours; each occurs in `text`. */
  readonly quotes: readonly ExternalText[];
}

const opening = "\u2068";
const closing = "\u2069";

/** A text of a model in pieces: words of ours, and those from outside, which stand between U+2068 and U+2069 (BY-13). */
export function piecesOf(text: string): readonly (string | ExternalText)[] {
  const pieces: (string | ExternalText)[] = [];
  let from = 0;
  for (let at = text.indexOf(opening); at !== -1; at = text.indexOf(opening, from)) {
    const end = text.indexOf(closing, at);
    // What is never closed sets nothing apart.
    if (end === -1) break;
    if (from < at) pieces.push(text.slice(from, at));
    if (at + 1 < end) pieces.push({ external: text.slice(at + 1, end) });
    from = end + 1;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/** A text of a model as bare words, for places that show no marks, such as a terminal or the title of a tab. */
export function plainText(text: string): string {
  return piecesOf(text)
    .map((piece) => (typeof piece === "string" ? piece : piece.external))
    .join("");
}

/** A text as the model of a sentence, with the outside words that it sets apart. */
export function sentenceOf(text: string): SentenceModel {
  const names = piecesOf(text).flatMap((piece) => (typeof piece === "string" ? [] : [piece.external]));
  return { text, quotes: [...new Set(names)].map((external) => ({ external })) };
}

/** Answers: which words of this model come from outside? Each once, in the order in which they occur; whatever is no model holds none. */
export function externalTextsOf(model: unknown): readonly string[] {
  const found = new Set<string>();
  // A list of what is still to be read instead of recursion: a value from outside may be nested without end.
  const waiting: unknown[] = [model];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === "string" && value.includes(opening))
      for (const { external } of sentenceOf(value).quotes) found.add(external);
    if (typeof value !== "object" || value === null) continue;
    const { external } = value as { readonly external?: unknown };
    if (typeof external === "string") found.add(external);
    // What a name itself sets apart is no name.
    for (const [key, part] of Object.entries(value).reverse()) if (key !== "external") waiting.push(part);
  }
  return [...found];
}
