/**
 * Packs the package as it is published, and uses it as hosts do: checks of the package itself, then apps that install the
 * tarball, draw every component, are built, and are opened in a browser. Each app has an install of its own; those of Vite
 * are one app with the styles and versions that differ laid over it. One of them copies the components from our registry with
 * the CLI of shadcn. `npm run consumers -- tailwind-4` tries the named ones alone.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Locator, type Page } from "playwright";
import { bin } from "./bin.ts";
import { testBrowser } from "./chromium.ts";

const root = resolve(import.meta.dirname, "..");
// Outside the repository: a bundler that finds our lockfile above an app would take us for its workspace.
const work = mkdtempSync(join(tmpdir(), "checkrail-consumers-"));
const apps = join(root, "test/consumers");
const failures: string[] = [];
const consumers = ["plain-css", "react-18", "tailwind-4", "tailwind-3", "next-app", "shadcn"];
/** How every element looks in the first app that was opened. */
let usual: readonly string[] | null = null;
const named = process.argv.slice(2);
const strangers = named.filter((app) => !consumers.includes(app));
if (strangers.length > 0) throw new Error(`${strangers.join(", ")}: no such app. There are ${consumers.join(", ")}.`);

run("npm", ["run", "build"], root);
run("npm", ["pack", "--silent", "--pack-destination", work], root);
const [tarball] = readdirSync(work).filter((file) => file.endsWith(".tgz"));
if (tarball === undefined) throw new Error(`npm pack left no tarball in ${work}.`);
const packed = join(work, tarball);

await check("the package is clean of publint", () => run(process.execPath, [bin("publint"), "--strict", packed], root));
await check("its types resolve as its modules do", () =>
  // A stylesheet has no types, and the modules are ES modules only.
  run(
    process.execPath,
    [
      bin("@arethetypeswrong/cli", "attw"),
      packed,
      "--profile",
      "esm-only",
      "--exclude-entrypoints",
      "./styles.css",
      "./styles.unlayered.css",
      "./schemas/view-models.schema.json",
      "./schemas/fixtures.json",
    ],
    root,
  ),
);

const entry = (await import(pathToFileURL(join(root, "dist/index.js")).href)) as Readonly<Record<string, unknown>>;
const components = Object.keys(entry).filter((name) => /^[A-Z]/.test(name));

const browser = await chromium.launch(testBrowser().launchOptions);
try {
  for (const app of named.length === 0 ? consumers : named) {
    const built = await check(`${app} installs the tarball, and builds`, () => install(app));
    if (built) await check(`${app} works in a browser`, () => open(app, browser));
  }
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}

for (const failure of failures) console.error(`FAIL ${failure}`);
console.log(failures.length === 0 ? "All consumers work." : `${failures.length} failed.`);
process.exitCode = failures.length === 0 ? 0 : 1;

async function check(what: string, attempt: () => void | Promise<void>): Promise<boolean> {
  try {
    await attempt();
    console.log(`ok   ${what}`);
    return true;
  } catch (error) {
    failures.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    console.log(`FAIL ${what}`);
    return false;
  }
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}\n${stdout}\n${stderr}`);
}

async function install(app: string): Promise<void> {
  const folder = join(work, app);
  if (isOfVite(app)) cpSync(join(apps, "vite"), folder, { recursive: true });
  cpSync(join(apps, app), folder, { recursive: true });
  run("npm", ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"], folder);
  // Before the tarball, which no file names: npm takes away what the CLI's own install does not know.
  if (app === "shadcn") await copyComponents(folder);
  run("npm", ["install", "--include=dev", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", packed], folder);
  run("npm", ["run", "build"], folder);
}

/** Copies every component into an app, as a team does that has our registry on a server of its own. */
async function copyComponents(folder: string): Promise<void> {
  const registry = join(work, "registry");
  run("npm", ["run", "registry", "--", registry], root);
  const port = await freePort();
  const server = createHttpServer((request, response) => {
    const file = readdirSync(registry).find((name) => request.url === `/${name}`);
    response.writeHead(file === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(file === undefined ? "" : readFileSync(join(registry, file)));
  }).listen(port, "localhost");
  await once(server, "listening");
  try {
    const { items } = JSON.parse(readFileSync(join(registry, "registry.json"), "utf8")) as {
      readonly items: readonly { readonly name: string }[];
    };
    const urls = items.map(({ name }) => `http://localhost:${port}/${name}.json`);
    // Not waited for by blocking: this process is the server that it asks.
    const cli = spawn("npx", ["shadcn", "add", "--yes", ...urls], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [cli.stdout, cli.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    const [status] = (await once(cli, "close")) as [number | null];
    if (status !== 0) throw new Error(`shadcn add ended with ${status}\n${said}`);
  } finally {
    server.close();
  }
}

