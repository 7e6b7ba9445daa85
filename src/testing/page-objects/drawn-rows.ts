import type { Seen } from "./seen.js";
import type { TestTool } from "./tool.js";

/**
 * Scrolls a list from its first row on until a row is drawn that is wanted: a long list draws only the rows near its
 * window. Null where its end was reached without one.
 */
export async function scrolledTo(
  tool: TestTool,
  drawn: () => Promise<readonly Seen[]>,
  isWanted: (row: Seen) => boolean,
): Promise<Seen | null> {
  let rows = await drawn();
  let edge = firstOf(rows);
  while (edge > 0) edge = await beyond(firstOf, (now) => now < edge);
  for (;;) {
    const found = rows.find(isWanted);
    if (found !== undefined) return found;
    const from = endOfRun(rows, edge);
    edge = await beyond(
      (now) => endOfRun(now, from),
      (now) => now > from,
    );
    if (edge === from) return null;
  }

  // The row at the edge is brought into view, and rows beyond it are drawn in a moment, or there are none.
  async function beyond(edgeOf: (rows: readonly Seen[]) => number, isFurther: (edge: number) => boolean) {
    const at = edgeOf(rows);
    const row = rows.find((one) => indexOf(one) === at);
    if (row === undefined) return at;
    await tool.show(row.address);
    try {
      await tool.until(async () => {
        rows = await drawn();
        if (!isFurther(edgeOf(rows))) throw new Error("Nothing is drawn beyond this row.");
      });
    } catch {
      return at;
    }
    return edgeOf(rows);
  }
}

// A row that is active stays drawn however far away it is, so the last of the rows that follow each other counts.
function endOfRun(rows: readonly Seen[], from: number): number {
  const drawn = new Set(rows.map(indexOf));
  let end = from;
  while (drawn.has(end + 1)) end += 1;
  return end;
}

function firstOf(rows: readonly Seen[]): number {
  return Math.min(...rows.map(indexOf));
}

function indexOf(row: Seen): number {
  return Number(row.attribute("data-index"));
}
