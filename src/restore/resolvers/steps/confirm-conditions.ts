import {
  type BlockerModel,
  type ConditionModel,
  type ConditionsModel,
  gateStatus,
  type StatusLiteral,
} from "../../../view-models/index.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import type { WizardViews } from "../wizard.js";
import { leftByChecks } from "./confirm-inputs.js";
import { previewByName } from "./editing.js";
import type { MetCondition } from "../copy/en/confirm.js";

/** Answers: what is missing before this run may execute (RW-10)? The gates' answer, and no other (PF-16); null once the run left preparation. */
export function confirmConditions(
  facts: RestoreFacts,
  frame: WizardViews,
  context: RestoreContext,
): ConditionsModel | null {
  const { confirm } = context.words;
  const { execution } = frame;
  if (execution.state === "started") return null;
  if (execution.state === "available") {
    // What the checks left to look at is no condition, and is not passed over where everything else is met.
    const left = leftByChecks(frame, context);
    return { state: "met", text: left.length === 0 ? confirm.allMet : [`${confirm.allMet}.`, ...left].join(" ") };
  }
  const condition = (blocker: BlockerModel): ConditionModel => ({
    ...blocker,
    clearedBy: previewByName(blocker.clearedBy, facts, context),
    status: conditionStatus(blocker, frame),
  });
  const [first, ...others] = execution.reasons;
  return {
    state: "open",
    text: confirm.notMet(execution.reasons.length),
    unmet: [condition(first), ...others.map(condition)],
    met: metSentence(frame, execution.reasons, context),
  };
}

/** What this operator has still to do here is pending; anything else stands as its gate does. */
function conditionStatus({ code, clearedBy }: BlockerModel, { flow }: WizardViews): StatusLiteral {
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
