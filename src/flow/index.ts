export type { PresentationContext, WorkflowCopy } from "./copy.js";
export { englishFlowWords, type FlowWords } from "./words.js";
export {
  presentBlockers,
  presentExecution,
  presentFlow,
  presentFreshness,
  presentGate,
  wayForward,
  type Presentation,
} from "./present-gates.js";
export { presentWorkflow, type WorkflowViews } from "./present-workflow.js";
export { presentDiagnostics } from "./diagnostics.js";
