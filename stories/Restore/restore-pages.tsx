import { useState } from "react";
import { noConfirmation, type RestoreFacts } from "../../src/restore/index.js";
import {
  type Interruption,
  RestoreResultPage,
  RestoreRunWizardView,
  type RestoreRunWizardViewProps,
} from "../../src/restore/react/index.js";
import {
  interruption,
  type InterruptionId,
  scenario,
  scenarioContext,
  scenarioDirectory,
  type RestoreScenarioId,
  scenarioItems,
} from "../../src/testing/index.js";
import { changed } from "../playground-run.js";

const exit = { kind: "link", id: "close", label: "Close, the draft is kept", href: "#close" } as const;

export interface WizardScenarioProps {
  id: RestoreScenarioId;
  anchor?: string | null;
  /** What stands between the operator and the run. */
  interrupted?: InterruptionId;
  /** Whether what the operator changes is changed. Default: the page stays in its state. */
  live?: boolean;
}

/** One step of the wizard in a scenario; what the operator confirms stays in the story. */
export function WizardScenario({ id, anchor = null, interrupted, live = false }: WizardScenarioProps) {
  const { facts, step } = scenario(id);
  const [present, setPresent] = useState<RestoreFacts>(
    // What was confirmed is taken back with a request for execution that was refused or that nobody answered.
    interrupted === undefined || interruption(interrupted).circumstances.asked !== "execute"
      ? facts
      : { ...facts, confirmation: noConfirmation },
  );
  const nothing = () => undefined;
  return (
    <RestoreRunWizardView
      facts={present}
      step={step === "result" ? "confirm_execute" : step}
      context={scenarioContext}
      directory={facts.directoryVersion === null ? null : scenarioDirectory}
      backupSets={present.backupSet === null ? [scenarioBackupSet] : [present.backupSet]}
      items={scenarioItems}
      waiting={null}
      interruption={interrupted === undefined ? null : shown(interrupted)}
      unsentDraft={unsentIn(interrupted, present)}
      announcement={null}
      anchor={anchor}
      exit={exit}
      onChange={(event) => setPresent((now) => (live ? (changed(now, event, now.run.updatedAt) ?? now) : now))}
      onRunChecks={nothing}
      onGeneratePreview={nothing}
      onCancelAssessment={nothing}
      onSyncDirectory={nothing}
      onExecute={nothing}
      onConfirmation={(confirmation) => setPresent((now) => ({ ...now, confirmation }))}
      onProblemAction={nothing}
    />
  );
}

/** What the scenario of an interruption shows, in the place where it happened. */
export function InterruptedScenario({ id }: { id: InterruptionId }) {
  const { scenario: shownState } = interruption(id);
  return scenario(shownState).step === "result" ? (
    <ResultScenario id={shownState} interrupted={id} />
  ) : (
    <WizardScenario id={shownState} interrupted={id} />
  );
}

function shown(id: InterruptionId): Interruption {
  const { problem, circumstances } = interruption(id);
  const { asked, readAt, reconciled, now } = circumstances;
  return { problem, asked, readAt, reconciled, now: now ?? undefined };
}

/** Another scope than that of the run, where something is chosen and not applied. */
function unsentIn(id: InterruptionId | undefined, facts: RestoreFacts): RestoreRunWizardViewProps["unsentDraft"] {
  return id === undefined || !interruption(id).circumstances.unsent
    ? null
    : {
        mode: "all",
        restoreMode: facts.run.restoreMode === "update_only" ? "create_missing" : "update_only",
        selection: { kind: "only", itemIds: new Set() },
      };
}

/** The result page in a scenario. */
export function ResultScenario({ id, interrupted }: { id: RestoreScenarioId; interrupted?: InterruptionId }) {
  const { facts } = scenario(id);
  return (
    <RestoreResultPage
      facts={{ ...facts, confirmation: noConfirmation }}
      context={scenarioContext}
      exit={{ ...exit, label: "All restore runs of this environment" }}
      interruption={interrupted === undefined ? null : shown(interrupted)}
      onRequestEvidence={() => undefined}
      onCancel={() => undefined}
    />
  );
}

const scenarioBackupSet = known(scenario("source_selected").facts.backupSet);

function known<T>(value: T | null): T {
  if (value === null) throw new TypeError("The scenario “source_selected” has no backup set.");
  return value;
}
