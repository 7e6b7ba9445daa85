/** Keeps one row in the document however far a list is scrolled, because assistive technology is told that it is active. */
export function rangeWith(
  active: number | null,
): (range: { startIndex: number; endIndex: number; overscan: number; count: number }) => number[] {
  return ({ startIndex, endIndex, overscan, count }) => {
    const from = Math.max(0, startIndex - overscan);
    const to = Math.min(count - 1, endIndex + overscan);
    const rows = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
    if (active === null || active >= count) return rows;
    if (active < from) return [active, ...rows];
    return active > to ? [...rows, active] : rows;
  };
}

/** The row that an event happened in, by its index; null where it happened between rows. The list listens once for all of them. */
export function rowAt(target: EventTarget): number | null {
  const index = target instanceof Element ? target.closest("[data-index]")?.getAttribute("data-index") : null;
  return index === null || index === undefined ? null : Number(index);
}
