import type { AvailableAction } from "./action.js";
import type { ContractVersion } from "./contract.js";
import type { InstantModel, NonEmptyList } from "./common.js";

/** The whole input of `ProofAside`: what can be shown, fact by fact, and what cannot (PF-7). */
export interface ProofAsideViewModel {
  readonly contract: ContractVersion;
  /**
   * Stable id, used as the element's id.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Title, such as "Restore Proof".
   * @minLength 1
   */
  readonly title: string;
  readonly facts: NonEmptyList<ProofFactModel>;
}

/** One fact, or the honest lack of it. */
export type ProofFactModel = RecordedFact | AvailableProof | PendingProof | InProgressProof | MissingFact;

interface FactBase {
  /**
   * Stable id of the fact.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Name of the fact, such as "Source backup".
   * @minLength 1
   */
  readonly label: string;
  /**
   * The fact in words.
   * @minLength 1
   */
  readonly text: string;
  /** A second line; null where there is none. */
  readonly detail: string | null;
  /** Where the fact can be inspected; null where there is nothing to open, or the operator may not. */
  readonly action: AvailableAction | null;
}

/** A fact of the run, such as who requested it. Carries no proof of an outcome. */
export interface RecordedFact extends FactBase {
  readonly state: "recorded";
  /** When it was recorded; null where that does not apply. */
  readonly at: InstantModel | null;
}

/** Proof that exists, is in scope, and may be seen by this operator (RR-8). */
export interface AvailableProof extends FactBase {
  readonly state: "available";
  readonly at: InstantModel;
}

/** Proof that was asked for and waits its turn: nothing has begun, and nothing moves. */
export interface PendingProof extends FactBase {
  readonly state: "pending";
  /** When it was asked for; null where that was not recorded. */
  readonly at: InstantModel | null;
}

/** Proof that is being produced. */
export interface InProgressProof extends FactBase {
  readonly state: "in_progress";
  readonly at: InstantModel | null;
}

/** A fact that is unavailable, or not known; `detail` says why. */
export interface MissingFact extends FactBase {
  readonly state: "unavailable" | "unknown";
  /**
   * Why it is missing.
   * @minLength 1
   */
  readonly detail: string;
  readonly at?: never;
}
