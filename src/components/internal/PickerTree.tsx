"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, memo, type MouseEvent, useMemo, useRef, useState } from "react";
import type { ChoosingBody, ItemRun } from "../../view-models/index.js";
import { cx } from "./class-names.js";
import { actionOf } from "./picker-keys.js";
import { type PickerRow, pickerRows } from "./picker-rows.js";
import { GroupRow, ItemRow, SectionRow } from "./PickerRows.js";
import type { Density } from "./Section.js";
import { rangeWith, rowAt } from "./virtual-focus.js";

export interface PickerTreeProps {
  id: string;
  title: string;
  body: ChoosingBody;
  isShut: boolean;
  density: Density;
  onChoose: ((items: readonly ItemRun[], chosen: boolean) => void) | undefined;
}

/** So few items stand open from the start. */
const openUpTo = 60;

/** Heights of rows of one line, in CSS px. A row that is as high as was reckoned moves nothing when it is drawn. */
const rowHeights = { comfortable: 37, compact: 29 } as const;
const sectionHeight = 33;
const tallest = 440;

/** Height of a tree on which nothing is known but how many items it holds, in CSS px: at least one section and one group. */
export function leastTreeHeight(items: number, density: Density): number {
  return items > openUpTo ? tallest : Math.min(tallest, sectionHeight + rowHeights[density] * (items + 1));
}

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
// Memoised: what is typed into the search stands at once, and the tree is drawn when it was found.
export const PickerTree = memo(function PickerTree({ id, title, body, isShut, density, onChoose }: PickerTreeProps) {
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
  const active = useMemo(() => (activeKey === null ? 0 : Math.max(0, rows.indexOf(activeKey))), [rows, activeKey]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => viewport.current,
    estimateSize: (index) => (rows.kindAt(index) === "section" ? sectionHeight : rowHeights[density]),
    // The same function while the rows are the same: a new one makes the list reckon every height anew.
    getItemKey: rows.keyAt,
    rangeExtractor: rangeWith(active),
    // Rows measure themselves, and what that moves is moved in the next frame.
    useAnimationFrameWithResizeObserver: true,
    // Who reads a short list row by row hears more of it at once; a long one is drawn anew with every key of a search.
    overscan: rows.length > openUpTo ? 5 : 10,
    initialRect: { width: 720, height: tallest },
  });
  const drawn = virtualizer.getVirtualItems();

  const move = (to: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, to));
    setActiveKey(rows.at(next)?.key ?? null);
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
    const row = rows.at(active);
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
    const row = rows.at(rowAt(target) ?? -1);
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
      className={cx(
        "cr:group/tree cr:mt-3 cr:max-h-110 cr:overflow-y-auto cr:overscroll-contain cr:border-y cr:border-line-strong cr:focus-visible:-outline-offset-2 cr:print:max-h-none",
        // Of a long list only the groups stand there at first: what follows stays where it is when one opens.
        body.items.length > openUpTo && "cr:min-h-110",
      )}
      data-part="tree"
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div
        className="cr:relative cr:[contain:size_layout]"
        role="presentation"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {drawn.map(({ index, start, key }) => {
          const row = rows.at(index);
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
                  item={row.item}
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
});

function checkedOf(row: PickerRow): boolean | "mixed" | undefined {
  if (row.kind === "section") return undefined;
  const choice = row.kind === "group" ? row.choice : row.shown;
  return choice === "some" ? "mixed" : choice === "all";
}
