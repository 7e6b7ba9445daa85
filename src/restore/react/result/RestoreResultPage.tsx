import { useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { ActionControl } from "../../../components/ActionControl.js";
import { CollapsedDiagnostics } from "../../../components/CollapsedDiagnostics.js";
import { DecisionCard } from "../../../components/DecisionCard.js";
import { ProofAside } from "../../../components/ProofAside.js";
import { Receipt } from "../../../components/Receipt.js";
import { ResultSummary } from "../../../components/ResultSummary.js";
import { RunTimeline } from "../../../components/RunTimeline.js";
import { WizardShell } from "../../../components/WizardShell.js";
import { type ActionModel, contractVersion } from "../../../view-models/index.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../../resolvers/context.js";
import { resolveReceipt, restoreReceipt } from "../../resolvers/receipt.js";
import { resolveResult } from "../../resolvers/result.js";
import { statedStatus } from "../../resolvers/result-state.js";
import { resolveTimeline } from "../../resolvers/timeline.js";
import { environmentBadge, resolveCancel, resolveResultDetails, shortRunId } from "../../resolvers/steps/index.js";
import { downloadReceipt } from "../parts/download.js";
import { usePlaceFocus } from "../parts/focus.js";
import { type Interruption, useProblem } from "../parts/interruption.js";
import { messagesFor, type OwnMessagesProps } from "../parts/messages.js";
import { Problem } from "../parts/Problem.js";
import { shellTarget } from "../parts/shell-target.js";
import { Basis } from "./Basis.js";
import { Cancel } from "./Cancel.js";
import { Evidence } from "./Evidence.js";
import { ItemOutcomes } from "./ItemOutcomes.js";

export interface RestoreResultPageProps extends OwnMessagesProps {
  facts: RestoreFacts;
  context: RestoreContext;
  exit: ActionModel;
  anchor?: string | null | undefined;
  visit?: string | undefined;
  /** Whether a link of the app led here; focus then goes to the heading. */
  arrived?: boolean | undefined;
  /** What stands between the operator and the run; null where nothing does. What was read stays readable. */
  interruption?: Interruption | null | undefined;
  onProblemAction?: ((id: string) => void) | undefined;
  onNavigate?: ((href: string) => void) | undefined;
  /** Asks for another reading of the target. */
  onRequestEvidence?: (() => void) | undefined;
  /** True while that is being asked. */
  requesting?: boolean | undefined;
  /** Asks the host to stop the execution. Without it, none can be stopped from here. */
  onCancel?: (() => void) | undefined;
  /** Where a request to stop stands. */
  cancelling?: "asking" | "requested" | undefined;
}

/** What happened, does it need follow-up, and what is the one next action: before any raw list (SI-8, RR). */
export function RestoreResultPage({
  facts,
  context,
  messages: own,
  exit,
  anchor = null,
  visit = "",
  arrived = false,
  interruption = null,
  onProblemAction,
  onNavigate,
  onRequestEvidence,
  requesting = false,
  onCancel,
  cancelling,
}: RestoreResultPageProps) {
  const views = useMemo(() => resolveResult(facts, context), [facts, context]);
  const details = useMemo(() => resolveResultDetails(facts, context), [facts, context]);
  const receipt = useMemo(() => resolveReceipt(facts, context), [facts, context]);
  const timeline = useMemo(() => resolveTimeline(facts, context), [facts, context]);
  const status = statedStatus(facts);
  const problem = useProblem(interruption, context, { exit });
  const [receiptOpen, setReceiptOpen] = useState(false);
  const messages = messagesFor(context, own);
  const heading = useRef<HTMLHeadingElement>(null);
  usePlaceFocus(heading, { page: "result", anchor, visit, arrived });
  return (
    <WizardShell
      lang={context.words.language}
      model={{
        contract: contractVersion,
        subject: context.words.page.runName(shortRunId(facts.run.id)),
        status: status === null ? null : context.words.terms.runStatus[status],
        target: shellTarget(facts.run.target.label, environmentBadge(facts.run.target.environment, context)),
        question: context.words.page.resultQuestion,
        announcement: problem === null || problem.asked ? `${views.decision.status.text}.` : `${problem.title}.`,
      }}
      onNavigate={onNavigate}
      questionRef={heading}
      problem={
        problem === null ? null : (
          <Problem model={problem} messages={messages} onAction={(id) => onProblemAction?.(id)} />
        )
      }
      footer={
        <footer className="cr:border-t cr:border-line cr:pt-5">
          <ActionControl model={exit} emphasis="text" messages={messages} />
        </footer>
      }
      aside={<ProofAside model={views.proof} messages={messages} />}
      tail={<CollapsedDiagnostics model={views.diagnostics} />}
    >
      <DecisionCard
        model={views.decision}
        emphasis={problem?.leads === true ? "secondary" : "primary"}
        messages={messages}
      />
      {onCancel === undefined ? null : (
        <Cancel
          model={resolveCancel(facts, cancelling === "requested", context)}
          messages={messages}
          asking={cancelling === "asking" ? context.words.page.begun.cancel : null}
          onCancel={onCancel}
        />
      )}
      <ResultSummary model={views.summary} cause="hidden" messages={messages} />
      <Evidence
        model={details.evidence}
        messages={messages}
        showRequest={onRequestEvidence !== undefined}
        requesting={requesting}
        onRequest={() => onRequestEvidence?.()}
      />
      <ItemOutcomes model={details.outcomes} />
      <Basis model={details.basis} />
      <RunTimeline model={timeline} messages={messages} />
      <Receipt
        model={receipt}
        open={receiptOpen}
        onOpenChange={setReceiptOpen}
        messages={messages}
        onAction={(id) => {
          if (id === "download_receipt") downloadReceipt(restoreReceipt(facts));
          if (id !== "print_receipt") return;
          // What is closed would not be printed.
          flushSync(() => setReceiptOpen(true));
          window.print();
        }}
      />
    </WizardShell>
  );
}
