import { itemTypeOf } from "../../rules/item-types.js";
import type { TermsWords } from "./en/terms.js";

/** The word for a key that may come from a record; undefined where the catalogue has none. */
export function wordOf(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}

/** What a kind of item is called; a kind that this version does not know is called just that. */
export function typeName(type: string, { itemType }: Pick<TermsWords, "itemType">): string {
  return itemType[itemTypeOf(type).id];
}
