import {
  BackupQualitySummary,
  CheckList,
  CollapsedDiagnostics,
  CompactSafetyStatus,
  type ComponentMessages,
  DecisionCard,
  DryRunSwitch,
  EnvironmentBadge,
  MappingResolver,
  ProcessFlow,
  ProofAside,
  Receipt,
  ResultSummary,
  RunTimeline,
  ScopePicker,
  SemanticDiff,
  StepRail,
  TypedConfirmation,
} from "../src/index.js";
import { type RestoreContext, resolveResult, resolveWizard } from "../src/restore/index.js";
import {
  resolveCast,
  resolvePicker,
  scenario,
  scenarioContext,
  scenarioItems,
  type RestoreScenarioId,
} from "../src/testing/scenarios/index.js";

export interface ScenarioPageProps {
  id: RestoreScenarioId;
  /** How it is written. Default: as the scenarios are. */
  context?: RestoreContext;
  messages?: ComponentMessages;
}

/** Every component with what it shows of a scenario, on one page. */
export function ScenarioPage({ id, context = scenarioContext, messages }: ScenarioPageProps) {
  const { facts, step } = scenario(id);
  const wizard = resolveWizard(facts, step === "result" ? "confirm_execute" : step, context);
  const result = step === "result" ? resolveResult(facts, context) : null;
  const cast = resolveCast(facts, context);
  const { decision, proof, diagnostics } = result ?? wizard;
  return (
    <main>
      <StepRail model={wizard.rail} />
      <EnvironmentBadge model={wizard.badge} />
      <DecisionCard model={decision} messages={messages} />
      <BackupQualitySummary model={wizard.quality} messages={messages} />
      <ProcessFlow model={wizard.flow} messages={messages} />
      <CompactSafetyStatus model={wizard.compact} messages={messages} />
      <ProofAside model={proof} messages={messages} />
      <CollapsedDiagnostics model={diagnostics} />
      <ScopePicker model={resolvePicker(facts, scenarioItems, "", context)} />
      <MappingResolver model={cast.mappingResolver} messages={messages} />
      <CheckList model={cast.checkList} messages={messages} />
      <SemanticDiff model={cast.semanticDiff} messages={messages} />
      <DryRunSwitch model={cast.dryRunSwitch} />
      <TypedConfirmation model={cast.typedConfirmation} />
      {result === null ? null : <ResultSummary model={result.summary} messages={messages} />}
      <RunTimeline model={cast.timeline} messages={messages} />
      <Receipt model={cast.receipt} messages={messages} />
    </main>
  );
}
