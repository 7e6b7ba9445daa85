/**
 * Measures our own work beside that of libraries, in one run and in turns, and compares ratios: times drift with the
 * machine. Installs the libraries from test/bench/package-lock.json, apart from those of the package.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { bin } from "./bin.ts";
import { record, today } from "./campaigns/record.ts";

const rounds = Number(process.env["CHECKRAIL_ROUNDS"] ?? 5);
const [suite, ...named] = process.argv.slice(2);
if (suite !== "core") {
  console.error(
    `No bench is called ${suite ?? "nothing"}. There is: core. The components beside other kits come with a later release.`,
  );
  process.exit(1);
}

installPeers();

/** What test/bench says of itself; its types need libraries that are not always there. */
interface Bench {
  readonly title: string;
  readonly floor: string;
  readonly ours: string;
  readonly aim: number;
  readonly cases: readonly string[];
}

let missed = 0;
for (const [id, bench] of Object.entries(ask([]) as Readonly<Record<string, Bench>>)) {
  if (named.length > 0 && !named.includes(id)) continue;
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
}
if (missed > 0) console.log(`\n${missed} of our own are slower than their aim.`);
process.exitCode = missed === 0 ? 0 : 1;

function installPeers(): void {
  if (existsSync("test/bench/node_modules/.package-lock.json")) return;
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: "test/bench",
    stdio: "inherit",
  });
  if (status === 0) return;
  console.error("The libraries to compare with could not be installed: is the registry reachable?");
  process.exit(1);
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
