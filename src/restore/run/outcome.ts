import type { RestorePhase, SkipReason } from "./evidence.js";
import type { RecordedReason } from "./outcome-reason.js";

/** What became of one phase of one item (BY-9). */
export type PhaseOutcome =
  | "applied"
  | "already_in_desired_state"
  | "skipped"
  | "partially_applied"
  | "failed"
  | "unknown";

/** One phase of one item, with its reason where it needs one. */
export interface PhaseResult {
  readonly phase: RestorePhase;
  readonly outcome: PhaseOutcome;
  /** null where the outcome speaks for itself. */
  readonly reason: RecordedReason | null;
}

/** What became of one item. */
export interface ItemOutcome {
  readonly itemId: string;
  readonly name: string;
  readonly type: string;
  readonly outcome: PhaseOutcome;
  readonly skipReason: SkipReason | null;
  /** null where the outcome speaks for itself. */
  readonly reason: RecordedReason | null;
  readonly phases: readonly PhaseResult[];
}

/** Counts by item outcome, as recorded when execution ended. */
export type OutcomeCounts = Readonly<Record<PhaseOutcome, number>>;

/** What execution recorded. Counts may exist without rows (RR-11). */
export interface RunResults {
  readonly counts: OutcomeCounts | null;
  /** null where no rows were recorded. */
  readonly items: readonly ItemOutcome[] | null;
}

/** Items whose outcome asks for a look, each counted once (RR-5). */
export const outcomesNeedingReview: readonly PhaseOutcome[] = ["failed", "unknown", "partially_applied", "skipped"];
