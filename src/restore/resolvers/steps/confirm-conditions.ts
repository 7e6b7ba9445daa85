import { type BlockerModel, gateStatus, type StatusLiteral } from "../../../view-models/index.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import type { WizardViews } from "../wizard.js";
import { leftByChecks } from "./confirm-inputs.js";
import { previewByName } from "./editing.js";
import { counted, listed } from "./words.js";

/** What execution waits for, and what it no longer waits for (RW-10). */
export interface ConditionsModel {
  readonly title: string;
  readonly summary: string;
  /** Every condition that is not met, each with the place that clears it. */
  readonly unmet: readonly ConditionModel[];
  /** The met ones in a sentence; null where none is. */
  readonly met: string | null;
}

/** A condition that is not met. */
export interface ConditionModel extends BlockerModel {
  readonly literal: StatusLiteral;
}

/** Answers: what is missing before this run may execute? The gates' answer, and no other (PF-16). */
export function confirmConditions(facts: RestoreFacts, frame: WizardViews, context: RestoreContext): ConditionsModel {
  const unmet = frame.execution.state === "unavailable" ? frame.execution.reasons : [];
  return {
    title: "Conditions",
    summary: unmet.length === 0 ? conditionsMet(frame) : notMet(unmet.length, context),
    unmet: unmet.map((blocker) => ({
      ...blocker,
      clearedBy: previewByName(blocker.clearedBy, facts),
      literal: conditionLiteral(blocker, frame),
    })),
    met: metSentence(frame, unmet),
  };
}

/** What the operator has still to do is pending; what a gate says of its evidence is the gate's own. */
function conditionLiteral({ code }: BlockerModel, { flow }: WizardViews): StatusLiteral {
  const gate = flow.gates.find(({ blockers }) => blockers?.some((blocker) => blocker.code === code));
  return gate === undefined || gate.id === "confirmation" ? "pending" : gateStatus(gate);
}

function conditionsMet(frame: WizardViews): string {
  return frame.execution.state === "started" ? "Execution was requested" : "All conditions are met";
}

/** "2 conditions are not met". */
export function notMet(count: number, context: RestoreContext): string {
  return count === 1 ? "1 condition is not met" : `${counted(count, "condition", "conditions", context)} are not met`;
}

/** Conditions that hold, from the same gates; where a gate could not be evaluated, none of its conditions is named. */
function metSentence(frame: WizardViews, unmet: readonly BlockerModel[]): string | null {
  const complete = (id: string) => frame.flow.gates.some((gate) => gate.id === id && gate.verdict === "complete");
  const codes = new Set(unmet.map(({ code }) => code));
  const evaluated = frame.execution.state === "unavailable" && !codes.has("gate_not_evaluated");
  const met = [
    ...(complete("validation") ? ["checks are current, without blockers"] : []),
    ...(complete("preview") ? ["the preview is current"] : []),
    ...(evaluated && !codes.has("capability_missing") ? ["you may execute restores"] : []),
    ...(evaluated && !codes.has("dry_run_on") ? ["dry-run is off"] : []),
    ...(evaluated && !codes.has("impact_not_reviewed") ? ["the impact is marked as reviewed"] : []),
    ...(evaluated && !codes.has("typed_confirmation_not_met") ? ["the target label is typed"] : []),
  ];
  if (met.length === 0 || unmet.length === 0) return null;
  return [`Met: ${listed(met)}.`, ...(complete("validation") ? leftByChecks(frame) : [])].join(" ");
}
