/** Measures real server processes over HTTP on a real PostgreSQL; prints a figure a line, as JSON. */
import { runDocumentSchema } from "../../../reference/api/runs.js";
import { importSummarySchema } from "../../../reference/api/imports.js";
import { assess, call, startServers } from "./servers.js";

const rounds = Number(process.env["CHECKRAIL_ROUNDS"] ?? 5);
const sizes = (process.env["CHECKRAIL_ITEMS"] ?? "100,1000,10000").split(",").map(Number);
const secondsOfRequests = Number(process.env["CHECKRAIL_SECONDS"] ?? 1);
const callers = 16;

const { serve, stop } = await startServers();
try {
  const servers: string[] = [];
  for (let count = 0; count < 4; count += 1) servers.push(await serve());
  const [first = ""] = servers;
  // Twice, so that what is compiled on first use is not counted to the smallest size.
  for (const name of ["warm", "warmer"]) await journey(first, 100, name);
  const growth = new Map<string, [size: number, seconds: number][]>();
  for (const size of sizes) {
    for (const [what, seconds] of Object.entries(await journey(first, size, `${size}`))) {
      growth.set(what, [...(growth.get(what) ?? []), [size, seconds]]);
      tell(`${size} items: ${what}`, "ms", [(seconds * 1_000) / size], "per item");
    }
  }
  for (const [what, points] of growth)
    for (const [index, [size, seconds]] of points.entries()) {
      const before = points[index - 1];
      if (before === undefined) continue;
      const exponent = Math.log(seconds / before[1]) / Math.log(size / before[0]);
      tell(`Exponent of growth: ${what}, from ${before[0]} to ${size} items`, "power", [exponent]);
    }
  await requests(first, servers);
} finally {
  await stop();
}

/** Seconds of each part of a restore of so many items, a half of which differs in the target. */
async function journey(server: string, size: number, name: string): Promise<Readonly<Record<string, number>>> {
  const files = (setting: number) =>
    Array.from({ length: size }, (_, index) => ({
      path: `SettingsCatalog/Policy ${index}.json`,
      base64: Buffer.from(JSON.stringify(policy(index, index % 2 === 0 ? 0 : setting))).toString("base64"),
    }));
  const from = performance.now();
  const backup = importSummarySchema.parse(
    await call(server, "/api/imports", { as: "backup", name: `Backup ${name}`, files: files(1) }),
  );
  const imported = (performance.now() - from) / 1_000;
  if (backup.itemCount !== size) throw new Error(`${backup.itemCount} of ${size} items were imported.`);
  const target = importSummarySchema.parse(
    await call(server, "/api/imports", { as: "target", environment: "test", name: `Target ${name}`, files: files(2) }),
  );
  let { run } = runDocumentSchema.parse(
    await call(server, `/api/workspaces/demo/environments/${target.id}/restore-runs`, { backupSetId: backup.id }),
  );
  const path = `/api/workspaces/demo/restore-runs/${run.id}`;
  const all = { event: "scope_defined", scope: { mode: "all" }, restoreMode: "create_missing" };
  run = runDocumentSchema.parse(await call(server, `${path}/changes`, all, run.revision)).run;
  const assessed = async (kind: "checks" | "preview") => {
    const { document, seconds } = await assess(server, run, kind);
    run = document.run;
    if (kind === "preview" && run.preview?.summary.blastRadius.policiesWritten !== size / 2)
      throw new Error("The preview does not write every item that differs.");
    return seconds;
  };
  return { import: imported, checks: await assessed("checks"), preview: await assessed("preview") };
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
  for (const [count, ratios] of rates) tell(`Requests per second: ${processes(count)}`, "times", ratios);
  for (const [count, ratios] of slowest) tell(`Slowest hundredth of requests: ${processes(count)}`, "times", ratios);
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

function tell(what: string, unit: "times" | "ms", values: readonly number[], per = ""): void {
  const sorted = values.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const named = per === "" ? what : `${what}, ${per}`;
  console.log(JSON.stringify({ what: named, unit, median, least: sorted[0], most: sorted.at(-1), aim: null }));
}

function processes(count: number): string {
  return count === 1 ? "1 process" : `${count} processes`;
}
