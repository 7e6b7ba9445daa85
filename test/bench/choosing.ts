/** Choosing among 10,000 items on a page that says how it is done there (`kit/selection/watched.js`). */
import type { Page } from "playwright";
import { median } from "./figures.ts";
import type { Cpu } from "./pages.ts";

export interface Choosing {
  /** Seconds of the page's thread for a key of a search, over a key that does nothing. */
  readonly key: number;
  /** The same of choosing everything. */
  readonly all: number;
  /** Milliseconds from a key to what it brings about being painted, at worst. */
  readonly worstKey: number;
  /** The same of choosing everything. */
  readonly allToPaint: number;
}

interface Way {
  readonly all: string;
  readonly none: string;
  readonly row: string;
  readonly search: string;
  readonly opens: string | null;
}

/** Searches, takes everything back, and chooses, as `window.way` says that it is done on this page. */
export async function choose(page: Page, cpu: Cpu): Promise<Choosing> {
  const way: Way = await page.evaluate("({ ...way })");
  const paints: Record<"found" | "chosen" | "nothing", number[]> = { found: [], chosen: [], nothing: [] };
  const timed = async (event: string, what: keyof typeof paints, value: unknown, act: () => Promise<void>) => {
    const spent = await cpu(async () => {
      await page.evaluate(`way.arm(${JSON.stringify(event)}, ${JSON.stringify(what)}, ${JSON.stringify(value)})`);
      await act();
      const ms: number = await page.evaluate("answer");
      if (Number.isNaN(ms)) throw new Error(`${what} ${String(value)} never came about on ${page.url()}.`);
      if (what !== "chosen" || value === 10_000) paints[what].push(ms);
    });
    return spent;
  };
  const press = (key: string, what: keyof typeof paints, value: unknown) =>
    timed("keydown", what, value, () => page.keyboard.press(key));
  const click = (selector: string, value: number) =>
    timed("click", "chosen", value, () => page.locator(selector).first().click({ force: true }));
  if (way.opens !== null) await page.locator(way.opens).first().click();
  await page.locator(way.search).click();
  const nothing = median([
    await press("Shift", "nothing", 0),
    await press("Shift", "nothing", 0),
    await press("Shift", "nothing", 0),
  ]);
  const keys: number[] = [];
  for (let time = 0; time < 2; time += 1) {
    let query = "";
    for (const key of "wifi") keys.push(await press(key, "found", (query += key)));
    while (query !== "") await press("Backspace", "found", (query = query.slice(0, -1)));
  }
  const all: number[] = [];
  for (let time = 0; time < 2; time += 1) {
    all.push(await click(way.all, 10_000));
    await click(way.none, 0);
  }
  await click(way.row, 1);
  return {
    key: median(keys) - nothing,
    all: median(all) - nothing,
    worstKey: Math.max(...paints.found),
    allToPaint: median(paints.chosen),
  };
}
