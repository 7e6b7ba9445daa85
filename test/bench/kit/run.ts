/**
 * Measures ours beside other kits, in turns and there and back, and prints one line of JSON per figure. A figure is a ratio to
 * what was measured in the same round, unless its unit is said.
 */
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { type CDPSession, chromium, type Page } from "playwright";
import { testBrowser } from "../../../scripts/chromium.ts";
import { bin } from "../../../scripts/bin.ts";
import { forServer, ourSheet, pageOfFlows, pageOfSelection, weigh } from "./build.ts";

const rounds = Number(process.env["CHECKRAIL_ROUNDS"] ?? 5);
const parts = process.argv.slice(2);
const is = (part: string) => parts.length === 0 || parts.includes(part);

const floor = "rich";
/** The floor in our looks: what the sheet itself costs is in it. */
const dressed = "dressed";
const flows = ["raw", floor, dressed, "checkrail", "patternfly", "primer", "carbon", "ark", "mui", "eui"];
const weighed = [floor, "patternfly", "carbon", "ark", "mantine", "mui", "cloudscape", "antd", "eui"];
const limit = "limit";
const selections = [limit, "checkrail", "tanstack-virtual", "tanstack-table", "react-aria", "mui-x", "ag-grid", "antd"];
const many = 200;
const updates = 12;

interface Figure {
  readonly what: string;
  readonly values: readonly number[];
  readonly unit?: string;
  /** The most that ours may come to. */
  readonly aim?: number;
}

function say({ what, values, unit = "times", aim }: Figure): void {
  const sorted = values.toSorted((a, b) => a - b);
  process.stdout.write(
    `${JSON.stringify({ what, unit, median: sorted[Math.floor(sorted.length / 2)], least: sorted[0], most: sorted.at(-1), aim: aim ?? null })}\n`,
  );
}

if (is("bundle")) await bundles();
if (is("render")) await rendering();
if (is("mount")) await mounting();
if (is("selection")) await selecting();

async function bundles(): Promise<void> {
  const six = "DecisionCard, BackupQualitySummary, ProcessFlow, CompactSafetyStatus, ProofAside, CollapsedDiagnostics";
  const kilobytes = (what: string, value: number, aim?: number) =>
    say({ what: `Bundle: ${what}`, values: [value], unit: "kB", ...(aim === undefined ? {} : { aim }) });
  kilobytes("checkrail ProcessFlow, scripts", (await weigh(`export { ProcessFlow } from "checkrail";`)).script, 1.5);
  kilobytes(
    "checkrail, the six components with Radix Collapsible, scripts",
    (await weigh(`export { ${six} } from "checkrail";`)).script,
    9,
  );
  kilobytes("checkrail, the whole sheet", ourSheet(), 6);
  kilobytes(
    "checkrail ScopePicker with TanStack Virtual, scripts",
    (await weigh(`export { ScopePicker } from "checkrail";`)).script,
  );
  for (const flow of weighed) {
    const { script, style } = await weigh(`export { Flow, Provider } from "#flow";`, flow);
    kilobytes(`${flow}, a flow, scripts`, script);
    if (style > 0) kilobytes(`${flow}, a flow, styles`, style);
  }
}

async function rendering(): Promise<void> {
  const files = new Map<string, string>();
  for (const flow of flows) files.set(flow, await forServer(flow));
  const measured = await inTurns(flows, (flow) => {
    const command = [bin("tsx"), "test/bench/kit/measure-render.ts", pathToFileURL(files.get(flow) ?? "").href];
    const child = spawnSync(process.execPath, command, {
      encoding: "utf8",
      env: { ...process.env, NODE_ENV: "production" },
    });
    if (child.status !== 0) throw new Error(`${flow}: ${child.stderr}`);
    return Promise.resolve((JSON.parse(child.stdout) as { readonly seconds: number }).seconds);
  });
  compare("Server render of a flow", flows, measured, floor, { checkrail: 1.2 });
  compare("Server render of a flow, over the same looks", ["checkrail"], measured, dressed, { checkrail: 1.2 });
}

