import {
  compareTypedConfirmation,
  confusedCharacters,
  labelCautions,
  type TypedConfirmation,
} from "../safety/index.js";
import {
  type ConditionsModel,
  type ConfirmationComparison,
  type ConfirmationInstruction,
  contractVersion,
  type InstantModel,
  type TypedConfirmationViewModel,
} from "../view-models/index.js";
import type { ConfirmationWords } from "./words/confirmation.js";
import type { FlowWords } from "./words/words.js";

/** The sentences that a workflow has for its typed confirmation. */
export interface ConfirmationCopy {
  readonly title: string;
  readonly instruction: ConfirmationInstruction;
  /** Said where the label is reproduced. */
  readonly equal: string;
  /** Said where there is no label that a person could read and type. */
  readonly impossible: string;
  /** Said of a record. */
  readonly recorded: string;
}

/** What is known of a typed confirmation. */
export type ConfirmationState =
  | { readonly state: "open"; readonly value: string; readonly pasted: boolean }
  | { readonly state: "shut"; readonly reason: string }
  | {
      readonly state: "recorded";
      readonly typed: string;
      readonly by: string;
      readonly at: InstantModel;
      /** null where nobody recorded it. */
      readonly pasted: boolean | null;
    }
  | { readonly state: "impossible"; readonly reason: string };

/** The typed confirmation of any workflow (BY-11). A label that cannot be read is never asked for. */
export function presentTypedConfirmation(
  id: string,
  label: string,
  confirmation: ConfirmationState,
  conditions: ConditionsModel | null,
  copy: ConfirmationCopy,
  words: FlowWords,
): TypedConfirmationViewModel {
  return {
    contract: contractVersion,
    id,
    title: copy.title,
    conditions,
    field: presentField(label, confirmation, copy, words),
  };
}

function presentField(
  label: string,
  confirmation: ConfirmationState,
  copy: ConfirmationCopy,
  { confirmation: words }: FlowWords,
): TypedConfirmationViewModel["field"] {
  if (confirmation.state === "impossible") return confirmation;
  const value = confirmation.state === "open" ? confirmation.value : "";
  const comparison = compareTypedConfirmation(value, label);
  if (comparison.state === "label_missing") return { state: "impossible", reason: copy.impossible };
  const base = {
    label: { external: label },
    instruction: copy.instruction,
    labelNotes: labelCautions(label).map(words.caution),
  };
  switch (confirmation.state) {
    case "shut":
      return { ...base, state: "shut", reason: confirmation.reason };
    case "open":
      return {
        ...base,
        state: "open",
        typed: value === "" ? null : { external: value },
        comparison: presentComparison(comparison, value, label, copy, words),
        pasted: confirmation.pasted ? words.pasted : null,
      };
    case "recorded":
      return {
        ...base,
        state: "recorded",
        typed: { external: confirmation.typed },
        by: { external: confirmation.by },
        at: confirmation.at,
        text: copy.recorded,
        pasted: pasteWords(confirmation.pasted, words),
      };
  }
}

function pasteWords(pasted: boolean | null, words: ConfirmationWords): string {
  if (pasted === true) return words.pasted;
  // A record from outside may lack the field; only one that says so was typed.
  return pasted === false ? words.notPasted : words.pasteNotRecorded;
}

function presentComparison(
  comparison: Exclude<TypedConfirmation, { readonly state: "label_missing" }>,
  typed: string,
  label: string,
  copy: ConfirmationCopy,
  words: ConfirmationWords,
): ConfirmationComparison {
  const flags = () =>
    confusedCharacters(typed, label).map((confused) => ({
      kind: confused.kind,
      position: confused.position,
      text: words.confused(confused),
    }));
  switch (comparison.state) {
    case "matches":
      return { state: "equal", text: copy.equal };
    case "empty":
      return { state: "empty", text: words.notTyped };
    case "surrounding_space":
      return { state: "different", text: words.surroundingSpace, flags: flags() };
    case "differs":
      return comparison.typed === null
        ? { state: "unfinished", text: words.soFar(comparison.position - 1, [...label].length) }
        : { state: "different", text: words.differs(comparison), flags: flags() };
  }
}
