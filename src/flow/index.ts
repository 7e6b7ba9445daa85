export type { PresentationContext, SettledDecision, StartedDecision, WorkflowCopy } from "./copy.js";
export { formatting, type Formatting, type PluralForms } from "./formatting.js";
export type { FlowWords } from "./words/words.js";
export { englishFlowWords } from "./words/english.js";
export { germanFlowWords } from "./words/german.js";
export { type Renamed, type Term, type Terms, withTerms } from "./words/terms.js";
export {
  blockedBy,
  presentBlockers,
  presentExecution,
  presentFlow,
  presentFreshness,
  presentGate,
  wayForward,
  type Presentation,
} from "./present-gates.js";
export { presentWorkflow, type Execution, type WorkflowViews } from "./present-workflow.js";
export { presentChange } from "./present-change.js";
export { presentPage, type Page, type PageViews } from "./present-page.js";
export { presentProof, proofOnEvidence, type ProofFact, type ProofState } from "./present-proof.js";
export { presentMeasure, presentQuality, type QualityCopy, type QualityCount } from "./present-quality.js";
export { presentDiagnostics, type DiagnosticFact } from "./diagnostics.js";
export { presentTypedConfirmation, type ConfirmationCopy, type ConfirmationState } from "./present-confirmation.js";
export type { ConfirmationWords } from "./words/confirmation.js";
