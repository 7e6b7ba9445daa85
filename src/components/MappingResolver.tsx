"use client";

import { type ComponentPropsWithoutRef, forwardRef, useEffect, useId, useRef, useState } from "react";
import type {
  MappingBody,
  MappingResolverViewModel,
  MappingRowModel,
  MappingTarget,
  NonEmptyList,
  SameRow,
  SkipChoice,
  StatusLiteral,
} from "../view-models/index.js";
import { ActionControl, type ActionProps } from "./ActionControl.js";
import { appearanceOf } from "./internal/appearance.js";
import { Arrow } from "./internal/Arrow.js";
import { cx } from "./internal/class-names.js";
import * as english from "./internal/english.js";
import { DirectorySync } from "./internal/DirectorySync.js";
import { Disclosure } from "./internal/Disclosure.js";
import type { HeadingProps } from "./internal/Heading.js";
import type { MessagesProps } from "./internal/messages.js";
import { Name, Sentence, textOf } from "./internal/Name.js";
import { contentColumn, type Density, Section } from "./internal/Section.js";
import { Skeleton } from "./internal/Skeleton.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";
import { MappingPickerDialog } from "./MappingPickerDialog.js";

export interface MappingResolverProps
  extends Omit<ComponentPropsWithoutRef<"section">, "children" | "title">, ActionProps, HeadingProps, MessagesProps {
  model: MappingResolverViewModel;
  /** How much air the rows take. Default "comfortable". */
  density?: Density | undefined;
  /** Whether the rows are shown. Default true; a page that keeps them closed at first says when, with `onOpenChange` (PF-10). */
  open?: boolean | undefined;
  /** Given where the operator may open and close the rows. */
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** What the operator chose to stand for a reference, by the reference's key. Never called for one the operator may not decide. */
  onMap?: ((key: string, target: MappingTarget) => void) | undefined;
}

/** References of the source and what stands for each in the target: mapped, left out, or open (PF-10, BY-5). */
export const MappingResolver = forwardRef<HTMLElement, MappingResolverProps>(function MappingResolver(
  { model, open = true, onOpenChange, onMap, onAction, headingLevel = 2, density = "comfortable", messages, ...rest },
  ref,
) {
  const { body } = model;
  return (
    <Section
      {...rest}
      ref={ref}
      component="MappingResolver"
      id={model.id}
      title={model.title}
      headingLevel={headingLevel}
      density={density}
      data-status={body.state}
      note={
        body.state === "mapping" ? (
          <p className="cr:text-compact cr:text-ink-muted" data-part="progress">
            {body.progress.text}
          </p>
        ) : null
      }
    >
      <div className={contentColumn}>
        {body.state === "mapping" && body.sync ? <DirectorySync model={body.sync} /> : null}
        {body.state === "loading" ? (
          <Skeleton text={body.text} />
        ) : body.state === "empty" ? (
          <p className="cr:max-w-prose cr:text-ink-muted" data-part="empty">
            {body.text}
          </p>
        ) : onOpenChange === undefined ? (
          open && <Body body={body} density={density} onMap={onMap} onAction={onAction} messages={messages} />
        ) : (
          <Disclosure label={body.unfold} open={open} onOpenChange={onOpenChange} part="unfold">
            <div className="cr:pt-2">
              <Body body={body} density={density} onMap={onMap} onAction={onAction} messages={messages} />
            </div>
          </Disclosure>
        )}
      </div>
    </Section>
  );
});

interface BodyProps extends ActionProps, MessagesProps {
  body: MappingBody;
  density: Density;
  onMap: MappingResolverProps["onMap"];
}

function Body({ body, density, onMap, onAction, messages }: BodyProps) {
  const [picking, setPicking] = useState<string | null>(null);
  const rows: readonly MappingRowModel[] = body.rows;
  const same: readonly SameRow[] = body.same?.rows ?? [];
  const row = [...rows, ...same].find(({ key }) => key === picking) ?? null;
  const picker = row === null ? null : (body.pickers.find(({ kind }) => kind === row.kind) ?? null);
  const shared = { density, onPick: setPicking, onAction, messages };
  return (
    <>
      <p className="cr:max-w-prose cr:text-ink-muted" data-part="explanation">
        {body.explanation}
      </p>
      {body.undoes === null ? null : (
        <p className="cr:mt-2 cr:max-w-prose cr:text-compact cr:text-ink-muted" data-part="undoes">
          {body.undoes}
        </p>
      )}
      {rows.length === 0 ? null : (
        <ul className="cr:mt-4 cr:border-b cr:border-line" data-part="rows">
          {rows.map((one) => (
            <Row key={one.key} row={one} {...shared} />
          ))}
        </ul>
      )}
      {body.same === null ? null : (
        <Disclosure label={body.same.label} className="cr:mt-4">
          <Same rows={body.same.rows} {...shared} />
        </Disclosure>
      )}
      {row === null || picker === null ? null : (
        <MappingPickerDialog
          key={row.key}
          model={picker}
          source={row.source}
          usage={row.usage}
          chosen={row.target?.id ?? null}
          open
          onClose={() => setPicking(null)}
          onUse={(target) => {
            setPicking(null);
            onMap?.(row.key, target);
          }}
          onAction={onAction}
          messages={messages}
        />
      )}
    </>
  );
}

