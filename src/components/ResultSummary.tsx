import { type ComponentPropsWithoutRef, forwardRef } from "react";
import type { CountedBody, OutcomeCount, ResultSummaryViewModel } from "../view-models/index.js";
import { ActionControl, type ActionProps } from "./ActionControl.js";
import { appearanceOf } from "./internal/appearance.js";
import { cx } from "./internal/class-names.js";
import type { HeadingProps } from "./internal/Heading.js";
import { Measure } from "./internal/Measure.js";
import type { MessagesProps } from "./internal/messages.js";
import { contentColumn, type Density, glyphGutter, Section } from "./internal/Section.js";
import { Skeleton } from "./internal/Skeleton.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";

export interface ResultSummaryProps
  extends Omit<ComponentPropsWithoutRef<"section">, "children" | "title">, ActionProps, HeadingProps, MessagesProps {
  model: ResultSummaryViewModel;
  /** Whether the summary itself names the primary cause; a page says it once. Default "shown". */
  cause?: "shown" | "hidden" | undefined;
  /** How much air the counts take. Default "comfortable". */
  density?: Density | undefined;
}

/** Outcomes counted where they were recorded, failures first, else the words that stand for them (RR-10). */
export const ResultSummary = forwardRef<HTMLElement, ResultSummaryProps>(function ResultSummary(
  { model, onAction, cause = "shown", headingLevel = 2, density = "comfortable", messages, ...rest },
  ref,
) {
  const { body } = model;
  return (
    <Section
      {...rest}
      ref={ref}
      component="ResultSummary"
      id={model.id}
      title={model.title}
      headingLevel={headingLevel}
      density={density}
      data-status={body.state}
    >
      {body.state === "loading" ? (
        <Skeleton text={body.text} rows={body.rows} className={contentColumn} />
      ) : body.state === "uncounted" ? (
        <div className={cx(contentColumn, "cr:max-w-prose")} data-part="uncounted">
          <p className="cr:font-medium">{body.text}</p>
          {body.reason === null ? null : <p className="cr:text-compact cr:text-ink-muted">{body.reason}</p>}
        </div>
      ) : (
        <Counts
          body={body}
          cause={cause === "shown" ? body.cause : null}
          density={density}
          onAction={onAction}
          messages={messages}
        />
      )}
    </Section>
  );
});

function Counts({
  body,
  cause,
  density,
  onAction,
  messages,
}: Pick<CountedBody, "cause"> & { body: CountedBody; density: Density } & ActionProps & MessagesProps) {
  const { rows } = body;
  return (
    <div className={contentColumn}>
      <dl className={glyphGutter}>
        {body.counts.map((count) => (
          <Count key={count.id} count={count} density={density} />
        ))}
      </dl>
      {cause === null ? null : (
        <p className="cr:mt-3 cr:max-w-prose cr:text-compact" data-part="cause">
          <span className="cr:font-semibold">{cause.title}</span>{" "}
          <span className="cr:text-ink-muted">{cause.text}</span>
        </p>
      )}
      {rows.state === "missing" ? (
        <p className="cr:mt-3 cr:max-w-prose cr:text-compact cr:text-ink-muted" data-part="rows">
          {rows.text}
        </p>
      ) : rows.action === null ? null : (
        <ActionControl
          model={rows.action}
          emphasis="text"
          onAction={onAction}
          messages={messages}
          className="cr:mt-3 cr:text-compact"
        />
      )}
    </div>
  );
}

// An outcome that no item had asks for no look, so it has no glyph: colour and shape stay with what happened.
function Count({ count: { id, label, status, measure }, density }: { count: OutcomeCount; density: Density }) {
  const none = measure.state === "known" && measure.value === 0;
  const appearance = none ? null : appearanceOf(status);
  return (
    <div
      className={cx(
        "cr:flex cr:items-center cr:justify-between cr:gap-x-3 cr:border-line cr:not-first:border-t cr:first:pt-0",
        density === "comfortable" ? "cr:py-1.5" : "cr:py-0.5",
      )}
      data-part="outcome"
      data-status={id}
      data-tone={appearance?.tone}
    >
      <dt className={cx("cr:flex cr:min-w-0 cr:gap-x-3", none ? "cr:ps-8 cr:text-ink-muted" : "cr:font-medium")}>
        {appearance === null ? null : <StatusGlyph appearance={appearance} />}
        {label}
      </dt>
      <dd className="cr:text-end">
        <Measure measure={measure} />
        {measure.state === "known" ? null : (
          <span className="cr:block cr:text-compact cr:text-ink-muted" data-part="note">
            {measure.reason}
          </span>
        )}
      </dd>
    </div>
  );
}
