/**
 * Measures our own work beside that of libraries ("core") and of other kits ("kit"), the built app beside the least that does
 * the same ("app"), and several processes of the reference server beside one ("server"), in one run and in turns, and compares
 * ratios: times drift with the machine. Installs the others from locks of their own, apart from those of the package. Without
 * a name every bench runs; what follows a name are the parts of it to run.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { bin } from "./bin.ts";
import { writePage } from "./campaigns/benches.ts";
import { record, today } from "./campaigns/record.ts";

/** So often everything is measured, in turns. */
const rounds = Number(process.env["CHECKRAIL_ROUNDS"] ?? 5);

/** Each measures all of it, or the parts named, and answers the code to exit with. */
const benches: Readonly<Record<string, (parts: readonly string[]) => number | Promise<number>>> = {
  core: benchCore,
  kit: benchKit,
  app: benchApp,
  server: benchServer,
};

const [suite, ...named] = process.argv.slice(2);
const chosen = suite === undefined ? Object.values(benches) : [benches[suite]];
for (const bench of chosen) {
  if (bench === undefined)
    throw new Error(`No bench is called ${suite}. There are: ${Object.keys(benches).join(", ")}.`);
  const code = await bench(named);
  if (code !== 0) process.exitCode = code;
}

/** What test/bench says of itself; its types need libraries that are not always there. */
interface Bench {
  readonly title: string;
  readonly floor: string;
  readonly ours: string;
  readonly aim: number;
  readonly cases: readonly string[];
}

/** Measures the safety core beside libraries that do the same. */
function benchCore(parts: readonly string[]): number {
  installPeers("test/bench");
  let missed = 0;
  for (const [id, bench] of Object.entries(ask([]) as Readonly<Record<string, Bench>>)) {
    if (parts.length > 0 && !parts.includes(id)) continue;
    console.log(`\n${bench.title}`);
    const names = bench.cases;
    const seconds = new Map<string, number[]>(names.map((name) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      // There and back again: whatever the machine does over time, it does to all of them.
      for (const name of round % 2 === 0 ? names : names.toReversed()) seconds.get(name)?.push(measure(id, name));
    }
    const floor = seconds.get(bench.floor) ?? [];
    const rows = names.map((name) => {
      const ratios = (seconds.get(name) ?? [])
        .map((one, round) => one / (floor[round] ?? Number.NaN))
        .toSorted((a, b) => a - b);
      const median = ratios[Math.floor(ratios.length / 2)] ?? Number.NaN;
      const spread = `${ratios[0]?.toFixed(2)} to ${ratios.at(-1)?.toFixed(2)}`;
      const aim = name === bench.ours ? `at most ${bench.aim}` : "";
      if (name === bench.ours && !(median <= bench.aim)) missed += 1;
      console.log(`${median.toFixed(2).padStart(8)} (${spread}) ${name}${aim === "" ? "" : `, aim: ${aim}`}`);
      return [`${bench.title}: ${name}`, median.toFixed(2), spread, aim, today()];
    });
    record("Speed of the core", ["what", "times the first", "spread", "aim", "date"], rows);
    writePage();
  }
  if (missed > 0) console.log(`\n${missed} of our own are slower than their aim.`);
  return missed === 0 ? 0 : 1;
}

function installPeers(folder: string): void {
  if (existsSync(`${folder}/node_modules/.package-lock.json`)) return;
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: "inherit",
    // One of the kits reports its use when it is asked to by a script. It has none here, and is told not to as well.
    env: { ...process.env, IBM_TELEMETRY_DISABLED: "true" },
  });
  if (status === 0) return;
  console.error("The libraries to compare with could not be installed: is the registry reachable?");
  process.exit(1);
}

/** One figure, as test/bench/kit, test/bench/app and test/bench/server print it. */
interface Figure {
  readonly what: string;
  readonly unit: "times" | "kB" | "ms" | "elements";
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly aim: number | null;
}

/** Measures the built package beside other kits. */
async function benchKit(parts: readonly string[]): Promise<number> {
  installPeers("test/bench/kit");
  const built = spawnSync(process.execPath, [bin("tsx"), "scripts/build.ts"], { stdio: "inherit" });
  if (built.status !== 0) return 1;
  return told("Speed of the kit", [bin("tsx"), "test/bench/kit/run.ts", ...parts]);
}

/** Measures the app of the reference product with 10,000 items. */
function benchApp(parts: readonly string[]): Promise<number> {
  return told("Speed of the app", [bin("tsx"), "--conditions=development", "test/bench/app/run.ts", ...parts]);
}

/** Measures the reference server on PostgreSQL. */
function benchServer(parts: readonly string[]): Promise<number> {
  return told("Speed of the server", [bin("tsx"), "--conditions=development", "test/bench/server/run.ts", ...parts]);
}

/** Records the figures that a bench prints, a line each, under its heading. */
async function told(heading: string, command: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, command, {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, CHECKRAIL_ROUNDS: String(rounds) },
  });
  const ended = once(child, "close");
  const rows: string[][] = [];
  let late = 0;
  for await (const line of createInterface(child.stdout)) {
    const { what, unit, median, least, most, aim } = JSON.parse(line) as Figure;
    const figure = (value: number) =>
      unit === "elements" ? `${value}` : value.toFixed(unit === "ms" && value >= 10 ? 0 : 2);
    const wanted = aim === null ? "" : `at most ${aim}`;
    if (aim !== null && !(median <= aim)) late += 1;
    const spread = least === most ? "" : `${figure(least)} to ${figure(most)}`;
    console.log(
      `${figure(median).padStart(8)} ${unit} ${what}${spread === "" ? "" : ` (${spread})`}${wanted === "" ? "" : `, aim: ${wanted}`}`,
    );
    rows.push([what, `${figure(median)} ${unit}`, spread, wanted, today()]);
  }
  const [code] = (await ended) as [number | null];
  record(heading, ["what", "figure", "spread", "aim", "date"], rows);
  writePage();
  if (late > 0) console.log(`\n${late} of our own miss their aim.`);
  return code === 0 && late === 0 ? 0 : 1;
}

function measure(id: string, name: string): number {
  return (ask([id, name]) as { readonly seconds: number }).seconds;
}

function ask(args: readonly string[]): unknown {
  const command = [bin("tsx"), "--conditions=development", "test/bench/measure.ts", ...args];
  const child = spawnSync(process.execPath, command, { encoding: "utf8" });
  if (child.status !== 0) throw new Error(`${args.join(", ")}: ${child.stderr}`);
  return JSON.parse(child.stdout);
}
