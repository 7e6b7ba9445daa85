import { type CheckInputs, itemChecker } from "../../../src/restore/rules/checks.js";
import { type PlanInputs, type RestorePlan, restorePlanner } from "../../../src/restore/rules/plan.js";
import { previewItem, previewSummary } from "../../../src/restore/rules/preview.js";

/** What is asked item by item, of all items of a scope at once. */
export const planRestore = (inputs: PlanInputs): RestorePlan => inputs.items.map(restorePlanner(inputs));
export const runChecks = (inputs: CheckInputs) => inputs.items.flatMap(itemChecker(inputs));
export const previewOf = (plan: RestorePlan) => ({ summary: previewSummary(plan), items: plan.map(previewItem) });
