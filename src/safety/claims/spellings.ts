import type { Spelling } from "./policy.js";

/** A list of spellings from one text, parted by commas: "not, never, none of". */
export function spellings(list: string): readonly Spelling[] {
  return list
    .split(",")
    .map((spelling) => spelling.trim())
    .filter((spelling) => spelling !== "");
}
