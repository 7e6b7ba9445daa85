import { type BlockerModel, gateStatus, type StatusLiteral } from "../../../view-models/index.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import type { WizardViews } from "../wizard.js";
import { leftByChecks } from "./confirm-inputs.js";
import { previewByName } from "./editing.js";
import type { MetCondition } from "../copy/en/confirm.js";

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
  const { confirm } = context.words;
  const unmet = frame.execution.state === "unavailable" ? frame.execution.reasons : [];
  return {
    title: confirm.conditionsTitle,
    summary: unmet.length > 0 ? confirm.notMet(unmet.length) : conditionsMet(frame, context),
    unmet: unmet.map((blocker) => ({
      ...blocker,
      clearedBy: previewByName(blocker.clearedBy, facts, context),
      literal: conditionLiteral(blocker, frame),
    })),
    met: metSentence(frame, unmet, context),
  };
}

/** What the operator has still to do is pending; what a gate says of its evidence is the gate's own. */
function conditionLiteral({ code }: BlockerModel, { flow }: WizardViews): StatusLiteral {
  const gate = flow.gates.find(({ blockers }) => blockers?.some((blocker) => blocker.code === code));
  return gate === undefined || gate.id === "confirmation" ? "pending" : gateStatus(gate);
}

function conditionsMet(frame: WizardViews, { words: { confirm } }: RestoreContext): string {
  return frame.execution.state === "started" ? confirm.started.text : confirm.allMet;
}

/** Conditions that hold, from the same gates; where a gate could not be evaluated, none of its conditions is named. */
function metSentence(frame: WizardViews, unmet: readonly BlockerModel[], context: RestoreContext): string | null {
  const { confirm } = context.words;
  const complete = (id: string) => frame.flow.gates.some((gate) => gate.id === id && gate.verdict === "complete");
  const codes = new Set(unmet.map(({ code }) => code));
  const evaluated = frame.execution.state === "unavailable" && !codes.has("gate_not_evaluated");
  const holds: Readonly<Record<MetCondition, boolean>> = {
    checks: complete("validation"),
    preview: complete("preview"),
    capability: evaluated && !codes.has("capability_missing"),
    dryRun: evaluated && !codes.has("dry_run_on"),
    reviewed: evaluated && !codes.has("impact_not_reviewed"),
    typed: evaluated && !codes.has("typed_confirmation_not_met"),
  };
  const met = (Object.keys(holds) as MetCondition[]).filter((condition) => holds[condition]);
  if (met.length === 0 || unmet.length === 0) return null;
  return [confirm.met(met), ...(complete("validation") ? leftByChecks(frame, context) : [])].join(" ");
}
