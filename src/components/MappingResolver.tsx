"use client";

import { type ComponentPropsWithoutRef, forwardRef, useState } from "react";
import type {
  MappingBody,
  MappingResolverViewModel,
  MappingRowModel,
  MappingTarget,
  NonEmptyList,
  SameRow,
} from "../view-models/index.js";
import type { ActionProps } from "./ActionControl.js";
import { DirectorySync } from "./internal/DirectorySync.js";
import { Disclosure } from "./internal/Disclosure.js";
import type { HeadingProps } from "./internal/Heading.js";
import type { MessagesProps } from "./internal/messages.js";
import { contentColumn, type Density, Section } from "./internal/Section.js";
import { Skeleton } from "./internal/Skeleton.js";
import { MappingRow, type MappingRowProps } from "./mapping/MappingRow.js";
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
          <Skeleton text={body.text} rows={body.rows} />
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
            <MappingRow key={one.key} row={one} {...shared} />
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

function Same({ rows, ...shared }: MappingRowProps & { rows: NonEmptyList<SameRow> }) {
  return (
    <ul className="cr:border-b cr:border-line">
      {rows.map((one) => (
        <MappingRow key={one.key} row={one} {...shared} />
      ))}
    </ul>
  );
}
