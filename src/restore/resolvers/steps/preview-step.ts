import {
  type ActionModel,
  contractVersion,
  type DecisionCardViewModel,
  type FreshnessBandViewModel,
} from "../../../view-models/index.js";
import { blockedBy } from "../../../flow/index.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import { instantOf } from "../moments.js";
import { places } from "../reasons.js";
import type { WizardViews } from "../wizard.js";
import { type AttemptModel, attemptModel, underWayAction } from "./attempt-model.js";
import { editAction, generateLabel, previewByName } from "./editing.js";
import { evidenceBand, recordedFreshness } from "./evidence-band.js";
import { reviewedSentences } from "./blast-radius.js";
import { nothingWritten } from "./consequences.js";

/** The content of step 4 above the changes themselves: what would happen, decision first (PF-14, RW-8). */
export interface PreviewStepModel {
  readonly decision: DecisionCardViewModel;
  /** True where generating is the decision's own primary action, and so is offered nowhere else. */
  readonly leadsWithGenerate: boolean;
  readonly title: string;
  readonly band: FreshnessBandViewModel;
  /** What is said of a preview that is on its way, or that failed while an earlier one holds; null where there is none. */
  readonly attempt: AttemptModel | null;
  /** Said of a preview that was asked for, until the host says how far it is. */
  readonly runningText: string;
  /** Said where no preview was recorded; null where one was. */
  readonly empty: string | null;
  /** The way on; null on the last step. */
  readonly next: ActionModel | null;
}

/** Answers: what would happen? `frame` is the wizard's frame of the same facts; the card never decides by itself (PF-16). */
export function resolvePreviewStep(facts: RestoreFacts, frame: WizardViews, context: RestoreContext): PreviewStepModel {
  const { preview } = facts.run;
  const words = context.words.preview;
  const freshness = recordedFreshness(facts).preview;
  const decision = previewDecision(facts, frame, context);
  const generate = generateAction(facts, frame, context);
  const here = [places.runPreview, places.previewUnderWay].map(context.href);
  const leading = here.some((href) => href === decision.primaryAction.href) ? generate : null;
  return {
    decision: leading === null ? decision : { ...decision, primaryAction: leading },
    leadsWithGenerate: leading !== null,
    title: words.title,
    band: evidenceBand("preview", freshness, leading === null ? generate : null, context),
    attempt: attemptModel("preview", facts, freshness, context),
    runningText: words.running(facts.run.target.label),
    empty: preview === null ? words.empty : null,
    next: blockedByName(frame.next, facts, context),
  };
}

/** The way on, with the way to generate the preview under the name that this page has for it. */
function blockedByName(next: ActionModel | null, facts: RestoreFacts, context: RestoreContext): ActionModel | null {
  return next?.kind === "blocked" ? { ...next, clearedBy: previewByName(next.clearedBy, facts, context) } : next;
}

function generateAction(facts: RestoreFacts, frame: WizardViews, context: RestoreContext): ActionModel | null {
  const { run } = facts;
  if (run.execution !== null) return null;
  const action = { id: "generate_preview", label: generateLabel(facts, context) };
  const { gates } = frame.flow;
  const before = gates.slice(
    0,
    gates.findIndex(({ id }) => id === "preview"),
  );
  const open = before.find((gate) => gate.verdict !== "complete");
  if (open !== undefined) return blockedBy(open, open.blockers[0], action);
  return underWayAction("preview", facts, action, context) ?? editAction(facts, action, context);
}

function previewDecision(facts: RestoreFacts, frame: WizardViews, context: RestoreContext): DecisionCardViewModel {
  const { preview, execution } = facts.run;
  const gate = frame.flow.gates.find(({ id, verdict }) => id === "preview" && verdict === "complete");
  // Until the preview's own gate is complete, the decision is whatever the gates say comes first.
  if (preview === null || gate === undefined || execution !== null) return frame.decision;
  const { policiesChanged, policiesCreated, skipped } = preview.summary;
  const written = policiesChanged + policiesCreated;
  const words = context.words.preview;
  const grave = reviewedSentences(preview, context);
  const impact = [
    ...(grave === null ? [] : [grave]),
    nothingWritten(facts, context),
    ...(skipped === 0 ? [] : [words.skipped(skipped)]),
  ];
  return {
    contract: contractVersion,
    id: frame.decision.id,
    name: frame.decision.name,
    status: {
      literal: grave === null ? "next" : "attention",
      text: written === 0 ? words.nothingWritten : words.written(written),
      at: instantOf(preview.capturedAt, context),
    },
    reason: gate.reason,
    impact: impact.join(" "),
    primaryAction: frame.next ?? frame.decision.primaryAction,
    claim: null,
    attention: null,
  };
}
