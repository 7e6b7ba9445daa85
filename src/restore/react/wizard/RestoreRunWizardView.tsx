import { useEffect, useMemo, useRef, useState } from "react";
import { type ActionModel, contractVersion } from "../../../view-models/index.js";
import { CollapsedDiagnostics } from "../../../components/CollapsedDiagnostics.js";
import { CompactSafetyStatus } from "../../../components/CompactSafetyStatus.js";
import { ProofAside } from "../../../components/ProofAside.js";
import { StepRail } from "../../../components/StepRail.js";
import { WizardShell } from "../../../components/WizardShell.js";
import { onStep } from "../../resolvers/context.js";
import type { RestoreStepId } from "../../resolvers/reasons.js";
import { resolveWizard } from "../../resolvers/wizard.js";
import {
  resolveCatalogue,
  resolveChecksStep,
  resolveConfirmStep,
  resolvePreviewStep,
  resolveScopeStep,
  resolveSourceStep,
  isUnsent,
  resolveLeaving,
  scopeChangeOf,
  type ScopeDraft,
  scopeLead,
  shortRunId,
  supersedesFacts,
  scopeDraftOf,
} from "../../resolvers/steps/index.js";
import { openAssessment } from "../../run/assessment.js";
import { runStatus } from "../../run/status.js";
import { usePlaceFocus } from "../parts/focus.js";
import { type Interruption, useProblem } from "../parts/interruption.js";
import { LeavingDialog } from "../parts/LeavingDialog.js";
import { messagesFor, type OwnMessagesProps } from "../parts/messages.js";
import { Problem } from "../parts/Problem.js";
import { saidByDecision, saidByLead, saidByNote } from "../parts/said-by.js";
import { shellTarget } from "../parts/shell-target.js";
import { ConfirmExecute } from "./ConfirmExecute.js";
import { DefineScope } from "./DefineScope.js";
import { halfWritten, type LeaveGuard, type Leaving, type UnappliedChoice } from "./leaving.js";
import { Preview } from "./Preview.js";
import { SafetyChecks } from "./SafetyChecks.js";
import { SelectBackupSet } from "./SelectBackupSet.js";
import type { StepProps } from "./step-props.js";
import { StepFooter } from "./StepFooter.js";
import { draftBasis } from "./unsent-draft.js";

export interface RestoreRunWizardViewProps
  extends Omit<StepProps, "frame" | "messages" | "emphasis">, OwnMessagesProps {
  step: RestoreStepId;
  /** What stands between the operator and the run; null where nothing does. */
  interruption: Interruption | null;
  onProblemAction: (id: string) => void;
  /** The sentence of the page's one polite live region; null while there is nothing to tell. */
  announcement: string | null;
  /** What was chosen earlier and not applied, such as before a reload; null where nothing was (BY-14). */
  unsentDraft?: ScopeDraft | null | undefined;
  /** Called with what is chosen and not applied, and with null once nothing is. */
  onUnsentDraft?: ((draft: ScopeDraft | null) => void) | undefined;
  /** Leaves the wizard; the draft stays on the server. */
  exit: ActionModel;
  /** Changes with every navigation, so that the same link leads to its place twice. */
  visit?: string | undefined;
  /** Whether a link of the app led here; focus then goes to the heading. */
  arrived?: boolean | undefined;
  /** Takes plain clicks on links to the host's router. Without it, links load their page. */
  onNavigate?: ((href: string) => void) | undefined;
  /** A navigation that waits for the operator's answer; null where none does. */
  leaving?: Leaving | null | undefined;
  /** Hands the host what to ask before it leaves the page; null once there is no page to leave. */
  onLeaveGuard?: ((guard: LeaveGuard | null) => void) | undefined;
}

