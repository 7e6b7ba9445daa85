export type * from "./run/backup-set.js";
export type * from "./run/change.js";
export type { CheckAcceptance, FindingReference, IdentityDecision, IdentityDecisions } from "./run/decisions.js";
export type * from "./run/evidence.js";
export type * from "./run/findings.js";
export type * from "./run/items.js";
export type * from "./run/operation.js";
export type * from "./run/outcome.js";
export type * from "./run/outcome-reason.js";
export type * from "./run/run.js";
export type * from "./run/scope.js";
export type * from "./ports.js";
export {
  noConfirmation,
  type AuditMark,
  type Capability,
  type ConfirmationInputs,
  type Operator,
  type RestoreFacts,
  type ScopeFacts,
} from "./run/facts.js";
export { checksBasis, evidenceFreshness, restoreBasis, rulesVersion } from "./run/basis.js";
export { findingReference, unacceptedFindings } from "./run/decisions.js";
export { runStatus } from "./run/status.js";
export type { Circumstances, RunChange, RunEvent, TransitionRefusal } from "./run/events.js";
export {
  confirmationHolds,
  whatWouldThisUndo,
  type ClearedInput,
  type Undone,
  type VoidedEvidence,
} from "./run/undo.js";
export { transition, type TransitionResult } from "./run/transition.js";
export { itemTypeOf, itemTypes, type ItemType, type TypeCapability } from "./rules/item-types.js";
export { restoreContext, type RestoreContext } from "./resolvers/context.js";
export { renameRestoreTerms, restoreTerms, type RenamedRestoreTerms } from "./terms.js";
export { restoreCopy } from "./resolvers/copy.js";
export type { RestoreLanguage, RestoreWords } from "./resolvers/copy/words.js";
export { resolveCheckList } from "./resolvers/check-list.js";
export { resolveMappingResolver } from "./resolvers/mapping-resolver.js";
export { resolveSemanticDiff } from "./resolvers/semantic-diff.js";
export { restoreExecution, restoreGates } from "./resolvers/gates.js";
export { canStart, recoveryEvidence, safeToStart, type RecoveryEvidence } from "./resolvers/three-answers.js";
export {
  places,
  restoreSteps,
  type RestoreGateId,
  type RestoreReason,
  type RestoreStepId,
} from "./resolvers/reasons.js";
export {
  evidenceProof,
  operationProof,
  resultState,
  usableEvidence,
  type ResultState,
} from "./resolvers/result-state.js";
export type { EvidenceGap, OperationGap, ProofState } from "./resolvers/result-proof.js";
export { resolveReceipt, restoreReceipt } from "./resolvers/receipt.js";
export { resolveTimeline } from "./resolvers/timeline.js";
export { resolveResult, type ResultViews } from "./resolvers/result.js";
export {
  asksForALook,
  resultAttention,
  type AttentionState,
  type FollowUp,
  type ResultAttention,
} from "./resolvers/result-attention.js";
export { outcomeStatus, resolveResultSummary } from "./resolvers/result-summary.js";
export {
  receiptForm,
  receiptSections,
  receiptVersion,
  type ReceiptContent,
  type ReceiptItem,
  type ReceiptSectionId,
  type RestoreReceipt,
} from "./rules/receipt/document.js";
export { receiptOf, type ReceiptFacts } from "./rules/receipt/receipt-of.js";
export { verifyReceipt, type AlteredPlace, type ReceiptVerification } from "./rules/receipt/verify.js";
export type { FormProblem } from "./rules/receipt/form.js";
export { causesOf, causeFamilies, familyOfReason, type Cause, type CauseFamily } from "./rules/cause.js";
export { resolveWizard, type WizardViews } from "./resolvers/wizard.js";
export {
  resolveUpkeep,
  upkeepActions,
  upkeepOf,
  type UpkeepAction,
  type UpkeepActionModel,
  type UpkeepAnswer,
  type UpkeepConfirmation,
  type UpkeepRefusal,
} from "./resolvers/upkeep.js";
