/**
 * Measures ours beside other kits, in turns and there and back, and prints one line of JSON per figure. A figure is a ratio to
 * what was measured in the same round, unless its unit is said.
 */
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { bin } from "../../../scripts/bin.ts";
import { choose, type Choosing } from "../choosing.ts";
import { compare, inTurns, say } from "../figures.ts";
import { onPage } from "../pages.ts";
import { forServer, ourSheet, pageOfFlows, pageOfSelection, weigh } from "./build.ts";

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

if (is("bundle")) await bundles();
if (is("render")) await rendering();
if (is("mount")) await mounting();
if (is("selection")) await selecting();

async function bundles(): Promise<void> {
  const six = "DecisionCard, BackupQualitySummary, ProcessFlow, CompactSafetyStatus, ProofAside, CollapsedDiagnostics";
  const kilobytes = (what: string, value: number, aim?: number) =>
    say({ what: `Bundle: ${what}`, values: [value], unit: "kB", ...(aim === undefined ? {} : { aim }) });
  kilobytes("checkrail ProcessFlow, scripts", (await weigh(`export { ProcessFlow } from "checkrail";`)).script, 5.5);
  kilobytes(
    "checkrail, the six components with Radix Collapsible, scripts",
    (await weigh(`export { ${six} } from "checkrail";`)).script,
    14,
  );
  kilobytes("checkrail, the whole sheet", ourSheet(), 6.5);
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
  compare("Server render of a flow", flows, measured, floor);
  compare("Server render of a flow, over the same looks", ["checkrail"], measured, dressed, { checkrail: 2.1 });
}

async function mounting(): Promise<void> {
  const files = new Map<string, string>();
  for (const flow of flows) files.set(flow, await pageOfFlows(flow));
  const measured = await inTurns(flows, (flow) =>
    onPage(pathToFileURL(files.get(flow) ?? "").href, async (page, cpu) => {
      await page.waitForFunction("window.ready === true");
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
  compare(`Mount of ${many} flows`, flows, of("mount"), floor);
  compare(`Update of a step in ${many} flows`, flows, of("update"), floor);
  compare(`Mount of ${many} flows, over the same looks`, ["checkrail"], of("mount"), dressed, { checkrail: 1.25 });
  compare(`Update of a step in ${many} flows, over the same looks`, ["checkrail"], of("update"), dressed, {
    checkrail: 1.25,
  });
}

interface Selection extends Choosing {
  readonly mount: number;
  readonly nodes: number;
}

async function selecting(): Promise<void> {
  const files = new Map<string, string>();
  for (const name of selections) files.set(name, await pageOfSelection(name));
  const measured = await inTurns(selections, (name) =>
    onPage(pathToFileURL(files.get(name) ?? "").href, async (page, cpu) => {
      await page.waitForFunction("window.ready === true");
      await page.evaluate("way.mount()");
      const nodes: number = await page.evaluate("way.nodes()");
      await page.evaluate("way.unmount()");
      return { mount: await cpu(() => page.evaluate("way.mount()")), nodes, ...(await choose(page, cpu)) };
    }),
  );
  const of = (what: keyof Selection) =>
    new Map([...measured].map(([name, all]) => [name, all.map((one) => one[what])]));
  compare("10,000 items, mount", selections, of("mount"), limit, { checkrail: 2.25 });
  compare("10,000 items, a key of a search", selections, of("key"), limit, { checkrail: 1.5 });
  compare("10,000 items, select all", selections, of("all"), limit, { checkrail: 2.25 });
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