/** The wizard as a pure view of facts: everything it shows comes through the resolvers, and it asks for nothing by itself. */
export function RestoreRunWizardView(given: RestoreRunWizardViewProps) {
  const here = useMemo(() => onStep(given.context, given.step), [given.context, given.step]);
  const superseded = isSuperseded(given.interruption);
  const props = {
    ...given,
    facts: useStanding(given.facts, superseded),
    context: here,
    // What stands between the operator and the run comes first, and is the loud one.
    emphasis: superseded ? ("secondary" as const) : ("primary" as const),
  };
  const {
    facts,
    step,
    context,
    interruption,
    anchor,
    visit = "",
    arrived = false,
    onNavigate,
    onProblemAction,
    announcement,
    exit,
    leaving = null,
    onLeaveGuard,
  } = props;
  const frame = useMemo(() => resolveWizard(facts, step, context), [facts, step, context]);
  const heading = useRef<HTMLHeadingElement>(null);
  usePlaceFocus(heading, { page: step, anchor, visit, arrived });
  const messages = useMemo(() => messagesFor(context, given.messages), [context, given.messages]);
  // Made once for a frame: what is chosen among thousands of items draws them alone anew.
  const { rail, aside, compact, tail } = useMemo(
    () => ({
      rail: <StepRail model={frame.rail} />,
      aside: <ProofAside model={frame.proof} messages={messages} />,
      compact: <CompactSafetyStatus model={frame.compact} messages={messages} />,
      tail: <CollapsedDiagnostics model={frame.diagnostics} />,
    }),
    [frame, messages],
  );
  const { content, next, saidBy, unsent, unapplied } = useStep({ ...props, frame, messages });
  const confirming = facts.confirmation.reviewedImpact || facts.confirmation.typedLabel !== "";
  const problem = useProblem(interruption, context, { unsent, confirming, exit });
  // Where the way forward is the way out, it is offered once, under the name that it has there.
  const wayOut = problem?.action.id === exit.id ? null : exit;
  const firstStep = step === "select_backup_set";
  const shell = useRef<HTMLDivElement>(null);
  // What is being answered anew is waited for; going on with the answer of before stays possible.
  const loud = !superseded && !firstStep && step !== "preview" && openAssessment(facts.assessment) === null;
  const left = () => unapplied?.() ?? (shell.current === null ? null : halfWritten(shell.current));
  useEffect(() => {
    onLeaveGuard?.(() => left() !== null);
    return () => onLeaveGuard?.(null);
  });
  return (
    <WizardShell
      ref={shell}
      lang={context.words.language}
      model={{
        contract: contractVersion,
        subject: context.words.page.runName(shortRunId(facts.run.id)),
        status: context.words.terms.runStatus[runStatus(facts)],
        target: shellTarget(facts.run.target.label, frame.badge),
        question: context.words.steps.question[step],
        announcement: problem === null || problem.asked ? announcement : `${problem.title}.`,
      }}
      onNavigate={onNavigate}
      rail={rail}
      questionRef={heading}
      problem={problem === null ? null : <Problem model={problem} messages={messages} onAction={onProblemAction} />}
      footer={<StepFooter frame={frame} messages={messages} next={next} saidBy={saidBy} loud={loud} exit={wayOut} />}
      aside={aside}
      tail={tail}
    >
      {content}
      {firstStep ? null : compact}
      {leaving === null ? null : <LeaveQuestion {...props} leaving={leaving} unapplied={left} messages={messages} />}
    </WizardShell>
  );
}

/** Whether an answer of the host has overtaken the facts. */
function isSuperseded(interruption: Interruption | null): boolean {
  return interruption !== null && supersedesFacts(interruption.problem, interruption.asked);
}

/** The facts, and whether they were overtaken: then nothing is executed of them. */
function useStanding(
  facts: RestoreRunWizardViewProps["facts"],
  superseded: boolean,
): RestoreRunWizardViewProps["facts"] {
  return useMemo(() => (superseded ? { ...facts, superseded } : facts), [facts, superseded]);
}

function LeaveQuestion({
  context,
  leaving,
  unapplied,
  messages,
  onChange,
  interruption,
}: Pick<RestoreRunWizardViewProps, "context" | "onChange" | "interruption"> & {
  messages: StepProps["messages"];
  leaving: Leaving;
  unapplied: () => UnappliedChoice | null;
}) {
  // What is asked about is what there was when the question came up.
  const [found] = useState(unapplied);
  const [applying, setApplying] = useState(false);
  const refused = applying && interruption !== null;
  useEffect(() => {
    if (found === null) leaving.go();
    else if (refused) leaving.stay();
  }, [found, refused, leaving]);
  if (found === null || applying) return null;
  const { what, change } = found;
  return (
    <LeavingDialog
      model={resolveLeaving(what, found, context)}
      messages={messages}
      onStay={leaving.stay}
      onLeave={leaving.go}
      onApply={() => {
        if (change === null) return;
        setApplying(true);
        onChange(change, leaving.go);
      }}
    />
  );
}

