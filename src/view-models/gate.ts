import type { ActionModel } from "./action.js";
import type { NonEmptyList, PlaceModel } from "./common.js";
import type { CurrentFreshness, FreshnessModel } from "./freshness.js";

/**
 * One safety condition with its three separate axes: position, verdict, freshness.
 * A gate whose evidence is not current cannot be complete; that combination does not type-check.
 */
export type GateModel = CompleteGate | OpenGate;

/** Where the gate stands in reading order. Says nothing about its verdict. */
export type GatePosition = "passed" | "next" | "upcoming";

/** What is known about a gate that is not complete. */
export type OpenVerdict = "running" | "blocked" | "attention" | "pending" | "unknown" | "unavailable";

interface GateBase {
  /**
   * Stable id of the gate.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Title of the gate.
   * @minLength 1
   */
  readonly title: string;
  /**
   * One or two words for the gate's state, such as "Complete" or "Void".
   * @minLength 1
   */
  readonly word: string;
  /**
   * One sentence: why the gate is in this state.
   * @minLength 1
   */
  readonly reason: string;
}

/** A gate whose condition holds now. It is never the next gate. */
export interface CompleteGate extends GateBase {
  readonly verdict: "complete";
  readonly position: "passed" | "upcoming";
  /** Freshness of the evidence behind the verdict; null where the gate rests on facts that cannot age, such as a selection. */
  readonly freshness: CurrentFreshness | null;
  /** What deserves a look although the condition holds, such as accepted warnings; null where nothing does. */
  readonly notice: string | null;
  readonly blockers?: never;
  readonly action?: never;
}

/** A gate whose condition does not hold, or is not known to hold. */
export interface OpenGate extends GateBase {
  readonly verdict: OpenVerdict;
  readonly position: GatePosition;
  /** Freshness of the evidence behind the gate; null where the gate rests on no evidence. */
  readonly freshness: FreshnessModel | null;
  /** Every reason why the gate is open, most basic first. */
  readonly blockers: NonEmptyList<BlockerModel>;
  /** The one way forward, or null where there is none from here. */
  readonly action: ActionModel | null;
  readonly notice?: never;
}

/** One reason why something cannot be done, and the place that clears it (BY-15). */
export interface BlockerModel {
  /**
   * Stable code, such as "preview_invalidated".
   * @minLength 1
   */
  readonly code: string;
  /**
   * The reason in the operator's words.
   * @minLength 1
   */
  readonly reason: string;
  /** The place that clears it, or null where the operator cannot; the reason then says who can. */
  readonly clearedBy: PlaceModel | null;
}

/** How many gates are complete, as numbers and as the exact copy "2/7 gates complete" (PF-9). */
export interface GateProgress {
  /**
   * Gates complete.
   * @minimum 0
   * @asType integer
   */
  readonly complete: number;
  /**
   * Gates in all.
   * @minimum 1
   * @asType integer
   */
  readonly total: number;
  /**
   * The count as a phrase.
   * @minLength 1
   */
  readonly text: string;
}

/** Whether execution may start, as one answer that every view repeats (PF-16). */
export type ExecutionModel = ExecutionAvailable | ExecutionUnavailable | ExecutionStarted;

/** Every gate before execution is complete. */
export interface ExecutionAvailable {
  readonly state: "available";
  /**
   * The answer in words.
   * @minLength 1
   */
  readonly text: string;
  readonly reasons?: never;
}

/** At least one condition is not met. */
export interface ExecutionUnavailable {
  readonly state: "unavailable";
  /**
   * The answer in words. Why, is told by the gates.
   * @minLength 1
   */
  readonly text: string;
  /** Every condition that is not met, in gate order. */
  readonly reasons: NonEmptyList<BlockerModel>;
}

/** The workflow has left preparation, whether it was executed or given up; it cannot be started a second time. */
export interface ExecutionStarted {
  readonly state: "started";
  /**
   * What is known of the execution.
   * @minLength 1
   */
  readonly text: string;
  readonly reasons?: never;
}
