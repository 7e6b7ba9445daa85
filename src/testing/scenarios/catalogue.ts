import { checkScenarios } from "./catalogue/checks.js";
import { confirmScenarios } from "./catalogue/confirm.js";
import { previewScenarios } from "./catalogue/preview.js";
import { resultScenarios } from "./catalogue/results.js";
import { scopeScenarios } from "./catalogue/scope.js";
import { sourceScenarios } from "./catalogue/source.js";
import { stressScenarios } from "./catalogue/stress.js";
import type { Scenario } from "./scenario.js";

/** Every state, named once, in the order in which an operator meets them. Stories, baselines and contract tests read this list. */
export const catalogue = [
  ...sourceScenarios,
  ...scopeScenarios,
  ...checkScenarios,
  ...previewScenarios,
  ...confirmScenarios,
  ...resultScenarios,
  ...stressScenarios,
] as const satisfies readonly Scenario[];

/** Id of a scenario. */
export type ScenarioId = (typeof catalogue)[number]["id"];
