import { type ComponentPropsWithoutRef, forwardRef } from "react";
import type { RunTimelineViewModel, TimelineEvent } from "../view-models/index.js";
import { ActionControl, type ActionProps } from "./ActionControl.js";
import { appearanceOf } from "./internal/appearance.js";
import { cx } from "./internal/class-names.js";
import type { HeadingProps } from "./internal/Heading.js";
import type { MessagesProps } from "./internal/messages.js";
import { Name, Sentence } from "./internal/Name.js";
import { contentColumn, type Density, glyphGutter, Section } from "./internal/Section.js";
import { Skeleton } from "./internal/Skeleton.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";
import { Time } from "./internal/Time.js";

export interface RunTimelineProps
  extends Omit<ComponentPropsWithoutRef<"section">, "children" | "title">, ActionProps, HeadingProps, MessagesProps {
  model: RunTimelineViewModel;
  /** How much air the events take. Default "comfortable". */
  density?: Density | undefined;
}

/** What happened to a run, oldest first: what, by whom, when, and what was not recorded of it. */
export const RunTimeline = forwardRef<HTMLElement, RunTimelineProps>(function RunTimeline(
  { model, onAction, headingLevel = 2, density = "comfortable", messages, ...rest },
  ref,
) {
  const { body } = model;
  return (
    <Section
      {...rest}
      ref={ref}
      component="RunTimeline"
      id={model.id}
      title={model.title}
      headingLevel={headingLevel}
      density={density}
      data-status={body.state}
    >
      {body.state === "loading" ? (
        <Skeleton text={body.text} rows={body.rows} className={contentColumn} />
      ) : body.state === "empty" ? (
        <p className={cx(contentColumn, "cr:text-ink-muted")} data-part="empty">
          {body.text}
        </p>
      ) : (
        <div className={contentColumn}>
          {body.earlier === null ? null : (
            <p className="cr:mb-3 cr:text-compact cr:text-ink-muted" data-part="earlier">
              {body.earlier.text}
            </p>
          )}
          <ol className={glyphGutter} data-part="events">
            {body.events.map((event) => (
              <Event key={event.id} event={event} density={density} onAction={onAction} messages={messages} />
            ))}
          </ol>
        </div>
      )}
    </Section>
  );
});

function Event({
  event,
  density,
  onAction,
  messages,
}: { event: TimelineEvent; density: Density } & ActionProps & MessagesProps) {
  const appearance = appearanceOf(event.status);
  const { when } = event;
  return (
    <li
      className={cx(
        "cr:relative cr:grid cr:grid-cols-[1.25rem_minmax(0,1fr)] cr:gap-x-3 cr:last:pb-0 cr:@lg:grid-cols-[1.25rem_minmax(0,1fr)_auto]",
        "cr:before:absolute cr:before:start-[9.25px] cr:before:top-6 cr:before:bottom-1 cr:before:border-s-[1.5px] cr:before:border-line cr:last:before:hidden",
        density === "comfortable" ? "cr:pb-5" : "cr:pb-3",
      )}
      data-part="event"
      data-status={appearance.status}
      data-tone={appearance.tone}
    >
      <StatusGlyph appearance={appearance} />
      <div className="cr:min-w-0 cr:max-w-prose">
        <p className="cr:font-medium" data-part="sentence">
          <Sentence model={event.sentence} />
        </p>
        {event.actor === null ? null : (
          <p className="cr:text-compact cr:text-ink-muted" data-part="actor">
            <Name model={event.actor} />
          </p>
        )}
        {event.detail === null ? null : (
          <p className="cr:text-compact cr:text-ink-muted" data-part="detail">
            <Sentence model={event.detail} />
          </p>
        )}
        {event.action === null ? null : (
          <ActionControl
            model={event.action}
            emphasis="text"
            onAction={onAction}
            messages={messages}
            className="cr:text-compact"
          />
        )}
      </div>
      <p
        className="cr:col-start-2 cr:text-xs/5 cr:text-ink-faint cr:@lg:col-start-3 cr:@lg:row-start-1 cr:@lg:text-end"
        data-part="when"
      >
        {when.state === "recorded" ? <Time at={when.at} /> : when.text}
      </p>
    </li>
  );
}
