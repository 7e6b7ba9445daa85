import type { EvidenceMarkers, Freshness } from "../../safety/index.js";
import { checksFreshness, previewFreshness } from "./basis.js";
import type { CheckEvidence, PreviewEvidence } from "./evidence.js";
import {
  type Change,
  changed,
  type Circumstances,
  type EvidenceKind,
  refuse,
  type TransitionRefusal,
} from "./events.js";
import type { RestoreRun } from "./run.js";

/** Records checks that were asked for earlier, with the basis that they answer. */
export function recordChecks(run: RestoreRun, checks: CheckEvidence, now: Circumstances): Change {
  const refusal = whyNotRecorded(run, "checks", checks, now);
  return refusal === null ? changed({ checks }) : refuse(refusal);
}

/** Records a preview that was asked for earlier, with the basis that it answers. */
export function recordPreview(run: RestoreRun, preview: PreviewEvidence, now: Circumstances): Change {
  const refusal = whyNotRecorded(run, "preview", preview, now);
  return refusal === null ? changed({ preview }) : refuse(refusal);
}

/**
 * Answers: may this answer take the place of what is recorded? One that still holds may not give way to one that does not,
 * nor to one of an earlier reading. Whatever else answers an old question is recorded, and shows itself invalidated (SI-3).
 */
function whyNotRecorded(
  run: RestoreRun,
  evidence: EvidenceKind,
  answer: EvidenceMarkers,
  now: Circumstances,
): TransitionRefusal | null {
  if (run.scope === null) return { code: "scope_not_defined" };
  const inputs = { ...now, run };
  const freshnessOf = (markers: EvidenceMarkers | null): Freshness =>
    evidence === "checks" ? checksFreshness(markers, inputs) : previewFreshness(markers, inputs);
  const is = freshnessOf(answer);
  if (is.state === "stale") return { code: "evidence_proves_no_basis", evidence, cause: is.cause };
  const was = freshnessOf(run[evidence]);
  if (was.state === "current" && is.state === "invalidated") {
    return { code: "evidence_answers_old_question", evidence, changes: is.changes };
  }
  const recordedAt = timeOf(run[evidence]);
  // What is dated after the present was read before the clock was set back, so its date makes nothing the earlier one.
  const earlier = timeOf(answer) < recordedAt && !(recordedAt > Date.parse(now.at));
  return earlier && is.state === was.state ? { code: "newer_evidence_recorded", evidence } : null;
}

/** When evidence was captured; no number where nobody recorded it, which is neither earlier nor later than anything. */
function timeOf(markers: EvidenceMarkers | null): number {
  return Date.parse(String(markers?.capturedAt));
}
