import { checkScenarios } from "./catalogue/checks.js";
import { confirmScenarios } from "./catalogue/confirm.js";
import { previewScenarios } from "./catalogue/preview.js";
import { resultScenarios } from "./catalogue/results.js";
import { rotationScenarios } from "./catalogue/rotate-signing-key.js";
import { scopeScenarios } from "./catalogue/scope.js";
import { sourceScenarios } from "./catalogue/source.js";
import { stressScenarios } from "./catalogue/stress.js";
import { thirtyGatesScenarios } from "./catalogue/thirty-gates.js";
import type { RestoreScenario, Scenario } from "./scenario.js";

/** Every state of a restore run, in the order in which an operator meets them. */
export const restoreScenarios = [
  ...sourceScenarios,
  ...scopeScenarios,
  ...checkScenarios,
  ...previewScenarios,
  ...confirmScenarios,
  ...resultScenarios,
  ...stressScenarios,
] as const satisfies readonly RestoreScenario[];

/** Every state, named once. Stories, baselines and contract tests read this list. */
export const catalogue = [
  ...restoreScenarios,
  ...rotationScenarios,
  ...thirtyGatesScenarios,
] as const satisfies readonly Scenario[];

/** Id of a scenario. */
export type ScenarioId = (typeof catalogue)[number]["id"];

/** Id of a scenario of a restore run. */
export type RestoreScenarioId = (typeof restoreScenarios)[number]["id"];
