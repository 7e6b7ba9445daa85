import type { ComponentMessages } from "../../../components/internal/messages.js";
import type { ActionModel } from "../../../view-models/index.js";
import { ActionControl } from "../../../components/ActionControl.js";
import type { WizardViews } from "../../resolvers/wizard.js";

export interface StepFooterProps {
  frame: WizardViews;
  messages: ComponentMessages;
  /** The way on; null on the last step. */
  next: ActionModel | null;
  /** Id of the element that already says why the way on is blocked; undefined where none does. */
  saidBy: string | undefined;
  /** Whether the way on is the page's primary action. */
  loud: boolean;
  /** Leaves the wizard; the draft stays on the server. null where another place on the page leads out. */
  exit: ActionModel | null;
}

/** The way on and back. Never covers content. */
export function StepFooter({ frame, messages, next, saidBy, loud, exit }: StepFooterProps) {
  return (
    <footer className="cr:flex cr:flex-wrap-reverse cr:items-start cr:justify-between cr:gap-x-8 cr:gap-y-4 cr:border-t cr:border-line cr:pt-5 cr:@3xl:flex-nowrap">
      <div className="cr:flex cr:flex-wrap cr:items-center cr:gap-x-5 cr:gap-y-3 cr:@3xl:flex-none">
        {frame.back === null ? null : <ActionControl model={frame.back} messages={messages} />}
        {exit === null ? null : <ActionControl model={exit} emphasis="text" messages={messages} />}
      </div>
      {next === null ? null : (
        <ActionControl
          model={next}
          reasonId={saidBy}
          messages={messages}
          emphasis={loud && next.kind === "link" ? "primary" : "secondary"}
          className="cr:@3xl:max-w-80"
          data-part="next"
        />
      )}
    </footer>
  );
}
