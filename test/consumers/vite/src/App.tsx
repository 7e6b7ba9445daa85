import {
  ActionControl,
  BackupQualitySummary,
  CheckList,
  CollapsedDiagnostics,
  CompactSafetyStatus,
  DecisionCard,
  DryRunSwitch,
  EnvironmentBadge,
  FreshnessBand,
  MappingPickerDialog,
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
  WizardShell,
} from "checkrail";
import { findFalseClaims } from "checkrail/safety";
import { restoreClaims } from "checkrail/restore/claims";
import { castOf, resolvePicker, resultOf, scenario, scenarioContext, scenarioItems, wizardOf } from "checkrail/testing";
import { parseViewModel } from "checkrail/schemas";
import { contractVersion } from "checkrail/view-models";
import { useState } from "react";

const wizard = wizardOf("preview_void");
const current = wizardOf("preview_current");
const cast = castOf("preview_current");
const mappings = castOf("mapping_required").mappingResolver;
const [picker] = mappings.body.state === "mapping" ? mappings.body.pickers : [];
const freshness = current.flow.gates.find(({ id }) => id === "preview")?.freshness;
const shell = {
  contract: contractVersion,
  subject: "rr_2041",
  status: null,
  target: { label: { external: "Contoso Production" }, badge: wizard.badge },
  question: "What would this restore change?",
  announcement: null,
};

/** Every component, and each entry of the package that a host would use beside them. */
export function App() {
  const [typed, setTyped] = useState("");
  const [query, setQuery] = useState("");
  const [taken, setTaken] = useState("");
  const [picking, setPicking] = useState(false);
  const parsed = parseViewModel("DecisionCardViewModel", JSON.parse(JSON.stringify(wizard.decision)));
  return (
    <WizardShell
      model={shell}
      rail={<StepRail model={wizard.rail} />}
      aside={<ProofAside model={wizard.proof} />}
      tail={<CollapsedDiagnostics model={wizard.diagnostics} />}
    >
      <p data-testid="utilities" className="text-cr-sm text-cr-ink-muted bg-cr-surface rounded-cr-lg">
        Words of the app itself
      </p>
      <EnvironmentBadge model={wizard.badge} />
      {parsed.ok ? <DecisionCard model={parsed.model} onAction={setTaken} /> : null}
      <ProcessFlow model={wizard.flow} onAction={setTaken} />
      <CompactSafetyStatus model={wizard.compact} />
      <BackupQualitySummary model={wizard.quality} />
      {freshness ? (
        <FreshnessBand model={{ contract: contractVersion, id: "band", freshness, text: "Current", action: null }} />
      ) : null}
      <ScopePicker
        model={resolvePicker(scenario("mapping_required").facts, scenarioItems, query, scenarioContext)}
        onSearch={setQuery}
      />
      <MappingResolver model={mappings} />
      <CheckList model={castOf("checks_not_evaluated").checkList} />
      <SemanticDiff model={cast.semanticDiff} />
      <DryRunSwitch model={castOf("confirmation_open").dryRunSwitch} />
      <TypedConfirmation model={castOf("confirmation_open").typedConfirmation} onType={setTyped} />
      <ResultSummary model={resultOf("needs_review").summary} />
      <RunTimeline model={cast.timeline} />
      <Receipt model={cast.receipt} />
      <ActionControl
        model={{ kind: "callback", id: "open_picker", label: "Open the picker" }}
        onAction={() => setPicking(true)}
      />
      {picker ? (
        <MappingPickerDialog
          model={picker}
          source={{ external: "Field kiosks" }}
          usage="Group, used by 4 items"
          chosen={null}
          open={picking}
          onClose={() => setPicking(false)}
          onUse={({ id }) => {
            setTaken(id);
            setPicking(false);
          }}
        />
      ) : null}
      <output data-testid="typed">{typed}</output>
      <output data-testid="taken">{taken}</output>
      <output data-testid="claims">
        {findFalseClaims("Recovery verified", restoreClaims.completed_proof_incomplete).length}
      </output>
    </WizardShell>
  );
}
