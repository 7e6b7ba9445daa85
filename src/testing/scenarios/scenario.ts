import type { WorkflowViews } from "../../flow/index.js";
import type { RestoreFacts } from "../../restore/run/facts.js";
import type { RestoreStepId } from "../../restore/resolvers/reasons.js";

/** What every named state says of itself. */
interface Named {
  /** Also the story's export and the baseline's name. */
  readonly id: string;
  /** One sentence about the operator. */
  readonly title: string;
  /** Rules the scenario shows. */
  readonly rules: readonly string[];
}

/** One named state of a restore run: what is true, and where the operator stands. */
export interface RestoreScenario extends Named {
  readonly step: RestoreStepId | "result";
  readonly facts: RestoreFacts;
}

/** One named state of a workflow that is not a restore, as its views (PF-1). */
export interface WorkflowScenario extends Named {
  readonly views: WorkflowViews;
}

/** One named state of the product. */
export type Scenario = RestoreScenario | WorkflowScenario;
