import { useRef } from "react";
import { type ActionModel, contractVersion, type EnvironmentBadgeViewModel } from "../../../view-models/index.js";
import { ActionControl } from "../../../components/ActionControl.js";
import { WizardShell } from "../../../components/WizardShell.js";
import { contentColumn, Section } from "../../../components/internal/Section.js";
import type { RestoreContext } from "../../resolvers/context.js";
import { type OperationFacts, resolveOperationPage, shortRunId } from "../../resolvers/steps/index.js";
import { usePlaceFocus } from "../parts/focus.js";
import { Lead } from "../parts/Lead.js";
import { type Interruption, useProblem } from "../parts/interruption.js";
import { messagesFor, type OwnMessagesProps } from "../parts/messages.js";
import { Problem } from "../parts/Problem.js";
import { shellTarget } from "../parts/shell-target.js";

export interface OperationPageProps extends OwnMessagesProps {
  facts: OperationFacts;
  context: RestoreContext;
  /** The environment that the operation works on; null while it is not known. */
  target: { readonly label: string; readonly badge: EnvironmentBadgeViewModel } | null;
  exit: ActionModel;
  /** What stands between the operator and the operation; null where nothing does. What was read stays readable. */
  interruption?: Interruption | null | undefined;
  onProblemAction?: ((id: string) => void) | undefined;
  anchor?: string | null | undefined;
  visit?: string | undefined;
  /** Whether a link of the app led here; focus then goes to the heading. */
  arrived?: boolean | undefined;
  onNavigate?: ((href: string) => void) | undefined;
}

/** Monitoring of one operation, and the way to the restore's own truth (SI-9, SI-16). */
export function OperationPage({
  facts,
  context,
  messages: own,
  target,
  exit,
  interruption = null,
  onProblemAction,
  anchor = null,
  visit = "",
  arrived = false,
  onNavigate,
}: OperationPageProps) {
  const model = resolveOperationPage(facts, context);
  const messages = messagesFor(context, own);
  const heading = useRef<HTMLHeadingElement>(null);
  usePlaceFocus(heading, { page: "operation", anchor, visit, arrived });
  const problem = useProblem(interruption, context, { subject: "page", exit });
  const { progress, followUp } = model;
  return (
    <WizardShell
      lang={context.words.language}
      model={{
        contract: contractVersion,
        subject: context.words.page.operationName(shortRunId(facts.operation.id)),
        status: null,
        target: target === null ? null : shellTarget(target.label, target.badge),
        question: model.question,
        announcement: problem === null || problem.asked ? `${model.text}. ${progress.text}.` : `${problem.title}.`,
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
    >
      <Lead
        model={{
          id: "operation",
          label: context.words.page.operation,
          literal: model.literal,
          text: model.text,
          detail: model.detail,
        }}
      />
      <Section component="OperationProgress" id="operation-progress" title={progress.label} headingLevel={2}>
        <div className={contentColumn}>
          <p className="cr:font-medium" data-part="progress">
            {progress.text}
          </p>
          {progress.total === null ? null : (
            <progress
              aria-label={progress.label}
              className="cr:mt-2 cr:block cr:h-1.5 cr:w-full cr:appearance-none cr:overflow-hidden cr:rounded-sm cr:bg-line cr:[&::-moz-progress-bar]:bg-ink cr:[&::-webkit-progress-bar]:bg-line cr:[&::-webkit-progress-value]:bg-ink"
              value={progress.done}
              max={Math.max(progress.total, 1)}
            />
          )}
          <dl className="cr:mt-5 cr:grid cr:gap-x-8 cr:gap-y-2 cr:@md:grid-cols-3">
            {model.times.map(({ id, label, text, iso }) => (
              <div key={id}>
                <dt className="cr:text-xs/5 cr:text-ink-muted">{label}</dt>
                <dd>
                  {iso === null ? (
                    <span className="cr:text-ink-muted">{text}</span>
                  ) : (
                    <time dateTime={iso}>{text}</time>
                  )}
                </dd>
              </div>
            ))}
          </dl>
          {model.cancel === null ? null : (
            <ActionControl model={model.cancel} emphasis="text" messages={messages} className="cr:mt-4" />
          )}
        </div>
      </Section>
      <Section component="RestoreFollowUp" id="restore-follow-up" title={followUp.title} headingLevel={2}>
        <div className={contentColumn}>
          <p className="cr:mb-4 cr:max-w-prose">{followUp.text}</p>
          {followUp.action === null ? null : (
            <ActionControl
              model={followUp.action}
              emphasis={problem?.leads === true ? "secondary" : "primary"}
              messages={messages}
            />
          )}
        </div>
      </Section>
    </WizardShell>
  );
}
