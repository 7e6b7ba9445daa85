import type { ContractVersion } from "./contract.js";

/** The whole input of `DryRunSwitch`: whether anything may be written at all, and what either position means (RW-10). */
export interface DryRunSwitchViewModel {
  readonly contract: ContractVersion;
  /**
   * Stable id, used as the element's id.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Label, such as "Preview only (Dry-run)".
   * @minLength 1
   */
  readonly label: string;
  /** While it is on, nothing can be written. */
  readonly on: boolean;
  /**
   * What the present position means, such as "Off. Execution writes to Contoso Production."
   * @minLength 1
   */
  readonly note: string;
  readonly control: OpenSwitch | ShutSwitch;
}

/** The operator may turn it. */
export interface OpenSwitch {
  readonly state: "open";
  readonly reason?: never;
}

/** This operator may not turn it, or no longer. */
export interface ShutSwitch {
  readonly state: "shut";
  /**
   * Why it cannot be turned.
   * @minLength 1
   */
  readonly reason: string;
}
