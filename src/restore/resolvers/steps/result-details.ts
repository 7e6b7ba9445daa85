import { setApart } from "../../../safety/index.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import { instantOf } from "../moments.js";
import { type EvidenceModel, resolveEvidence } from "./result-evidence.js";
import { itemOutcomes, type OutcomesModel } from "./result-outcomes.js";

/** What stands below the first screen of a result: outcomes, evidence, and what allowed the execution. */
export interface ResultDetailsModel {
  readonly outcomes: OutcomesModel;
  readonly evidence: EvidenceModel;
  /** What allowed the execution, as it was recorded then (SI-6, SI-13); null where nothing was queued, and said to be unrecorded where it is. */
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
function basis({ run: { execution } }: RestoreFacts, context: RestoreContext): ResultDetailsModel["basis"] {
  const { basis: words, evidence } = context.words.results;
  if (execution === null || (execution.safetySnapshot === null && execution.queuedAt === null)) return null;
  const row = (id: "preview" | "checks" | "confirmed" | "typed", text: string) => ({ id, label: words[id], text });
  if (execution.safetySnapshot === null) {
    const ids = ["preview", "checks", "confirmed", "typed"] as const;
    return { title: words.title, rows: ids.map((id) => row(id, context.words.flow.notRecorded)) };
  }
  const at = (recorded: string) => instantOf(recorded, context)?.text ?? evidence.timeNotRecorded;
  const { previewCapturedAt, checksCapturedAt, checkWarnings, confirmedBy, confirmedAt, typedLabel } =
    execution.safetySnapshot;
  return {
    title: words.title,
    rows: [
      row("preview", words.previewCurrent(at(previewCapturedAt))),
      row("checks", words.checksCurrent(checkWarnings, at(checksCapturedAt))),
      row("confirmed", words.confirmedBy(confirmedBy.name, at(confirmedAt))),
      row("typed", setApart(typedLabel)),
    ],
  };
}
