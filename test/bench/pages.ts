/** Pages in a browser of their own, and what their thread spends. */
import { type CDPSession, chromium, type Page } from "playwright";
import { testBrowser } from "../../scripts/chromium.ts";

/** Seconds of a processor that the page's thread spends while something happens and comes to rest. */
export type Cpu = (act: () => Promise<unknown>) => Promise<number>;

/** Opens an address in a new browser, and closes it once it was used. */
export async function onPage<Value>(address: string, act: (page: Page, cpu: Cpu) => Promise<Value>): Promise<Value> {
  const { launchOptions } = testBrowser();
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), "--js-flags=--expose-gc"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(address);
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    return await act(page, async (work) => {
      const from = await spent(session);
      await work();
      // What the page still does by itself belongs to the work; waiting costs its thread nothing.
      await page.evaluate("new Promise((rest) => setTimeout(rest, 200))");
      return (await spent(session)) - from;
    });
  } finally {
    await browser.close();
  }
}

async function spent(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
}

/**
 * Milliseconds that the page's thread spends in its longest task while something happens and comes to rest. Waiting for a
 * processor that others use makes no task longer.
 */
export async function longestTaskIn(page: Page, act: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const traceConfig = { includedCategories: ["toplevel"] };
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig });
  await act();
  await page.evaluate("new Promise((rest) => setTimeout(rest, 200))");
  const complete = new Promise((done) => session.once("Tracing.tracingComplete", done));
  await session.send("Tracing.end");
  await complete;
  await session.detach();
  const drawing = events.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain");
  const threads = new Set(drawing.map(threadOf));
  const tasks = events.filter((event) => event.ph === "X" && threads.has(threadOf(event)));
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1_000));
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}/${tid}`;
}