async function mounting(): Promise<void> {
  const files = new Map<string, string>();
  for (const flow of flows) files.set(flow, await pageOfFlows(flow));
  const measured = await inTurns(flows, (flow) =>
    onPage(files.get(flow) ?? "", async (page, cpu) => {
      // A small tree first: a page that is in use has compiled what it draws with.
      await page.evaluate("mount(10); update(); update(); unmount(); gc()");
      const mount = await cpu(() => page.evaluate(`mount(${many})`));
      await page.evaluate("update(); update(); gc()");
      const update = await cpu(() => page.evaluate(`for (let i = 0; i < ${updates}; i += 1) update()`));
      return { mount, update };
    }),
  );
  const of = (what: "mount" | "update") =>
    new Map([...measured].map(([flow, all]) => [flow, all.map((one) => one[what])]));
  compare(`Mount of ${many} flows`, flows, of("mount"), floor, { checkrail: 1.1 });
  compare(`Update of a step in ${many} flows`, flows, of("update"), floor, { checkrail: 1.2 });
  compare(`Mount of ${many} flows, over the same looks`, ["checkrail"], of("mount"), dressed, { checkrail: 1.2 });
  compare(`Update of a step in ${many} flows, over the same looks`, ["checkrail"], of("update"), dressed, {
    checkrail: 1.2,
  });
}

interface Selection {
  readonly mount: number;
  readonly key: number;
  readonly all: number;
  readonly worstKey: number;
  readonly nodes: number;
}

interface Way {
  readonly all: string;
  readonly none: string;
  readonly row: string;
  readonly search: string;
  readonly opens: string | null;
}

async function selecting(): Promise<void> {
  const files = new Map<string, string>();
  for (const name of selections) files.set(name, await pageOfSelection(name));
  const measured = await inTurns(selections, (name) => onPage(files.get(name) ?? "", choose));
  const of = (what: keyof Selection) =>
    new Map([...measured].map(([name, all]) => [name, all.map((one) => one[what])]));
  compare("10,000 items, mount", selections, of("mount"), limit, { checkrail: 1.5 });
  compare("10,000 items, a key of a search", selections, of("key"), limit, { checkrail: 1.5 });
  compare("10,000 items, select all", selections, of("all"), limit, { checkrail: 1.5 });
  for (const name of selections) {
    const ours = name === "checkrail";
    const { worstKey, nodes } = { worstKey: of("worstKey").get(name) ?? [], nodes: of("nodes").get(name) ?? [] };
    say({
      what: `10,000 items, slowest key to paint: ${name}`,
      values: worstKey,
      unit: "ms",
      ...(ours ? { aim: 25 } : {}),
    });
    say({ what: `10,000 items, elements: ${name}`, values: nodes, unit: "elements", ...(ours ? { aim: 250 } : {}) });
  }
}

async function choose(page: Page, cpu: Cpu): Promise<Selection> {
  await page.evaluate("way.mount()");
  const nodes: number = await page.evaluate("way.nodes()");
  await page.evaluate("way.unmount()");
  const mount = await cpu(() => page.evaluate("way.mount()"));
  const way: Way = await page.evaluate("({ ...way })");
  const paints: number[] = [];
  const timed = async (event: string, what: string, value: unknown, act: () => Promise<void>) => {
    const spent = await cpu(async () => {
      await page.evaluate(`way.arm(${JSON.stringify(event)}, ${JSON.stringify(what)}, ${JSON.stringify(value)})`);
      await act();
      const ms: number = await page.evaluate("answer");
      if (Number.isNaN(ms)) throw new Error(`${what} ${String(value)} never came about on ${page.url()}.`);
      if (what === "found") paints.push(ms);
    });
    return spent;
  };
  const press = (key: string, what: string, value: unknown) =>
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
  return { mount, nodes, key: median(keys) - nothing, all: median(all) - nothing, worstKey: Math.max(...paints) };
}

/** Seconds of a processor that the page's thread spends while something happens and comes to rest. */
type Cpu = (act: () => Promise<unknown>) => Promise<number>;

async function onPage<Value>(file: string, act: (page: Page, cpu: Cpu) => Promise<Value>): Promise<Value> {
  const { launchOptions } = testBrowser();
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), "--js-flags=--expose-gc"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(pathToFileURL(file).href);
    await page.waitForFunction("window.ready === true");
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

/** Every case once a round, there and back again: whatever the machine does over time, it does to all of them. */
async function inTurns<Value>(
  names: readonly string[],
  measure: (name: string) => Promise<Value>,
): Promise<ReadonlyMap<string, readonly Value[]>> {
  const values = new Map<string, Value[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) values.get(name)?.push(await measure(name));
  }
  return values;
}

function compare(
  what: string,
  names: readonly string[],
  measured: ReadonlyMap<string, readonly number[]>,
  beside: string,
  aims: Readonly<Record<string, number>>,
): void {
  const base = measured.get(beside) ?? [];
  for (const name of names) {
    const values = (measured.get(name) ?? []).map((one, round) => one / (base[round] ?? Number.NaN));
    const aim = aims[name];
    say({ what: `${what}: ${name}`, values, ...(aim === undefined ? {} : { aim }) });
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
