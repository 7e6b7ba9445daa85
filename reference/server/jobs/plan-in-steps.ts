import { type PlanInputs, type RestorePlan, restorePlanner } from "../../../src/restore/rules/plan.js";
import { inSteps } from "../in-steps.js";

/** What a restore would write, found out beside everything else that the process does. */
export function planInSteps(inputs: PlanInputs): Promise<RestorePlan> {
  return inSteps(inputs.items, restorePlanner(inputs));
}
