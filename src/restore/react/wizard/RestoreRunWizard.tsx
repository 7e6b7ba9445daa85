import { useCallback, useEffect, useMemo } from "react";
import type { ActionModel } from "../../../view-models/index.js";
import { noConfirmation } from "../../run/facts.js";
import type { RestoreHost, RunDocument } from "../../ports.js";
import type { RestoreContext } from "../../resolvers/context.js";
import type { RestoreStepId } from "../../resolvers/reasons.js";
import type { ScopeDraft } from "../../resolvers/steps/index.js";
import { documentToFacts } from "../document-to-facts.js";
import type { OwnMessagesProps } from "../parts/messages.js";
import { ProblemPage } from "../parts/ProblemPage.js";
import { Working } from "../parts/Working.js";
import type { LeaveGuard, Leaving } from "./leaving.js";
import { RestoreRunWizardView } from "./RestoreRunWizardView.js";
import { keepUnsentDraft, keptUnsentDraft, tabStorage } from "./unsent-draft.js";
import { useRestoreRun } from "./use-restore-run.js";

export interface RestoreRunWizardProps extends OwnMessagesProps {
  host: RestoreHost;
  runId: string;
  /** The step on screen; the host's router owns it. */
  step: RestoreStepId;
  /** Builds locale, time zone and addresses for a run; called again when the run changes. */
  contextFor: (document: RunDocument | null) => RestoreContext;
  /** The place that the address names, without its "#"; null where it names none. */
  anchor?: string | null | undefined;
  /** Changes with every navigation. */
  visit?: string | undefined;
  /** Whether a link of the app led here; focus then goes to the heading. */
  arrived?: boolean | undefined;
  exit: ActionModel;
  onNavigate?: ((href: string) => void) | undefined;
  /** Called once the host has accepted the execution. */
  onStarted?: ((document: RunDocument) => void) | undefined;
  /** A navigation that waits for the operator's answer; null where none does. */
  leaving?: Leaving | null | undefined;
  /** Hands the host what to ask before it leaves the page; null once there is no page to leave. */
  onLeaveGuard?: ((guard: LeaveGuard | null) => void) | undefined;
  /** Signs the operator in and comes back to this address. Default: loads the page again, which asks where a session is needed. */
  onSignIn?: (() => void) | undefined;
}

/** The five steps of one Restore Run over a host. Owns neither router nor form library. */
export function RestoreRunWizard({
  host,
  runId,
  step,
  contextFor,
  messages,
  anchor = null,
  visit,
  arrived,
  exit,
  onNavigate,
  onStarted,
  leaving,
  onLeaveGuard,
  onSignIn = loadPageAgain,
}: RestoreRunWizardProps) {
  const plain = useMemo(() => contextFor(null), [contextFor]);
  const run = useRestoreRun(host, runId, plain);
  const { document, confirmation, setConfirmation } = run;
  const context = useMemo(() => contextFor(document), [contextFor, document]);
  const facts = useMemo(
    () => (document === null ? null : documentToFacts(document, confirmation)),
    [document, confirmation],
  );

  const present = document?.run ?? null;
  const unsentDraft = useMemo(() => (present === null ? null : keptUnsentDraft(tabStorage(), present)), [present]);
  const keep = useCallback(
    (draft: ScopeDraft | null) => {
      if (present !== null) keepUnsentDraft(tabStorage(), present, draft);
    },
    [present],
  );

  // Whoever leaves the page of the point of no return starts over there (BY-11).
  useEffect(() => {
    if (step !== "confirm_execute") setConfirmation(noConfirmation);
  }, [step, setConfirmation]);

  const goOn = (id: string) => {
    if (id === "sign_in") onSignIn();
    else if (id === "ask_again") run.askAgain();
    else if (id === "dismiss_problem") run.dismissProblem();
    else run.reload();
  };

  if (document === null || facts === null) {
    return run.interruption === null ? (
      <div
        lang={plain.words.language}
        className="cr:mx-auto cr:max-w-[1280px] cr:px-5 cr:py-8 cr:md:px-12 cr:text-sm cr:text-ink"
        data-component="RestoreRunWizard"
      >
        <Working text={plain.words.page.begun.load} />
      </div>
    ) : (
      <ProblemPage
        interruption={run.interruption}
        context={plain}
        messages={messages}
        subject="run"
        heading={plain.words.steps.question[step]}
        exit={exit}
        onAction={goOn}
        onNavigate={onNavigate}
      />
    );
  }
  return (
    <RestoreRunWizardView
      facts={facts}
      directory={document.directory}
      backupSets={run.backupSets}
      items={run.items}
      step={step}
      context={context}
      messages={messages}
      waiting={run.waiting}
      interruption={run.interruption}
      announcement={run.announcement}
      unsentDraft={unsentDraft}
      onUnsentDraft={keep}
      anchor={anchor}
      visit={visit}
      arrived={arrived}
      exit={exit}
      onNavigate={onNavigate}
      leaving={leaving}
      onLeaveGuard={onLeaveGuard}
      onChange={run.change}
      onRunChecks={run.runChecks}
      onGeneratePreview={run.generatePreview}
      onCancelAssessment={run.cancelAssessment}
      onSyncDirectory={run.syncDirectory}
      onExecute={() => run.execute((started) => onStarted?.(started))}
      onConfirmation={setConfirmation}
      onProblemAction={goOn}
    />
  );
}

function loadPageAgain(): void {
  window.location.reload();
}
