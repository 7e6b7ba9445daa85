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
  const { execution } = frame;
  if (execution.state !== "unavailable") {
    const summary = execution.state === "started" ? confirm.started.text : confirm.allMet;
    return { title: confirm.conditionsTitle, summary, unmet: [], met: null };
  }
  return {
    title: confirm.conditionsTitle,
    summary: confirm.notMet(execution.reasons.length),
    unmet: execution.reasons.map((blocker) => ({
      ...blocker,
      clearedBy: previewByName(blocker.clearedBy, facts, context),
      literal: conditionLiteral(blocker, frame),
    })),
    met: metSentence(frame, execution.reasons, context),
  };
}

/** What this operator has still to do here is pending; anything else stands as its gate does. */
function conditionLiteral({ code, clearedBy }: BlockerModel, { flow }: WizardViews): StatusLiteral {
  const gate = flow.gates.find(({ blockers }) => blockers?.some((blocker) => blocker.code === code));
  if (gate === undefined) return "unknown";
  return gate.id === "confirmation" && clearedBy !== null ? "pending" : gateStatus(gate);
}

/** Conditions that hold, from the same gates; where a gate could not be evaluated, none of its conditions is named. */
function metSentence(frame: WizardViews, unmet: readonly BlockerModel[], context: RestoreContext): string | null {
  const complete = (id: string) => frame.flow.gates.some((gate) => gate.id === id && gate.verdict === "complete");
  const codes = new Set(unmet.map(({ code }) => code));
  const holds = (code: string) => !codes.has("gate_not_evaluated") && !codes.has(code);
  const conditions: Readonly<Record<MetCondition, boolean>> = {
    checks: complete("validation"),
    preview: complete("preview"),
    capability: holds("capability_missing"),
    dryRun: holds("dry_run_on"),
    reviewed: holds("impact_not_reviewed"),
    typed: holds("typed_confirmation_not_met"),
  };
  const met = (Object.keys(conditions) as MetCondition[]).filter((condition) => conditions[condition]);
  return met.length === 0 ? null : [context.words.confirm.met(met), ...leftByChecks(frame, context)].join(" ");
}
