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
   * The whole sentence, quoted words included.
   * @minLength 1
   */
  readonly text: string;
  /** Words of the sentence that are not ours; each occurs in `text`. */
  readonly quotes: readonly ExternalText[];
}

/** Answers: which words of this model come from outside? Each once, in the order in which they occur; whatever is no model holds none. */
export function externalTextsOf(model: unknown): readonly string[] {
  const found = new Set<string>();
  // A list of what is still to be read instead of recursion: a value from outside may be nested without end.
  const waiting: unknown[] = [model];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== "object" || value === null) continue;
    const { external } = value as { readonly external?: unknown };
    if (typeof external === "string") found.add(external);
    for (const part of Object.values(value).reverse()) waiting.push(part);
  }
  return [...found];
}
