import { type ComponentPropsWithoutRef, forwardRef } from "react";
import type { EnvironmentBadgeViewModel } from "../view-models/index.js";
import { cx } from "./internal/class-names.js";

export interface EnvironmentBadgeProps extends Omit<ComponentPropsWithoutRef<"span">, "children"> {
  model: EnvironmentBadgeViewModel;
  /** "large" is for the surface that executes. Default "small". */
  size?: "small" | "large" | undefined;
}

/** Which kind of environment an action would reach (RW-11): a test is an outline, anything else is filled. */
export const EnvironmentBadge = forwardRef<HTMLSpanElement, EnvironmentBadgeProps>(function EnvironmentBadge(
  { model, size = "small", className, ...rest },
  ref,
) {
  // What is not known to be a test is drawn as production.
  const prod = model.environment !== "test";
  return (
    <span
      {...rest}
      ref={ref}
      className={cx(badge, sizes[size], prod && filled, className)}
      data-component="EnvironmentBadge"
      data-status={model.environment}
    >
      <span className={prod ? "cr:text-(--cr-badge-ink) cr:forced-colors:text-[color:Canvas]" : undefined}>
        {model.text}
      </span>
    </span>
  );
});

// A forced palette repaints text and leaves the fill: without colours of its own, production would be a blank block.
const filled =
  "cr:bg-current cr:forced-color-adjust-none cr:forced-colors:border-[color:Canvas] cr:forced-colors:bg-[CanvasText]";

const badge =
  "cr:inline-block cr:whitespace-nowrap cr:rounded-sm cr:border-current cr:font-semibold cr:tracking-[0.06em] cr:uppercase";

const sizes = {
  small: "cr:border-[1.5px] cr:px-1.5 cr:text-xs/5",
  large: "cr:border-2 cr:px-2.5 cr:text-2xl",
} as const;
