import type { ConditionsModel, TypedConfirmationViewModel } from "../../../view-models/index.js";
import { type ConfirmationState, presentTypedConfirmation } from "../../../flow/index.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import { confirming } from "./editing.js";

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
  if (run.execution === null) {
    const control = confirming(facts, context);
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
