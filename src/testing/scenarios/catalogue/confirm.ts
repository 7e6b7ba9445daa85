import { viewer } from "../facts/draft.js";
import { armed, armedWithLosses, armedTest, previewed } from "../facts/evidence.js";
import type { RestoreScenario } from "../scenario.js";

/** Step 5: do you really want to do this? */
export const confirmScenarios = [
  {
    id: "confirmation_open",
    title: "The preview is current and dry-run is still on",
    rules: ["RW-9", "RW-10", "BY-15", "RW-16"],
    step: "confirm_execute",
    facts: previewed,
  },
  {
    id: "confirmation_differs",
    title: "The typed label differs in one character",
    rules: ["BY-11"],
    step: "confirm_execute",
    facts: { ...armed, confirmation: { reviewedImpact: true, typedLabel: "Contoso production", pasted: false } },
  },
  {
    id: "armed",
    title: "Every gate before execution is complete",
    rules: ["RW-10", "PF-15", "PF-16", "RW-17", "SI-15", "BY-10"],
    step: "confirm_execute",
    facts: armed,
  },
  {
    id: "armed_with_losses",
    title: "What would lose protection, what is not known and what was accepted is read by name",
    rules: ["SI-18", "RW-20", "BY-10", "BY-3"],
    step: "confirm_execute",
    facts: armedWithLosses,
  },
  {
    id: "viewer",
    title: "A member without the capability sees why nothing can be done",
    rules: ["SI-11"],
    step: "confirm_execute",
    facts: { ...previewed, operator: viewer },
  },
  {
    id: "armed_test_environment",
    title: "Every gate is complete, and the target is a test environment",
    rules: ["RW-11", "PF-17"],
    step: "confirm_execute",
    facts: armedTest,
  },
] as const satisfies readonly RestoreScenario[];
