export { ended, type Waiting } from "./announcements.js";
export {
  resolveCatalogue,
  searchCatalogue,
  type CatalogueFamily,
  type CatalogueGroup,
  type CatalogueModel,
  type CatalogueRow,
} from "./catalogue.js";
export { resolveChecksStep, type ChecksStepModel, type FindingGroup, type FindingRow } from "./checks-step.js";
export { afterTyping, resolveDryRunSwitch } from "./confirm-inputs.js";
export { resolveConfirmStep, type BlastRadiusModel, type ConfirmStepModel } from "./confirm-step.js";
export { environmentBadge, shortRunId } from "./environment.js";
export type { ChoiceModel, ControlState, LeadModel } from "./lead.js";
export { resolveMappings, type MappingRow, type MappingsModel } from "./mappings.js";
export { resolveOperationPage, type OperationFacts, type OperationPageModel } from "./operation-page.js";
export type { ChangeGroupModel, ChangeRow, PreviewItemModel } from "./preview-items.js";
export { resolvePreviewStep, type CountModel, type PreviewStepModel } from "./preview-step.js";
export { loadAgain, resolveProblem, type ProblemModel } from "./problem.js";
export { resolveResultDetails, type ResultDetailsModel } from "./result-details.js";
export type { EvidenceModel } from "./result-evidence.js";
export type { OutcomeRow, OutcomesModel } from "./result-outcomes.js";
export { resolveScopePicker } from "./scope-picker.js";
export { scopeLead } from "./scope-lead.js";
export { resolveScopeStep, scopeDraftOf, scopeOfDraft, type ScopeDraft, type ScopeStepModel } from "./scope-step.js";
export { resolveSourceStep, type SourceStepModel } from "./source-step.js";
export { resolveTypedConfirmation, type TypedLabelFeedback, type TypedLabelModel } from "./typed-label.js";
export { runStatusLiterals } from "./words.js";
