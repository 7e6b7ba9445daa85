import {
  type NameModel,
  type NonEmptyList,
  piecesOf,
  type SemanticChange,
  sentenceOf,
  type ValueModel,
} from "../../view-models/index.js";
import type { BoundedText, ChangePathPart, ChangeValue, ItemChange } from "../run/change.js";
import { partsInWords, valueInWords } from "./change-words.js";
import type { RestoreContext } from "./context.js";

/** One change as the contract wants it: what came from outside is kept apart from words of ours (BY-13). */
export function changeModel(change: ItemChange, id: string, context: RestoreContext): SemanticChange {
  const { certainty } = change;
  return {
    id,
    path: pathModel(change.path, context),
    before: valueModel(change.before, context),
    after: valueModel(change.after, context),
    certainty:
      certainty.state === "certain"
        ? { state: "certain" }
        : { state: "uncertain", reason: context.words.changes.uncertain[certainty.cause] },
  };
}

function pathModel(path: readonly ChangePathPart[], { words }: RestoreContext): NonEmptyList<NameModel> {
  const [first, ...others] = partsInWords(path, words.changes).map(nameOf);
  return first === undefined ? [{ text: words.changes.part.settings }] : [first, ...others];
}

function valueModel(value: ChangeValue, context: RestoreContext): ValueModel {
  const words = context.words.changes;
  const text = valueInWords(value, words);
  switch (value.kind) {
    case "absent":
      return { state: "absent", text };
    case "secret":
      return { state: "secret", text };
    case "not_known":
      return { state: "unknown", text, reason: words.uncertain.target_part_not_read };
    case "reference":
      return { state: "reference", name: nameOf(text), kind: words.referenceKind[value.reference.of] };
    case "text":
      return value.text === "" ? spelled(text) : external(value, context);
    case "number":
      return { state: "known", value: { external: text }, cut: null };
    case "choice":
    case "list":
    case "assignment":
    case "switch":
    case "empty_entry":
    case "settings_of_backup":
    case "default_scope_tag":
      return spelled(text);
  }
}

/** Words that are all from outside are theirs, and words without any of those are ours; both together are a sentence. */
function spelled(text: string): ValueModel {
  return piecesOf(text).length > 1
    ? { state: "described", sentence: sentenceOf(text) }
    : { state: "known", value: nameOf(text), cut: null };
}

function nameOf(text: string): NameModel {
  const [first, ...others] = piecesOf(text);
  return typeof first === "object" && others.length === 0 ? first : { text };
}

function external({ text, leftOut }: BoundedText, { words }: RestoreContext): ValueModel {
  const cut = leftOut === 0 ? null : { count: leftOut, text: words.changes.moreCharacters(leftOut) };
  return { state: "known", value: { external: text }, cut };
}
