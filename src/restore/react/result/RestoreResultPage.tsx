import { useMemo, useRef } from "react";
import { ActionControl } from "../../../components/ActionControl.js";
import { CollapsedDiagnostics } from "../../../components/CollapsedDiagnostics.js";
import { DecisionCard } from "../../../components/DecisionCard.js";
import { ProofAside } from "../../../components/ProofAside.js";
import type { ActionModel } from "../../../view-models/index.js";
import type { HostProblem } from "../../ports.js";
import type { RestoreFacts } from "../../run/facts.js";
import { runStatus } from "../../run/status.js";
import type { RestoreContext } from "../../resolvers/context.js";
import { resolveResult } from "../../resolvers/result.js";
import { environmentBadge, resolveProblem, resolveResultDetails, shortRunId } from "../../resolvers/steps/index.js";
import { usePlaceFocus } from "../parts/focus.js";
import { Page } from "../parts/Page.js";
import { Problem } from "../parts/Problem.js";
import { Basis } from "./Basis.js";
import { Evidence } from "./Evidence.js";
import { ItemOutcomes } from "./ItemOutcomes.js";
import { ResultSummary } from "./ResultSummary.js";

export interface RestoreResultPageProps {
  facts: RestoreFacts;
  context: RestoreContext;
  exit: ActionModel;
  anchor?: string | null | undefined;
  visit?: string | undefined;
  /** Whether a link of the app led here; focus then goes to the heading. */
  arrived?: boolean | undefined;
  problem?: HostProblem | null | undefined;
  onProblemAction?: ((id: string) => void) | undefined;
  onNavigate?: ((href: string) => void) | undefined;
  /** Asks for another reading of the target. */
  onRequestEvidence?: (() => void) | undefined;
  /** True while that is being asked. */
  requesting?: boolean | undefined;
}

/** What happened, does it need follow-up, and what is the one next action: before any raw list (SI-8, RR). */
export function RestoreResultPage({
  facts,
  context,
  exit,
  anchor = null,
  visit = "",
  arrived = false,
  problem = null,
  onProblemAction,
  onNavigate,
  onRequestEvidence,
  requesting = false,
}: RestoreResultPageProps) {
  const views = useMemo(() => resolveResult(facts, context), [facts, context]);
  const details = useMemo(() => resolveResultDetails(facts, context), [facts, context]);
  const heading = useRef<HTMLHeadingElement>(null);
  usePlaceFocus(heading, { page: "result", anchor, visit, arrived });
  return (
    <Page
      component="RestoreResultPage"
      language={context.words.language}
      onNavigate={onNavigate}
      header={{
        name: context.words.page.runName(shortRunId(facts.run.id)),
        status: context.words.terms.runStatus[runStatus(facts)],
        target: { label: facts.run.target.label, badge: environmentBadge(facts.run.target.environment, context) },
      }}
      question={context.words.page.resultQuestion}
      questionRef={heading}
      problem={
        problem === null ? null : (
          <Problem model={resolveProblem(problem, context)} onAction={(id) => onProblemAction?.(id)} />
        )
      }
      footer={
        <footer className="cr:border-t cr:border-line cr:pt-5">
          <ActionControl model={exit} emphasis="text" />
        </footer>
      }
      aside={<ProofAside model={views.proof} />}
      tail={<CollapsedDiagnostics model={views.diagnostics} />}
      announcement={`${views.decision.status.text}.`}
    >
      <DecisionCard model={views.decision} />
      <ResultSummary model={views.summary} />
      <Evidence
        model={details.evidence}
        showRequest={onRequestEvidence !== undefined}
        requesting={requesting}
        onRequest={() => onRequestEvidence?.()}
      />
      <ItemOutcomes model={details.outcomes} />
      <Basis model={details.basis} />
    </Page>
  );
}
