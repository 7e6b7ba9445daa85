import {
  type ActionModel,
  type AttentionNote,
  type CollapsedDiagnosticsViewModel,
  contractVersion,
  type DecisionCardViewModel,
  type MeasureModel,
  type ProofAsideViewModel,
  type StatusLiteral,
} from "../../view-models/index.js";
import type { Place } from "../../safety/index.js";
import { noConfirmation, type RestoreFacts } from "../run/facts.js";
import type { PhaseOutcome } from "../run/outcome.js";
import type { RestoreContext } from "./context.js";
import { places } from "./reasons.js";
import { operationGaps } from "./proof.js";
import { recordedOperation } from "./result-proof.js";
import { outcomeOrder, outcomeRecord } from "../rules/outcome.js";
import { measure } from "./quality.js";
import { instantOf } from "./moments.js";
import { followUpOf } from "./result-attention.js";
import { operationProof, type ResultState, resultState } from "./result-state.js";
import { resolveWizard } from "./wizard.js";

/** The first screen of a restore result: the decision, its counts and its proof, before any raw list (RR, SI-8). */
export interface ResultViews {
  readonly state: ResultState;
  readonly decision: DecisionCardViewModel;
  readonly summary: ResultSummaryModel;
  readonly proof: ProofAsideViewModel;
  readonly diagnostics: CollapsedDiagnosticsViewModel;
}

/** Counts where they were recorded, else the exact words that stand for them (RR-10). */
export type ResultSummaryModel =
  | {
      readonly state: "recorded";
      readonly title: string;
      readonly counts: readonly OutcomeCountModel[];
      /** Says that counts exist without item rows (RR-11); null where rows exist. */
      readonly metadataOnly: string | null;
    }
  | { readonly state: "unavailable"; readonly title: string; readonly text: string };

/** One count of the result summary. */
export interface OutcomeCountModel {
  readonly outcome: PhaseOutcome;
  readonly label: string;
  readonly measure: MeasureModel;
}

/** Labels of outcomes, failures first (BY-9). */
export const outcomeLabels: Readonly<Record<PhaseOutcome, string>> = {
  failed: "Failed",
  unknown: "Unknown",
  partially_applied: "Partially applied",
  skipped: "Skipped",
  applied: "Applied",
  already_in_desired_state: "Already in desired state",
};

/** The status literal of an outcome, for glyph and tone (SI-12). Applied is on record, which is no proof of recovery, so it is never positive. */
export const outcomeStatus: Readonly<Record<PhaseOutcome, StatusLiteral>> = {
  failed: "blocked",
  unknown: "unknown",
  partially_applied: "attention",
  skipped: "unavailable",
  applied: "recorded",
  already_in_desired_state: "unchanged",
};

/** Answers: what happened, does it need follow-up, and what is the one next action? (SI-8, RR) */
export function resolveResult(facts: RestoreFacts, context: RestoreContext): ResultViews {
  const state = resultState(facts);
  const frame = resolveWizard({ ...facts, confirmation: noConfirmation }, "confirm_execute", context);
  const { status, literal, reason, impact } = words(state, facts);
  const finishedAt = facts.run.execution?.finishedAt ?? null;
  const note = attention(state, facts, context);
  return {
    state,
    decision: {
      contract: contractVersion,
      id: "restore-result",
      name: "Restore result",
      // Evidence that asks for follow-up never reads calm (SI-10).
      status: {
        literal: note === null ? literal : "attention",
        text: status,
        at: instantOf(finishedAt, context),
      },
      reason,
      impact,
      primaryAction: primaryAction(state, facts, context),
      claim: claim(state, facts),
      attention: note,
    },
    summary: resultSummary(state, facts, context),
    proof: frame.proof,
    diagnostics: frame.diagnostics,
  };
}

function words(
  state: ResultState,
  facts: RestoreFacts,
): { readonly status: string; readonly literal: StatusLiteral; readonly reason: string; readonly impact: string } {
  switch (state) {
    case "not_executed":
      return {
        status: "Not executed",
        literal: "unavailable",
        reason:
          facts.run.preview === null
            ? "No preview has been recorded. Nothing was executed."
            : "This record proves preview truth, not environment recovery.",
        impact: "No execution proof or post-run evidence exists yet.",
      };
    case "in_progress":
      return {
        status: "Execution in progress",
        literal: "running",
        reason: "Restore execution is currently running.",
        impact: "Results and evidence are not final yet.",
      };
    case "completed_proof_incomplete":
      return {
        status: "Completed, recovery proof incomplete",
        literal: "attention",
        reason: "Execution completed, but post-run evidence is not available yet.",
        impact: "Do not treat this restore as verified recovery until evidence has been reviewed.",
      };
    case "completed_with_evidence":
      return {
        status: "Completed with evidence available",
        literal: "complete",
        reason: "Execution proof and post-run evidence are available.",
        impact: "Review evidence before treating the restore as recovery proof.",
      };
    case "needs_review":
      return {
        status: "Completed with items needing review",
        literal: "attention",
        reason: "Some items were skipped, partially applied, or failed.",
        impact: "Review item outcomes before relying on the result.",
      };
    case "failed":
      return {
        status: "Restore failed",
        literal: "blocked",
        reason: "The restore did not complete successfully.",
        impact: "Some requested changes may not have been applied.",
      };
    case "blocked_or_cancelled":
      return {
        status: "Restore blocked / cancelled",
        literal: "unavailable",
        reason: "Restore did not execute due to cancellation or blocker.",
        impact: "No recovery proof exists.",
      };
    case "not_known":
      return {
        status: "Result not known",
        literal: "unknown",
        reason: "The record of this run matches no known result.",
        impact: "Rely on nothing here until the target itself has been looked at.",
      };
  }
}

