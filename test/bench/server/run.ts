/**
 * Measures real server processes over HTTP on a real PostgreSQL, and the migrations of a full database; prints a figure a line,
 * as JSON. Parts may be named: items, requests, migrations.
 */
import type { z } from "zod";
import { importSummarySchema, type ImportRequest, mostFiles } from "../../../reference/api/imports.js";
import { runDocumentSchema } from "../../../reference/api/runs.js";
import { onServer } from "../../../reference/server/database/locations.js";
import { localOperator } from "../../../reference/server/http/identities.js";
import { runImport } from "../../../reference/server/imports/run-import.js";
import { openProduct } from "../../../reference/server/product.js";
import { say } from "../figures.js";
import { measureMigrations } from "./migrations.js";
import { assess, call, execute, startServers } from "./servers.js";

const rounds = Number(process.env["CHECKRAIL_ROUNDS"] ?? 5);
const sizes = (process.env["CHECKRAIL_ITEMS"] ?? "100,1000,10000,100000").split(",").map(Number);
/** An execution writes item by item, and of so many items takes longer than anybody waits for a bench. */
const mostExecuted = Number(process.env["CHECKRAIL_EXECUTED"] ?? 10_000);
const secondsOfRequests = Number(process.env["CHECKRAIL_SECONDS"] ?? 1);
const callers = 16;
const parts = process.argv.slice(2);
const is = (part: string) => parts.length === 0 || parts.includes(part);

if (is("migrations")) await measureMigrations();
if (is("items") || is("requests")) await onServers();

async function onServers(): Promise<void> {
  const { url, serve, stop } = await startServers();
  try {
    const servers: string[] = [];
    for (let count = 0; count < 4; count += 1) servers.push(await serve());
    const [first = ""] = servers;
    if (is("items")) await items(servers, url);
    if (is("requests")) await requests(first, servers);
  } finally {
    await stop();
  }
}

async function items(servers: readonly string[], database: string): Promise<void> {
  // Twice, so that what is compiled on first use is not counted to the smallest size.
  for (const name of ["warm", "warmer"]) await journey(servers, database, 100, name);
  const growth = new Map<string, [size: number, seconds: number][]>();
  for (const size of sizes) {
    const { seconds: parts, waits } = await journey(servers, database, size, `${size}`);
    for (const [what, seconds] of Object.entries(parts)) {
      growth.set(what, [...(growth.get(what) ?? []), [size, seconds]]);
      say({ what: `${size} items: ${what}, per item`, unit: "ms", values: [(seconds * 1_000) / size] });
    }
    for (const [what, wait] of Object.entries(waits))
      say({ what: `${size} items: longest wait for any server during ${what}`, unit: "ms", values: [wait] });
  }
  for (const [what, points] of growth)
    for (const [index, [size, seconds]] of points.entries()) {
      const before = points[index - 1];
      if (before === undefined) continue;
      const exponent = Math.log(seconds / before[1]) / Math.log(size / before[0]);
      say({
        what: `Exponent of growth: ${what}, from ${before[0]} to ${size} items`,
        unit: "power",
        values: [exponent],
      });
    }
}

/** Seconds of each part of a restore of so many items, a half of which differs in the target, and how long a server heard nobody meanwhile. */
async function journey(
  servers: readonly string[],
  database: string,
  size: number,
  name: string,
): Promise<{ readonly seconds: Readonly<Record<string, number>>; readonly waits: Readonly<Record<string, number>> }> {
  const [server = ""] = servers;
  const backup = await imported(server, database, { as: "backup", name: `Backup ${name}` }, policies(size, 1));
  if (backup.summary.itemCount !== size) throw new Error(`${backup.summary.itemCount} of ${size} items were imported.`);
  const destination = { as: "target", environment: "test", name: `Target ${name}` } as const;
  const target = await imported(server, database, destination, policies(size, 2));
  let { run } = runDocumentSchema.parse(
    await call(server, `/api/workspaces/demo/environments/${target.summary.id}/restore-runs`, {
      backupSetId: backup.summary.id,
    }),
  );
  const changed = async (change: object) => {
    const path = `/api/workspaces/demo/restore-runs/${run.id}/changes`;
    const document = runDocumentSchema.parse(await call(server, path, change, run.revision));
    ({ run } = document);
    return document;
  };
  await changed({ event: "scope_defined", scope: { mode: "all" }, restoreMode: "create_missing" });
  const [checks, checksWait] = await listening(servers, () => assess(server, run, "checks"));
  const [preview, previewWait] = await listening(servers, () => assess(server, checks.document.run, "preview"));
  ({ run } = preview.document);
  if (run.preview?.summary.blastRadius.policiesWritten !== size / 2)
    throw new Error("The preview does not write every item that differs.");
  const prepared = { import: backup.seconds, checks: checks.seconds, preview: preview.seconds };
  const waits = { checks: checksWait, preview: previewWait };
  if (size > mostExecuted) return { seconds: prepared, waits };
  const ready = await changed({ event: "dry_run_set", dryRun: false });
  const [execution, executionWait] = await listening(servers, () => execute(server, ready));
  return { seconds: { ...prepared, execution }, waits: { ...waits, execution: executionWait } };
}

