import { cva } from "class-variance-authority";
import { type ComponentPropsWithoutRef, forwardRef, useId } from "react";
import type { ActionModel, BlockedAction, CallbackAction } from "../view-models/index.js";
import { appearanceOf } from "./internal/appearance.js";
import { cx } from "./internal/class-names.js";
import { type MessagesProps, withDefaults } from "./internal/messages.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";
import { TextLink, textControl, textLink } from "./internal/TextLink.js";

export interface ActionControlProps
  extends Omit<ComponentPropsWithoutRef<"div">, "children">, ActionProps, MessagesProps {
  model: ActionModel;
  /** How loud the action is; a page has one primary action. Default "secondary". */
  emphasis?: "primary" | "secondary" | "text" | undefined;
  /** Id of an element that already says why the action is blocked, so that the reason is not said twice. */
  reasonId?: string | undefined;
}

/** Props shared by components that offer actions. */
export interface ActionProps {
  /** The action the operator chose. Never called for a link, which needs no script, or for a blocked action. */
  onAction?: ((id: string, action: CallbackAction) => void) | undefined;
}

const boxed =
  "cr:inline-flex cr:min-h-10 cr:items-center cr:rounded-sm cr:border cr:text-start cr:text-sm cr:font-medium cr:no-underline";

const control = cva("", {
  variants: {
    emphasis: { primary: boxed, secondary: boxed, text: "" },
    blocked: { true: "cr:cursor-not-allowed cr:text-ink-muted", false: "cr:cursor-pointer" },
  },
  compoundVariants: [
    {
      emphasis: "primary",
      blocked: false,
      className: "cr:border-ink cr:bg-ink cr:px-4 cr:text-surface cr:hover:opacity-90",
    },
    {
      emphasis: "secondary",
      blocked: false,
      className: "cr:border-line-strong cr:px-4 cr:text-ink cr:hover:bg-surface-sunken",
    },
    {
      emphasis: ["primary", "secondary"],
      blocked: true,
      className: "cr:border-line-strong cr:bg-surface-sunken cr:pe-4",
    },
    { emphasis: "text", blocked: false, className: textLink },
    { emphasis: "text", blocked: true, className: textControl },
  ],
});

/** One action: a link, a button, or a blocked button that keeps focus and says why (BY-15). */
export const ActionControl = forwardRef<HTMLDivElement, ActionControlProps>(function ActionControl(
  { model, onAction, emphasis = "secondary", reasonId, messages, className, ...rest },
  ref,
) {
  const available = model.kind === "link" || model.kind === "callback";
  const looks = control({ emphasis, blocked: !available });
  return (
    <div
      {...rest}
      ref={ref}
      className={cx("cr:min-w-0 cr:text-ink", className)}
      data-component="ActionControl"
      data-status={available ? "available" : "blocked"}
    >
      {model.kind === "link" ? (
        <a href={model.href} className={looks} data-part="control">
          {model.label}
        </a>
      ) : model.kind === "callback" ? (
        <button
          type="button"
          className={looks}
          data-part="control"
          onClick={onAction && (() => onAction(model.id, model))}
        >
          {model.label}
        </button>
      ) : (
        <Blocked model={model} looks={looks} cell={emphasis !== "text"} saidBy={reasonId} messages={messages} />
      )}
    </div>
  );
});

interface BlockedProps extends MessagesProps {
  model: BlockedAction;
  looks: string;
  /** Whether the glyph sits in a cell of its own. */
  cell: boolean;
  saidBy: string | undefined;
}

// aria-disabled instead of disabled: a control that cannot be focused cannot tell its reason.
function Blocked({ model, looks, cell, saidBy, messages }: BlockedProps) {
  const words = withDefaults(messages);
  const reasonId = useId();
  const glyph = <StatusGlyph appearance={appearanceOf("blocked")} size={16} />;
  return (
    <>
      <button
        type="button"
        className={looks}
        data-part="control"
        aria-disabled="true"
        aria-describedby={cx(reasonId, saidBy)}
      >
        {cell ? (
          <span className="cr:me-4 cr:flex cr:w-11 cr:flex-none cr:items-center cr:justify-center cr:self-stretch cr:border-e cr:border-line-strong">
            {glyph}
          </span>
        ) : (
          glyph
        )}
        {model.label}
      </button>
      <div className="cr:mt-2 cr:flex cr:flex-wrap cr:items-baseline cr:gap-x-4 cr:text-compact">
        <p id={reasonId} className="cr:max-w-prose" data-part="reason">
          <span className="cr:font-semibold">{words.blocked}</span>{" "}
          {saidBy === undefined ? <span>{model.reason || words.notRecorded}</span> : null}
        </p>
        {model.clearedBy ? <TextLink href={model.clearedBy.href}>{model.clearedBy.label}</TextLink> : null}
      </div>
    </>
  );
}
