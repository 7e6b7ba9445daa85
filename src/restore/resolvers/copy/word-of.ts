/** The word for a key that may come from a record; undefined where the catalogue has none. */
export function wordOf(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}
