/**
 * Measures the built app in a browser, over a real server, with a backup set of 10,000 items: choosing among them beside the
 * least that can choose, and the way to what would change. Prints a figure a line, as JSON.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright";
import { importSummarySchema } from "../../../reference/api/imports.js";
import { runDocumentSchema } from "../../../reference/api/runs.js";
import { choose } from "../choosing.js";
import { compare, inTurns, say } from "../figures.js";
import { type Cpu, longestTaskIn, onPage } from "../pages.js";
import { assess, call, startServers } from "../server/servers.js";
import { buildInto } from "./build.js";
import { exportOf, largeName } from "./export.js";

const parts = process.argv.slice(2);
const is = (part: string) => parts.length === 0 || parts.includes(part);

/** So many milliseconds may the page hear nobody at most. */
const longTask = 100;

const item = "[data-component=SemanticDiff] [data-part=item]";
const changesShown = `document.querySelectorAll("${item} [data-part=change]").length`;
const namesShown = `[...document.querySelectorAll("${item} [data-part=name]")].map((name) => name.textContent)`;

const folder = await mkdtemp(join(tmpdir(), "checkrail-bench-app-"));
const { serve, stop } = await startServers();
try {
  const { app, limit, watched } = await buildInto(folder);
  const { draft, previewed } = await prepare(await serve(app));
  const inApp = <Value>(act: (page: Page, cpu: Cpu) => Promise<Value>) =>
    onPage("about:blank", async (page, cpu) => {
      await page.addInitScript({ path: watched });
      return act(page, cpu);
    });
  if (is("step2")) {
    await choosing((act) => onPage(pathToFileURL(limit).href, act), inApp, `${draft}/define_restore_scope`);
  }
  if (is("step4")) await comparing(inApp, previewed);
} finally {
  await stop();
  await rm(folder, { recursive: true, force: true });
}

type Open = <Value>(act: (page: Page, cpu: Cpu) => Promise<Value>) => Promise<Value>;

/** Step 2: a search and choosing everything, beside the least that can do it. */
async function choosing(onLimit: Open, inApp: Open, step: string): Promise<void> {
  const [limit, ours] = ["limit", "app"] as const;
  const nowhere = { opened: Number.NaN, opening: Number.NaN, nodes: Number.NaN };
  const measured = await inTurns([limit, ours], (name) =>
    name === limit
      ? onLimit(async (page, cpu) => {
          await page.evaluate("way.mount()");
          return { ...(await chosenOn(page, cpu)), ...nowhere };
        })
      : inApp(async (page, cpu) => {
          let opened = Number.NaN;
          const opening = await longestTaskIn(page, async () => {
            await page.goto(step, { waitUntil: "commit" });
            await page.getByRole("radio", { name: "Selected items" }).click();
            opened = await page.evaluate("until(0, way.isThere)");
          });
          const nodes: number = await page.evaluate("way.nodes()");
          return { ...(await chosenOn(page, cpu)), opened, opening, nodes };
        }),
  );
  const title = "10,000 items in step 2";
  type Measured = NonNullable<ReturnType<typeof measured.get>>[number];
  const of = (what: keyof Measured) => new Map([...measured].map(([name, all]) => [name, all.map((one) => one[what])]));
  compare(`${title}, a key of a search`, [limit, ours], of("key"), limit, { [ours]: 2 });
  compare(`${title}, select all`, [limit, ours], of("all"), limit, { [ours]: 2 });
  for (const name of [limit, ours]) {
    const ms = (what: string, which: keyof Measured, aim?: number) =>
      say({
        what: `${title}, ${what}: ${name}`,
        values: of(which).get(name) ?? [],
        unit: "ms",
        ...(aim === undefined || name === limit ? {} : { aim }),
      });
    ms("slowest key to paint", "worstKey", 25);
    ms("select all to paint", "allToPaint");
    ms("longest task of choosing", "longest", longTask);
  }
  const own = (what: keyof Measured) => of(what).get(ours) ?? [];
  say({ what: `${title}: from the address to the items`, values: own("opened"), unit: "ms" });
  say({
    what: `${title}, longest task: from the address to the items`,
    values: own("opening"),
    unit: "ms",
    aim: longTask,
  });
  say({ what: `${title}, elements: the picker`, values: own("nodes"), unit: "elements", aim: 250 });
}

