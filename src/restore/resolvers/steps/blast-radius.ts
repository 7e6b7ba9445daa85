import type { MeasureModel } from "../../../view-models/index.js";
import type { BlastRadius, PreviewEvidence } from "../../run/evidence.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import { measure } from "../quality.js";
import type { BlastRadiusModel, BlastRadiusRow } from "./confirm-step.js";
import { graveChanges, type GraveConsequence } from "./consequences.js";

const consequences = ["widens", "removes_protection"] as const satisfies readonly GraveConsequence[];

// Reach is counted over the assignments that written policies have afterwards, restored or untouched.
const reach = [
  "policiesWritten",
  "includeGroups",
  "excludeGroups",
  "policiesForAllUsers",
  "policiesForAllDevices",
] as const satisfies readonly (keyof BlastRadius)[];

/** Answers: who and what would be reached (BY-10)? What the preview could not know is stated as not known. */
export function blastRadiusRows(
  { run }: RestoreFacts,
  state: BlastRadiusModel["state"],
  context: RestoreContext,
): BlastRadiusModel {
  const { preview } = run;
  const { confirm } = context.words;
  const outdated = preview !== null && state !== "current";
  const row = (id: keyof typeof confirm.blast, told: (evidence: PreviewEvidence) => MeasureModel) => ({
    id,
    label: confirm.blast[id],
    measure: preview === null ? notKnown(confirm.noPreview, context) : told(preview),
    now: outdated ? confirm.notKnown : null,
  });
  const rows = [
    ...consequences.map((id) => row(id, ({ items }) => known(graveChanges(id, items).length, context))),
    ...reach.map((id) => row(id, ({ summary }) => known(summary.blastRadius[id], context))),
  ];
  // Among counts, one that is not known is the one to look at; where nothing is known, the page says why already.
  const counted = rows.some((each) => each.measure.state === "known");
  return {
    title: confirm.blastTitle,
    state,
    columns: outdated ? { ...confirm.blastColumns, recorded: confirm.blastRecorded[state] } : null,
    rows: rows.map((each) => ({ ...each, status: outdated ? null : rowStatus(each, counted) })),
  };
}

/** What asks for a look: a consequence that would happen, and a reach that is not known beside others that are. */
function rowStatus(
  { id, measure: told }: Pick<BlastRadiusRow, "id" | "measure">,
  counted: boolean,
): BlastRadiusRow["status"] {
  if (told.state !== "known") return counted ? "unknown" : null;
  return told.value > 0 && consequences.some((consequence) => consequence === id) ? "attention" : null;
}

function known(count: number | null, context: RestoreContext): MeasureModel {
  const { previewCouldNotTell } = context.words.confirm;
  const told = measure(count, previewCouldNotTell, context);
  return told.state === "known" ? told : notKnown(previewCouldNotTell, context);
}

function notKnown(reason: string, { words: { confirm } }: RestoreContext): MeasureModel {
  return { state: "unavailable", text: confirm.notKnown, reason };
}
