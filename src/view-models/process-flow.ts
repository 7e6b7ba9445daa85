import type { ContractVersion } from "./contract.js";
import type { NonEmptyList } from "./common.js";
import type { GateModel, GateProgress } from "./gate.js";

/** The whole input of `ProcessFlow`: every gate of a workflow, in order (PF-2). */
export interface ProcessFlowViewModel {
  readonly contract: ContractVersion;
  /**
   * Stable id, used as the element's id.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Title, such as "Restore safety gates".
   * @minLength 1
   */
  readonly title: string;
  readonly progress: GateProgress;
  readonly gates: NonEmptyList<GateModel>;
}