async function chosenOn(page: Page, cpu: Cpu) {
  let chosen: Awaited<ReturnType<typeof choose>> | undefined;
  const longest = await longestTaskIn(page, async () => {
    chosen = await choose(page, cpu);
  });
  if (chosen === undefined) throw new Error("Nothing was chosen.");
  return { ...chosen, longest };
}

/** Step 4: the first changes, by its address and from the step before, a search among all, and a policy of 540 KB opened. */
async function comparing(inApp: Open, steps: string): Promise<void> {
  const [measured = []] = (
    await inTurns(["step 4"], () =>
      inApp(async (page) => {
        const paints = { address: Number.NaN, link: Number.NaN, key: 0, open: Number.NaN };
        const address = await longestTaskIn(page, async () => {
          await page.goto(`${steps}/preview`, { waitUntil: "commit" });
          paints.address = await page.evaluate(`until(0, () => ${changesShown} > 0)`);
        });
        await page.goto(`${steps}/safety_checks`);
        const next = page.getByRole("link", { name: "Next: Preview" }).first();
        await next.waitFor();
        const link = await longestTaskIn(page, async () => {
          paints.link = await answerTo(page, "click", `${changesShown} > 0`, () => next.click());
        });
        await page.getByRole("searchbox").click();
        const search = await longestTaskIn(page, async () => {
          let query = "";
          for (const key of largeName.slice(-5)) {
            query += key;
            const found = `${namesShown}.length > 0 && ${namesShown}.every((name) => name.includes("${query}"))`;
            paints.key = Math.max(paints.key, await answerTo(page, "keydown", found, () => page.keyboard.press(key)));
          }
        });
        const opener = page.locator(`${item} button`).first();
        const open = await longestTaskIn(page, async () => {
          paints.open = await answerTo(page, "click", `${changesShown} > 100`, () => opener.click());
        });
        return { paints, tasks: { address, link, key: search, open } };
      }),
    )
  ).values();
  const whats = {
    address: "from the address to the first changes",
    link: "from the step before to the first changes",
    key: "a key of a search",
    open: "a policy of 540 KB opened",
  } as const;
  for (const [id, what] of Object.entries(whats) as [keyof typeof whats, string][]) {
    const title = "10,000 items in step 4";
    say({ what: `${title}: ${what}`, values: measured.map(({ paints }) => paints[id]), unit: "ms" });
    const tasks = measured.map((one) => one.tasks[id]);
    say({ what: `${title}, longest task: ${what}`, values: tasks, unit: "ms", aim: longTask });
  }
}

/** Milliseconds from an event to what it brings about being painted. */
async function answerTo(page: Page, event: string, is: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate(`void (window.answer = answerTo("${event}", () => ${is}))`);
  await act();
  const ms: number = await page.evaluate("answer");
  if (Number.isNaN(ms)) throw new Error(`${is} never came about on ${page.url()}.`);
  return ms;
}

/** Where the steps of two runs of 10,000 items are: of one whose scope nobody defined, and of one that was previewed. */
async function prepare(server: string): Promise<{ readonly draft: string; readonly previewed: string }> {
  const imported = async (as: object, setting: number) =>
    importSummarySchema.parse(await call(server, "/api/imports", { ...as, files: exportOf(setting) })).id;
  const backupSetId = await imported({ as: "backup", name: "Backup" }, 1);
  const environment = await imported({ as: "target", environment: "test", name: "Target" }, 2);
  const runs = `/workspaces/demo/environments/${environment}/restore-runs`;
  const newRun = async () => runDocumentSchema.parse(await call(server, `/api${runs}`, { backupSetId })).run;
  const steps = ({ id }: { readonly id: string }) => `${server}${runs}/${id}/steps`;
  const draft = await newRun();
  let run = await newRun();
  const all = { event: "scope_defined", scope: { mode: "all" }, restoreMode: "create_missing" };
  const changes = `/api/workspaces/demo/restore-runs/${run.id}/changes`;
  run = runDocumentSchema.parse(await call(server, changes, all, run.revision)).run;
  for (const kind of ["checks", "preview"] as const) run = (await assess(server, run, kind)).document.run;
  return { draft: steps(draft), previewed: steps(run) };
}
