import type {
  ActionModel,
  DryRunSwitchViewModel,
  EnvironmentBadgeViewModel,
  FreshnessBandViewModel,
  TypedConfirmationViewModel,
} from "../../../view-models/index.js";
import type { PreviewEvidence } from "../../run/evidence.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import { isOvertaken, knownFreshness } from "../overtaken.js";
import { places } from "../reasons.js";
import type { WizardViews } from "../wizard.js";
import { type BlastRadiusModel, blastRadiusRows, reviewedSentences } from "./blast-radius.js";
import { confirmConditions } from "./confirm-conditions.js";
import { confirmInputs } from "./confirm-inputs.js";
import { nothingWritten } from "./consequences.js";
import { previewByName, resultPlace } from "./editing.js";
import { evidenceBand } from "./evidence-band.js";
import type { ControlState, LeadModel } from "./lead.js";
import { targetLead } from "./target-lead.js";
import { resolveTypedConfirmation } from "./typed-label.js";

/** The content of step 5: the execution surface, high in friction (PF-15, RW-10, RW-11, BY-10). */
export interface ConfirmStepModel {
  readonly lead: LeadModel;
  readonly badge: EnvironmentBadgeViewModel;
  readonly targetLabel: string;
  readonly targetNote: string;
  /** What voids the preview; null while it rests on the present inputs. */
  readonly band: FreshnessBandViewModel | null;
  readonly blast: BlastRadiusModel;
  /** Whether what the recorded checks found still stands, and so is read by name beside the reach. */
  readonly checksStand: boolean;
  readonly dryRun: { readonly title: string; readonly control: DryRunSwitchViewModel };
  readonly review: {
    readonly title: string;
    readonly label: string;
    readonly note: string;
    readonly ticked: boolean;
    readonly control: ControlState;
  };
  /** The label to type, and everything that execution waits for. */
  readonly typed: TypedConfirmationViewModel;
  readonly execute: {
    readonly title: string;
    readonly action: ActionModel;
    readonly note: string;
    readonly runningText: string;
  };
}

/** Answers: do you really want to do this? May-execute is the frame's answer, never one of this page (PF-16). */
export function resolveConfirmStep(facts: RestoreFacts, frame: WizardViews, context: RestoreContext): ConfirmStepModel {
  const { run } = facts;
  const { label, environment } = run.target;
  const { confirm } = context.words;
  const standing = previewStanding(facts, frame);
  const held = standing === "current" && run.execution === null ? run.preview : null;
  return {
    lead: confirmLead(facts, frame, held, context),
    badge: frame.badge,
    targetLabel: label,
    targetNote: confirm.environment[environment],
    band: standing === "current" ? null : previewBand(facts, context),
    blast: blastRadiusRows(facts, standing, context),
    checksStand: frame.flow.gates.some(({ id, freshness }) => id === "validation" && freshness?.state === "current"),
    ...confirmInputs(facts, frame, standing === "current", context),
    typed: resolveTypedConfirmation(facts, confirmConditions(facts, frame, context), context),
    execute: {
      title: confirm.executeTitle,
      action: executeAction(facts, frame, held, context),
      note: run.execution === null ? confirm.startsAtOnce : confirm.noSecondTime,
      runningText: confirm.running,
    },
  };
}

/**
 * Answers: do the preview's figures still stand? Band, figures and review read this one answer, which is the gate's own: that
 * it waits for another one, or for somebody who may do more, says nothing of the preview. Once the run left preparation the
 * figures are a record, and a preview that is only not known to hold is not void.
 */
function previewStanding({ run }: RestoreFacts, { flow }: WizardViews): BlastRadiusModel["state"] {
  const gate = flow.gates.find(({ id }) => id === "preview");
  const state = gate?.freshness?.state;
  if (run.execution !== null || (state === "current" && gate?.verdict !== "blocked")) return "current";
  return state === "invalidated" ? "void" : "stale";
}

/** What voids the preview, and the one way forward; nothing of one that rests on the present inputs and is not whole. */
function previewBand(facts: RestoreFacts, context: RestoreContext): FreshnessBandViewModel | null {
  const freshness = knownFreshness(facts).preview;
  if (freshness.state === "current") return null;
  const label = context.words.confirm.goToPreview;
  const action = { kind: "link", id: "go_to_preview", label, href: context.href(places.runPreview) } as const;
  return evidenceBand("preview", freshness, action, context);
}

function confirmLead(
  facts: RestoreFacts,
  { execution }: WizardViews,
  held: PreviewEvidence | null,
  context: RestoreContext,
): LeadModel {
  const { confirm } = context.words;
  const lead = { id: "execution-lead", label: confirm.label };
  const { label } = facts.run.target;
  switch (execution.state) {
    case "unavailable":
      // How many conditions are met is not known either.
      if (isOvertaken(facts))
        return {
          ...lead,
          literal: "unknown",
          text: context.words.gates.status.facts_superseded,
          detail: nothingWritten(facts, context),
        };
      return blockedLead(facts, confirm.blocked(execution.reasons.length), context);
    case "available": {
      const grave = held === null ? null : reviewedSentences(held, context);
      const detail = [confirm.available.detail(label), ...(grave === null ? [] : [grave])].join(" ");
      const text = held === null ? confirm.available.text : confirm.available.counted(writtenBy(held));
      return { ...lead, literal: grave === null ? "next" : "attention", text, detail };
    }
    case "started":
      return { ...lead, literal: "recorded", ...confirm.started };
  }
}

/** What blocks is told by the conditions; that the target is another one comes before how many they are. */
function blockedLead(facts: RestoreFacts, conditions: string, context: RestoreContext): LeadModel {
  const lead = { id: "execution-lead", label: context.words.confirm.label, literal: "blocked" } as const;
  const detail = nothingWritten(facts, context);
  const target = targetLead(facts, context);
  return target === null
    ? { ...lead, text: conditions, detail }
    : { ...lead, text: target.text, detail: `${conditions}. ${detail}` };
}

function writtenBy({ summary }: PreviewEvidence): number {
  return summary.policiesChanged + summary.policiesCreated;
}

function executeAction(
  facts: RestoreFacts,
  { execution }: WizardViews,
  held: PreviewEvidence | null,
  context: RestoreContext,
): ActionModel {
  const { confirm, page } = context.words;
  const { label } = facts.run.target;
  const action = {
    id: "execute",
    label: held === null ? confirm.execute(label) : confirm.executeCounted(writtenBy(held), label),
  };
  switch (execution.state) {
    case "available":
      return { kind: "callback", ...action };
    case "started":
      return { kind: "link", id: "view_result", label: page.viewResult, href: context.href(resultPlace) };
    case "unavailable": {
      const [first] = execution.reasons;
      return {
        kind: "blocked",
        ...action,
        reason: confirm.firstOfNotMet(execution.reasons.length, first.reason),
        clearedBy: previewByName(first.clearedBy, facts, context),
      };
    }
  }
}