/** What comes of the work, and the longest that any of the servers kept a request waiting meanwhile, ms: any of them may do the work. */
async function listening<T>(servers: readonly string[], work: () => Promise<T>): Promise<[T, number]> {
  let working = true;
  let longest = 0;
  const listeners = servers.map(async (server) => {
    while (working) {
      const from = performance.now();
      await (await fetch(`${server}/health/live`)).text();
      longest = Math.max(longest, performance.now() - from);
      await new Promise((next) => setTimeout(next, 20));
    }
  });
  try {
    const done = await work();
    return [done, longest];
  } finally {
    working = false;
    await Promise.all(listeners);
  }
}

type Destination<T = ImportRequest> = T extends ImportRequest ? Omit<T, "files" | "archive"> : never;
type File = { readonly path: string; readonly text: string };

/** Imports an export over HTTP; one of more files than a request may hold, with what the server does for a request. */
async function imported(
  server: string,
  database: string,
  destination: Destination,
  files: readonly File[],
): Promise<{ readonly summary: z.output<typeof importSummarySchema>; readonly seconds: number }> {
  if (files.length <= mostFiles) {
    const sent = files.map(({ path, text }) => ({ path, base64: Buffer.from(text).toString("base64") }));
    const from = performance.now();
    const answer = await call(server, "/api/imports", { ...destination, files: sent });
    return { summary: importSummarySchema.parse(answer), seconds: (performance.now() - from) / 1_000 };
  }
  const product = await openProduct(null, onServer(database));
  const order = { ...destination, workspaceId: "demo", actor: localOperator };
  const encoder = new TextEncoder();
  const from = performance.now();
  const stored = await runImport(
    product,
    order,
    files.map(({ path, text }) => ({ path, bytes: encoder.encode(text) })),
  );
  const seconds = (performance.now() - from) / 1_000;
  await product.close();
  if (!stored.ok) throw new Error(stored.problem.detail);
  return { summary: stored.value, seconds };
}

/** So many policies, a half of which has this setting, and the others always the same. */
function policies(size: number, setting: number): readonly File[] {
  return Array.from({ length: size }, (_, index) => ({
    path: `SettingsCatalog/Policy ${index}.json`,
    text: JSON.stringify(policy(index, index % 2 === 0 ? 0 : setting)),
  }));
}

function policy(index: number, setting: number): object {
  return {
    "@odata.type": "#microsoft.graph.deviceManagementConfigurationPolicy",
    id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
    name: `Policy ${index}`,
    platforms: "windows10",
    technologies: "mdm",
    description: `Setting ${setting}`,
    roleScopeTagIds: ["0"],
    settings: [],
    assignments: [],
  };
}

/** Requests per second and the slowest hundredth, of 1, 2 and 4 processes in turns, over those of one process. */
async function requests(first: string, servers: readonly string[]): Promise<void> {
  const path = "/api/workspaces/demo";
  await load([first], path);
  const rates = new Map<number, number[]>();
  const slowest = new Map<number, number[]>();
  for (let round = 0; round < rounds; round += 1) {
    const counts = round % 2 === 0 ? [1, 2, 4] : [4, 2, 1];
    const found = new Map<number, { readonly rate: number; readonly p99: number }>();
    for (const count of counts) found.set(count, await load(servers.slice(0, count), path));
    const one = found.get(1);
    for (const [count, { rate, p99 }] of found) {
      rates.set(count, [...(rates.get(count) ?? []), rate / (one?.rate ?? Number.NaN)]);
      slowest.set(count, [...(slowest.get(count) ?? []), p99 / (one?.p99 ?? Number.NaN)]);
    }
  }
  for (const [count, values] of rates) say({ what: `Requests per second: ${processes(count)}`, values });
  for (const [count, values] of slowest) say({ what: `Slowest hundredth of requests: ${processes(count)}`, values });
}

async function load(
  servers: readonly string[],
  path: string,
): Promise<{ readonly rate: number; readonly p99: number }> {
  const times: number[] = [];
  const until = performance.now() + secondsOfRequests * 1_000;
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      const server = servers[caller % servers.length] ?? "";
      while (performance.now() < until) {
        const from = performance.now();
        await call(server, path);
        times.push(performance.now() - from);
      }
    }),
  );
  const sorted = times.toSorted((a, b) => a - b);
  return { rate: times.length / secondsOfRequests, p99: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN };
}

function processes(count: number): string {
  return count === 1 ? "1 process" : `${count} processes`;
}
