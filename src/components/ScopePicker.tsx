"use client";

import { type ComponentPropsWithoutRef, forwardRef, useEffect, useState } from "react";
import type {
  BulkChoice,
  ChoosingBody,
  ItemMark,
  ItemRun,
  ItemSearch,
  ScopePickerViewModel,
} from "../view-models/index.js";
import { appearanceOf } from "./internal/appearance.js";
import { cx } from "./internal/class-names.js";
import type { HeadingProps } from "./internal/Heading.js";
import { field as fieldLooks } from "./internal/looks.js";
import { leastTreeHeight, PickerTree } from "./internal/PickerTree.js";
import { textOf } from "./internal/Name.js";
import { contentColumn, type Density, Section } from "./internal/Section.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";
import { textControl, TextLink, textLink } from "./internal/TextLink.js";
import { Line } from "./unread/Unread.js";

export interface ScopePickerProps
  extends Omit<ComponentPropsWithoutRef<"section">, "children" | "title">, HeadingProps {
  model: ScopePickerViewModel;
  /** How much air the rows take. Default "comfortable". */
  density?: Density | undefined;
  /** Items that the operator chose or left out, as runs of the model's list. Never called while the picker is shut. */
  onChoose?: ((items: readonly ItemRun[], chosen: boolean) => void) | undefined;
  /** What the operator searches for; empty where they stopped. */
  onSearch?: ((query: string) => void) | undefined;
}

/** Chooses among thousands of items, grouped, searched, by mouse and by keyboard (RW-4, RW-5, RW-14). */
export const ScopePicker = forwardRef<HTMLElement, ScopePickerProps>(function ScopePicker(
  { model, onChoose, onSearch, headingLevel = 2, density = "comfortable", ...rest },
  ref,
) {
  const { body, shut } = model;
  return (
    <Section
      {...rest}
      ref={ref}
      component="ScopePicker"
      id={model.id}
      title={model.title}
      headingLevel={headingLevel}
      density={density}
      data-status={shut === null ? body.state : "shut"}
      aria-busy={body.state === "loading" || undefined}
    >
      <div className={contentColumn}>
        {shut === null ? null : (
          <p id={`${model.id}-shut`} className="cr:mb-3 cr:max-w-prose cr:text-ink-muted" data-part="shut">
            {shut}
          </p>
        )}
        {body.state === "loading" ? (
          <Awaited text={body.text} items={body.rows ?? fewItems} density={density} />
        ) : body.state === "empty" ? (
          <p className="cr:text-ink-muted" data-part="empty">
            {body.text}
          </p>
        ) : (
          <Choosing
            id={model.id}
            title={model.title}
            body={body}
            isShut={shut !== null}
            density={density}
            onChoose={shut === null ? onChoose : undefined}
            onSearch={onSearch}
          />
        )}
      </div>
    </Section>
  );
});

/** Expected where nobody knows how many there are. */
const fewItems = 6;
/** As many rows as the tallest tree has room for. */
const mostRows = 16;

