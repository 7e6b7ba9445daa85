import type { ContractVersion } from "./contract.js";
import type { ExecutionModel } from "./gate.js";
import type { ProcessFlowViewModel } from "./process-flow.js";

/** The whole input of `CompactSafetyStatus`: the gates in one line, and the full flow behind a control (PF-9). */
export interface CompactSafetyStatusViewModel {
  readonly contract: ContractVersion;
  /**
   * Stable id, used as the element's id.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Name, such as "Restore Safety Status".
   * @minLength 1
   */
  readonly name: string;
  /** The next gate; null when every gate is complete. */
  readonly nextGate: NextGateModel | null;
  readonly execution: ExecutionModel;
  /**
   * Words of the control that opens the flow, such as "View safety gates".
   * @minLength 1
   */
  readonly viewGatesLabel: string;
  /** The flow that the control opens; the count is read from it, so the two can never disagree (PF-16). */
  readonly flow: ProcessFlowViewModel;
}

/** The gate that comes next, named. */
export interface NextGateModel {
  /**
   * Id of the gate in `flow`.
   * @minLength 1
   */
  readonly id: string;
  /**
   * The phrase, such as "Next gate: Preview", or what comes before any gate.
   * @minLength 1
   */
  readonly text: string;
}
