import {
  type ActionModel,
  contractVersion,
  type DecisionCardViewModel,
  type FreshnessBandViewModel,
  type MeasureModel,
  type NonEmptyList,
} from "../../../view-models/index.js";
import type { PreviewEvidence, PreviewItem } from "../../run/evidence.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import { instantOf } from "../moments.js";
import { measure } from "../quality.js";
import { places } from "../reasons.js";
import type { WizardViews } from "../wizard.js";
import { blockedAction, editAction, generateLabel, previewByName } from "./editing.js";
import { evidenceBand, recordedFreshness } from "./evidence-band.js";
import { graveSentences } from "./consequences.js";
import { byConsequence, type PreviewItemModel, previewItem, untouchedAssignments } from "./preview-items.js";
import { tally } from "./words.js";

/** The content of step 4: what would happen, decision first (PF-14, RW-8). */
export interface PreviewStepModel {
  readonly decision: DecisionCardViewModel;
  /** True where generating is the decision's own primary action, and so is offered nowhere else. */
  readonly leadsWithGenerate: boolean;
  readonly title: string;
  readonly band: FreshnessBandViewModel;
  readonly runningText: string;
  /** True where the preview no longer describes what would happen: shown, and struck (SI-3). */
  readonly void: boolean;
  readonly countsTitle: string;
  /** Empty where no preview was recorded. */
  readonly counts: readonly CountModel[];
  readonly itemsTitle: string;
  /** Said once for all items that it is true of; null where none. */
  readonly itemsNote: string | null;
  /** Items that something would happen to, or that are skipped; most consequential first. */
  readonly items: readonly PreviewItemModel[];
  /** Items that are already as wanted, behind a control; null where there are none. */
  readonly unchanged: {
    readonly label: string;
    readonly items: readonly PreviewItemModel[];
    readonly showMore: (remaining: number) => string;
  } | null;
  readonly empty: string | null;
  readonly showMore: (remaining: number) => string;
  /** The way on; null on the last step. */
  readonly next: ActionModel | null;
}

/** One count with what it means. */
export interface CountModel {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly measure: MeasureModel;
}

/** Answers: what would happen? `frame` is the wizard's frame of the same facts; the card never decides by itself (PF-16). */
export function resolvePreviewStep(facts: RestoreFacts, frame: WizardViews, context: RestoreContext): PreviewStepModel {
  const { preview } = facts.run;
  const words = context.words.preview;
  const freshness = recordedFreshness(facts).preview;
  const isVoid = freshness.state === "invalidated" || freshness.state === "stale";
  const items = byConsequence(preview?.items ?? []);
  const changing = items.filter(({ action }) => action !== "none");
  const unchanged = items.filter(({ action }) => action === "none");
  const itemsNote = untouchedAssignments(items, context);
  const itemModel = (item: PreviewItem) => previewItem(item, itemsNote !== null, context);
  const decision = previewDecision(facts, frame, context);
  const generate = generateAction(facts, frame, context);
  const leading = decision.primaryAction.href === context.href(places.runPreview) ? generate : null;
  return {
    decision: leading === null ? decision : { ...decision, primaryAction: leading },
    leadsWithGenerate: leading !== null,
    title: words.title,
    band: evidenceBand("preview", freshness, leading === null ? generate : null, context),
    runningText: words.running(facts.run.target.label),
    void: isVoid,
    countsTitle: words.countsTitle,
    counts: preview === null ? [] : previewCounts(preview, context),
    itemsTitle: words.itemsTitle,
    itemsNote,
    items: changing.map(itemModel),
    unchanged:
      unchanged.length === 0
        ? null
        : {
            label: words.showUnchanged(unchanged.length),
            items: unchanged.map(itemModel),
            showMore: showMore(unchanged, isVoid, context),
          },
    empty: preview === null ? words.empty : null,
    showMore: showMore(changing, isVoid, context),
    next: blockedByName(frame.next, facts, context),
  };
}

/** "Show 5 more items: 3 would be updated, 2 would be skipped"; a void preview says nothing of what they would be. */
function showMore(items: readonly PreviewItem[], isVoid: boolean, { words }: RestoreContext) {
  const { terms, preview } = words;
  if (isVoid) return terms.showMoreItems;
  return (remaining: number) => {
    const rest = items.slice(-remaining).map(({ action }) => action);
    const kinds = tally(rest).map(([action, count]) => preview.actions[action](count));
    return kinds.length === 0 ? terms.showMoreItems(remaining) : terms.showMoreItemsOf(remaining, kinds);
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
  if (open !== undefined) return blockedAction(action, open.reason, open.blockers[0].clearedBy);
  return editAction(facts, action, context);
}

function previewDecision(facts: RestoreFacts, frame: WizardViews, context: RestoreContext): DecisionCardViewModel {
  const { preview, execution } = facts.run;
  const gate = frame.flow.gates.find(({ id, verdict }) => id === "preview" && verdict === "complete");
  // Until the preview's own gate is complete, the decision is whatever the gates say comes first.
  if (preview === null || gate === undefined || execution !== null) return frame.decision;
  const { policiesChanged, policiesCreated, skipped } = preview.summary;
  const written = policiesChanged + policiesCreated;
  const words = context.words.preview;
  const grave = graveSentences(preview.items, context);
  const impact = [
    ...(grave === null ? [] : [grave]),
    words.notWrittenYet(facts.run.target.label),
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

/** The counts of RW-8. */
export function previewCounts({ summary }: PreviewEvidence, context: RestoreContext): NonEmptyList<CountModel> {
  const words = context.words.preview;
  const row = (id: keyof typeof words.count, count: number): CountModel => ({
    id,
    ...words.count[id],
    measure: measure(count, words.countNotRecorded, context),
  });
  return [
    row("policies_changed", summary.policiesChanged),
    row("policies_created", summary.policiesCreated),
    row("assignments_changed", summary.assignmentsChanged),
    row("scope_tags_changed", summary.scopeTagsChanged),
    row("unchanged", summary.unchanged),
    row("skipped", summary.skipped),
  ];
}
