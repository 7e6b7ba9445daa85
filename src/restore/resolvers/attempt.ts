import type { Place } from "../../safety/index.js";
import { type Assessment, openAssessment } from "../run/assessment.js";
import type { RestoreFacts } from "../run/facts.js";
import { places, type RestoreReason } from "./reasons.js";

/** What became of checks or a preview that left no evidence, so far or at all. */
export interface Attempt {
  readonly verdict: "running" | "attention";
  readonly reason: RestoreReason;
  /** Where it is told how far they are, or where they are asked for again. */
  readonly clearedBy: Place;
}

/** Answers: are the checks, or is the preview, on their way, or did the last that somebody asked for fail? null where neither is so. */
export function attemptOf(
  kind: Assessment["kind"],
  { assessment = null }: Pick<RestoreFacts, "assessment">,
): Attempt | null {
  if (assessment?.kind !== kind) return null;
  const { state, problem, finishedAt } = assessment;
  const by = assessment.requestedBy.name;
  if (state === "failed") {
    const clearedBy = kind === "checks" ? places.runChecks : places.runPreview;
    return { verdict: "attention", reason: { code: `${kind}_failed`, by, at: finishedAt, problem }, clearedBy };
  }
  if (openAssessment(assessment) === null) return null;
  const since = assessment.startedAt ?? assessment.requestedAt;
  const stage = state === "queued" ? "queued" : assessment.stage;
  const clearedBy = kind === "checks" ? places.checksUnderWay : places.previewUnderWay;
  return { verdict: "running", reason: { code: `${kind}_under_way`, by, since, stage }, clearedBy };
}
