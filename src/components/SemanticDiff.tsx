"use client";

import * as Collapsible from "@radix-ui/react-collapsible";
import { type ComponentPropsWithoutRef, forwardRef, memo, useDeferredValue, useId, useMemo, useState } from "react";
import {
  type ChangeGroupModel,
  type ChangesModel,
  type ComparedBody,
  contractVersion,
  type CountModel,
  type DiffItem,
  type DiffSearch,
  type NameModel,
  type NonEmptyList,
  plainText,
  type SemanticChange,
  type SemanticDiffViewModel,
  type ValueModel,
} from "../view-models/index.js";
import { FreshnessBand } from "./FreshnessBand.js";
import { Arrow } from "./internal/Arrow.js";
import { appearanceOf } from "./internal/appearance.js";
import { Chevron } from "./internal/Chevron.js";
import { cx } from "./internal/class-names.js";
import * as english from "./internal/english.js";
import { Currency } from "./internal/Currency.js";
import { Disclosure } from "./internal/Disclosure.js";
import { Heading, type HeadingLevel, type HeadingProps, levelBelow } from "./internal/Heading.js";
import { field as fieldLooks } from "./internal/looks.js";
import { Measure } from "./internal/Measure.js";
import type { MessagesProps } from "./internal/messages.js";
import { Name, Sentence, textOf } from "./internal/Name.js";
import { contentColumn, type Density, glyphGutter, Section } from "./internal/Section.js";
import { Skeleton } from "./internal/Skeleton.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";
import { TextLink, textLink } from "./internal/TextLink.js";
import { Value } from "./internal/Value.js";
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
          <Skeleton text={body.text} rows={4} />
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
  const outdated = body.freshness.state !== "current";
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
      <Counts counts={body.counts} outdated={outdated} />
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
      <Items body={body} outdated={outdated} opened={opened} level={level} density={density} becomes={becomes} />
      {body.more === null ? null : (
        <p className="cr:mt-2 cr:text-compact cr:text-ink-muted" data-part="more">
          {body.more.text}
        </p>
      )}
    </>
  );
}

