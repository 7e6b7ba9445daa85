import {
  BackupQualitySummary,
  CollapsedDiagnostics,
  CompactSafetyStatus,
  DecisionCard,
  EnvironmentBadge,
  FreshnessBand,
  ProcessFlow,
  ProofAside,
  Receipt,
  ResultSummary,
  RunTimeline,
  SemanticDiff,
  StepRail,
  WizardShell,
} from "checkrail";
import { castOf, resultOf, wizardOf } from "checkrail/testing";
import { contractVersion, type DecisionCardViewModel } from "checkrail/view-models";
import { Confirmation } from "./confirmation";

/** A server component: what has no behaviour is drawn on the server, and its actions are links. */
export default function Page() {
  const wizard = wizardOf("preview_void");
  const cast = castOf("preview_current");
  const result = resultOf("needs_review");
  const decision: DecisionCardViewModel = {
    ...wizard.decision,
    primaryAction: { kind: "link", id: "preview", label: "Generate preview", href: "#preview" },
  };
  const freshness = wizardOf("preview_current").flow.gates.find(({ id }) => id === "preview")?.freshness;
  return (
    <WizardShell
      model={{
        contract: contractVersion,
        subject: "rr_2041",
        status: null,
        target: { label: { external: "Contoso Production" }, badge: wizard.badge },
        question: "What would this restore change?",
        announcement: null,
      }}
      rail={<StepRail model={wizard.rail} />}
    >
      <EnvironmentBadge model={wizard.badge} />
      <DecisionCard model={decision} />
      <ProcessFlow model={wizardOf("preview_current").flow} />
      <CompactSafetyStatus model={wizardOf("preview_current").compact} />
      <BackupQualitySummary model={wizard.quality} />
      <ProofAside model={wizard.proof} />
      {freshness ? (
        <FreshnessBand model={{ contract: contractVersion, id: "band", freshness, text: "Current", action: null }} />
      ) : null}
      <SemanticDiff model={cast.semanticDiff} />
      <ResultSummary model={result.summary} />
      <RunTimeline model={cast.timeline} />
      <Receipt model={cast.receipt} />
      <CollapsedDiagnostics model={wizard.diagnostics} />
      <Confirmation />
    </WizardShell>
  );
}
