export { contractVersion, type ContractVersion } from "./contract.js";
export type { InstantModel, NonEmptyList, PlaceModel, StatusLiteral } from "./common.js";
export type { KnownMeasure, MeasureModel, UnavailableMeasure } from "./measure.js";
export type { ActionModel, AvailableAction, BlockedAction, CallbackAction, LinkAction } from "./action.js";
export type {
  ChangeModel,
  CurrentFreshness,
  FreshnessModel,
  InvalidatedFreshness,
  NotRunFreshness,
  StaleFreshness,
} from "./freshness.js";
export type {
  BlockerModel,
  CompleteGate,
  ExecutionAvailable,
  ExecutionModel,
  ExecutionStarted,
  ExecutionUnavailable,
  GateModel,
  GatePosition,
  GateProgress,
  OpenGate,
  OpenVerdict,
} from "./gate.js";
export type { ProcessFlowViewModel } from "./process-flow.js";
export type { AttentionNote, DecisionCardViewModel, DecisionStatus } from "./decision-card.js";
export type { CompactSafetyStatusViewModel, NextGateModel } from "./compact-safety-status.js";
export type {
  AvailableProof,
  InProgressProof,
  MissingFact,
  ProofAsideViewModel,
  ProofFactModel,
  RecordedFact,
} from "./proof-aside.js";
export type { BackupQualitySummaryViewModel, QualityRow } from "./backup-quality-summary.js";
export type { CollapsedDiagnosticsViewModel, DiagnosticEntry } from "./collapsed-diagnostics.js";
export type { StepModel, StepRailViewModel } from "./step-rail.js";
export type { FreshnessBandViewModel } from "./freshness-band.js";
export type { EnvironmentBadgeViewModel } from "./environment-badge.js";
export { gateStatus } from "./gate-status.js";
