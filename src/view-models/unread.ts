import type { AvailableAction } from "./action.js";
import type { ContractVersion } from "./contract.js";

/** Stands where the model of one of the six named components will. Nothing is known of it, and nothing is claimed. */
export type UnreadModel = LoadingModel | FailedModel;

interface UnreadBase {
  readonly contract: ContractVersion;
  /**
   * Id of the model that is to come, used as the element's id.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Title or name, as the model that is to come says it.
   * @minLength 1
   */
  readonly title: string;
  /**
   * How many rows are expected, so that little moves when they come; where it is left out, the component guesses.
   * @minimum 1
   * @asType integer
   */
  readonly rows?: number;
}

/** The model is on its way. */
export interface LoadingModel extends UnreadBase {
  readonly state: "loading";
  /**
   * What is on its way, such as "The run is being read."
   * @minLength 1
   */
  readonly text: string;
}

/** The model could not be had. */
export interface FailedModel extends UnreadBase {
  readonly state: "failed";
  /**
   * What could not be read, and what is therefore not known.
   * @minLength 1
   */
  readonly text: string;
  /** Asks again; null where that would not help. */
  readonly action: AvailableAction | null;
}
