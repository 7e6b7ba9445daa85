import { setApart } from "../../safety/index.js";
import type { NameModel } from "../../view-models/index.js";

/** A name for a sentence: set apart where it came from outside, and plain where there is none and words of ours stand for it. */
export function inSentence(name: NameModel): string {
  return name.external === undefined ? name.text : setApart(name.external);
}
