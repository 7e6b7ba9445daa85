import type { InstantModel, NonEmptyList } from "./common.js";

/** Whether evidence still describes the present inputs. Sensitive to mutation, never to age (SI-2). */
export type FreshnessModel = NotRunFreshness | CurrentFreshness | InvalidatedFreshness | StaleFreshness;

/** Freshness of evidence that exists. What it shows is struck unless it is current (SI-3). */
export type EvidencedFreshness = CurrentFreshness | InvalidatedFreshness | StaleFreshness;

/** No evidence exists yet. */
export interface NotRunFreshness {
  readonly state: "not_run";
  /**
   * The state in the operator's words.
   * @minLength 1
   */
  readonly word: string;
  readonly at?: never;
  readonly causes?: never;
  readonly reason?: never;
}

/** The evidence was produced from exactly the present inputs. */
export interface CurrentFreshness {
  readonly state: "current";
  /**
   * The state in the operator's words.
   * @minLength 1
   */
  readonly word: string;
  /** When the evidence was produced. */
  readonly at: InstantModel;
  readonly causes?: never;
  readonly reason?: never;
}

/** A covered input changed after the evidence was produced (SI-3, BY-1). */
export interface InvalidatedFreshness {
  readonly state: "invalidated";
  /**
   * The state in the operator's words.
   * @minLength 1
   */
  readonly word: string;
  /** When the evidence was produced. */
  readonly at: InstantModel;
  /** Every input that moved, first cause first. */
  readonly causes: NonEmptyList<ChangeModel>;
  readonly reason?: never;
}

/** Recorded evidence that cannot prove that it is current. */
export interface StaleFreshness {
  readonly state: "stale";
  /**
   * The state in the operator's words.
   * @minLength 1
   */
  readonly word: string;
  /** When the evidence was produced, or null where that was not recorded. */
  readonly at: InstantModel | null;
  /**
   * Why it cannot prove that it is current.
   * @minLength 1
   */
  readonly reason: string;
  readonly causes?: never;
}

/** One input that moved: what it was and what it is now (BY-1). */
export interface ChangeModel {
  /**
   * Id of the basis field.
   * @minLength 1
   */
  readonly field: string;
  /**
   * The field in the operator's words.
   * @minLength 1
   */
  readonly label: string;
  /** The value the evidence was produced from, in words. */
  readonly before: string;
  /** The present value, in words. */
  readonly after: string;
}
