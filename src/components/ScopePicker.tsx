"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type KeyboardEvent,
  memo,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type {
  BulkChoice,
  ChoosingBody,
  ItemMark,
  ItemRun,
  ItemSearch,
  ScopePickerViewModel,
} from "../view-models/index.js";
import { appearanceOf } from "./internal/appearance.js";
import { Chevron } from "./internal/Chevron.js";
import { cx } from "./internal/class-names.js";
import type { HeadingProps } from "./internal/Heading.js";
import { field as fieldLooks } from "./internal/looks.js";
import { Name } from "./internal/Name.js";
import { type PickerRow, pickerRows, within } from "./internal/picker-rows.js";
import { contentColumn, type Density, Section } from "./internal/Section.js";
import { Skeleton } from "./internal/Skeleton.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";
import { textControl, TextLink, textLink } from "./internal/TextLink.js";
import { rangeWith, rowAt } from "./internal/virtual-focus.js";

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
    >
      <div className={contentColumn}>
        {shut === null ? null : (
          <p id={`${model.id}-shut`} className="cr:mb-3 cr:max-w-prose cr:text-ink-muted" data-part="shut">
            {shut}
          </p>
        )}
        {body.state === "loading" ? (
          <Skeleton text={body.text} rows={6} />
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
      <Tree id={id} title={title} body={body} isShut={isShut} density={density} onChoose={onChoose} />
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

interface TreeProps extends Pick<ChoosingProps, "id" | "title" | "body" | "isShut" | "density" | "onChoose"> {}

/** So few items stand open from the start. */
const openUpTo = 60;

/** Groups that the operator opened or closed, in one search or in none. */
interface Toggled {
  readonly query: string | null;
  readonly groups: ReadonlySet<string>;
}

const untouched: Toggled = { query: null, groups: new Set() };

/**
 * A tree in one flat list: section, group, item. Only the rows near the viewport are in the document, so each says its
 * level, its place and how many there are, and the active one stays whatever is scrolled.
 */
function Tree({ id, title, body, isShut, density, onChoose }: TreeProps) {
  const viewport = useRef<HTMLDivElement>(null);
  const query = body.search.query?.external ?? null;
  const [browsing, setBrowsing] = useState<Toggled>(untouched);
  const [searching, setSearching] = useState<Toggled>(untouched);
  // What was opened or closed before a search, or in another one, hides nothing that this one found.
  const now = query === null ? browsing : searching;
  const toggled = now.query === query ? now.groups : untouched.groups;
  const openAtFirst = query !== null || body.items.length <= openUpTo;
  const rows = useMemo(
    () => pickerRows(body, (group) => toggled.has(group) !== openAtFirst),
    [body, toggled, openAtFirst],
  );
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const found = rows.findIndex((row) => row.key === activeKey);
  const active = found === -1 ? 0 : found;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => (density === "comfortable" ? 36 : 30),
    getItemKey: (index) => rows[index]?.key ?? index,
    rangeExtractor: rangeWith(active),
    // Rows measure themselves, and what that moves is moved in the next frame.
    useAnimationFrameWithResizeObserver: true,
    overscan: 10,
    initialRect: { width: 720, height: 440 },
  });
  const drawn = virtualizer.getVirtualItems();

  const move = (to: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, to));
    setActiveKey(rows[next]?.key ?? null);
    virtualizer.scrollToIndex(next);
  };
  const open = (row: PickerRow, wanted: boolean) => {
    if (row.kind !== "group" || row.open === wanted) return;
    setActiveKey(row.key);
    const next = new Set(toggled);
    if (!next.delete(row.id)) next.add(row.id);
    (query === null ? setBrowsing : setSearching)({ query, groups: next });
  };
  const choose = (row: PickerRow) => {
    setActiveKey(row.key);
    if (row.kind === "section" || row.runs.length === 0) return;
    onChoose?.(row.runs, row.shown !== "all");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const row = rows[active];
    if (row === undefined) return;
    const act = actionOf(event, row, active, rows);
    if (act === null) return;
    event.preventDefault();
    if (act.kind === "move") move(act.to);
    else if (act.kind === "open") open(row, act.open);
    else choose(row);
  };

  // A group opens where its name is, and is chosen at its box; an item is chosen anywhere.
  const onClick = ({ target }: MouseEvent) => {
    const row = rows[rowAt(target) ?? -1];
    if (row === undefined) return;
    const atBox = target instanceof Element && target.closest("[data-part=box]") !== null;
    if (row.kind === "group" && !atBox) open(row, !row.open);
    else choose(row);
  };

  if (rows.length === 0) return null;
  return (
    <div
      ref={viewport}
      role="tree"
      tabIndex={0}
      aria-label={title}
      aria-multiselectable="true"
      aria-disabled={isShut || undefined}
      aria-describedby={cx(`${id}-chosen`, `${id}-shown`, isShut && `${id}-shut`)}
      // Before the tree has its size no row is drawn, and an id that names nothing is worse than none.
      aria-activedescendant={drawn.some(({ index }) => index === active) ? `${id}-row-${active}` : undefined}
      className="cr:group/tree cr:mt-3 cr:max-h-110 cr:overflow-y-auto cr:overscroll-contain cr:border-y cr:border-line-strong cr:focus-visible:-outline-offset-2 cr:print:max-h-none"
      data-part="tree"
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div className="cr:relative" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {drawn.map(({ index, start, key }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <div
              key={key}
              id={`${id}-row-${index}`}
              ref={virtualizer.measureElement}
              data-index={index}
              role="treeitem"
              aria-level={row.level}
              aria-setsize={row.size}
              aria-posinset={row.position}
              aria-expanded={row.kind === "item" ? undefined : row.kind === "section" || row.open}
              aria-checked={checkedOf(row)}
              className={cx(
                "cr:absolute cr:inset-x-0 cr:top-0 cr:border-b cr:border-line",
                index === active && "cr:group-focus-visible/tree:bg-surface-sunken",
              )}
              style={{ transform: `translateY(${start}px)` }}
              data-part={row.kind}
              data-shown={row.kind === "section" ? undefined : row.shown}
            >
              {row.kind === "section" ? (
                <SectionRow title={row.title} note={row.note} />
              ) : row.kind === "group" ? (
                <GroupRow row={row} density={density} isShut={isShut} />
              ) : (
                <ItemRow
                  name={<Name model={row.item.name} />}
                  note={row.item.note}
                  mark={row.mark}
                  chosen={row.shown === "all"}
                  density={density}
                  isShut={isShut}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function checkedOf(row: PickerRow): boolean | "mixed" | undefined {
  if (row.kind === "section") return undefined;
  const choice = row.kind === "group" ? row.choice : row.shown;
  return choice === "some" ? "mixed" : choice === "all";
}

type TreeAction =
  | { readonly kind: "move"; readonly to: number }
  | { readonly kind: "open"; readonly open: boolean }
  | { readonly kind: "choose" };

/** What a key does on a row: the keys of a tree, with Space and Enter for the choice. */
function actionOf(event: KeyboardEvent, row: PickerRow, at: number, rows: readonly PickerRow[]): TreeAction | null {
  const rightToLeft = getComputedStyle(event.currentTarget).direction === "rtl";
  const forward = rightToLeft ? "ArrowLeft" : "ArrowRight";
  const back = rightToLeft ? "ArrowRight" : "ArrowLeft";
  switch (event.key) {
    case "ArrowDown":
      return { kind: "move", to: at + 1 };
    case "ArrowUp":
      return { kind: "move", to: at - 1 };
    case "PageDown":
      return { kind: "move", to: at + 10 };
    case "PageUp":
      return { kind: "move", to: at - 10 };
    case "Home":
      return { kind: "move", to: 0 };
    case "End":
      return { kind: "move", to: rows.length - 1 };
    case forward:
      return row.kind === "group" && !row.open
        ? { kind: "open", open: true }
        : { kind: "move", to: at + (row.kind === "item" ? 0 : 1) };
    case back:
      if (row.kind === "group" && row.open) return { kind: "open", open: false };
      return { kind: "move", to: parentOf(at, rows) };
    case " ":
    case "Enter":
      return { kind: "choose" };
    default:
      return startingWith(event.key, at, rows);
  }
}

function parentOf(at: number, rows: readonly PickerRow[]): number {
  const level = rows[at]?.level ?? 1;
  for (let index = at - 1; index >= 0; index -= 1) if ((rows[index]?.level ?? 1) < level) return index;
  return at;
}

/** A letter leads to the next row that begins with it. */
function startingWith(key: string, at: number, rows: readonly PickerRow[]): TreeAction | null {
  if ([...key].length !== 1) return null;
  const letter = key.toLowerCase();
  for (let step = 1; step <= rows.length; step += 1) {
    const index = (at + step) % rows.length;
    if (within(rows[index])?.toLowerCase().startsWith(letter)) return { kind: "move", to: index };
  }
  return null;
}

function SectionRow({ title, note }: { title: string; note: string | null }) {
  return (
    <p className="cr:flex cr:flex-wrap cr:gap-x-3 cr:bg-surface-sunken cr:px-2 cr:py-1.5 cr:text-compact">
      <span className="cr:font-semibold" data-part="name">
        {title}
      </span>
      {note === null ? null : (
        <span className="cr:text-ink-muted" data-part="note">
          {note}
        </span>
      )}
    </p>
  );
}

interface RowProps {
  density: Density;
  isShut: boolean;
}

const line = { comfortable: "cr:py-1.5", compact: "cr:py-0.5" } as const;

function GroupRow({ row, density, isShut }: RowProps & { row: Extract<PickerRow, { kind: "group" }> }) {
  return (
    <div
      className={cx("cr:flex cr:items-start cr:gap-x-2 cr:pe-2", line[density])}
      data-state={row.open ? "open" : "closed"}
    >
      <span
        className="cr:group cr:grid cr:size-6 cr:flex-none cr:cursor-pointer cr:place-content-center"
        data-state={row.open ? "open" : "closed"}
        data-part="opener"
      >
        <Chevron />
      </span>
      <Box checked={row.choice === "some" ? "mixed" : row.choice === "all"} isShut={isShut} />
      <span className="cr:min-w-0 cr:flex-1 cr:cursor-pointer cr:pt-0.5 cr:font-medium" data-part="name">
        {row.title}
      </span>
      <span className="cr:pt-0.5 cr:text-end cr:text-compact cr:text-ink-muted" data-part="note">
        {row.text}
      </span>
    </div>
  );
}

// Memoised: one row changes at a time, and a screen holds dozens.
const ItemRow = memo(function ItemRow({
  name,
  note,
  mark,
  chosen,
  density,
  isShut,
}: RowProps & { name: ReactNode; note: string | null; mark: ItemMark | null; chosen: boolean }) {
  return (
    <div
      className={cx(
        "cr:flex cr:items-start cr:gap-x-2 cr:ps-8 cr:pe-2",
        line[density],
        isShut ? "cr:cursor-not-allowed" : "cr:cursor-pointer",
      )}
    >
      <Box checked={chosen} isShut={isShut} />
      <span className="cr:min-w-0 cr:flex-1 cr:pt-0.5">
        <span className="cr:block" data-part="name">
          {name}
        </span>
        {note === null ? null : (
          <span className="cr:block cr:text-compact cr:text-ink-muted" data-part="note">
            {note}
          </span>
        )}
      </span>
      {mark === null ? null : (
        <span className="cr:pt-0.5 cr:text-end cr:text-compact cr:text-ink-muted" data-part="mark-word">
          {mark.word}
        </span>
      )}
    </div>
  );
});

/** The picture of a checkbox; the row itself says to the ear whether it is chosen. */
function Box({ checked, isShut }: { checked: boolean | "mixed"; isShut: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "cr:grid cr:size-6 cr:flex-none cr:place-content-center",
        isShut ? "cr:cursor-not-allowed" : "cr:cursor-pointer",
      )}
      data-part="box"
      data-checked={String(checked)}
    >
      <span
        className={cx(
          "cr:grid cr:size-4.5 cr:place-content-center cr:rounded-sm cr:border-[1.5px] cr:bg-surface",
          checked === false ? "cr:border-line-strong" : "cr:border-ink",
          isShut && "cr:border-dashed",
        )}
      >
        {checked === true ? (
          <span className="cr:h-2.5 cr:w-1.5 cr:-translate-y-px cr:rotate-45 cr:border-e-2 cr:border-b-2 cr:border-ink" />
        ) : checked === "mixed" ? (
          <span className="cr:w-2 cr:border-t-2 cr:border-ink" />
        ) : null}
      </span>
    </span>
  );
}
