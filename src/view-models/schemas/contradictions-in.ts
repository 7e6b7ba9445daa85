import { compactContradictions, flowContradictions } from "./contradictions/gates.js";
import { confirmationContradictions, mappingContradictions } from "./contradictions/decisions.js";
import { checkListContradictions, semanticDiffContradictions } from "./contradictions/evidence.js";
import type { ModelProblem, Report } from "./contradictions/report.js";
import {
  receiptContradictions,
  resultSummaryContradictions,
  timelineContradictions,
} from "./contradictions/results.js";
import { scopePickerContradictions } from "./contradictions/scope-picker.js";
import type { RootModels } from "./root-models.js";

type Rules = { readonly [Name in keyof RootModels]: ((model: RootModels[Name], report: Report) => void) | null };

/** What a schema cannot say, by model; null where the schema says everything. */
const rules: Rules = {
  ProcessFlowViewModel: flowContradictions,
  DecisionCardViewModel: null,
  CompactSafetyStatusViewModel: compactContradictions,
  ProofAsideViewModel: null,
  BackupQualitySummaryViewModel: null,
  CollapsedDiagnosticsViewModel: null,
  StepRailViewModel: null,
  FreshnessBandViewModel: null,
  WizardShellViewModel: null,
  EnvironmentBadgeViewModel: null,
  DryRunSwitchViewModel: null,
  CheckListViewModel: checkListContradictions,
  SemanticDiffViewModel: semanticDiffContradictions,
  ScopePickerViewModel: scopePickerContradictions,
  MappingResolverViewModel: mappingContradictions,
  TypedConfirmationViewModel: confirmationContradictions,
  ResultSummaryViewModel: resultSummaryContradictions,
  RunTimelineViewModel: timelineContradictions,
  ReceiptViewModel: receiptContradictions,
};

/** Answers: do the parts of a model that passed its schema contradict each other? */
export function contradictionsIn<Name extends keyof RootModels>(
  name: Name,
  model: RootModels[Name],
): readonly ModelProblem[] {
  const problems: ModelProblem[] = [];
  rules[name]?.(model, (path, message) => problems.push({ path, message }));
  return problems;
}
