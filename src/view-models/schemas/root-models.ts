import type { BackupQualitySummaryViewModel } from "../backup-quality-summary.js";
import type { CheckListViewModel } from "../check-list.js";
import type { CollapsedDiagnosticsViewModel } from "../collapsed-diagnostics.js";
import type { CompactSafetyStatusViewModel } from "../compact-safety-status.js";
import type { DecisionCardViewModel } from "../decision-card.js";
import type { DryRunSwitchViewModel } from "../dry-run-switch.js";
import type { EnvironmentBadgeViewModel } from "../environment-badge.js";
import type { FreshnessBandViewModel } from "../freshness-band.js";
import type { MappingResolverViewModel } from "../mapping-resolver.js";
import type { ProcessFlowViewModel } from "../process-flow.js";
import type { ProofAsideViewModel } from "../proof-aside.js";
import type { ReceiptViewModel } from "../receipt.js";
import type { ResultSummaryViewModel } from "../result-summary.js";
import type { RunTimelineViewModel } from "../run-timeline.js";
import type { ScopePickerViewModel } from "../scope-picker.js";
import type { SemanticDiffViewModel } from "../semantic-diff.js";
import type { StepRailViewModel } from "../step-rail.js";
import type { TypedConfirmationViewModel } from "../typed-confirmation.js";
import type { WizardShellViewModel } from "../wizard-shell.js";

/** The root models by name. */
export interface RootModels {
  readonly ProcessFlowViewModel: ProcessFlowViewModel;
  readonly DecisionCardViewModel: DecisionCardViewModel;
  readonly CompactSafetyStatusViewModel: CompactSafetyStatusViewModel;
  readonly ProofAsideViewModel: ProofAsideViewModel;
  readonly BackupQualitySummaryViewModel: BackupQualitySummaryViewModel;
  readonly CollapsedDiagnosticsViewModel: CollapsedDiagnosticsViewModel;
  readonly StepRailViewModel: StepRailViewModel;
  readonly FreshnessBandViewModel: FreshnessBandViewModel;
  readonly WizardShellViewModel: WizardShellViewModel;
  readonly EnvironmentBadgeViewModel: EnvironmentBadgeViewModel;
  readonly DryRunSwitchViewModel: DryRunSwitchViewModel;
  readonly CheckListViewModel: CheckListViewModel;
  readonly SemanticDiffViewModel: SemanticDiffViewModel;
  readonly ScopePickerViewModel: ScopePickerViewModel;
  readonly MappingResolverViewModel: MappingResolverViewModel;
  readonly TypedConfirmationViewModel: TypedConfirmationViewModel;
  readonly ResultSummaryViewModel: ResultSummaryViewModel;
  readonly RunTimelineViewModel: RunTimelineViewModel;
  readonly ReceiptViewModel: ReceiptViewModel;
}