interface RowProps extends ActionProps, MessagesProps {
  density: Density;
  /** Opens the picker for a reference. */
  onPick: (key: string) => void;
}

function Same({ rows, ...shared }: RowProps & { rows: NonEmptyList<SameRow> }) {
  return (
    <ul className="cr:border-b cr:border-line">
      {rows.map((one) => (
        <Row key={one.key} row={one} {...shared} />
      ))}
    </ul>
  );
}

const rowStatus: Readonly<Record<(MappingRowModel | SameRow)["state"], StatusLiteral>> = {
  mapped: "complete",
  left_out: "recorded",
  unresolved: "blocked",
  same: "unchanged",
};

function Row({ row, density, onPick, onAction, messages }: RowProps & { row: MappingRowModel | SameRow }) {
  const appearance = appearanceOf(rowStatus[row.state] ?? "unknown");
  const element = useRef<HTMLLIElement>(null);
  const acted = useRef(false);
  const target = row.target?.id;
  // The control that decided is gone once the decision is recorded; focus stays with the reference.
  useEffect(() => {
    if (!acted.current) return;
    acted.current = false;
    if (element.current?.contains(document.activeElement) !== true) {
      element.current?.querySelector<HTMLElement>("button, a")?.focus();
    }
  }, [row.state, target]);
  const act: ActionProps["onAction"] = (id, action) => {
    acted.current = true;
    onAction?.(id, action);
  };
  const controls = { emphasis: "text" as const, messages, className: "cr:text-compact" };
  const nameId = useId();
  return (
    <li
      ref={element}
      className={cx("cr:border-t cr:border-line", density === "comfortable" ? "cr:py-4" : "cr:py-2")}
      data-part="mapping"
      data-state={row.state}
      data-status={appearance.status}
      data-tone={appearance.tone}
    >
      <div className="cr:flex cr:flex-wrap cr:items-center cr:justify-between cr:gap-x-4">
        <p className="cr:text-compact cr:text-ink-muted" data-part="usage">
          {row.usage}
        </p>
        <p className="cr:flex cr:items-center cr:gap-x-1.5 cr:text-compact cr:text-(--cr-tone-ink)" data-part="word">
          <StatusGlyph appearance={appearance} size={16} />
          {row.word}
        </p>
      </div>
      <p id={nameId} className="cr:flex cr:flex-wrap cr:items-baseline cr:gap-x-2 cr:font-medium" data-part="source">
        <Name model={row.source} />
        {row.target === undefined ? null : (
          <>
            <Arrow />
            <span className="cr:sr-only" data-part="becomes">
              {messages?.becomes ?? english.becomes}
            </span>
            <Name model={row.target.name} />
            {row.target.detail === null ? null : (
              <span className="cr:text-compact cr:font-normal cr:text-ink-muted" data-part="detail">
                {textOf(row.target.detail)}
              </span>
            )}
          </>
        )}
      </p>
      {row.state === "unresolved" && row.reason !== null ? (
        <p className="cr:max-w-prose cr:text-compact cr:text-ink-muted" data-part="reason">
          <Sentence model={row.reason} />
        </p>
      ) : null}
      {row.state === "left_out" ? (
        <p className="cr:max-w-prose cr:text-compact cr:text-ink-muted" data-part="consequence">
          {row.consequence}
        </p>
      ) : null}
      {row.state === "unresolved" && row.suggestion !== null ? (
        <div className="cr:mt-2 cr:border-s-0 cr:border-dashed cr:border-line-strong" data-part="suggestion">
          <p className="cr:text-compact">
            {row.suggestion.text}{" "}
            <span className="cr:font-medium">
              <Name model={row.suggestion.target.name} />
            </span>
          </p>
          <ActionControl model={row.suggestion.confirm} {...controls} onAction={act} />
        </div>
      ) : null}
      <div
        className="cr:mt-1.5 cr:flex cr:flex-wrap cr:items-baseline cr:gap-x-5"
        role="group"
        aria-labelledby={nameId}
        data-part="actions"
      >
        <ActionControl
          model={row.choose}
          {...controls}
          emphasis={row.state === "unresolved" ? "secondary" : "text"}
          onAction={() => {
            acted.current = true;
            onPick(row.key);
          }}
        />
        {row.skip === undefined ? null : <Skip skip={row.skip} {...controls} onAction={act} />}
        {row.undo === undefined || row.undo === null ? null : (
          <ActionControl model={row.undo} {...controls} onAction={act} />
        )}
      </div>
    </li>
  );
}

function Skip({
  skip,
  ...control
}: { skip: SkipChoice; className: string; emphasis: "text" } & ActionProps & MessagesProps) {
  const consequenceId = useId();
  if (skip.state === "refused") {
    return (
      <p className="cr:max-w-prose cr:text-compact cr:text-ink-muted" data-part="skip-refused">
        {skip.reason}
      </p>
    );
  }
  return (
    <div className="cr:max-w-prose">
      <ActionControl model={skip.action} {...control} describedBy={consequenceId} />
      <p id={consequenceId} className="cr:text-compact cr:text-ink-muted" data-part="skip-consequence">
        {skip.consequence}
      </p>
    </div>
  );
}
