import { contractVersion, type DryRunSwitchViewModel } from "../../../view-models/index.js";
import type { ExecutionSafetySnapshot } from "../../run/run.js";
import type { ConfirmationInputs, RestoreFacts } from "../../run/facts.js";
import { isDryRun } from "../../run/status.js";
import type { RestoreContext } from "../context.js";
import type { ConfirmStepModel } from "./confirm-step.js";
import type { WizardViews } from "../wizard.js";
import { reviewedSentences } from "./blast-radius.js";
import { confirming } from "./editing.js";
import { places } from "../reasons.js";
import type { ControlState } from "./lead.js";

type Inputs = Pick<ConfirmStepModel, "dryRun" | "review">;

/** Answers: what has the operator set and ticked so far, or what was recorded when the run was queued? */
export function confirmInputs(
  facts: RestoreFacts,
  frame: WizardViews,
  previewHolds: boolean,
  context: RestoreContext,
): Inputs {
  const { execution } = facts.run;
  const impact = [impactNote(facts, context), ...leftByChecks(frame, context)].join(" ");
  return execution === null
    ? present(facts, previewHolds, impact, context)
    : recorded(facts, execution.safetySnapshot, impact, context);
}

/** What the checks found and did not settle, in the words of their gate; empty where there is nothing. */
export function leftByChecks({ flow }: Pick<WizardViews, "flow">, context: RestoreContext): readonly string[] {
  return flow.gates.flatMap(({ id, notice }) =>
    id === "validation" && notice != null ? [context.words.confirmation.review.checks(notice)] : [],
  );
}

function present(facts: RestoreFacts, previewHolds: boolean, impact: string, context: RestoreContext): Inputs {
  const { confirmation } = facts;
  const { dryRun, review } = context.words.confirmation;
  const control = confirming(facts, context);
  return {
    dryRun: {
      title: dryRun.title,
      control: resolveDryRunSwitch(facts, context),
    },
    review: {
      title: review.title,
      label: review.label,
      ticked: confirmation.reviewedImpact,
      note: previewHolds ? impact : review.waits,
      control: control.state === "open" && !previewHolds ? { state: "shut", reason: review.waits } : control,
    },
  };
}

/** Answers: may anything be written at all, and what does that mean (RW-10)? */
export function resolveDryRunSwitch(facts: RestoreFacts, context: RestoreContext): DryRunSwitchViewModel {
  const { execution, target } = facts.run;
  const on = isDryRun(facts.run);
  const { dryRun } = context.words.confirmation;
  const before = on ? dryRun.on : dryRun.off(target.label);
  const after = on ? dryRun.wasOn : dryRun.wasOff;
  return {
    contract: contractVersion,
    id: places.dryRun.anchor,
    label: dryRun.label,
    on,
    note: execution === null ? before : after,
    control: execution === null ? confirming(facts, context) : closed(execution.safetySnapshot, context),
  };
}

function closed(snapshot: ExecutionSafetySnapshot | null, { words: { confirmation } }: RestoreContext): ControlState {
  return { state: "shut", reason: snapshot === null ? confirmation.notRecorded : confirmation.typed.recorded };
}

/** What was confirmed is history once the run left preparation (SI-6); where nothing was recorded, that is said. */
function recorded(
  facts: RestoreFacts,
  snapshot: ExecutionSafetySnapshot | null,
  impact: string,
  context: RestoreContext,
): Inputs {
  const { dryRun, review, notRecorded } = context.words.confirmation;
  const control = closed(snapshot, context);
  return {
    dryRun: {
      title: dryRun.title,
      control: resolveDryRunSwitch(facts, context),
    },
    review: {
      title: review.title,
      label: review.label,
      ticked: snapshot !== null,
      note: snapshot === null ? notRecorded : impact,
      control,
    },
  };
}

/** What a person says they reviewed: how much is written, the worst that it does, and that not all of it is known (BY-10). */
function impactNote({ run }: RestoreFacts, context: RestoreContext): string {
  const { review } = context.words.confirmation;
  if (run.preview === null) return review.noPreview;
  const { policiesChanged, policiesCreated, assignmentsChanged, scopeTagsChanged } = run.preview.summary;
  const counts = review.impact(policiesChanged + policiesCreated, assignmentsChanged, scopeTagsChanged);
  const reviewed = reviewedSentences(run.preview, context);
  return reviewed === null ? counts : `${counts} ${reviewed}`;
}

/** The inputs after the operator typed or pasted. A label that was pasted stays so until the field is empty again (BY-11). */
export function afterTyping(inputs: ConfirmationInputs, typedLabel: string, pasted: boolean): ConfirmationInputs {
  return { ...inputs, typedLabel, pasted: typedLabel !== "" && (inputs.pasted || pasted) };
}
