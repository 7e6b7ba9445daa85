import {
  type ActionModel,
  type AttentionNote,
  type CollapsedDiagnosticsViewModel,
  contractVersion,
  type DecisionCardViewModel,
  type ProofAsideViewModel,
  type ResultSummaryViewModel,
  type StatusLiteral,
} from "../../view-models/index.js";
import type { Place } from "../../safety/index.js";
import type { RecordedCount } from "../run/backup-set.js";
import { noConfirmation, type RestoreFacts } from "../run/facts.js";
import type { RestoreContext } from "./context.js";
import { restoreCopy } from "./copy.js";
import { instantOf } from "./moments.js";
import { places } from "./reasons.js";
import { type ResultAttention, resultAttention } from "./result-attention.js";
import { linkedOperation, recordedOperation } from "./result-proof.js";
import {
  hidesEvidence,
  operationProof,
  type ResultState,
  resultState,
  type ResultWording,
  resultWording,
  unfitEvidence,
} from "./result-state.js";
import { resolveResultSummary } from "./result-summary.js";
import { resolveWizard } from "./wizard.js";

/** The first screen of a restore result: the decision, its counts and its proof, before any raw list (RR, SI-8). */
export interface ResultViews {
  readonly state: ResultState;
  /** How much attention it asks for, as data (SI-7). */
  readonly attention: ResultAttention;
  readonly decision: DecisionCardViewModel;
  readonly summary: ResultSummaryViewModel;
  readonly proof: ProofAsideViewModel;
  readonly diagnostics: CollapsedDiagnosticsViewModel;
}

const literals: Readonly<Record<ResultWording, StatusLiteral>> = {
  not_executed: "unavailable",
  in_progress: "running",
  queued: "pending",
  completed_proof_incomplete: "attention",
  completed_evidence_unfit: "attention",
  completed_with_evidence: "complete",
  needs_review: "attention",
  cancelled_after_start: "attention",
  blocked_after_start: "attention",
  failed: "blocked",
  failed_after_start: "blocked",
  blocked_or_cancelled: "unavailable",
  blocked: "blocked",
  cancelled: "unavailable",
  not_known: "unknown",
};

/** Answers: what happened, does it need follow-up, and what is the one next action? (SI-8, RR) */
export function resolveResult(facts: RestoreFacts, context: RestoreContext): ResultViews {
  const state = resultState(facts);
  const attention = resultAttention(facts);
  const frame = resolveWizard({ ...facts, confirmation: noConfirmation }, "confirm_execute", context);
  const words = context.words.results;
  const wording = resultWording(facts);
  const { status } = words.told[wording];
  const followUp = attention.state === "completed_with_follow_up";
  return {
    state,
    attention,
    decision: {
      contract: contractVersion,
      id: "restore-result",
      name: words.cardName,
      // Evidence that asks for follow-up never reads calm (SI-10).
      status: {
        literal: followUp ? "attention" : literals[wording],
        text: status,
        at: instantOf(facts.run.execution?.finishedAt ?? linkedOperation(facts)?.finishedAt ?? null, context),
      },
      reason: [...followUpSentences(attention, context), reasonOf(wording, facts, context)].join(" "),
      impact: [...targetSentences(attention, context), words.told[wording].impact].join(" "),
      primaryAction: primaryAction(wording, facts, context),
      claim: claim(state, wording, facts, context),
      attention: attentionNote(attention, context),
    },
    summary: resolveResultSummary(state, facts, attention, context),
    proof: frame.proof,
    diagnostics: frame.diagnostics,
  };
}

function reasonOf(wording: ResultWording, facts: RestoreFacts, context: RestoreContext): string {
  const { results, proof } = context.words;
  const { reason } = results.told[wording];
  if (wording === "not_executed" && facts.run.preview === null) return results.noPreview;
  if (wording === "completed_proof_incomplete" && hidesEvidence(facts))
    return restoreCopy(context).reason({ code: "execution_evidence_unauthorised" });
  const unfit = wording === "completed_evidence_unfit" ? unfitEvidence(facts) : null;
  return unfit === null ? reason : `${proof.evidenceGap[unfit]} ${reason}`;
}

