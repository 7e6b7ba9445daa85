import type { ConditionsModel, StatusLiteral, TypedConfirmationViewModel } from "../../../view-models/index.js";
import { type ConfirmationState, presentTypedConfirmation } from "../../../flow/index.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import { editing } from "./editing.js";
import type { ControlState } from "./lead.js";

/** The field of step 5 in which the target label is typed (BY-11). */
export interface TypedLabelModel {
  readonly title: string;
  /** Words before and after the label, which is set apart. */
  readonly instruction: readonly [before: string, after: string];
  readonly value: string;
  /** That it was pasted, or of a record whether it was; null where nothing was pasted so far. */
  readonly pasted: string | null;
  readonly feedback: TypedLabelFeedback;
  readonly control: ControlState;
}

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
  if (run.execution === null) {
    const control = editing(facts, context);
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

/** The same confirmation as the field of step 5. */
export function typedLabelField(facts: RestoreFacts, context: RestoreContext): TypedLabelModel {
  const { title, instruction } = context.words.confirmation.typed;
  const { field } = resolveTypedConfirmation(facts, null, context);
  return { title, instruction: [instruction.before, instruction.after], ...fieldParts(field, facts) };
}

type FieldParts = Pick<TypedLabelModel, "value" | "pasted" | "feedback" | "control">;

function fieldParts(field: TypedConfirmationViewModel["field"], { run }: RestoreFacts): FieldParts {
  switch (field.state) {
    case "open": {
      const { state, text } = field.comparison;
      return {
        value: field.typed?.external ?? "",
        pasted: field.pasted,
        feedback: { ...looks[state], text },
        control: { state: "open" },
      };
    }
    case "recorded":
      return { ...shut("recorded", field.text), value: field.typed.external, pasted: field.pasted };
    case "shut":
    case "impossible":
      return { ...shut(run.execution === null ? "blocked" : "unavailable", field.reason), value: "", pasted: null };
  }
}

function shut(literal: StatusLiteral, reason: string): Pick<FieldParts, "feedback" | "control"> {
  return { feedback: { literal, text: reason, wrong: false }, control: { state: "shut", reason } };
}

const looks = {
  equal: { literal: "complete", wrong: false },
  empty: { literal: "pending", wrong: false },
  unfinished: { literal: "pending", wrong: false },
  different: { literal: "blocked", wrong: true },
} as const satisfies Record<string, Omit<TypedLabelFeedback, "text">>;
