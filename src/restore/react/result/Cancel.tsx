import { ActionControl } from "../../../components/ActionControl.js";
import type { ComponentMessages } from "../../../components/internal/messages.js";
import { contentColumn, Section } from "../../../components/internal/Section.js";
import type { CancelModel } from "../../resolvers/steps/index.js";
import { Working } from "../parts/Working.js";

export interface CancelProps {
  model: CancelModel | null;
  messages: ComponentMessages;
  /** What is said while the host is asked; null while it is not. */
  asking: string | null;
  onCancel: () => void;
}

/** How an execution is stopped while it can be (RW-12). */
export function Cancel({ model, messages, asking, onCancel }: CancelProps) {
  if (model === null) return null;
  return (
    <Section component="CancelRestore" id={model.id} title={model.title} headingLevel={2} density="compact">
      <div className={contentColumn}>
        <p className="cr:max-w-prose" data-part="text">
          {model.text}
        </p>
        {model.action === null ? null : (
          <ActionControl model={model.action} messages={messages} onAction={onCancel} className="cr:mt-3" />
        )}
        <Working text={asking} />
      </div>
    </Section>
  );
}
