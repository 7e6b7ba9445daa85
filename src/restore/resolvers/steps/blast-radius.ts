import type { MeasureModel } from "../../../view-models/index.js";
import type { BlastRadius, PreviewEvidence } from "../../run/evidence.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import { measure } from "../quality.js";
import type { BlastRadiusModel } from "./confirm-step.js";
import { type GraveChanges, graveChanges, type GraveConsequence } from "./consequences.js";

const consequences = [
  { id: "widens", label: "Policies that widen who is reached" },
  { id: "removes_protection", label: "Policies that remove protection" },
] as const satisfies readonly { id: GraveConsequence; label: string }[];

// Reach is counted over the assignments that written policies have afterwards, restored or untouched.
const reach: Readonly<Record<keyof BlastRadius, string>> = {
  policiesWritten: "Policies written",
  includeGroups: "Groups included after the restore",
  excludeGroups: "Groups excluded after the restore",
  policiesForAllUsers: "Written policies for all users after the restore",
  policiesForAllDevices: "Written policies for all devices after the restore",
};

/** Answers: who and what would be reached (BY-10)? What the preview could not know is stated as not known. */
export function blastRadiusRows({ run }: RestoreFacts, holds: boolean, context: RestoreContext): BlastRadiusModel {
  const { preview } = run;
  const outdated = preview !== null && !holds && run.execution === null;
  const row = (id: string, label: string, told: (evidence: PreviewEvidence) => MeasureModel) => ({
    id,
    label,
    measure: preview === null ? notKnown("No preview has been generated.") : told(preview),
    now: outdated ? "Not known" : null,
  });
  return {
    title: "Blast radius",
    columns: outdated ? { name: "Reach", recorded: "Void preview", now: "Now" } : null,
    rows: [
      ...consequences.map(({ id, label }) => row(id, label, ({ items }) => grave(graveChanges(id, items), context))),
      ...(Object.keys(reach) as (keyof BlastRadius)[]).map((id) =>
        row(id, reach[id], ({ summary }) => known(summary.blastRadius[id], context)),
      ),
    ],
  };
}

function grave({ names, undetermined }: GraveChanges, context: RestoreContext): MeasureModel {
  return undetermined > 0 ? notKnown("Not every change is listed.") : known(names.length, context);
}

function known(count: number | null, context: RestoreContext): MeasureModel {
  return count === null ? notKnown("The preview could not tell.") : measure(count, "", context);
}

function notKnown(reason: string): MeasureModel {
  return { state: "unavailable", text: "Not known", reason };
}
