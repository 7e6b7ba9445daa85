"use client";

import * as Collapsible from "@radix-ui/react-collapsible";
import { type ComponentPropsWithoutRef, forwardRef } from "react";
import type { CollapsedDiagnosticsViewModel, DiagnosticEntry, UnreadModel } from "../view-models/index.js";
import type { ActionProps } from "./ActionControl.js";
import { Chevron } from "./internal/Chevron.js";
import { cx } from "./internal/class-names.js";
import { Heading, type HeadingProps } from "./internal/Heading.js";
import type { Density } from "./internal/Section.js";
import { isUnread, Unread, unreadAttributes } from "./unread/Unread.js";

export interface CollapsedDiagnosticsProps
  extends Omit<ComponentPropsWithoutRef<"section">, "children" | "title">, ActionProps, HeadingProps {
  model: CollapsedDiagnosticsViewModel | UnreadModel;
  /** How much air the control and the entries take. Default "comfortable". */
  density?: Density | undefined;
}

/** Technical facts behind one control, closed until asked for (PF-8). */
export const CollapsedDiagnostics = forwardRef<HTMLElement, CollapsedDiagnosticsProps>(function CollapsedDiagnostics(
  { model, onAction, headingLevel = 2, density = "comfortable", className, ...rest },
  ref,
) {
  const titleId = `${model.id}-title`;
  return (
    <Collapsible.Root asChild>
      <section
        {...rest}
        {...unreadAttributes(model)}
        ref={ref}
        id={model.id}
        className={cx("cr:@container cr:border-y cr:border-line cr:text-compact cr:text-ink", className)}
        data-component="CollapsedDiagnostics"
        aria-labelledby={titleId}
      >
        {isUnread(model) ? (
          <div className={cx(bars[density], "cr:flex-wrap cr:ps-6")}>
            <Heading id={titleId} level={headingLevel}>
              {model.title}
            </Heading>
            <Unread
              model={model}
              rows={1}
              className={model.state === "loading" ? "cr:ms-auto" : "cr:w-full"}
              onAction={onAction}
            />
          </div>
        ) : (
          <>
            <Heading level={headingLevel}>
              <Collapsible.Trigger className={cx(bars[density], "cr:group cr:w-full cr:cursor-pointer cr:text-start")}>
                <Chevron />
                <span id={titleId}>{model.title}</span>
                <span className="cr:ms-auto cr:font-normal cr:text-ink-muted" data-part="summary">
                  {model.summary}
                </span>
              </Collapsible.Trigger>
            </Heading>
            <Collapsible.Content>
              <dl className={cx("cr:@2xl:ps-6", density === "comfortable" ? "cr:pb-3" : "cr:pb-2")}>
                {model.entries.map((entry) => (
                  <Entry key={entry.id} entry={entry} density={density} />
                ))}
              </dl>
            </Collapsible.Content>
          </>
        )}
      </section>
    </Collapsible.Root>
  );
});

function Entry({ entry, density }: { entry: DiagnosticEntry; density: Density }) {
  return (
    <div
      className={cx(
        "cr:grid cr:gap-x-10 cr:border-t cr:border-line cr:@2xl:grid-cols-[7.5rem_minmax(0,1fr)]",
        density === "comfortable" ? "cr:py-1.5" : "cr:py-0.5",
      )}
      data-part="entry"
    >
      <dt className="cr:text-ink-muted">{entry.label}</dt>
      <dd className="cr:wrap-anywhere">
        {entry.format === "code" ? <code className="cr:font-mono cr:text-xs/5">{entry.value}</code> : entry.value}
      </dd>
    </div>
  );
}

const bars = {
  comfortable: "cr:flex cr:items-center cr:gap-x-2 cr:py-3",
  compact: "cr:flex cr:items-center cr:gap-x-2 cr:py-1.5",
} as const;