/** Starts a built app on a free port, and looks at it as an operator does. */
async function open(app: string, inBrowser: Browser): Promise<void> {
  const port = await freePort();
  const server = spawn("npm", ["run", "start", "--", "--port", String(port)], {
    cwd: join(work, app),
    // A group of its own, so that what npm starts ends with it.
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
  });
  try {
    const page = await inBrowser.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await announced(server, port);
    await page.goto(`http://localhost:${port}/`, { waitUntil: "networkidle" });
    await look(page, app);
    await page.close();
    if (complaints.length > 0) throw new Error(`The console complained:\n${complaints.join("\n")}`);
  } finally {
    if (server.pid !== undefined) process.kill(-server.pid);
  }
}

async function look(page: Page, app: string): Promise<void> {
  const status = page.locator('[data-component="DecisionCard"] [data-part="status"]');
  expect("the decision's status", (await status.innerText()).trim() !== "", true);
  const tone = await page
    .locator('[data-component="DecisionCard"]')
    .evaluate((card) => getComputedStyle(card).borderTopWidth);
  expect("the rule above the decision, which the stylesheet draws", tone, "2px");

  const gates = page.getByRole("button", { name: "View safety gates" });
  expect("the gates, folded away", await gates.getAttribute("aria-expanded"), "false");
  await gates.click();
  expect("the gates, once opened", await gates.getAttribute("aria-expanded"), "true");

  await page.getByRole("textbox", { name: /^Type/ }).fill("Contoso");
  expect("what was typed, as the host heard it", await page.getByTestId("typed").innerText(), "Contoso");

  await page.getByRole("searchbox", { name: "Search by name" }).fill("update");
  await page.getByRole("treeitem", { name: /Update ring, broad/ }).waitFor();
  expect("other items once searched", await page.getByRole("treeitem", { name: /BitLocker/ }).count(), 0);

  if (isOfVite(app)) {
    const looks = await page.evaluate(looksOfEveryElement);
    usual ??= looks;
    const other = looks.findIndex((one, index) => one !== usual?.[index]);
    expect("what looks unlike the first app", other === -1 ? "" : `${looks[other]}, not ${usual[other]}`, "");
  }

  const ours = page.getByTestId("utilities");
  // 14 px in a grey of ours, where Tailwind took the preset; else what the page has of itself.
  if (app.startsWith("tailwind")) {
    expect("the size of the app's own words", await styleOf(ours, "fontSize"), "14px");
    expect("their corners", (await styleOf(ours, "borderTopLeftRadius")) !== "0px", true);
  }

  await page.getByRole("button", { name: "Open the picker" }).click();
  await page.getByRole("dialog").waitFor();
  const drawn = await page.evaluate(() =>
    [...document.querySelectorAll("[data-component]")].map((element) => element.getAttribute("data-component")),
  );
  const missing = components.filter((name) => !drawn.includes(name));
  expect("components that are not drawn", missing.join(", "), "");
}

/** What a reset of the host could change, of every element that a component draws. */
function looksOfEveryElement(): string[] {
  return [...document.querySelectorAll("[data-component] *:not(p[data-testid])")].map((element) => {
    const style = getComputedStyle(element);
    const { fontSize, fontWeight, margin, padding, borderWidth, borderStyle, color, backgroundColor, borderRadius } =
      style;
    const { display, listStyleType, textDecorationLine, textTransform } = style;
    const name = element.closest("[data-component]")?.getAttribute("data-component");
    return [
      `${name} ${element.tagName} ${element.getAttribute("class")}:`,
      ...[fontSize, fontWeight, margin, padding, borderWidth, borderStyle, color, backgroundColor, borderRadius],
      ...[display, listStyleType, textDecorationLine, textTransform],
    ].join(" ");
  });
}

function isOfVite(app: string): boolean {
  return !existsSync(join(apps, app, "app"));
}

function styleOf(element: Locator, property: "fontSize" | "borderTopLeftRadius"): Promise<string> {
  return element.evaluate((node, name) => getComputedStyle(node)[name], property);
}

function expect<Value>(what: string, found: Value, wanted: Value): void {
  if (found !== wanted) throw new Error(`${what}: found ${String(found)}, wanted ${String(wanted)}.`);
}

/** Waits until a server says that it listens: both print their address once they do. */
function announced(server: ChildProcess, port: number): Promise<void> {
  return new Promise((listens, failed) => {
    let said = "";
    server.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(`localhost:${port}`)) listens();
    });
    server.once("exit", (code) => failed(new Error(`The server ended with ${code} before it listened:\n${said}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "localhost", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address !== null ? found(address.port) : failed(address)));
    });
  });
}