interface ItemsProps extends Pick<ComparedProps, "body" | "opened" | "level" | "density"> {
  outdated: boolean;
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
  const list = (rows: readonly DiffItem[], open: number) => (
    <WindowedList rows={rows} className="cr:mt-3" estimate={72} keyOf={(item) => item.id}>
      {(item, index) => <Item item={item} opened={index < open} {...shared} />}
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
function textsOf({ name, type, changes }: DiffItem): readonly string[] {
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
function Counts({ counts, outdated }: { counts: NonEmptyList<CountModel>; outdated: boolean }) {
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
            <Measure measure={measure} outdated={outdated} />
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

interface ItemProps {
  item: DiffItem;
  /** The comparison describes inputs that are gone, or may be. */
  outdated: boolean;
  opened: boolean;
  level: HeadingLevel;
  density: Density;
  becomes: string;
}

// Memoised: an item opens or closes, and there can be thousands.
const Item = memo(function Item({ item, outdated, opened, level, density, becomes }: ItemProps) {
  const id = useId();
  // A void row claims nothing, so it has no glyph of its own: the band above says what it is.
  const appearance = outdated ? null : appearanceOf(item.status);
  const changes = item.changes ?? null;
  return (
    <Collapsible.Root
      defaultOpen={opened}
      className={cx("cr:border-t cr:border-line", density === "comfortable" ? "cr:py-2.5" : "cr:py-1.5")}
      data-part="item"
      data-kind={item.state}
      data-status={appearance?.status}
      data-tone={appearance?.tone}
    >
      <div
        className={cx(
          glyphGutter,
          "cr:grid cr:grid-cols-[1.25rem_minmax(0,1fr)] cr:gap-x-3 cr:@md:grid-cols-[1.25rem_minmax(0,1fr)_auto]",
        )}
      >
        {appearance === null || appearance.tone === "info" ? <span /> : <StatusGlyph appearance={appearance} />}
        <p id={id} className="cr:font-medium" data-part="name">
          <Name model={item.name} />
        </p>
        <p
          className="cr:col-start-2 cr:text-compact cr:text-ink-muted cr:@md:col-start-3 cr:@md:text-end"
          data-part="word"
        >
          {outdated ? <s>{item.word}</s> : item.word}
        </p>
        <p
          className="cr:col-start-2 cr:col-end-[-1] cr:flex cr:flex-wrap cr:items-center cr:gap-x-4 cr:text-compact cr:text-ink-muted"
          data-part="type"
        >
          {item.type}
          {changes === null ? null : (
            <Collapsible.Trigger className={cx("cr:group cr:cursor-pointer", textLink)} aria-describedby={id}>
              {outdated ? <s>{changes.text}</s> : changes.text}
              <Chevron />
            </Collapsible.Trigger>
          )}
        </p>
        <div className="cr:col-start-2 cr:col-end-[-1] cr:max-w-prose cr:text-compact cr:text-ink-muted">
          {item.reason === undefined ? null : (
            <p className={item.state === "undecided" ? "cr:text-(--cr-tone-ink)" : undefined} data-part="reason">
              <Sentence model={item.reason} />
            </p>
          )}
          {item.settledAt === undefined || item.settledAt === null ? null : (
            <TextLink href={item.settledAt.href}>{item.settledAt.label}</TextLink>
          )}
          {item.notes.map((note) => (
            <p key={note.text} data-part="note">
              <Sentence model={note} />
            </p>
          ))}
        </div>
      </div>
      {changes === null ? null : (
        <Collapsible.Content className="cr:pb-2">
          <Changes changes={changes} outdated={outdated} level={level} becomes={becomes} />
          {item.noiseHidden === null ? null : (
            <p className="cr:border-t cr:border-line cr:pt-1.5 cr:text-compact cr:text-ink-muted" data-part="noise">
              {item.noiseHidden.text}
            </p>
          )}
        </Collapsible.Content>
      )}
    </Collapsible.Root>
  );
});

interface ChangesProps extends Pick<ItemProps, "outdated" | "level" | "becomes"> {
  changes: ChangesModel;
}

function Changes({ changes, ...rest }: ChangesProps) {
  return (
    <>
      {changes.groups.map((group) => (
        <Group key={group.consequence} group={group} {...rest} />
      ))}
      {changes.more === null ? null : (
        <p className="cr:border-t cr:border-line cr:py-1.5 cr:text-compact cr:text-ink-muted" data-part="more">
          {changes.more.text}
        </p>
      )}
    </>
  );
}

function Group({ group, outdated, level, becomes }: Omit<ChangesProps, "changes"> & { group: ChangeGroupModel }) {
  const appearance = outdated ? null : appearanceOf(group.status);
  const loud = appearance?.tone === "caution" || appearance?.tone === "critical";
  return (
    <section
      className="cr:mt-2"
      data-part="changes"
      data-consequence={group.consequence}
      data-status={appearance?.status}
      data-tone={appearance?.tone}
    >
      <Heading level={level}>
        <span className={cx("cr:text-xs/5", loud ? "cr:text-(--cr-tone-ink)" : "cr:text-ink-muted")}>
          {group.title}
        </span>
      </Heading>
      <ul>
        {group.changes.map((change) => (
          <Change key={change.id} change={change} outdated={outdated} becomes={becomes} />
        ))}
      </ul>
    </section>
  );
}

function Change({ change, outdated, becomes }: Pick<ItemProps, "outdated" | "becomes"> & { change: SemanticChange }) {
  const { certainty } = change;
  return (
    <li
      className="cr:grid cr:gap-x-4 cr:border-t cr:border-line cr:py-1.5 cr:text-compact cr:@lg:grid-cols-[minmax(0,11fr)_minmax(0,9fr)]"
      data-part="change"
      data-certainty={certainty.state}
    >
      <p data-part="path">
        {change.path.map((part, index) => (
          <span key={index} className={index === change.path.length - 1 ? undefined : "cr:text-ink-muted"}>
            <Name model={part} />
            {index === change.path.length - 1 ? null : <span className="cr:text-ink-faint"> / </span>}
          </span>
        ))}
      </p>
      <div className="cr:min-w-0">
        <div className="cr:text-ink-muted" data-part="before">
          <Value model={change.before} />
        </div>
        <div className="cr:flex cr:gap-x-1.5" data-part="after">
          <span className="cr:flex-none">
            <Arrow />
            <span className="cr:sr-only">{becomes}</span>
          </span>
          {outdated ? (
            <s className="cr:min-w-0 cr:text-ink-faint" data-part="value">
              <Value model={change.after} />
            </s>
          ) : (
            <div className="cr:min-w-0 cr:font-medium" data-part="value">
              <Value model={change.after} />
            </div>
          )}
        </div>
        {certainty.state === "certain" ? null : (
          <p className="cr:flex cr:gap-x-1.5 cr:text-ink-muted" data-part="certainty" data-tone="caution">
            <StatusGlyph appearance={appearanceOf("unknown")} size={16} className="cr:mt-0.5" />
            {certainty.reason}
          </p>
        )}
      </div>
    </li>
  );
}
