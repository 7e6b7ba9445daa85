import { type ComponentPropsWithoutRef, forwardRef } from "react";
import type { BackupQualitySummaryViewModel, MeasureModel, QualityRow, UnreadModel } from "../view-models/index.js";
import { ActionControl, type ActionProps } from "./ActionControl.js";
import { appearanceOf } from "./internal/appearance.js";
import { cx } from "./internal/class-names.js";
import * as english from "./internal/english.js";
import type { HeadingProps } from "./internal/Heading.js";
import type { MessagesProps } from "./internal/messages.js";
import { contentColumn, type Density, Section } from "./internal/Section.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";
import type { ReserveProps } from "./internal/Reserved.js";
import { type Expected, isUnread, Line, Room, rowsOf, Unread, unreadAttributes } from "./unread/Unread.js";

export interface BackupQualitySummaryProps
  extends
    Omit<ComponentPropsWithoutRef<"section">, "children" | "title">,
    ActionProps,
    HeadingProps,
    MessagesProps,
    ReserveProps {
  model: BackupQualitySummaryViewModel | UnreadModel;
  /** How much air the rows take. Default "comfortable". */
  density?: Density | undefined;
}

/** The quality of an input, count by count, and what it does not prove (PF-6). */
export const BackupQualitySummary = forwardRef<HTMLElement, BackupQualitySummaryProps>(function BackupQualitySummary(
  { model, onAction, headingLevel = 2, density = "comfortable", messages, ...rest },
  ref,
) {
  const expected: Expected = {
    // One more than counts, for what they do not prove.
    rows: (isUnread(model) ? rowsOf(model, 6) : model.rows.length) + 1,
    row: cx("cr:not-first:border-t cr:border-line cr:first:pt-0 cr:last:pt-2.5 cr:last:pb-0", airs[density]),
    className: contentColumn,
    children: () => <Line className="cr:@md:hidden" />,
  };
  return (
    <Section
      {...rest}
      {...unreadAttributes(model)}
      ref={ref}
      component="BackupQualitySummary"
      id={model.id}
      title={model.title}
      headingLevel={headingLevel}
      density={density}
      room={<Room {...expected} />}
    >
      {isUnread(model) ? (
        <Unread {...expected} model={model} onAction={onAction} messages={messages} />
      ) : (
        <Counts model={model} density={density} onAction={onAction} messages={messages} />
      )}
    </Section>
  );
});

interface CountsProps extends ActionProps, MessagesProps {
  model: BackupQualitySummaryViewModel;
  density: Density;
}

function Counts({ model, density, onAction, messages }: CountsProps) {
  const missing = missingReason(model.rows);
  return (
    <div className={contentColumn}>
      {missing === null ? null : (
        <p className="cr:mb-2 cr:max-w-prose cr:text-compact cr:text-ink-muted" data-part="missing">
          {missing}
        </p>
      )}
      <dl className="cr:grid cr:grid-cols-[max-content_minmax(0,1fr)] cr:gap-x-4 cr:@md:grid-cols-[max-content_max-content_minmax(0,1fr)]">
        {model.rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            density={density}
            reason={missing === null}
            needsAttention={messages?.needsAttention ?? english.needsAttention}
          />
        ))}
      </dl>
      <div className="cr:flex cr:flex-wrap cr:items-baseline cr:justify-between cr:gap-x-6 cr:border-t cr:border-line cr:pt-2.5">
        <p className="cr:max-w-prose cr:text-compact cr:text-ink-muted" data-part="disclaimer">
          {model.disclaimer}
        </p>
        {model.action ? (
          <ActionControl model={model.action} emphasis="text" onAction={onAction} messages={messages} />
        ) : null}
      </div>
    </div>
  );
}

/** Why there is no count at all, where it is the same for each: then it is said once. */
function missingReason([first, ...others]: BackupQualitySummaryViewModel["rows"]): string | null {
  const reason = first.measure.reason ?? null;
  return others.length > 0 && others.every(({ measure }) => measure.reason === reason) ? reason : null;
}

interface RowProps {
  row: QualityRow;
  density: Density;
  /** Whether the row itself says why its count is missing. */
  reason: boolean;
  needsAttention: string;
}

// Name before count for the ear, count before name for the eye.
function Row({ row, density, reason, needsAttention }: RowProps) {
  const attention = row.emphasis === "attention";
  const why = reason && row.measure.state !== "known" ? row.measure.reason : null;
  return (
    <div className={cx(line, paddings[density])} data-part="row" data-status={row.measure.state}>
      <dt className="cr:col-start-2 cr:row-start-1 cr:flex cr:gap-x-2 cr:font-medium">
        {row.label}
        {attention ? (
          <>
            <StatusGlyph appearance={appearanceOf("attention")} size={16} className="cr:mt-0.5" />
            <span className="cr:sr-only" data-part="attention">
              {needsAttention}
            </span>
          </>
        ) : null}
      </dt>
      <dd className={cx("cr:col-start-1 cr:row-start-1", countLooks(row.measure))} data-part="count">
        {row.measure.text}
      </dd>
      {why || row.note ? (
        <dd className="cr:col-start-2 cr:text-compact cr:text-ink-muted cr:@md:col-start-3" data-part="note">
          {why ? <p>{why}</p> : null}
          {row.note ? <p>{row.note}</p> : null}
        </dd>
      ) : null}
    </div>
  );
}

function countLooks(measure: MeasureModel): string {
  if (measure.state !== "known") return "cr:text-end cr:text-compact cr:text-ink-muted";
  // Digits run left to right in every script: units stay under units.
  return cx(
    "cr:text-right cr:text-base/5 cr:tabular-nums",
    measure.value === 0 ? "cr:text-ink-muted" : "cr:font-semibold",
  );
}

const line =
  "cr:col-span-full cr:grid cr:grid-cols-subgrid cr:items-baseline cr:not-first:border-t cr:border-line cr:first:pt-0";

const paddings = { comfortable: "cr:py-2", compact: "cr:py-1" } as const;

// A count stands on the line of its name in a larger size, which takes a pixel more than the line.
const airs = { comfortable: "cr:pt-2 cr:pb-2.25", compact: "cr:pt-1 cr:pb-1.25" } as const;
