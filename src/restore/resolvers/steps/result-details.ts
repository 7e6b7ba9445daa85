import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import { instantOf } from "../moments.js";
import { type EvidenceModel, resolveEvidence } from "./result-evidence.js";
import { itemOutcomes, type OutcomesModel } from "./result-outcomes.js";

/** What stands below the first screen of a result: outcomes, evidence, and what allowed the execution. */
export interface ResultDetailsModel {
  readonly outcomes: OutcomesModel;
  readonly evidence: EvidenceModel;
  /** What allowed the execution, as it was recorded then (SI-6, SI-13); null where nothing was queued. */
  readonly basis: {
    readonly title: string;
    readonly rows: readonly { readonly id: string; readonly label: string; readonly text: string }[];
  } | null;
}

/** Answers: what became of each item, and what does the target say now? */
export function resolveResultDetails(facts: RestoreFacts, context: RestoreContext): ResultDetailsModel {
  return {
    outcomes: itemOutcomes(facts, context),
    evidence: resolveEvidence(facts, context),
    basis: basis(facts, context),
  };
}

/** The record of then, never computed anew: what is true now is another question. */
function basis({ run }: RestoreFacts, context: RestoreContext): ResultDetailsModel["basis"] {
  const snapshot = run.execution?.safetySnapshot ?? null;
  if (snapshot === null) return null;
  const { basis: words, evidence } = context.words.results;
  const at = (recorded: string) => instantOf(recorded, context)?.text ?? evidence.timeNotRecorded;
  const { previewCapturedAt, checksCapturedAt, checkWarnings, confirmedBy, confirmedAt, typedLabel } = snapshot;
  return {
    title: words.title,
    rows: [
      { id: "preview", label: words.preview, text: words.previewCurrent(at(previewCapturedAt)) },
      { id: "checks", label: words.checks, text: words.checksCurrent(checkWarnings, at(checksCapturedAt)) },
      { id: "confirmed", label: words.confirmed, text: words.confirmedBy(confirmedBy.name, at(confirmedAt)) },
      { id: "typed", label: words.typed, text: typedLabel },
    ],
  };
}
