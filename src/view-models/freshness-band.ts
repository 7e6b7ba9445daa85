import type { ActionModel } from "./action.js";
import type { ContractVersion } from "./contract.js";
import type { FreshnessModel } from "./freshness.js";

/** The whole input of `FreshnessBand`: what voided the evidence below it, and the one way forward (SI-3, SI-5). */
export interface FreshnessBandViewModel {
  readonly contract: ContractVersion;
  /**
   * Stable id, used as the element's id.
   * @minLength 1
   */
  readonly id: string;
  readonly freshness: FreshnessModel;
  /**
   * One sentence, such as "Void since you changed the scope".
   * @minLength 1
   */
  readonly text: string;
  /** The one way forward; null where the evidence is current and nothing has to be done. */
  readonly action: ActionModel | null;
}
