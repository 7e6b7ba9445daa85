import {
  MappingPickerDialogObject,
  MappingResolverObject,
  ScopePickerObject,
  TypedConfirmationObject,
} from "./choices.js";
import {
  ActionControlObject,
  DecisionCardObject,
  DryRunSwitchObject,
  EnvironmentBadgeObject,
  FreshnessBandObject,
} from "./decisions.js";
import { CheckListObject, SemanticDiffObject } from "./evidence.js";
import { CompactSafetyStatusObject, ProcessFlowObject, StepRailObject, WizardShellObject } from "./gates.js";
import type { Which } from "./page-object.js";
import {
  BackupQualitySummaryObject,
  CollapsedDiagnosticsObject,
  ProofAsideObject,
  ReceiptObject,
  ResultSummaryObject,
  RunTimelineObject,
} from "./records.js";
import type { Seen } from "./seen.js";
import type { TestTool } from "./tool.js";

/**
 * Page objects of every component on a page: what the operator sees as plain data, and what they do as methods.
 * Where a page holds several of one component, say which: by its name, which is its heading, or by its index.
 */
export function kit(tool: TestTool) {
  const page = (whole: Seen) => whole;
  return {
    actionControl: (label?: Which) => new ActionControlObject(tool, page, "ActionControl", label),
    backupQualitySummary: (which?: Which) => new BackupQualitySummaryObject(tool, page, "BackupQualitySummary", which),
    checkList: (which?: Which) => new CheckListObject(tool, page, "CheckList", which),
    collapsedDiagnostics: (which?: Which) => new CollapsedDiagnosticsObject(tool, page, "CollapsedDiagnostics", which),
    compactSafetyStatus: (which?: Which) => new CompactSafetyStatusObject(tool, page, "CompactSafetyStatus", which),
    decisionCard: (which?: Which) => new DecisionCardObject(tool, page, "DecisionCard", which),
    dryRunSwitch: (which?: Which) => new DryRunSwitchObject(tool, page, "DryRunSwitch", which),
    environmentBadge: (which?: Which) => new EnvironmentBadgeObject(tool, page, "EnvironmentBadge", which),
    freshnessBand: (text?: Which) => new FreshnessBandObject(tool, page, "FreshnessBand", text),
    mappingPickerDialog: (which?: Which) => new MappingPickerDialogObject(tool, page, "MappingPickerDialog", which),
    mappingResolver: (which?: Which) => new MappingResolverObject(tool, page, "MappingResolver", which),
    processFlow: (which?: Which) => new ProcessFlowObject(tool, page, "ProcessFlow", which),
    proofAside: (which?: Which) => new ProofAsideObject(tool, page, "ProofAside", which),
    receipt: (which?: Which) => new ReceiptObject(tool, page, "Receipt", which),
    resultSummary: (which?: Which) => new ResultSummaryObject(tool, page, "ResultSummary", which),
    runTimeline: (which?: Which) => new RunTimelineObject(tool, page, "RunTimeline", which),
    scopePicker: (which?: Which) => new ScopePickerObject(tool, page, "ScopePicker", which),
    semanticDiff: (which?: Which) => new SemanticDiffObject(tool, page, "SemanticDiff", which),
    stepRail: (which?: Which) => new StepRailObject(tool, page, "StepRail", which),
    wizardShell: (which?: Which) => new WizardShellObject(tool, page, "WizardShell", which),
    typedConfirmation: (which?: Which) => new TypedConfirmationObject(tool, page, "TypedConfirmation", which),
  };
}

/** Page objects of every component. */
export type Kit = ReturnType<typeof kit>;
