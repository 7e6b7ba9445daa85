export { contractVersion, type ContractVersion } from "./contract.js";
export type { InstantModel, NonEmptyList, PlaceModel, StatusLiteral } from "./common.js";
export {
  externalTextsOf,
  piecesOf,
  plainText,
  sentenceOf,
  type ExternalText,
  type NameModel,
  type OwnText,
  type SentenceModel,
} from "./external-text.js";
export type { CountModel, KnownMeasure, MeasureModel, RemainderModel, UnavailableMeasure } from "./measure.js";
export type { ActionModel, AvailableAction, BlockedAction, CallbackAction, LinkAction } from "./action.js";
export type {
  ChangeModel,
  CurrentFreshness,
  EvidencedFreshness,
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
  PendingProof,
  ProofFactModel,
  RecordedFact,
} from "./proof-aside.js";
export type { BackupQualitySummaryViewModel, QualityRow } from "./backup-quality-summary.js";
export type { CollapsedDiagnosticsViewModel, DiagnosticEntry } from "./collapsed-diagnostics.js";
export type { StepModel, StepRailViewModel } from "./step-rail.js";
export type { FreshnessBandViewModel } from "./freshness-band.js";
export type { DryRunSwitchViewModel, OpenSwitch, ShutSwitch } from "./dry-run-switch.js";
export type { EnvironmentBadgeViewModel } from "./environment-badge.js";
export type { EmptyBody, LoadingBody, NotRunBody } from "./evidence-body.js";
export type { FailedModel, LoadingModel, UnreadModel } from "./unread.js";
export type {
  AcceptedFindings,
  AcceptanceModel,
  AffectedItem,
  AffectedItems,
  CheckedBody,
  CheckListViewModel,
  FindingGroupModel,
  FindingModel,
  FindingSeverity,
  GivenAcceptance,
  LapsedAcceptance,
  NoAcceptance,
  OpenAcceptance,
} from "./check-list.js";
export type {
  AbsentValue,
  DescribedValue,
  KnownValue,
  ListValue,
  ReferenceValue,
  SecretValue,
  SingleValue,
  UnknownValue,
  ValueModel,
} from "./value.js";
export type {
  CertainChange,
  CertaintyModel,
  ChangedItem,
  ChangeGroupModel,
  ChangesModel,
  ComparedBody,
  ConsequenceLiteral,
  DiffItem,
  DiffSearch,
  SemanticChange,
  SemanticDiffViewModel,
  SkippedItem,
  UncertainChange,
  UnchangedItem,
  UndecidedItem,
} from "./semantic-diff.js";
export type {
  BulkChoice,
  ChoosingBody,
  ItemChoice,
  ItemGroup,
  ItemMark,
  ItemRun,
  ItemSearch,
  ItemSection,
  ScopePickerViewModel,
} from "./scope-picker.js";
export type {
  DirectorySyncModel,
  EmptyPicker,
  FilledPicker,
  LeftOutRow,
  MappedRow,
  MappingBody,
  MappingPicker,
  MappingProgress,
  MappingResolverViewModel,
  MappingRowModel,
  MappingSuggestion,
  MappingTarget,
  PossibleSkip,
  RefusedSkip,
  SameReferences,
  SameRow,
  SkipChoice,
  UnresolvedRow,
} from "./mapping-resolver.js";
export type {
  CharacterFlag,
  ConditionModel,
  ConditionsMet,
  ConditionsModel,
  ConditionsOpen,
  ConfirmationComparison,
  ConfirmationInstruction,
  DifferentComparison,
  EqualComparison,
  ImpossibleConfirmation,
  OpenConfirmation,
  RecordedConfirmation,
  ShutConfirmation,
  TypedConfirmationViewModel,
  UnfinishedComparison,
} from "./typed-confirmation.js";
export type {
  CountedBody,
  MissingRows,
  OutcomeCount,
  RecordedRows,
  ResultCause,
  ResultSummaryViewModel,
  UncountedBody,
} from "./result-summary.js";
export type {
  RecordedTime,
  RunTimelineViewModel,
  TimelineBody,
  TimelineEvent,
  UnrecordedTime,
} from "./run-timeline.js";
export type {
  IssuedReceipt,
  MissingReceipt,
  ReceiptHash,
  ReceiptRow,
  ReceiptSection,
  ReceiptViewModel,
} from "./receipt.js";
export { gateStatus } from "./gate-status.js";
export type { ShellTarget, WizardShellViewModel } from "./wizard-shell.js";
