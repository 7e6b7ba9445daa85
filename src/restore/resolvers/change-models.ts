import type { NameModel, NonEmptyList, SemanticChange, ValueModel } from "../../view-models/index.js";
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
  const [first, ...others] = partsInWords(path, words.changes).map(({ text, ours }): NameModel =>
    ours ? { text } : { external: text },
  );
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
      // A name that was cut says so here too, and one that nobody recorded is told by its id.
      return { state: "reference", name: { external: text }, kind: words.referenceKind[value.reference.of] };
    case "text":
      return value.text === "" ? own(text) : external(value, context);
    case "choice":
    case "number":
    case "list":
    case "assignment":
      return { state: "known", value: { external: text }, cut: null };
    case "switch":
    case "empty_entry":
    case "settings_of_backup":
    case "default_scope_tag":
      return own(text);
  }
}

function own(text: string): ValueModel {
  return { state: "known", value: { text }, cut: null };
}

function external({ text, leftOut }: BoundedText, { words }: RestoreContext): ValueModel {
  const cut = leftOut === 0 ? null : { count: leftOut, text: words.changes.moreCharacters(leftOut) };
  return { state: "known", value: { external: text }, cut };
}
