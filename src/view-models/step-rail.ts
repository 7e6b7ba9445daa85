import type { ContractVersion } from "./contract.js";
import type { NonEmptyList, StatusLiteral } from "./common.js";

/** The whole input of `StepRail`: the pages of a workflow, and what is known of each. A step is not a gate. */
export interface StepRailViewModel {
  readonly contract: ContractVersion;
  /**
   * Name of the navigation, for the ear.
   * @minLength 1
   */
  readonly label: string;
  /**
   * The position in words, such as "Step 3 of 5 · Safety & conflict checks"; all that a narrow screen shows.
   * @minLength 1
   */
  readonly summary: string;
  readonly steps: NonEmptyList<StepModel>;
}

/** One page of the workflow. */
export interface StepModel {
  /**
   * Stable id of the step.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Title of the step.
   * @minLength 1
   */
  readonly title: string;
  /** Address of the step; null where it cannot be opened yet, and `note` then says why. */
  readonly href: string | null;
  /** Position only: whether this is the page on screen. */
  readonly current: boolean;
  /** What is known of the step's work, from the gates. */
  readonly status: StatusLiteral;
  /**
   * The status in a few words, such as "Checks void".
   * @minLength 1
   */
  readonly note: string;
}
