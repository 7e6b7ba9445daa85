import {
  BackupQualitySummary,
  CheckList,
  CollapsedDiagnostics,
  CompactSafetyStatus,
  DecisionCard,
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
} from "checkrail";
import { findFalseClaims } from "checkrail/safety";
import { restoreClaims } from "checkrail/restore/claims";
import { castOf, resolvePicker, resultOf, scenario, scenarioContext, scenarioItems, wizardOf } from "checkrail/testing";
import { parseViewModel } from "checkrail/schemas";
import { useState } from "react";

const wizard = wizardOf("preview_void");
const cast = castOf("preview_current");

/** Every component, and each entry of the package that a host would use beside them. */
export function App() {
  const [typed, setTyped] = useState("");
  const [query, setQuery] = useState("");
  const [taken, setTaken] = useState("");
  const parsed = parseViewModel("DecisionCardViewModel", JSON.parse(JSON.stringify(wizard.decision)));
  return (
    <main>
      <StepRail model={wizard.rail} />
      <EnvironmentBadge model={wizard.badge} />
      {parsed.ok ? <DecisionCard model={parsed.model} onAction={setTaken} /> : null}
      <ProcessFlow model={wizard.flow} onAction={setTaken} />
      <CompactSafetyStatus model={wizard.compact} />
      <BackupQualitySummary model={wizard.quality} />
      <ProofAside model={wizard.proof} />
      <ScopePicker
        model={resolvePicker(scenario("mapping_required").facts, scenarioItems, query, scenarioContext)}
        onSearch={setQuery}
      />
      <MappingResolver model={castOf("mapping_required").mappingResolver} />
      <CheckList model={castOf("checks_not_evaluated").checkList} />
      <SemanticDiff model={cast.semanticDiff} />
      <TypedConfirmation model={castOf("confirmation_open").typedConfirmation} onType={setTyped} />
      <ResultSummary model={resultOf("needs_review").summary} />
      <RunTimeline model={cast.timeline} />
      <Receipt model={cast.receipt} />
      <CollapsedDiagnostics model={wizard.diagnostics} />
      <output data-testid="typed">{typed}</output>
      <output data-testid="taken">{taken}</output>
      <output data-testid="claims">
        {findFalseClaims("Recovery verified", restoreClaims.completed_proof_incomplete).length}
      </output>
    </main>
  );
}