function useStep(props: StepContentProps) {
  const step = useStepContent(props);
  const { unsent } = step;
  // What was chosen is kept for whoever signs in again; everybody else is asked by the browser before they lose sight of it.
  const asks = unsent && props.interruption?.problem.status !== 401;
  useEffect(() => {
    if (!asks) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [asks]);
  return step;
}

type StepContentProps = RestoreRunWizardViewProps & Pick<StepProps, "frame" | "messages" | "emphasis">;

function useStepContent(props: StepContentProps) {
  const { facts, frame, step, context, backupSets, items } = props;
  const { run } = facts;
  const [candidate, setCandidate] = useState<string | null>(null);
  const [draft, setDraft] = useState(() => props.unsentDraft ?? scopeDraftOf(facts));
  const scopeKey = draftBasis(run);
  // What was chosen and not applied belongs to the run as it was; once the run moved, it starts from the run again.
  useEffect(() => setCandidate(null), [run.backupSetId]);
  const [draftOf, setDraftOf] = useState(scopeKey);
  if (draftOf !== scopeKey) {
    setDraftOf(scopeKey);
    setDraft(scopeDraftOf(facts));
  }
  const { onUnsentDraft } = props;
  const catalogue = useMemo(() => (items === null ? null : resolveCatalogue(items, context)), [items, context]);
  const unsent = isUnsent(facts, draft, catalogue) && run.execution === null;
  useEffect(() => onUnsentDraft?.(unsent ? draft : null), [onUnsentDraft, unsent, draft]);
  const chosenId = candidate ?? run.backupSetId;
  switch (step) {
    case "select_backup_set": {
      const model = resolveSourceStep(facts, backupSets, chosenId, context);
      const { apply, undoes } = model;
      const unapplied =
        candidate === null || apply === null || run.execution !== null
          ? null
          : (): UnappliedChoice => ({
              what: "backup_set",
              change: { event: "backup_set_selected", backupSetId: candidate },
              apply,
              undoes,
            });
      return {
        unsent,
        unapplied,
        next: frame.next,
        saidBy: saidByDecision(frame.decision, frame.next?.reason),
        content: <SelectBackupSet {...props} model={model} onChoose={setCandidate} />,
      };
    }
    case "define_restore_scope": {
      const model = resolveScopeStep(facts, catalogue, draft, frame.next, context);
      const { apply, undoes } = model;
      const unapplied = unsent
        ? (): UnappliedChoice => ({ what: "scope", change: scopeChangeOf(draft, catalogue), apply, undoes })
        : null;
      const content = <DefineScope {...props} model={model} catalogue={catalogue} draft={draft} onDraft={setDraft} />;
      const next = model.next ?? frame.next;
      return { unsent, unapplied, next, saidBy: saidByLead(scopeLead(facts, frame, context), next?.reason), content };
    }
    case "safety_checks": {
      const model = resolveChecksStep(facts, context);
      return {
        unsent,
        unapplied: null,
        next: frame.next,
        saidBy:
          saidByNote("checks-under-way", model.attempt, frame.next?.reason) ??
          saidByLead(model.lead, frame.next?.reason),
        content: <SafetyChecks {...props} model={model} />,
      };
    }
    case "preview": {
      const model = resolvePreviewStep(facts, frame, context);
      return {
        unsent,
        unapplied: null,
        next: model.next,
        saidBy: saidByDecision(model.decision, model.next?.reason),
        content: <Preview {...props} model={model} />,
      };
    }
    case "confirm_execute":
      return {
        unsent,
        unapplied: null,
        next: null,
        saidBy: undefined,
        content: <ConfirmExecute {...props} model={resolveConfirmStep(facts, frame, context)} />,
      };
  }
}
