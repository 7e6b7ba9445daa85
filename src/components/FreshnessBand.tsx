import { type ComponentPropsWithoutRef, forwardRef } from "react";
import type { FreshnessBandViewModel } from "../view-models/index.js";
import { ActionControl, type ActionProps } from "./ActionControl.js";
import { freshnessAppearance } from "./internal/appearance.js";
import { Changes } from "./internal/Changes.js";
import { cx } from "./internal/class-names.js";
import type { MessagesProps } from "./internal/messages.js";
import { textOf } from "./internal/Name.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";
import { Time } from "./internal/Time.js";

export interface FreshnessBandProps
  extends Omit<ComponentPropsWithoutRef<"div">, "children">, ActionProps, MessagesProps {
  model: FreshnessBandViewModel;
  /** Whether its action is the page's primary one. Default "secondary". */
  emphasis?: "primary" | "secondary" | undefined;
}

/** What is known of the evidence below it, what voided it, and the one way forward (SI-3, SI-5). */
export const FreshnessBand = forwardRef<HTMLDivElement, FreshnessBandProps>(function FreshnessBand(
  { model, onAction, emphasis = "secondary", messages, className, ...rest },
  ref,
) {
  const { freshness, action } = model;
  const appearance = freshnessAppearance(freshness);
  const { status, tone } = appearance;
  return (
    <div
      {...rest}
      ref={ref}
      id={model.id}
      className={cx("cr:@container cr:text-compact cr:text-ink-muted", className)}
      data-component="FreshnessBand"
      data-status={status}
      data-tone={tone}
    >
      <div
        className={cx(
          "cr:flex cr:flex-wrap cr:items-center cr:justify-between cr:gap-x-6 cr:gap-y-3",
          tone === "caution" &&
            "cr:border-y cr:border-dashed cr:border-(--cr-tone-line) cr:bg-(--cr-tone-surface) cr:px-4 cr:py-3",
        )}
      >
        <div className="cr:flex cr:min-w-0 cr:flex-1 cr:basis-64 cr:gap-x-3">
          <StatusGlyph appearance={appearance} />
          <div>
            <p className="cr:text-sm cr:font-semibold cr:text-(--cr-tone-ink)" data-part="text">
              {textOf(model.text)}
            </p>
            {freshness.state === "invalidated" ? <Changes changes={freshness.causes} messages={messages} /> : null}
            {freshness.state === "stale" ? <p data-part="reason">{freshness.reason}</p> : null}
            {freshness.at ? <Time at={freshness.at} struck={status === "invalidated"} /> : null}
          </div>
        </div>
        {action ? <ActionControl model={action} emphasis={emphasis} onAction={onAction} messages={messages} /> : null}
      </div>
    </div>
  );
});
