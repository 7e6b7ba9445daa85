import { useId } from "react";
import { ActionControl } from "../../../components/ActionControl.js";
import { Dialog } from "../../../components/internal/Dialog.js";
import type { ComponentMessages } from "../../../components/internal/messages.js";
import type { LeavingModel } from "../../resolvers/steps/index.js";
import { looks } from "./looks.js";

export interface LeavingDialogProps {
  model: LeavingModel;
  messages: ComponentMessages;
  onStay: () => void;
  onApply: () => void;
  onLeave: () => void;
}

/** Asks before something unapplied is left. Closing it is staying. */
export function LeavingDialog({ model, messages, onStay, onApply, onLeave }: LeavingDialogProps) {
  const id = useId();
  return (
    <Dialog open onClose={onStay} labelledBy={`${id}-title`} aria-describedby={`${id}-detail`} data-component="Leaving">
      <div className="cr:px-5 cr:py-5 cr:text-sm">
        <h2 id={`${id}-title`} className="cr:text-xl cr:font-semibold">
          {model.title}
        </h2>
        <p id={`${id}-detail`} className="cr:mt-2 cr:max-w-prose">
          {model.detail}
        </p>
        {model.undoes === null ? null : <p className={`${looks.note} cr:mt-2 cr:max-w-prose`}>{model.undoes}</p>}
        <div className="cr:mt-5 cr:flex cr:flex-wrap cr:items-start cr:gap-x-4 cr:gap-y-3">
          <ActionControl model={model.stay} emphasis="primary" messages={messages} onAction={onStay} />
          {model.apply === null ? null : <ActionControl model={model.apply} messages={messages} onAction={onApply} />}
          <ActionControl
            model={model.leave}
            emphasis="text"
            messages={messages}
            onAction={onLeave}
            className="cr:pt-2"
          />
        </div>
      </div>
    </Dialog>
  );
}