function primaryAction(wording: ResultWording, facts: RestoreFacts, context: RestoreContext): ActionModel {
  const words = context.words.results;
  const named = (id: keyof typeof words.action) => ({ id, label: words.action[id] });
  const link = (id: keyof typeof words.action, place: Place): ActionModel => ({
    kind: "link",
    ...named(id),
    href: context.href(place),
  });
  // A way that leads nowhere for this operator is shown, and says why it is shut (SI-11).
  const shut = (id: keyof typeof words.action, reason: string): ActionModel => ({
    kind: "blocked",
    ...named(id),
    reason,
    clearedBy: null,
  });
  switch (wording) {
    case "not_executed":
      if (facts.run.preview !== null) return link("review_preview", places.runPreview);
      return facts.run.execution === null
        ? link("continue_preparation", places.backupSet)
        : shut("continue_preparation", words.leftPreparation);
    case "in_progress":
    case "queued": {
      const recorded = recordedOperation(facts);
      return recorded.state === "unavailable"
        ? shut("view_operation_progress", context.words.proof.operationGap[recorded.cause])
        : link("view_operation_progress", places.operation);
    }
    case "completed_proof_incomplete":
    case "completed_evidence_unfit":
      if (operationProof(facts).state === "available") return link("open_operation_proof", places.operation);
      // A gap that this operator may not look into is none to review.
      return hidesEvidence(facts)
        ? link("review_item_outcomes", places.itemOutcomes)
        : link("review_proof_gap", places.proofGap);
    case "completed_with_evidence":
      return link("open_evidence", places.evidence);
    case "needs_review":
    case "cancelled_after_start":
    case "blocked_after_start":
      return link("review_item_outcomes", places.itemOutcomes);
    case "failed":
    case "failed_after_start":
      return link("review_failure_details", places.itemOutcomes);
    case "blocked_or_cancelled":
    case "blocked":
      return link("review_blocker", places.diagnostics);
    case "cancelled":
      return link("review_cancellation", places.diagnostics);
    case "not_known":
      return link("review_diagnostics", places.diagnostics);
  }
}

/** The one claim that the state allows (RR-12), and only where the facts support it. */
function claim(
  state: ResultState,
  wording: ResultWording,
  facts: RestoreFacts,
  { words: { results } }: RestoreContext,
): string | null {
  if (state === "blocked_or_cancelled" || state === "not_known" || wording === "queued") return null;
  const supported =
    (state !== "not_executed" || facts.run.preview !== null) &&
    (state !== "completed_proof_incomplete" || operationProof(facts).state === "available");
  return supported ? results.claim[state] : null;
}

/** Follow-up beside a completed result, which stays visible and does not replace the decision (RR-9), and the primary cause of any (SI-8). */
function attentionNote(
  { state, cause }: ResultAttention,
  { words: { results } }: RestoreContext,
): AttentionNote | null {
  if (cause === null) return null;
  const { title, text } = results.cause[cause.family];
  const items = cause.items === null ? `${title}.` : results.causeItems(title, cause.items);
  return state === "completed_with_follow_up"
    ? { title: results.attention.title, text: items }
    : { title: results.causeTitle, text: `${items} ${text}` };
}

/** What a completed result leaves to look at: said before anything that reads calm (SI-10). */
function followUpSentences(
  { state, followUp }: ResultAttention,
  { words: { results } }: RestoreContext,
): readonly string[] {
  if (state !== "completed_with_follow_up") return [];
  const { outcomes, contradictions, leftInPart, notRecordedInPart, differing, notChecked, notComparedInPart } =
    followUp;
  const words = results.attention;
  // Without counts the rows are missing too; that is said once.
  const partsText = outcomes === null ? [] : [words.partsNotRecorded];
  return [
    ...(contradictions === 0
      ? counted(outcomes, words.outcomes, [words.outcomesNotRecorded])
      : [results.countsContradict]),
    ...counted(leftInPart, words.leftInPart, partsText),
    ...counted(notRecordedInPart, words.notRecordedInPart),
    ...counted(differing, words.differing, [words.findingsNotRecorded]),
    ...counted(notChecked, words.notChecked, [words.coverageNotRecorded]),
    ...counted(notComparedInPart, words.notComparedInPart, [words.comparisonNotRecorded]),
  ];
}

/** What that means for the target, where evidence tells of how many items it does. */
function targetSentences(
  { state, followUp }: ResultAttention,
  { words: { results } }: RestoreContext,
): readonly string[] {
  if (state !== "completed_with_follow_up") return [];
  const { notAsIntended, notKnown } = results.attention;
  return [...counted(followUp.differing, notAsIntended), ...counted(followUp.notChecked, notKnown)];
}

/** The sentence of a count: none of nothing, and another one where it was not recorded. */
function counted(
  count: RecordedCount,
  sentence: (count: number) => string,
  notRecorded: readonly string[] = [],
): readonly string[] {
  if (count === null) return notRecorded;
  return count === 0 ? [] : [sentence(count)];
}
