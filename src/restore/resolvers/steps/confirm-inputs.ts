import type { ExecutionSafetySnapshot } from "../../run/run.js";
import type { ConfirmationInputs, RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import type { ConfirmStepModel } from "./confirm-step.js";
import type { WizardViews } from "../wizard.js";
import { editing } from "./editing.js";
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
  const { run, confirmation } = facts;
  const { dryRun, review } = context.words.confirmation;
  const control = editing(facts, context);
  return {
    dryRun: {
      title: dryRun.title,
      label: dryRun.label,
      on: run.dryRun,
      note: run.dryRun ? dryRun.on : dryRun.off(run.target.label),
      control,
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

/** What was confirmed is history once the run left preparation (SI-6); where nothing was recorded, that is said. */
function recorded(
  { run }: RestoreFacts,
  snapshot: ExecutionSafetySnapshot | null,
  impact: string,
  { words: { confirmation } }: RestoreContext,
): Inputs {
  const { dryRun, review, typed, notRecorded } = confirmation;
  const control: ControlState = { state: "shut", reason: snapshot === null ? notRecorded : typed.recorded };
  return {
    dryRun: {
      title: dryRun.title,
      label: dryRun.label,
      on: run.dryRun,
      note: run.dryRun ? dryRun.wasOn : dryRun.wasOff,
      control,
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

function impactNote({ run }: RestoreFacts, { words: { confirmation } }: RestoreContext): string {
  if (run.preview === null) return confirmation.review.noPreview;
  const { policiesChanged, policiesCreated, assignmentsChanged, scopeTagsChanged } = run.preview.summary;
  return confirmation.review.impact(policiesChanged + policiesCreated, assignmentsChanged, scopeTagsChanged);
}

/** The inputs after the operator typed or pasted. A label that was pasted stays so until the field is empty again (BY-11). */
export function afterTyping(inputs: ConfirmationInputs, typedLabel: string, pasted: boolean): ConfirmationInputs {
  return { ...inputs, typedLabel, pasted: typedLabel !== "" && (inputs.pasted || pasted) };
}
