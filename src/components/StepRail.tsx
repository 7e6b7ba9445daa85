"use client";

import * as Collapsible from "@radix-ui/react-collapsible";
import { type ComponentPropsWithoutRef, forwardRef } from "react";
import type { StepModel, StepRailViewModel } from "../view-models/index.js";
import { type Appearance, appearanceOf } from "./internal/appearance.js";
import { Chevron } from "./internal/Chevron.js";
import { cx } from "./internal/class-names.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";

export interface StepRailProps extends Omit<ComponentPropsWithoutRef<"nav">, "children"> {
  model: StepRailViewModel;
}

/** The pages of a workflow: numerals on a ruler, or one line with a disclosure where there is no room for a ruler. */
export const StepRail = forwardRef<HTMLElement, StepRailProps>(function StepRail({ model, className, ...rest }, ref) {
  return (
    <Collapsible.Root asChild>
      <nav
        {...rest}
        ref={ref}
        className={cx("cr:@container cr:text-compact cr:text-ink-muted", className)}
        data-component="StepRail"
        aria-label={model.label}
      >
        <Collapsible.Trigger
          className="cr:group cr:flex cr:min-h-12 cr:w-full cr:cursor-pointer cr:items-center cr:justify-between cr:gap-x-4 cr:border-b cr:border-line cr:text-start cr:font-medium cr:text-ink cr:@3xl:hidden"
          data-part="summary"
        >
          <Summary model={model} />
          <Chevron />
        </Collapsible.Trigger>
        {/* Always in the document: a wide rail shows it whatever the narrow one's disclosure says. */}
        <Collapsible.Content asChild forceMount>
          <ol className="cr:grid cr:data-[state=closed]:hidden cr:@3xl:auto-cols-fr cr:@3xl:grid-flow-col cr:@3xl:data-[state=closed]:grid">
            {model.steps.map((step, index) => (
              <Step key={step.id} step={step} numeral={index + 1} />
            ))}
          </ol>
        </Collapsible.Content>
      </nav>
    </Collapsible.Root>
  );
});

// The numeral and the note say enough of a step in order; a glyph is for what wants a look.
function marked({ tone }: Appearance): boolean {
  return tone === "caution" || tone === "critical";
}

function Summary({ model }: StepRailProps) {
  const current = model.steps.find((step) => step.current);
  const appearance = current === undefined ? null : appearanceOf(current.status);
  if (current === undefined || appearance === null || !marked(appearance)) return model.summary;
  return (
    <span className="cr:flex cr:items-center cr:gap-x-2" data-tone={appearance.tone}>
      <StatusGlyph appearance={appearance} />
      <span>
        {model.summary}
        <span className="cr:sr-only"> {current.note}</span>
      </span>
    </span>
  );
}

function Step({ step, numeral }: { step: StepModel; numeral: number }) {
  const appearance = appearanceOf(step.status);
  const looks = cx(
    "cr:block cr:py-2.5 cr:pe-4 cr:text-inherit cr:no-underline",
    step.current
      ? "cr:border-t-2 cr:border-ink cr:pt-[9px] cr:font-semibold cr:text-ink"
      : "cr:border-t cr:border-line",
  );
  const words = (
    <span className="cr:grid cr:grid-cols-[1.25rem_minmax(0,1fr)]">
      <span className="cr:tabular-nums">{numeral}</span>
      <span data-part="title">{step.title}</span>
      <span
        className="cr:col-start-2 cr:flex cr:gap-x-1 cr:text-xs/4 cr:font-normal cr:text-ink-muted"
        data-part="note"
      >
        {marked(appearance) ? <StatusGlyph appearance={appearance} size={16} /> : null}
        {step.note}
      </span>
    </span>
  );
  return (
    <li data-part="step" data-status={appearance.status} data-tone={appearance.tone}>
      {step.href === null || step.current ? (
        <span className={looks} aria-current={step.current ? "step" : undefined}>
          {words}
        </span>
      ) : (
        <a href={step.href} className={cx(looks, "cr:hover:text-ink")}>
          {words}
        </a>
      )}
    </li>
  );
}