/** The parts of the picker without a word of theirs. What is said beside them may make it higher, and never lower. */
function Awaited({ text, items, density }: { text: string; items: number; density: Density }) {
  return (
    <div data-part="loading">
      <p className="cr:text-compact cr:text-ink-muted">{textOf(text)}</p>
      <div aria-hidden="true">
        <div className="cr:mt-1 cr:h-10 cr:rounded-sm cr:border cr:border-line" />
        <div className="cr:mt-3 cr:h-17.5">
          <Line className="cr:w-3/5" />
        </div>
        <div
          className="cr:mt-3 cr:overflow-clip cr:border-y cr:border-line"
          style={{ height: leastTreeHeight(items, density) }}
        >
          {Array.from({ length: Math.min(items, mostRows) }, (_, row) => (
            <div key={row} className="cr:border-b cr:border-line cr:px-2 cr:py-1">
              <Line />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

interface BulkProps {
  id: string;
  choice: BulkChoice;
  /** Id of what already says why nothing can be chosen; null where nothing does. */
  saidBy: string | null;
  onChoose: () => void;
}

interface ChoosingProps extends Pick<ScopePickerProps, "onChoose" | "onSearch"> {
  id: string;
  title: string;
  body: ChoosingBody;
  isShut: boolean;
  density: Density;
}

function Choosing({ id, title, body, isShut, density, onChoose, onSearch }: ChoosingProps) {
  const { search, marks } = body;
  return (
    <>
      <Search id={id} search={search} onSearch={onSearch} />
      <div className="cr:mt-3 cr:flex cr:flex-wrap cr:items-baseline cr:justify-between cr:gap-x-6 cr:gap-y-1">
        <p id={`${id}-chosen`} role="status" className="cr:font-medium" data-part="chosen">
          {body.chosenText}
        </p>
        <p id={`${id}-shown`} className="cr:text-compact cr:text-ink-muted" data-part="shown">
          {search.text}
        </p>
      </div>
      <div className="cr:grid cr:gap-y-0.5">
        {(["selectShown", "clearShown"] as const).map((bulk) => (
          <Bulk
            key={bulk}
            id={`${id}-${bulk}`}
            choice={body[bulk]}
            saidBy={isShut ? `${id}-shut` : null}
            onChoose={() => onChoose?.(body[bulk].changes, bulk === "selectShown")}
          />
        ))}
      </div>
      <PickerTree id={id} title={title} body={body} isShut={isShut} density={density} onChoose={onChoose} />
      {marks.length === 0 ? null : (
        <dl className="cr:mt-3 cr:text-compact" data-part="marks">
          {marks.map((mark) => (
            <Mark key={mark.id} mark={mark} />
          ))}
        </dl>
      )}
    </>
  );
}

function Mark({ mark }: { mark: ItemMark }) {
  const appearance = appearanceOf(mark.status);
  return (
    <div className="cr:flex cr:flex-wrap cr:gap-x-2 cr:py-0.5" data-part="mark" data-tone={appearance.tone}>
      <dt className="cr:flex cr:gap-x-2 cr:font-medium">
        <StatusGlyph appearance={appearance} size={16} className="cr:mt-0.5" />
        {mark.word}
      </dt>
      <dd className="cr:text-ink-muted">{mark.note}</dd>
    </div>
  );
}

function Search({ id, search, onSearch }: { id: string; search: ItemSearch } & Pick<ScopePickerProps, "onSearch">) {
  const query = search.query?.external ?? "";
  // What was typed stands at once, however long the host takes to find it.
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (typed === query) setTyped(null);
  }, [typed, query]);
  return (
    <>
      <label htmlFor={`${id}-search`} className="cr:text-compact cr:font-medium">
        {search.label}
      </label>
      <input
        id={`${id}-search`}
        type="search"
        className={cx(fieldLooks, "cr:mt-1 cr:min-h-10 cr:text-sm")}
        value={typed ?? query}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        data-external=""
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          onSearch?.(event.currentTarget.value);
        }}
      />
    </>
  );
}

/** One action on many items. That there is nothing to choose is no danger, so it is said quietly and without a stop sign. */
function Bulk({ id, choice: { action, note }, saidBy, onChoose }: BulkProps) {
  if (action.kind === "link") return <TextLink href={action.href}>{action.label}</TextLink>;
  const reason = action.kind === "blocked" && saidBy === null ? action.reason : null;
  const blocked = action.kind === "blocked";
  return (
    <p className="cr:text-compact cr:text-ink-muted" data-part="bulk" data-status={blocked ? "blocked" : "available"}>
      <button
        type="button"
        className={blocked ? cx(textControl, "cr:cursor-not-allowed") : cx(textLink, "cr:cursor-pointer")}
        aria-disabled={blocked || undefined}
        aria-describedby={blocked ? (saidBy ?? `${id}-reason`) : note === null ? undefined : `${id}-note`}
        onClick={blocked ? undefined : onChoose}
      >
        {action.label}
      </button>
      {reason === null ? null : <Note id={`${id}-reason`}>{reason}</Note>}
      {note === null || blocked ? null : <Note id={`${id}-note`}>{note}</Note>}
    </p>
  );
}

// Under its control: in one line with it, the two would read as one sentence.
function Note({ id, children }: { id: string; children: string }) {
  return (
    <span id={id} className="cr:block">
      {children}
    </span>
  );
}
