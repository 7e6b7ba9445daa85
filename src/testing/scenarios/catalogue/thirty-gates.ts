import type { WorkflowScenario } from "../scenario.js";
import { thirtyGates } from "../thirty-gates.js";

/** A workflow that is not a restore, and has more gates than a page was drawn for. */
export const thirtyGatesScenarios = [
  {
    id: "thirty_gates",
    title: "Another workflow has thirty gates, and twelve of them are complete",
    rules: ["PF-1"],
    views: thirtyGates(12),
  },
  {
    id: "thirty_gates_complete",
    title: "Another workflow has thirty gates, and all of them are complete",
    rules: ["PF-1"],
    views: thirtyGates(30),
  },
] as const satisfies readonly WorkflowScenario[];
