import { type ResultViews, resolveResult } from "../../restore/resolvers/result.js";
import { type RestoreContext, restoreContext } from "../../restore/resolvers/context.js";
import { resolveWizard, type WizardViews } from "../../restore/resolvers/wizard.js";
import { catalogue, type ScenarioId } from "./catalogue.js";
import type { Scenario } from "./scenario.js";

export { catalogue, type ScenarioId } from "./catalogue.js";
export type { Scenario } from "./scenario.js";
export { freshDraft, sourceSelected, viewer, withRun } from "./facts/draft.js";
export { armed, previewed } from "./facts/evidence.js";
export { executed } from "./facts/execution.js";
export { tenThousandItems } from "./facts/stress.js";
export { thirtyGates } from "./thirty-gates.js";
export { mappingRequired, scoped } from "./facts/scope.js";

/** The context of every scenario: British English, UTC, addresses as the reference app has them. */
export const scenarioContext: RestoreContext = restoreContext({
  locale: "en-GB",
  timeZone: "UTC",
  href: ({ step, anchor }) => `#${step}/${anchor}`,
});

/** A scenario by its id. */
export function scenario(id: ScenarioId): Scenario {
  const found = catalogue.find((candidate) => candidate.id === id);
  if (found === undefined)
    throw new RangeError(`There is no scenario “${id}”. Known: ${catalogue.map((one) => one.id).join(", ")}.`);
  return found;
}

/** The wizard's frame in a scenario, through the resolvers. */
export function wizardOf(id: ScenarioId): WizardViews {
  const { facts, step } = scenario(id);
  return resolveWizard(facts, step === "result" ? "confirm_execute" : step, scenarioContext);
}

/** The result's first screen in a scenario, through the resolvers. */
export function resultOf(id: ScenarioId): ResultViews {
  return resolveResult(scenario(id).facts, scenarioContext);
}
