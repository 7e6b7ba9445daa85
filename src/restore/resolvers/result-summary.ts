import { contractVersion, type ResultSummaryViewModel, type StatusLiteral } from "../../view-models/index.js";
import type { RecordedCount } from "../run/backup-set.js";
import type { RestoreFacts } from "../run/facts.js";
import { outcomesNeedingReview, type PhaseOutcome } from "../run/outcome.js";
import { outcomeOrder, outcomeRecord } from "../rules/outcome.js";
import type { RestoreContext } from "./context.js";
import type { ResultAttention } from "./result-attention.js";
import type { ResultState } from "./result-state.js";

/** The status literal of an outcome, for glyph and tone (SI-12). Applied is on record, which is no proof of recovery, so it is never positive. */
export const outcomeStatus: Readonly<Record<PhaseOutcome, StatusLiteral>> = {
  failed: "blocked",
  unknown: "unknown",
  partially_applied: "attention",
  skipped: "unavailable",
  applied: "recorded",
  already_in_desired_state: "unchanged",
};

/** Answers: how many items ended how? Counts where they were recorded, else the exact words that stand for them (RR-10). */
export function resolveResultSummary(
  state: ResultState,
  facts: RestoreFacts,
  { cause }: ResultAttention,
  context: RestoreContext,
): ResultSummaryViewModel {
  const { results: words } = context.words;
  const record = outcomeRecord(facts.run.execution?.results ?? null);
  const model = { contract: contractVersion, id: "result-summary", title: words.summaryTitle };
  if (record.counts === null)
    return { ...model, body: { state: "uncounted", text: words.uncounted[state], reason: null } };
  if (record.state === "contradictory") {
    return { ...model, body: { state: "uncounted", text: words.uncounted[state], reason: words.countsContradict } };
  }
  const { counts } = record;
  const count = (outcome: PhaseOutcome) => outcomeCount(outcome, counts[outcome], context);
  const [first, ...others] = outcomeOrder;
  const asked = outcomesNeedingReview.some((outcome) => counts[outcome] !== 0);
  return {
    ...model,
    body: {
      state: "counted",
      counts: [count(first), ...others.map(count)],
      rows:
        record.state === "counts_only"
          ? { state: "missing", text: words.metadataOnly }
          : { state: "recorded", action: null },
      // What only evidence asks a look for has its cause beside the decision; these counts ask for none.
      cause: cause === null || !asked ? null : { id: cause.family, ...words.cause[cause.family] },
    },
  };
}

function outcomeCount(outcome: PhaseOutcome, value: RecordedCount, { number, words: { results } }: RestoreContext) {
  return {
    id: outcome,
    label: results.outcome[outcome],
    status: outcomeStatus[outcome],
    measure:
      value === null
        ? ({ state: "unavailable", text: results.countNotRecorded, reason: results.countNotRecordedReason } as const)
        : ({ state: "known", value, text: number(value) } as const),
    followUp: outcomesNeedingReview.includes(outcome),
  };
}
