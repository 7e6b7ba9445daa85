import type { ConditionsModel, StatusLiteral, TypedConfirmationViewModel } from "../../../view-models/index.js";
import { type ConfirmationState, presentTypedConfirmation } from "../../../flow/index.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import { editing } from "./editing.js";

/** What is said beside the field while the operator types (BY-11). */
export interface TypedLabelFeedback {
  readonly literal: StatusLiteral;
  readonly text: string;
  /** Whether the field is marked as wrong; a label that is merely unfinished is not. */
  readonly wrong: boolean;
}

/** Answers: is the target label reproduced, to the character, and what would the eye miss? */
export function resolveTypedConfirmation(
  facts: RestoreFacts,
  conditions: ConditionsModel | null,
  context: RestoreContext,
): TypedConfirmationViewModel {
  const { typed } = context.words.confirmation;
  const { label } = facts.run.target;
  const state = confirmationState(facts, context);
  return presentTypedConfirmation("typed-confirmation", label, state, conditions, typed, context.words.flow);
}

function confirmationState(facts: RestoreFacts, context: RestoreContext): ConfirmationState {
  const { run, confirmation } = facts;
  const control = editing(facts, context);
  if (run.execution === null) {
    return control.state === "shut"
      ? control
      : { state: "open", value: confirmation.typedLabel, pasted: confirmation.pasted };
  }
  const snapshot = run.execution.safetySnapshot;
  // What was confirmed is history once the run left preparation (SI-6).
  if (snapshot === null) return { state: "impossible", reason: context.words.confirmation.notRecorded };
  const { typedLabel, confirmedBy, confirmedAt, labelPasted } = snapshot;
  return {
    state: "recorded",
    typed: typedLabel,
    by: confirmedBy.name,
    at: context.instant(confirmedAt),
    pasted: labelPasted,
  };
}

/** Answers: what is wrong with the typed label, to the character? */
export function typedLabelFeedback(facts: RestoreFacts, context: RestoreContext): TypedLabelFeedback {
  // A look at the page of somebody who may not type shows what is missing, not that they may not.
  const state: ConfirmationState = { state: "open", value: facts.confirmation.typedLabel, pasted: false };
  const { confirmation, flow } = context.words;
  const { field } = presentTypedConfirmation(
    "typed-confirmation",
    facts.run.target.label,
    state,
    null,
    confirmation.typed,
    flow,
  );
  if (field.state !== "open") return { literal: "blocked", text: confirmation.typed.impossible, wrong: true };
  return { ...looks[field.comparison.state], text: field.comparison.text };
}

const looks = {
  equal: { literal: "complete", wrong: false },
  empty: { literal: "pending", wrong: false },
  unfinished: { literal: "pending", wrong: false },
  different: { literal: "blocked", wrong: true },
} as const satisfies Record<string, Omit<TypedLabelFeedback, "text">>;
