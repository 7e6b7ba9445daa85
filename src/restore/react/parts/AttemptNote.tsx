import { ActionControl } from "../../../components/ActionControl.js";
import { appearanceOf } from "../../../components/internal/appearance.js";
import type { ComponentMessages } from "../../../components/internal/messages.js";
import { textOf } from "../../../components/internal/Name.js";
import { StatusGlyph } from "../../../components/internal/StatusGlyph.js";
import type { AttemptModel } from "../../resolvers/steps/index.js";
import { Working } from "./Working.js";

export interface AttemptNoteProps {
  /** Id of the place that blockers lead to while it is under way; its words have the id `…-text`. */
  id: string;
  model: AttemptModel | null;
  /** Said between the operator's request and the host's first answer; null where there is no request. */
  asked: string | null;
  messages: ComponentMessages;
  onCancel: (() => void) | undefined;
}

/** How checks or a preview that were asked for stand, beside the control that asks for them. */
export function AttemptNote({ id, model, asked, messages, onCancel }: AttemptNoteProps) {
  if (model?.state === "running") {
    return (
      <div id={id} data-part="attempt">
        <Working id={`${id}-text`} text={model.text} />
        <ActionControl model={model.cancel} emphasis="text" messages={messages} onAction={onCancel} />
      </div>
    );
  }
  if (asked !== null || model === null) return <Working text={asked} />;
  return (
    <p className="cr:flex cr:gap-x-2 cr:py-2 cr:text-compact" data-part="attempt">
      <StatusGlyph appearance={appearanceOf("attention")} size={16} className="cr:mt-0.5 cr:flex-none" />
      <span className="cr:max-w-prose">{textOf(model.text)}</span>
    </p>
  );
}
