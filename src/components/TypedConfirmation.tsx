"use client";

import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from "react";
import type {
  ConditionsModel,
  ConfirmationComparison,
  OpenConfirmation,
  RecordedConfirmation,
  ShutConfirmation,
  StatusLiteral,
  TypedConfirmationViewModel,
} from "../view-models/index.js";
import { appearanceOf } from "./internal/appearance.js";
import { cx } from "./internal/class-names.js";
import type { HeadingProps } from "./internal/Heading.js";
import { field as fieldLooks } from "./internal/looks.js";
import { External, Name, textOf } from "./internal/Name.js";
import { contentColumn, type Density, Section } from "./internal/Section.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";
import { TextLink } from "./internal/TextLink.js";
import { Time } from "./internal/Time.js";

export interface TypedConfirmationProps
  extends Omit<ComponentPropsWithoutRef<"section">, "children" | "title">, HeadingProps {
  model: TypedConfirmationViewModel;
  /** How much air it takes. Default "comfortable". */
  density?: Density | undefined;
  /** What the field holds now, and whether it came in as a piece: pasted or dropped (BY-11). Never called while it is shut. */
  onType?: ((text: string, pasted: boolean) => void) | undefined;
}

/** The label that has to be reproduced exactly, how what was typed stands against it, and what else is open (BY-11, RW-10). */
export const TypedConfirmation = forwardRef<HTMLElement, TypedConfirmationProps>(function TypedConfirmation(
  { model, headingLevel = 2, density, onType, ...rest },
  ref,
) {
  const { field, conditions } = model;
  return (
    <Section
      {...rest}
      ref={ref}
      component="TypedConfirmation"
      id={model.id}
      title={model.title}
      headingLevel={headingLevel}
      density={density}
      data-status={field.state}
    >
      <div className={cx(contentColumn, "cr:max-w-prose")}>
        {field.state === "open" ? (
          <OpenField id={model.id} field={field} onType={onType} />
        ) : field.state === "shut" ? (
          <ShutField id={model.id} field={field} />
        ) : field.state === "recorded" ? (
          <Recorded field={field} />
        ) : (
          <Said status="unavailable">{field.reason}</Said>
        )}
        {conditions === null ? null : <Conditions model={conditions} />}
      </div>
    </Section>
  );
});

// The literals of a comparison; a text that is right so far is not marked as wrong.
const comparisonStatus: Readonly<Record<ConfirmationComparison["state"], StatusLiteral>> = {
  equal: "complete",
  empty: "pending",
  unfinished: "pending",
  different: "attention",
};

function OpenField({
  id,
  field,
  onType,
}: {
  id: string;
  field: OpenConfirmation;
  onType: TypedConfirmationProps["onType"];
}) {
  const { comparison } = field;
  const wrong = comparison.state === "different";
  const appearance = appearanceOf(comparisonStatus[comparison.state] ?? "unknown");
  return (
    <div data-tone={appearance.tone} data-status={comparison.state} data-part="field">
      <Instruction id={id} field={field} />
      <input
        id={`${id}-input`}
        className={cx(fieldLooks, "cr:mt-2 cr:min-h-12 cr:font-mono", wrong && "cr:border-(--cr-tone-line)!")}
        value={field.typed?.external ?? ""}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        dir="auto"
        data-external=""
        aria-invalid={wrong || undefined}
        aria-describedby={`${id}-comparison`}
        onChange={(event) => onType?.(event.currentTarget.value, cameInAsPiece(event.nativeEvent))}
      />
      <div id={`${id}-comparison`} className="cr:mt-2" data-part="comparison">
        <p className="cr:flex cr:items-start cr:gap-x-2 cr:text-compact cr:text-(--cr-tone-ink)">
          <StatusGlyph appearance={appearance} size={16} className="cr:mt-0.5" />
          {comparison.text}
        </p>
        {comparison.state === "different" && comparison.flags.length > 0 ? (
          <ul className="cr:mt-1 cr:ps-6 cr:text-compact" data-part="flags">
            {comparison.flags.map((flag) => (
              <li key={`${flag.position} ${flag.kind}`} data-status={flag.kind}>
                {flag.text}
              </li>
            ))}
          </ul>
        ) : null}
        {field.pasted === null ? null : (
          <p className="cr:mt-1 cr:text-compact cr:text-ink-muted" data-part="pasted">
            {field.pasted}
          </p>
        )}
      </div>
    </div>
  );
}

