"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { cx } from "./class-names.js";

export interface WindowedListProps<Row> {
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Height of a row that was not drawn yet, in CSS px. */
  estimate: number;
  className?: string;
  children: (row: Row, index: number) => ReactNode;
}

/** From this many rows on only those near the window are in the document; below it all are, for search and print. */
const windowedFrom = 100;

/** A list that scrolls with its page, and stays quick with 10,000 rows (BY-7). */
export function WindowedList<Row>(props: WindowedListProps<Row>) {
  const { rows, keyOf, className, children } = props;
  if (rows.length === 0) return null;
  if (rows.length >= windowedFrom) return <Windowed {...props} />;
  return (
    <ul className={className} data-part="items">
      {rows.map((row, index) => (
        <li key={keyOf(row)}>{children(row, index)}</li>
      ))}
    </ul>
  );
}

function Windowed<Row>({ rows, keyOf, estimate, className, children }: WindowedListProps<Row>) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  // Where the list begins on the page; whatever grows above it makes the page grow.
  useEffect(() => {
    const measure = () => setTop((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    const page = new ResizeObserver(measure);
    page.observe(document.documentElement);
    return () => page.disconnect();
  }, []);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => estimate,
    // Rows measure themselves, and what that moves is moved in the next frame.
    useAnimationFrameWithResizeObserver: true,
    overscan: 8,
    scrollMargin: top,
    getItemKey: (index) => keyOf(rows[index] as Row),
    // What the server draws, where there is no window to measure.
    initialRect: { width: 760, height: 1200 },
  });
  return (
    <ul
      ref={list}
      className={cx("cr:relative", className)}
      style={{ height: virtualizer.getTotalSize() }}
      data-part="items"
    >
      {virtualizer.getVirtualItems().map(({ key, index, start }) => (
        <li
          key={key}
          ref={virtualizer.measureElement}
          data-index={index}
          aria-setsize={rows.length}
          aria-posinset={index + 1}
          className="cr:absolute cr:inset-x-0 cr:top-0"
          style={{ transform: `translateY(${start - virtualizer.options.scrollMargin}px)` }}
        >
          {children(rows[index] as Row, index)}
        </li>
      ))}
    </ul>
  );
}
