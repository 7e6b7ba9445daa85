import type { ContractVersion } from "./contract.js";

/** The whole input of `EnvironmentBadge`: which kind of environment an action would reach (RW-11). */
export interface EnvironmentBadgeViewModel {
  readonly contract: ContractVersion;
  /** The kind frozen on the run. */
  readonly environment: "prod" | "test";
  /**
   * The badge's word, such as "Prod".
   * @minLength 1
   */
  readonly text: string;
}
