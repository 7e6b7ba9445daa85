import type { SkipReason } from "../run/evidence.js";
import type { ItemOutcome, OutcomeCounts, PhaseOutcome } from "../run/outcome.js";

/** Counts by item outcome; each item exactly once (RR-5). */
export function countOutcomes(items: readonly ItemOutcome[]): OutcomeCounts {
  const counts: Record<PhaseOutcome, number> = {
    applied: 0,
    already_in_desired_state: 0,
    skipped: 0,
    partially_applied: 0,
    failed: 0,
    unknown: 0,
  };
  for (const { outcome } of items) counts[outcome] += 1;
  return counts;
}

const announced: readonly (SkipReason | null)[] = ["preview_only", "metadata_only"];

/**
 * Answers: how did the execution end? Items skipped as preview-only or metadata-only were announced before the operator
 * confirmed, so they alone leave a run `completed`; any other skip is something that was meant to be written and was not.
 * `failed` needs every attempt to have failed: an unknown outcome may have been applied, so it makes the run `partial`.
 * No outcome at all is `failed`, because nothing shows that anything was done.
 */
export function finalStatus(outcomes: readonly ItemOutcome[]): "completed" | "partial" | "failed" {
  if (outcomes.length === 0) return "failed";
  const meant = outcomes.filter(({ outcome, skipReason }) => outcome !== "skipped" || !announced.includes(skipReason));
  if (meant.every(({ outcome }) => outcome === "applied" || outcome === "already_in_desired_state")) return "completed";
  const attempts = meant.filter(({ outcome }) => outcome !== "skipped" && outcome !== "already_in_desired_state");
  return attempts.length > 0 && attempts.every(({ outcome }) => outcome === "failed") ? "failed" : "partial";
}
