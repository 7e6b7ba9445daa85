"use client";

import { type ComponentPropsWithoutRef, forwardRef, useDeferredValue, useId, useMemo, useState } from "react";
import {
  type ComparedBody,
  contractVersion,
  type CountModel,
  type DiffItem as DiffItemModel,
  type DiffSearch,
  type NameModel,
  type NonEmptyList,
  plainText,
  type SemanticDiffViewModel,
  type ValueModel,
} from "../view-models/index.js";
import { FreshnessBand } from "./FreshnessBand.js";
import { appearanceOf } from "./internal/appearance.js";
import { cx } from "./internal/class-names.js";
import * as english from "./internal/english.js";
import { Currency } from "./internal/Currency.js";
import { DiffItem } from "./internal/DiffItem.js";
import { Disclosure } from "./internal/Disclosure.js";
import { type HeadingLevel, type HeadingProps, levelBelow } from "./internal/Heading.js";
import { field as fieldLooks } from "./internal/looks.js";
import { Measure } from "./internal/Measure.js";
import type { MessagesProps } from "./internal/messages.js";
import { Sentence, textOf } from "./internal/Name.js";
import { contentColumn, type Density, Section } from "./internal/Section.js";
import { Skeleton } from "./internal/Skeleton.js";
import { type Standing, standingOf } from "./internal/standing.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";
import { WindowedList } from "./internal/WindowedList.js";

export interface SemanticDiffProps
  extends Omit<ComponentPropsWithoutRef<"section">, "children" | "title">, HeadingProps, MessagesProps {
  model: SemanticDiffViewModel;
  /** How much air the items take. Default "comfortable". */
  density?: Density | undefined;
  /** Whether the comparison itself says how current it is; a page says it once. Default "shown". */
  freshness?: "shown" | "hidden" | undefined;
  /** How many items, from the first on, show their changes at once. Default 2. */
  opened?: number | undefined;
}

/** What would happen to each item, most consequential first: where, before and after, and what is not certain (RW-8, BY-7). */
export const SemanticDiff = forwardRef<HTMLElement, SemanticDiffProps>(function SemanticDiff(
  { model, headingLevel = 2, density = "comfortable", freshness = "shown", opened = 2, messages, ...rest },
  ref,
) {
  const { body } = model;
  return (
    <Section
      {...rest}
      ref={ref}
      component="SemanticDiff"
      id={model.id}
      title={model.title}
      headingLevel={headingLevel}
      density={density}
      data-status={body.state === "compared" ? body.freshness.state : body.state}
      aria-busy={body.state === "loading" || model.activity !== null || undefined}
    >
      <div className={contentColumn}>
        {model.activity === null ? null : (
          <p className="cr:mb-4 cr:flex cr:gap-x-2 cr:text-compact" data-part="activity" data-tone="info">
            <StatusGlyph appearance={appearanceOf("running")} size={16} className="cr:mt-0.5" />
            <span>{textOf(model.activity)}</span>
          </p>
        )}
        {body.state === "loading" ? (
          <Skeleton text={body.text} rows={body.rows ?? 4} />
        ) : body.state === "not_run" ? (
          <p className="cr:max-w-prose cr:text-ink-muted" data-part="not-run">
            {body.text}
          </p>
        ) : (
          <Compared
            id={model.id}
            body={body}
            showsFreshness={freshness === "shown"}
            opened={opened}
            level={levelBelow(headingLevel)}
            density={density}
            messages={messages}
          />
        )}
      </div>
    </Section>
  );
});

interface ComparedProps extends MessagesProps {
  id: string;
  body: ComparedBody;
  showsFreshness: boolean;
  opened: number;
  level: HeadingLevel;
  density: Density;
}

function Compared({ id, body, showsFreshness, opened, level, density, messages }: ComparedProps) {
  const standing = standingOf(body.freshness);
  const becomes = messages?.becomes ?? english.becomes;
  return (
    <>
      {!showsFreshness ? null : body.freshness.state === "current" ? (
        <Currency freshness={body.freshness} />
      ) : (
        <FreshnessBand
          model={{
            contract: contractVersion,
            id: `${id}-freshness`,
            freshness: body.freshness,
            text: body.freshness.word,
            action: null,
          }}
          messages={messages}
          className="cr:mb-4"
        />
      )}
      <Counts counts={body.counts} standing={standing} />
      {body.notes.map((note) => (
        <p key={note.text} className="cr:mt-3 cr:max-w-prose cr:text-compact cr:text-ink-muted" data-part="note">
          <Sentence model={note} />
        </p>
      ))}
      {body.empty === null ? null : (
        <p className="cr:mt-3 cr:text-ink-muted" data-part="empty">
          {body.empty}
        </p>
      )}
      <Items body={body} standing={standing} opened={opened} level={level} density={density} becomes={becomes} />
      {body.more === null ? null : (
        <p className="cr:mt-2 cr:text-compact cr:text-ink-muted" data-part="more">
          {body.more.text}
        </p>
      )}
    </>
  );
}

