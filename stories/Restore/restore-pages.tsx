import { useMemo, useState } from "react";
import { noConfirmation, type RestoreFacts } from "../../src/restore/index.js";
import { RestoreResultPage, RestoreRunWizardView } from "../../src/restore/react/index.js";
import {
  scenario,
  scenarioContext,
  scenarioDirectory,
  type RestoreScenarioId,
  scenarioItems,
} from "../../src/testing/index.js";

const exit = { kind: "link", id: "close", label: "Close, the draft is kept", href: "#close" } as const;

/** One step of the wizard in a scenario; what the operator confirms stays in the story. */
export function WizardScenario({ id, anchor = null }: { id: RestoreScenarioId; anchor?: string | null }) {
  const { facts, step } = scenario(id);
  const [confirmation, setConfirmation] = useState(facts.confirmation);
  const present: RestoreFacts = useMemo(() => ({ ...facts, confirmation }), [facts, confirmation]);
  const nothing = () => undefined;
  return (
    <RestoreRunWizardView
      facts={present}
      step={step === "result" ? "confirm_execute" : step}
      context={scenarioContext}
      directory={scenarioDirectory}
      backupSets={present.backupSet === null ? [scenarioBackupSet] : [present.backupSet]}
      items={scenarioItems}
      waiting={null}
      problem={null}
      announcement={null}
      anchor={anchor}
      exit={exit}
      onChange={nothing}
      onRunChecks={nothing}
      onGeneratePreview={nothing}
      onExecute={nothing}
      onConfirmation={setConfirmation}
      onProblemAction={nothing}
    />
  );
}

/** The result page in a scenario. */
export function ResultScenario({ id }: { id: RestoreScenarioId }) {
  const { facts } = scenario(id);
  return (
    <RestoreResultPage
      facts={{ ...facts, confirmation: noConfirmation }}
      context={scenarioContext}
      exit={{ ...exit, label: "All restore runs of this environment" }}
      onRequestEvidence={() => undefined}
    />
  );
}

const scenarioBackupSet = known(scenario("source_selected").facts.backupSet);

function known<T>(value: T | null): T {
  if (value === null) throw new TypeError("The scenario “source_selected” has no backup set.");
  return value;
}