function ShutField({ id, field }: { id: string; field: ShutConfirmation }) {
  return (
    <div data-part="field" data-status="shut">
      <Instruction id={id} field={field} />
      <input
        id={`${id}-input`}
        className={cx(fieldLooks, "cr:mt-2 cr:min-h-12 cr:border-dashed cr:bg-surface-sunken cr:font-mono")}
        value=""
        readOnly
        aria-disabled="true"
        aria-describedby={`${id}-shut`}
      />
      <div id={`${id}-shut`} className="cr:mt-2">
        <Said status="unavailable">{field.reason}</Said>
      </div>
    </div>
  );
}

function Instruction({ id, field }: { id: string; field: OpenConfirmation | ShutConfirmation }) {
  return (
    <>
      <label htmlFor={`${id}-input`}>
        {field.instruction.before}
        <span className="cr:font-mono cr:font-semibold" data-part="label">
          <External text={field.label.external} />
        </span>
        {field.instruction.after}
      </label>
      {field.labelNotes.map((note) => (
        <p key={note} className="cr:mt-1 cr:text-compact cr:text-ink-muted" data-part="label-note">
          {note}
        </p>
      ))}
    </>
  );
}

function Recorded({ field }: { field: RecordedConfirmation }) {
  return (
    <div data-part="record">
      <Said status="recorded">{field.text}</Said>
      <p className="cr:mt-1 cr:ps-6 cr:font-mono cr:font-semibold" data-part="typed">
        <External text={field.typed.external} />
      </p>
      <p className="cr:ps-6 cr:text-compact cr:text-ink-muted">
        <Name model={field.by} />, <Time at={field.at} />
      </p>
      <p className="cr:ps-6 cr:text-compact cr:text-ink-muted" data-part="pasted">
        {field.pasted}
      </p>
    </div>
  );
}

function Said({ status, children }: { status: StatusLiteral; children: ReactNode }) {
  const appearance = appearanceOf(status);
  return (
    <p className="cr:flex cr:items-start cr:gap-x-2 cr:text-compact" data-tone={appearance.tone}>
      <StatusGlyph appearance={appearance} size={16} className="cr:mt-0.5" />
      <span className="cr:min-w-0" data-part="said">
        {children}
      </span>
    </p>
  );
}

function Conditions({ model }: { model: ConditionsModel }) {
  return (
    <div className="cr:mt-5 cr:border-t cr:border-line cr:pt-3" data-part="conditions" data-status={model.state}>
      <p className="cr:font-medium">{textOf(model.text)}</p>
      {model.state === "met" ? null : (
        <>
          <ul className="cr:mt-1">
            {model.unmet.map(({ code, reason, clearedBy, status }) => {
              const appearance = appearanceOf(status);
              return (
                <li
                  key={`${code} ${reason}`}
                  className="cr:grid cr:grid-cols-[1.25rem_minmax(0,1fr)] cr:gap-x-3 cr:border-t cr:border-line cr:py-1.5 cr:first:border-t-0 cr:@lg:grid-cols-[1.25rem_minmax(0,1fr)_auto]"
                  data-part="condition"
                  data-tone={appearance.tone}
                >
                  <StatusGlyph appearance={appearance} />
                  <span>{textOf(reason)}</span>
                  {clearedBy === null ? null : (
                    <span className="cr:col-start-2 cr:text-compact cr:@lg:col-start-3">
                      <TextLink href={clearedBy.href}>{clearedBy.label}</TextLink>
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
          {model.met === null ? null : <p className="cr:mt-2 cr:text-compact cr:text-ink-muted">{textOf(model.met)}</p>}
        </>
      )}
    </div>
  );
}

/** Whether text came in as a piece: from the clipboard, dropped, or put back by the browser. */
function cameInAsPiece(event: Event): boolean {
  const kind = (event as Partial<InputEvent>).inputType;
  return kind === "insertFromPaste" || kind === "insertFromDrop" || kind === "insertFromYank";
}
