import type { WorkflowViews } from "../../flow/index.js";
import { type ResultViews, resolveResult } from "../../restore/resolvers/result.js";
import { type RestoreContext, restoreContext } from "../../restore/resolvers/context.js";
import { resolveWizard, type WizardViews } from "../../restore/resolvers/wizard.js";
import { resolveCast, type SupportingCast } from "./cast.js";
import { catalogue, type RestoreScenarioId, restoreScenarios, type ScenarioId } from "./catalogue.js";
import type { RestoreScenario } from "./scenario.js";

export { catalogue, type RestoreScenarioId, restoreScenarios, type ScenarioId } from "./catalogue.js";
export { rotationScenarios, type RotationScenario } from "./catalogue/rotate-signing-key.js";
export { rotation, type RotationFacts, trialBasis } from "./rotate-signing-key.js";
export type { RestoreScenario, Scenario, WorkflowScenario } from "./scenario.js";
export { resolveCast, resolvePicker, scenarioDirectory, scenarioItems, type SupportingCast } from "./cast.js";
export { freshDraft, sourceSelected, viewer, withRun } from "./facts/draft.js";
export { armed, previewed } from "./facts/evidence.js";
export { executed } from "./facts/execution.js";
export { tenThousandItems } from "./facts/stress.js";
export {
  interruption,
  interruptionModel,
  interruptions,
  type InterruptionId,
  type InterruptionScenario,
} from "./interruptions.js";
export { thirtyGates } from "./thirty-gates.js";
export { mappingRequired, scoped } from "./facts/scope.js";

/** The context of every scenario: British English, UTC, addresses as the reference app has them. */
export const scenarioContext: RestoreContext = restoreContext({
  locale: "en-GB",
  timeZone: "UTC",
  href: ({ step, anchor }) => `#${step}/${anchor}`,
});

/** A scenario of a restore run by its id. */
export function scenario(id: RestoreScenarioId): RestoreScenario {
  return named(restoreScenarios, id);
}

/** The wizard's frame in a scenario, through the resolvers. */
export function wizardOf(id: RestoreScenarioId): WizardViews {
  const { facts, step } = scenario(id);
  return resolveWizard(facts, step === "result" ? "confirm_execute" : step, scenarioContext);
}

/** The result's first screen in a scenario, through the resolvers. */
export function resultOf(id: RestoreScenarioId): ResultViews {
  return resolveResult(scenario(id).facts, scenarioContext);
}

/** The supporting cast in a scenario, through the resolvers. */
export function castOf(id: RestoreScenarioId): SupportingCast {
  return resolveCast(scenario(id).facts, scenarioContext);
}

/** What every workflow has, in any scenario: flow, decision, compact status and execution (PF-1). */
export function workflowOf(id: ScenarioId): WorkflowViews {
  const found = named(catalogue, id);
  return "views" in found ? found.views : wizardOf(found.id);
}

function named<One extends { readonly id: string }>(list: readonly One[], id: string): One {
  const found = list.find((one) => one.id === id);
  if (found === undefined)
    throw new RangeError(`There is no scenario “${id}”. Known: ${list.map((one) => one.id).join(", ")}.`);
  return found;
}
