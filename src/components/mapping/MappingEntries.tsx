"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useRef, useState } from "react";
import type { MappingTarget } from "../../view-models/index.js";
import { cx } from "../internal/class-names.js";
import { Name, textOf } from "../internal/Name.js";
import { rangeWith, rowAt } from "../internal/virtual-focus.js";

export interface MappingEntriesProps {
  id: string;
  entries: readonly MappingTarget[];
  candidate: MappingTarget | null;
  onChoose: (entry: MappingTarget) => void;
  label: string;
}

/** Height of an entry on one line, in CSS px. */
const rowHeight = 44;

/** A list box of any length: the keyboard moves through it, Space or a click takes one as the candidate. */
export function MappingEntries({ id, entries, candidate, onChoose, label }: MappingEntriesProps) {
  const viewport = useRef<HTMLDivElement>(null);
  const chosenAt = candidate === null ? -1 : entries.findIndex((entry) => entry.id === candidate.id);
  const [active, setActive] = useState(Math.max(0, chosenAt));
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    rangeExtractor: rangeWith(active),
    // Rows measure themselves, and what that moves is moved in the next frame.
    useAnimationFrameWithResizeObserver: true,
    overscan: 6,
    initialRect: { width: 520, height: 320 },
    initialOffset: Math.max(0, (chosenAt - 3) * rowHeight),
  });
  const drawn = virtualizer.getVirtualItems();
  const move = (to: number) => {
    const next = Math.min(entries.length - 1, Math.max(0, to));
    setActive(next);
    virtualizer.scrollToIndex(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = 8;
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: entries.length - 1,
    };
    const to = moves[event.key];
    const entry = entries[active];
    if (to !== undefined) move(to);
    else if ((event.key === " " || event.key === "Enter") && entry !== undefined) onChoose(entry);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={viewport}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      // Before the list has its size no row is drawn, and an id that names nothing is worse than none.
      aria-activedescendant={drawn.some(({ index }) => index === active) ? `${id}-entry-${active}` : undefined}
      className="cr:group/entries cr:mt-3 cr:max-h-80 cr:min-h-24 cr:overflow-y-auto cr:overscroll-contain cr:border-t cr:border-line cr:focus-visible:-outline-offset-2"
      onKeyDown={onKeyDown}
      onClick={({ target }) => {
        const index = rowAt(target);
        const entry = index === null ? undefined : entries[index];
        if (index === null || entry === undefined) return;
        setActive(index);
        onChoose(entry);
      }}
    >
      <div className="cr:relative" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const entry = entries[index];
          if (entry === undefined) return null;
          const isChosen = entry.id === candidate?.id;
          return (
            <div
              key={entry.id}
              id={`${id}-entry-${index}`}
              ref={virtualizer.measureElement}
              data-index={index}
              role="option"
              aria-selected={isChosen}
              aria-setsize={entries.length}
              aria-posinset={index + 1}
              className={cx(
                "cr:absolute cr:inset-x-0 cr:top-0 cr:flex cr:cursor-pointer cr:items-start cr:gap-x-3 cr:border-b cr:border-line cr:px-5 cr:py-2.5 cr:hover:bg-surface-sunken",
                index === active && "cr:group-focus-visible/entries:bg-surface-sunken",
              )}
              style={{ transform: `translateY(${start}px)` }}
              data-part="entry"
            >
              <Ring chosen={isChosen} />
              <span className={cx("cr:min-w-0", isChosen && "cr:font-medium")}>
                <Name model={entry.name} />
                {entry.detail === null ? null : (
                  <span className="cr:block cr:text-compact cr:font-normal cr:text-ink-muted" data-part="detail">
                    {textOf(entry.detail)}
                  </span>
                )}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Ring({ chosen }: { chosen: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "cr:mt-0.5 cr:grid cr:size-4 cr:flex-none cr:place-content-center cr:rounded-full cr:border-[1.5px]",
        chosen ? "cr:border-ink" : "cr:border-line-strong",
      )}
    >
      {chosen ? <span className="cr:size-2 cr:rounded-full cr:bg-ink cr:forced-colors:bg-[CanvasText]" /> : null}
    </span>
  );
}
