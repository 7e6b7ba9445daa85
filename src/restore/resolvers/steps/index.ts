export { ended, newsOf, type Waiting } from "./announcements.js";
export type { AttemptModel } from "./attempt-model.js";
export { resolveCancel, type CancelModel } from "./cancel.js";
export { resolveCatalogue, type CatalogueModel } from "./catalogue.js";
export { identityChange, identityUndo } from "../identity-decisions.js";
export { acceptanceChange, withdrawalChange } from "../check-list.js";
export { resolveChecksStep, type ChecksStepModel } from "./checks-step.js";
export { afterTyping, resolveDryRunSwitch } from "./confirm-inputs.js";
export { resolveConfirmStep, type ConfirmStepModel } from "./confirm-step.js";
export type { SomeNames } from "./some-names.js";
export { environmentBadge, shortRunId } from "./environment.js";
export type { ItemSelection } from "./item-selection.js";
export type { ChoiceModel, ControlState, LeadModel } from "./lead.js";
export { resolveLeftByChecks, type LeftByChecksModel } from "./left-by-checks.js";
export { resolveLeaving, type LeavingModel, type Unapplied } from "./leaving.js";
export { mappedChange, mappingChange, opensSync, resolveMappingResolver } from "../mapping-resolver.js";
export { resolveOperationPage, type OperationFacts } from "./operation-page.js";
export { resolveSemanticDiff } from "../semantic-diff.js";
export { resolvePreviewStep, type PreviewStepModel } from "./preview-step.js";
export {
  loadAgain,
  nothingRead,
  outcomeUnknown,
  resolveProblem,
  supersedesFacts,
  type ProblemCircumstances,
  type ProblemModel,
} from "./problem.js";
export { resolveResultDetails, type ResultDetailsModel } from "./result-details.js";
export type { EvidenceModel } from "./result-evidence.js";
export type { OutcomeRow, OutcomesModel } from "./result-outcomes.js";
export { draftAfter, resolveScopePicker } from "./scope-picker.js";
export { scopeLead } from "./scope-lead.js";
export {
  isUnsent,
  scopeChangeOf,
  resolveScopeStep,
  scopeDraftOf,
  type ScopeDraft,
  type ScopeStepModel,
} from "./scope-step.js";
export { resolveSourceStep, type SourceStepModel } from "./source-step.js";
export { resolveTypedConfirmation } from "./typed-label.js";
export { runStatusLiterals } from "./words.js";