interface ItemsProps extends Pick<ComparedProps, "body" | "opened" | "level" | "density"> {
  standing: Standing;
  becomes: string;
}

/** The items that something would happen to, then the others behind a control; a search looks through all of them. */
function Items({ body, opened, ...shared }: ItemsProps) {
  const [query, setQuery] = useState("");
  const wanted = useDeferredValue(query.trim().toLowerCase());
  const { items, search, unfoldUnchanged } = body;
  const found = useMemo(
    () => (wanted === "" ? items : items.filter((item) => textsOf(item).some((text) => text.includes(wanted)))),
    [items, wanted],
  );
  const folded = unfoldUnchanged !== null && wanted === "";
  const unchanged = folded ? found.filter(({ state }) => state === "unchanged") : [];
  const list = (rows: readonly DiffItemModel[], open: number) => (
    <WindowedList rows={rows} className="cr:mt-3" estimate={72} keyOf={(item) => item.id}>
      {(item, index) => <DiffItem item={item} opened={index < open} {...shared} />}
    </WindowedList>
  );
  return (
    <div className="cr:mt-5">
      {search === null ? null : <Search search={search} query={query} none={found.length === 0} onSearch={setQuery} />}
      {list(folded ? found.filter(({ state }) => state !== "unchanged") : found, wanted === "" ? opened : 0)}
      {unchanged.length === 0 || unfoldUnchanged === null ? null : (
        <Disclosure label={unfoldUnchanged} part="unchanged" className="cr:mt-3">
          {list(unchanged, 0)}
        </Disclosure>
      )}
    </div>
  );
}

interface SearchProps {
  search: DiffSearch;
  query: string;
  /** Whether nothing was found. */
  none: boolean;
  onSearch: (query: string) => void;
}

function Search({ search, query, none, onSearch }: SearchProps) {
  const id = useId();
  return (
    <div data-part="search">
      <label htmlFor={id} className="cr:text-compact cr:font-medium">
        {search.label}
      </label>
      <input
        id={id}
        type="search"
        className={cx(fieldLooks, "cr:mt-1 cr:min-h-10 cr:text-sm")}
        value={query}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        data-external=""
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
      <p role="status" className="cr:text-ink-muted cr:not-empty:mt-3" data-part="nothing-found">
        {none ? search.nothingFound : null}
      </p>
    </div>
  );
}

/** What an item can be found by: what it is called and of which kind it is, and where and what would change in it. */
function textsOf({ name, type, changes }: DiffItemModel): readonly string[] {
  const listed = (changes?.groups ?? []).flatMap((group) => group.changes);
  const texts = listed.flatMap(({ path, before, after }) => [
    ...path.map(nameText),
    ...valueTexts(before),
    ...valueTexts(after),
  ]);
  return [nameText(name), type, ...texts].map((text) => text.toLowerCase());
}

function nameText(name: NameModel): string {
  return name.external ?? name.text;
}

function valueTexts(value: ValueModel): readonly string[] {
  switch (value.state) {
    case "list":
      return value.values.flatMap(valueTexts);
    case "known":
      return [nameText(value.value)];
    case "described":
      return [plainText(value.sentence.text)];
    case "reference":
      return [nameText(value.name)];
    case "absent":
    case "secret":
    case "unknown":
      return [value.text];
  }
}

// Name before count for the ear, count before name for the eye.
function Counts({ counts, standing }: { counts: NonEmptyList<CountModel>; standing: Standing }) {
  return (
    <dl
      className="cr:grid cr:grid-cols-[max-content_minmax(0,1fr)] cr:gap-x-4 cr:@md:grid-cols-[max-content_max-content_minmax(0,1fr)]"
      data-part="counts"
    >
      {counts.map(({ id, label, measure, note }) => (
        <div
          key={id}
          className="cr:col-span-full cr:grid cr:grid-cols-subgrid cr:items-baseline cr:border-line cr:py-2 cr:not-first:border-t cr:first:pt-0"
          data-part="count"
        >
          <dt className="cr:col-start-2 cr:row-start-1 cr:font-medium">{label}</dt>
          <dd className="cr:col-start-1 cr:row-start-1 cr:text-end">
            <Measure measure={measure} standing={standing} />
          </dd>
          <dd className="cr:col-start-2 cr:text-compact cr:text-ink-muted cr:@md:col-start-3">
            {measure.state === "known" ? null : <p>{measure.reason}</p>}
            {note === null ? null : <p>{note}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
