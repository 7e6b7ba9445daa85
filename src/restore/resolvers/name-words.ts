import { setApart } from "../../safety/index.js";
import type { NameModel } from "../../view-models/index.js";
import type { RestoreContext } from "./context.js";

/** A name for a sentence: set apart where it came from outside, and plain where there is none and words of ours stand for it. */
export function inSentence(name: NameModel): string {
  return name.external === undefined ? name.text : setApart(name.external);
}

/** A recorded name as a model; where there is none, that is said. */
export function nameModel(name: string, { words }: RestoreContext): NameModel {
  return name === "" ? { text: words.checkList.nameNotRecorded } : { external: name };
}
