import { type ComponentPropsWithoutRef, forwardRef, useId } from "react";
import type { ActionModel, BlockedAction, CallbackAction, StatusLiteral } from "../view-models/index.js";
import { appearanceOf } from "./internal/appearance.js";
import { cx } from "./internal/class-names.js";
import * as english from "./internal/english.js";
import type { MessagesProps } from "./internal/messages.js";
import { textOf } from "./internal/Name.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";
import { TextLink, textControl, textLink } from "./internal/TextLink.js";

export interface ActionControlProps
  extends Omit<ComponentPropsWithoutRef<"div">, "children">, ActionProps, MessagesProps {
  model: ActionModel;
  /** How loud the action is; a page has one primary action. Default "secondary". */
  emphasis?: "primary" | "secondary" | "text" | undefined;
  /** Id of an element that already says why the action is blocked, so that the reason is not said twice. */
  reasonId?: string | undefined;
  /** Id of an element that says more of the action, such as its consequence. */
  describedBy?: string | undefined;
}

/** Props shared by components that offer actions. */
export interface ActionProps {
  /** The action the operator chose. Never called for a link, which needs no script, or for a blocked action. */
  onAction?: ((id: string, action: CallbackAction) => void) | undefined;
}

const box =
  "cr:inline-flex cr:min-h-10 cr:items-center cr:rounded-sm cr:border cr:text-start cr:text-sm cr:font-medium cr:no-underline";

const shut = "cr:cursor-not-allowed cr:text-ink-muted";
const boxedShut = cx(box, shut, "cr:border-line-strong cr:bg-surface-sunken cr:pe-4");

const looks = {
  primary: {
    // The tokens follow a forced palette; the browser's own plate behind text would hide the label.
    open: cx(
      box,
      "cr:cursor-pointer cr:border-action cr:bg-action cr:px-4 cr:text-action-ink cr:hover:opacity-90 cr:forced-color-adjust-none",
    ),
    shut: boxedShut,
  },
  secondary: {
    open: cx(box, "cr:cursor-pointer cr:border-line-strong cr:px-4 cr:text-ink cr:hover:bg-surface-sunken"),
    shut: boxedShut,
  },
  text: { open: cx("cr:cursor-pointer", textLink), shut: cx(shut, textControl) },
} as const;

/** One action: a link, a button, or a blocked button that keeps focus and says why (BY-15). */
export const ActionControl = forwardRef<HTMLDivElement, ActionControlProps>(function ActionControl(
  { model, onAction, emphasis = "secondary", reasonId, describedBy, messages, className: own, ...rest },
  ref,
) {
  const available = model.kind === "link" || model.kind === "callback";
  const className = looks[emphasis][available ? "open" : "shut"];
  return (
    <div
      {...rest}
      ref={ref}
      className={cx("cr:min-w-0 cr:text-ink", own)}
      data-component="ActionControl"
      data-status={available ? "available" : "blocked"}
    >
      {model.kind === "link" ? (
        <a href={model.href} className={className} data-part="control" aria-describedby={describedBy}>
          <Label boxed={emphasis !== "text"} text={model.label} />
        </a>
      ) : (
        <Button
          model={model}
          className={className}
          boxed={emphasis !== "text"}
          saidBy={reasonId}
          describedBy={describedBy}
          messages={messages}
          onAction={onAction}
        />
      )}
    </div>
  );
});

// The padding is the label's, so that the glyph's cell reaches from border to border.
function Label({ boxed, text }: { boxed: boolean; text: string }) {
  return <span className={boxed ? "cr:min-w-0 cr:py-2" : undefined}>{textOf(text)}</span>;
}

interface ButtonProps extends ActionProps, MessagesProps {
  model: CallbackAction | BlockedAction;
  className: string;
  /** Whether the control has a border, and the glyph of a blocked one a cell of its own. */
  boxed: boolean;
  saidBy: string | undefined;
  describedBy: string | undefined;
}

// One element whether blocked or not: an action that is blocked while it has focus keeps it, and can tell its reason.
// aria-disabled instead of disabled, for the same end.
function Button({ model, className, boxed, saidBy, describedBy, messages, onAction }: ButtonProps) {
  const reasonId = useId();
  const callback = model.kind === "callback" ? model : null;
  const blocked = model.kind === "callback" ? null : model;
  const status = model.kind === "blocked" && model.waits === true ? "pending" : "blocked";
  return (
    <>
      <button
        type="button"
        className={className}
        data-part="control"
        aria-disabled={blocked === null ? undefined : true}
        aria-describedby={blocked === null ? describedBy : cx(reasonId, saidBy, describedBy)}
        onClick={callback === null || onAction === undefined ? undefined : () => onAction(callback.id, callback)}
      >
        {blocked === null ? null : <Stop boxed={boxed} status={status} />}
        <Label boxed={boxed} text={model.label} />
      </button>
      {blocked === null ? null : (
        <div className="cr:mt-2 cr:flex cr:flex-wrap cr:items-baseline cr:gap-x-4 cr:text-compact">
          <p id={reasonId} className="cr:max-w-prose" data-part="reason">
            <span className="cr:font-semibold">{leadOf(status, messages)}</span>{" "}
            {saidBy === undefined ? textOf(blocked.reason || (messages?.notRecorded ?? english.notRecorded)) : null}
          </p>
          {blocked.clearedBy ? <TextLink href={blocked.clearedBy.href}>{blocked.clearedBy.label}</TextLink> : null}
        </div>
      )}
    </>
  );
}

/** What only waits is no stop sign: it asks nothing of anybody. */
type Shut = Extract<StatusLiteral, "blocked" | "pending">;

function leadOf(status: Shut, messages: MessagesProps["messages"]): string {
  return status === "pending" ? (messages?.waits ?? english.waits) : (messages?.blocked ?? english.blocked);
}

function Stop({ boxed, status }: { boxed: boolean; status: Shut }) {
  const glyph = <StatusGlyph appearance={appearanceOf(status)} size={16} />;
  if (!boxed) return glyph;
  return (
    <span className="cr:me-4 cr:flex cr:w-11 cr:flex-none cr:items-center cr:justify-center cr:self-stretch cr:border-e cr:border-line-strong">
      {glyph}
    </span>
  );
}
