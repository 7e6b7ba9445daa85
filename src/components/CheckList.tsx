"use client";

import { type ComponentPropsWithoutRef, forwardRef } from "react";
import { type CheckListViewModel, contractVersion } from "../view-models/index.js";
import type { ActionProps } from "./ActionControl.js";
import type { AcceptFinding } from "./check-list/Finding.js";
import { FindingGroup } from "./check-list/FindingGroup.js";
import { FreshnessBand } from "./FreshnessBand.js";
import { appearanceOf } from "./internal/appearance.js";
import { Currency } from "./internal/Currency.js";
import { type HeadingProps, levelBelow } from "./internal/Heading.js";
import type { MessagesProps } from "./internal/messages.js";
import { textOf } from "./internal/Name.js";
import { contentColumn, type Density, Section } from "./internal/Section.js";
import { Skeleton } from "./internal/Skeleton.js";
import { standingOf } from "./internal/standing.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";

export interface CheckListProps
  extends Omit<ComponentPropsWithoutRef<"section">, "children" | "title">, ActionProps, HeadingProps, MessagesProps {
  model: CheckListViewModel;
  /** How much air the findings take. Default "comfortable". */
  density?: Density | undefined;
  /** Whether the list itself says how current it is; a page says it once. Default "shown". */
  freshness?: "shown" | "hidden" | undefined;
  onAccept?: AcceptFinding | undefined;
}

/** What checks found, most serious first, and whether it still holds (RW-6, RW-7). */
export const CheckList = forwardRef<HTMLElement, CheckListProps>(function CheckList(
  {
    model,
    onAction,
    onAccept,
    headingLevel = 2,
    density = "comfortable",
    freshness = "shown",
    messages,
    className,
    ...rest
  },
  ref,
) {
  const { body } = model;
  return (
    <Section
      {...rest}
      ref={ref}
      component="CheckList"
      id={model.id}
      title={model.title}
      headingLevel={headingLevel}
      density={density}
      className={className}
      data-status={body.state === "checked" ? body.freshness.state : body.state}
      aria-busy={body.state === "loading" || model.activity !== null || undefined}
    >
      <div className={contentColumn}>
        {model.activity === null ? null : <Activity text={model.activity} />}
        {body.state === "loading" ? (
          <Skeleton text={body.text} rows={body.rows ?? 4} />
        ) : body.state === "not_run" ? (
          <p className="cr:max-w-prose cr:text-ink-muted" data-part="not-run">
            {body.text}
          </p>
        ) : (
          <>
            {freshness === "hidden" ? null : body.freshness.state === "current" ? (
              <Currency freshness={body.freshness} />
            ) : (
              <FreshnessBand
                model={{
                  contract: contractVersion,
                  id: `${model.id}-freshness`,
                  freshness: body.freshness,
                  text: body.freshness.word,
                  action: null,
                }}
                messages={messages}
                className="cr:mb-4"
              />
            )}
            {body.groups.map((group) => (
              <FindingGroup
                key={group.id}
                group={group}
                standing={standingOf(body.freshness)}
                level={levelBelow(headingLevel)}
                density={density}
                onAction={onAction}
                onAccept={onAccept}
                messages={messages}
              />
            ))}
          </>
        )}
      </div>
    </Section>
  );
});

function Activity({ text }: { text: string }) {
  const appearance = appearanceOf("running");
  return (
    <p className="cr:mb-4 cr:flex cr:gap-x-2 cr:text-compact" data-part="activity" data-tone={appearance.tone}>
      <StatusGlyph appearance={appearance} size={16} className="cr:mt-0.5" />
      <span>{textOf(text)}</span>
    </p>
  );
}
