/** Starts the reference product and Storybook, and says where they answer. Ctrl-C stops both. */
import { resolve } from "node:path";
import { buildApp } from "./app.ts";
import { bin } from "./bin.ts";
import { type Child, choosePort, startNode } from "./children.ts";

const root = resolve(import.meta.dirname, "..");
const dataDir = resolve(process.env["CHECKRAIL_DATA"] ?? resolve(root, ".data"));
const appDir = resolve(root, "node_modules/.cache/app");

const cleanUp: (() => Promise<void>)[] = [];
let stopping: Promise<never> | undefined;

function stop(code: number): Promise<never> {
  stopping ??= (async () => {
    const results = await Promise.allSettled(cleanUp.map((step) => step()));
    for (const result of results) if (result.status === "rejected") console.error(result.reason);
    process.exit(code);
  })();
  return stopping;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));

try {
  await start();
} catch (error) {
  if (!stopping) console.error(error instanceof Error ? `Not started: ${error.message}` : error);
  await stop(1);
}

async function start(): Promise<void> {
  const port = await choosePort(process.env["PORT"], 4400, "PORT");
  const storybookPort = await choosePort(process.env["STORYBOOK_PORT"], 6006, "STORYBOOK_PORT");

  console.log("Building the app and starting Storybook…");
  const storybook = startStorybook(storybookPort);
  const storybookUrl = `http://127.0.0.1:${storybookPort}/`;
  await buildApp(appDir);

  const { startServer } = await import("../reference/server/main.ts");
  const { databasesFor } = await import("../reference/server/database/locations.ts");
  const { logFor } = await import("../reference/server/log.ts");
  const databases = databasesFor(process.env, dataDir);
  const server = await startServer({ dataDir, databases, host: "127.0.0.1", port, appDir, log: logFor(process.env) });
  cleanUp.push(() => server.close());

  await Promise.all([answers(server.url), answers(storybookUrl, storybook)]);
  console.log(
    `\n  Restore Run   ${server.url}\n  Storybook     ${storybookUrl}\n\n  Data is ${"url" in databases.product ? "on the PostgreSQL server that DATABASE_URL names" : `in ${dataDir}`}. Press Ctrl-C to stop.\n`,
  );
}

function startStorybook(port: number): Child {
  const args = ["dev", "--host", "127.0.0.1", "--port", String(port), "--exact-port", "--ci", "--quiet"];
  const child = startNode([bin("storybook"), ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.process.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.process.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  cleanUp.push(() => child.stop());
  void child.ended.then((code) => {
    if (stopping) return;
    console.error(`${output}\nStorybook ended by itself (${code ?? "a signal"}). What it said is above.`);
    return stop(1);
  });
  return child;
}

/** Waits until an address answers, or its process has ended, or two minutes are over. */
async function answers(url: string, child?: Child): Promise<void> {
  const over = AbortSignal.timeout(120_000);
  while (!over.aborted) {
    try {
      const response = await fetch(url, { signal: AbortSignal.any([over, AbortSignal.timeout(5_000)]) });
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    if (child?.process.exitCode !== undefined && child.process.exitCode !== null)
      throw new Error("Storybook did not start.");
    await new Promise((next) => setTimeout(next, 200));
  }
  throw new Error(`${url} did not answer within two minutes.`);
}
