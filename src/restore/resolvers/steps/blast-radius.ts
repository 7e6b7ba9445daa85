import type { MeasureModel } from "../../../view-models/index.js";
import type { BlastRadius } from "../../run/evidence.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import { measure } from "../quality.js";
import type { BlastRadiusModel } from "./confirm-step.js";

const labels: Readonly<Record<keyof BlastRadius, string>> = {
  policiesWritten: "Policies written",
  includeGroups: "Include groups",
  excludeGroups: "Exclude groups",
  policiesForAllUsers: "Policies assigned to all users",
  policiesForAllDevices: "Policies assigned to all devices",
};

/** Answers: who and what would be reached (BY-10)? What the preview could not know is stated as not known. */
export function blastRadiusRows({ run }: RestoreFacts, holds: boolean, context: RestoreContext): BlastRadiusModel {
  const radius = run.preview?.summary.blastRadius ?? null;
  const outdated = radius !== null && !holds && run.execution === null;
  return {
    title: "Blast radius",
    columns: outdated ? { name: "Reach", recorded: "Void preview", now: "Now" } : null,
    rows: (Object.keys(labels) as (keyof BlastRadius)[]).map((id) => ({
      id,
      label: labels[id],
      measure: radius === null ? notKnown("No preview has been generated.") : known(radius[id], context),
      now: outdated ? "Not known" : null,
    })),
  };
}

function known(count: number | null, context: RestoreContext): MeasureModel {
  return count === null ? notKnown("The preview could not tell.") : measure(count, "", context);
}

function notKnown(reason: string): MeasureModel {
  return { state: "unavailable", text: "Not known", reason };
}
