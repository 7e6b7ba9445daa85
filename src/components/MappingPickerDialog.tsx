"use client";

import { type ComponentPropsWithoutRef, forwardRef, useId, useState } from "react";
import type { EmptyPicker, MappingPicker, MappingTarget, NameModel } from "../view-models/index.js";
import { ActionControl, type ActionProps } from "./ActionControl.js";
import { appearanceOf } from "./internal/appearance.js";
import { Dialog } from "./internal/Dialog.js";
import { DirectorySync } from "./internal/DirectorySync.js";
import { Heading, type HeadingProps } from "./internal/Heading.js";
import type { MessagesProps } from "./internal/messages.js";
import { Name, Sentence } from "./internal/Name.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";
import { Cancel, MappingChoice } from "./mapping/MappingChoice.js";

export interface MappingPickerDialogProps
  extends
    Omit<ComponentPropsWithoutRef<"dialog">, "children" | "onClose" | "open">,
    ActionProps,
    HeadingProps,
    MessagesProps {
  /** What can be chosen. */
  model: MappingPicker;
  /** The object in the source; it stays visible whatever is chosen (PF-12). */
  source: NameModel;
  /** Kind and use of the source in one phrase. */
  usage: string;
  /** Id of what stands for it now; null where nothing does. */
  chosen: string | null;
  open: boolean;
  onClose: () => void;
  /** What the operator chose to stand for it. Moving through the list chooses nothing. */
  onUse: (target: MappingTarget) => void;
}

/** Chooses what stands for one reference in the target, from what is cached of it (PF-12). */
export const MappingPickerDialog = forwardRef<HTMLDialogElement, MappingPickerDialogProps>(function MappingPickerDialog(
  { model, source, usage, chosen, open, onClose, onUse, onAction, headingLevel = 2, messages, ...rest },
  ref,
) {
  const id = useId();
  return (
    <Dialog
      {...rest}
      ref={ref}
      open={open}
      onClose={onClose}
      labelledBy={`${id}-heading`}
      data-component="MappingPickerDialog"
      data-status={model.state}
    >
      <div className="cr:@container cr:flex cr:max-h-[inherit] cr:flex-col cr:text-sm">
        <div className="cr:border-b cr:border-line cr:px-5 cr:py-4">
          <Heading id={`${id}-heading`} level={headingLevel}>
            <span className="cr:text-base">{model.heading}</span>
          </Heading>
          <p className="cr:mt-2 cr:text-compact cr:text-ink-muted">{usage}</p>
          <p className="cr:font-medium" data-part="source">
            <Name model={source} />
          </p>
        </div>
        <Told model={model} />
        {model.state === "filled" ? (
          <MappingChoice
            id={id}
            model={model}
            chosen={chosen}
            onUse={onUse}
            onClose={onClose}
            onAction={onAction}
            messages={messages}
          />
        ) : (
          <Empty model={model} onClose={onClose} onAction={onAction} messages={messages} />
        )}
      </div>
    </Dialog>
  );
});

/** Tells the ear what became of the directory since the dialog opened: it keeps the page's live region from being heard. */
function Told({ model }: { model: MappingPicker }) {
  const standing = model.state === "filled" ? model.note : model.text;
  const now = JSON.stringify(model.sync ?? standing);
  const [first] = useState(now);
  return (
    <div role="status" className="cr:sr-only">
      {now === first ? null : model.sync ? <Sentence model={model.sync.sentence} /> : standing}
    </div>
  );
}

function Empty({
  model,
  onClose,
  onAction,
  messages,
}: { model: EmptyPicker; onClose: () => void } & ActionProps & MessagesProps) {
  const appearance = appearanceOf("unknown");
  return (
    <div className="cr:px-5 cr:py-6" data-part="empty" data-tone={appearance.tone}>
      <p className="cr:flex cr:gap-x-3 cr:max-w-prose">
        <StatusGlyph appearance={appearance} />
        {model.text}
      </p>
      {model.sync ? <DirectorySync model={model.sync} className="cr:ps-8 cr:pt-3" /> : null}
      <div className="cr:mt-5 cr:flex cr:flex-wrap cr:items-center cr:gap-x-4 cr:gap-y-2 cr:ps-8">
        <ActionControl model={model.primaryAction} emphasis="primary" onAction={onAction} messages={messages} />
        <Cancel onClose={onClose} messages={messages} />
      </div>
    </div>
  );
}
