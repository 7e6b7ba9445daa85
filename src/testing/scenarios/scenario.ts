import type { RestoreFacts } from "../../restore/run/facts.js";
import type { RestoreStepId } from "../../restore/resolvers/reasons.js";

/** One named state of the product: what is true, and where the operator stands. */
export interface Scenario {
  /** Also the story's export and the baseline's name. */
  readonly id: string;
  /** One sentence about the operator. */
  readonly title: string;
  /** Rules the scenario shows. */
  readonly rules: readonly string[];
  readonly step: RestoreStepId | "result";
  readonly facts: RestoreFacts;
}
