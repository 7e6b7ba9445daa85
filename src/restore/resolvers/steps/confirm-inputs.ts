import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import type { ConfirmStepModel } from "./confirm-step.js";
import type { WizardViews } from "../wizard.js";
import { editing } from "./editing.js";
import type { ControlState } from "./lead.js";
import { typedLabelFeedback } from "./typed-label.js";
import { counted } from "./words.js";

type Inputs = Pick<ConfirmStepModel, "dryRun" | "review" | "typed">;

const titles = {
  dryRun: { title: "Dry-run", label: "Preview only (Dry-run)" },
  review: { title: "Impact", label: "I reviewed the impact" },
  typed: { title: "Confirmation", instruction: ["Type ", " to confirm the target"] },
} as const;

/** Answers: what has the operator confirmed so far, or what was recorded when the run was queued? */
export function confirmInputs(
  facts: RestoreFacts,
  frame: WizardViews,
  previewHolds: boolean,
  context: RestoreContext,
): Inputs {
  const impact = [impactNote(facts, context), ...leftByChecks(frame)].join(" ");
  return facts.run.execution === null ? present(facts, previewHolds, impact, context) : recorded(facts, impact);
}

/** What the checks found and did not settle, in the words of their gate; empty where there is nothing. */
export function leftByChecks({ flow }: Pick<WizardViews, "flow">): readonly string[] {
  const notice = flow.gates.find(({ id }) => id === "validation")?.notice ?? null;
  return notice === null ? [] : [`Checks: ${notice}`];
}

function present(facts: RestoreFacts, previewHolds: boolean, impact: string, context: RestoreContext): Inputs {
  const { run, confirmation } = facts;
  const { label } = run.target;
  const control = editing(facts, context);
  const waits = "Available when the preview is current.";
  return {
    dryRun: {
      ...titles.dryRun,
      on: run.dryRun,
      note: run.dryRun ? "On. Nothing can be written while this is on." : `Off. Execution writes to ${label}.`,
      control,
    },
    review: {
      ...titles.review,
      ticked: confirmation.reviewedImpact,
      note: previewHolds ? impact : waits,
      control: control.state === "open" && !previewHolds ? { state: "shut", reason: waits } : control,
    },
    typed: {
      ...titles.typed,
      value: confirmation.typedLabel,
      feedback: typedLabelFeedback(confirmation.typedLabel, label),
      control,
    },
  };
}

/** What was confirmed is history once the run left preparation (SI-6); where nothing was recorded, that is said. */
function recorded(facts: RestoreFacts, impact: string): Inputs {
  const { run } = facts;
  const snapshot = run.execution?.safetySnapshot ?? null;
  const said = snapshot === null ? "Not recorded." : "Recorded when the run was queued.";
  const control: ControlState = { state: "shut", reason: said };
  return {
    dryRun: { ...titles.dryRun, on: run.dryRun, note: run.dryRun ? "On." : "Off.", control },
    review: {
      ...titles.review,
      ticked: snapshot !== null,
      note: snapshot === null ? said : impact,
      control,
    },
    typed: {
      ...titles.typed,
      value: snapshot?.typedLabel ?? "",
      feedback: { literal: snapshot === null ? "unavailable" : "recorded", text: said, wrong: false },
      control,
    },
  };
}

function impactNote({ run }: RestoreFacts, context: RestoreContext): string {
  if (run.preview === null) return "No preview was recorded.";
  const { policiesChanged, policiesCreated, assignmentsChanged, scopeTagsChanged } = run.preview.summary;
  const written = counted(policiesChanged + policiesCreated, "policy", "policies", context);
  const assignments = context.number(assignmentsChanged);
  return `${written} written. Assignments change on ${assignments}, scope tags on ${context.number(scopeTagsChanged)}.`;
}
