import { type ReactNode, useRef } from "react";
import type { ActionModel } from "../../../view-models/index.js";
import { ActionControl } from "../../../components/ActionControl.js";
import { useLinks } from "../../../components/internal/links.js";
import type { RestoreContext } from "../../resolvers/context.js";
import type { ProblemCircumstances } from "../../resolvers/steps/index.js";
import { type Interruption, useProblem } from "./interruption.js";
import { messagesFor, type OwnMessagesProps } from "./messages.js";
import { Problem } from "./Problem.js";

export interface ProblemPageProps extends OwnMessagesProps {
  interruption: Interruption;
  context: RestoreContext;
  /** Whether the page is that of a run, or another one. */
  subject: ProblemCircumstances["subject"];
  /** The page's heading; nothing where the page around has one. */
  heading?: ReactNode;
  /** Leads away from what is not there; null where the page around does. */
  exit: ActionModel | null;
  onAction: (id: string) => void;
  onNavigate?: ((href: string) => void) | undefined;
}

/** What a page shows that could not be read at all. */
export function ProblemPage({
  interruption,
  context,
  messages: own,
  subject,
  heading,
  exit,
  onAction,
  onNavigate,
}: ProblemPageProps) {
  const root = useRef<HTMLDivElement>(null);
  useLinks(root, onNavigate);
  const model = useProblem(interruption, context, { subject, exit });
  const messages = messagesFor(context, own);
  if (model === null) return null;
  return (
    <div
      ref={root}
      lang={context.words.language}
      className="cr:mx-auto cr:max-w-[1280px] cr:px-5 cr:py-8 cr:md:px-12 cr:text-sm cr:text-ink"
      data-component="ProblemPage"
    >
      {heading === undefined ? null : <h1 className="cr:pb-5 cr:text-xl cr:text-ink-muted">{heading}</h1>}
      <Problem model={model} messages={messages} onAction={onAction} />
      {exit === null || model.action.id === exit.id ? null : (
        <ActionControl model={exit} emphasis="text" messages={messages} />
      )}
    </div>
  );
}