function primaryAction(state: ResultState, facts: RestoreFacts, context: RestoreContext): ActionModel {
  const link = (id: string, label: string, place: Place): ActionModel => ({
    kind: "link",
    id,
    label,
    href: context.href(place),
  });
  switch (state) {
    case "not_executed":
      if (facts.run.preview !== null) return link("review_preview", "Review preview", places.runPreview);
      return facts.run.execution === null
        ? link("continue_preparation", "Continue preparation", places.backupSet)
        : {
            kind: "blocked",
            id: "continue_preparation",
            label: "Continue preparation",
            reason: "This run has left preparation. Create another run to continue.",
            clearedBy: null,
          };
    case "in_progress": {
      const recorded = recordedOperation(facts);
      const action = { id: "view_operation_progress", label: "View operation progress" };
      // The way is shown and shut where it leads nowhere for this operator (SI-11).
      return recorded.state === "unavailable"
        ? { kind: "blocked", ...action, reason: operationGaps[recorded.cause], clearedBy: null }
        : link(action.id, action.label, places.operation);
    }
    case "completed_proof_incomplete":
      return operationProof(facts).state === "available"
        ? link("open_operation_proof", "Open operation proof", places.operation)
        : link("review_proof_gap", "Review proof gap", places.proofGap);
    case "completed_with_evidence":
      return link("open_evidence", "Open evidence", places.evidence);
    case "needs_review":
      return link("review_item_outcomes", "Review item outcomes", places.itemOutcomes);
    case "failed":
      return link("review_failure_details", "Review failure details", places.itemOutcomes);
    case "blocked_or_cancelled":
      return link("review_blocker", "Review blocker", places.diagnostics);
    case "not_known":
      return link("review_diagnostics", "Review diagnostics", places.diagnostics);
  }
}

/** The one claim that the state allows (RR-12), and only where the facts support it. */
function claim(state: ResultState, facts: RestoreFacts): string | null {
  switch (state) {
    case "not_executed":
      return facts.run.preview === null ? null : "Preview evidence exists";
    case "in_progress":
      return "Execution in progress";
    case "completed_proof_incomplete":
      return operationProof(facts).state === "available" ? "Execution proof available" : null;
    case "completed_with_evidence":
      return "Evidence snapshot available";
    case "needs_review":
      return "Follow-up required";
    case "failed":
      return "Execution failed";
    case "blocked_or_cancelled":
    case "not_known":
      return null;
  }
}

/** Follow-up beside a completed result: it stays visible and does not replace the decision (RR-9, SI-7). */
function attention(state: ResultState, facts: RestoreFacts, { number }: RestoreContext): AttentionNote | null {
  if (state !== "completed_with_evidence" && state !== "completed_proof_incomplete") return null;
  const followUp = followUpOf(facts);
  if (followUp === null) return null;
  const { outcomes, contradictions, leftInPart, notRecordedInPart, differing, notChecked } = followUp;
  const items = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`;
  const parts = [
    contradictions !== 0
      ? "Recorded counts and item rows contradict each other, so neither can be relied on."
      : outcomes === null
        ? "Item outcomes were not recorded."
        : outcomes > 0 && `${items(outcomes, "item has", "items have")} an outcome to review.`,
    // Without counts the rows are missing too; that is said once.
    leftInPart === null
      ? outcomes !== null && "What was left as it was in part was not recorded."
      : leftInPart > 0 &&
        `${items(leftInPart, "item was", "items were")} left in part as ${leftInPart === 1 ? "it was" : "they were"}.`,
    notRecordedInPart !== null &&
      notRecordedInPart > 0 &&
      `What became of a part was not recorded for ${items(notRecordedInPart, "item", "items")}.`,
    differing === null
      ? "The evidence records no findings."
      : differing > 0 &&
        `Evidence shows ${items(differing, "item that differs", "items that differ")} from what was intended.`,
    notChecked === null
      ? "The evidence does not record what it covers."
      : notChecked > 0 && `Evidence did not look at ${items(notChecked, "item", "items")}.`,
  ];
  return { title: "Completed with follow-up", text: parts.filter((part) => part !== false).join(" ") };
}

const summaryWithoutCounts: Readonly<Record<ResultState, string>> = {
  not_executed: "Result summary unavailable",
  completed_proof_incomplete: "Result summary unavailable",
  completed_with_evidence: "Result summary unavailable",
  needs_review: "Result summary unavailable",
  in_progress: "In progress",
  failed: "Failure details required",
  blocked_or_cancelled: "Unavailable",
  not_known: "Unavailable",
};

function resultSummary(state: ResultState, facts: RestoreFacts, context: RestoreContext): ResultSummaryModel {
  const title = "Result summary";
  const record = outcomeRecord(facts.run.execution?.results ?? null);
  if (record.counts === null || record.state === "contradictory") {
    return { state: "unavailable", title, text: summaryWithoutCounts[state] };
  }
  const { counts } = record;
  return {
    state: "recorded",
    title,
    counts: outcomeOrder.map((outcome) => ({
      outcome,
      label: outcomeLabels[outcome],
      measure: measure(counts[outcome], "The record does not count this outcome.", context),
    })),
    metadataOnly:
      record.state === "counts_only" ? "Metadata-only evidence: counts were recorded, item rows were not." : null,
  };
}
