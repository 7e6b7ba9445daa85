/**
 * Every property test with a million cases of each property, or the files whose paths hold a word that is named.
 * The cases are divided among runs with seeds of their own, so that they fill all processors and no run takes long.
 * The campaigns against the server, each under its own word: races, faults, fuzz. Under the word gates, the races against a
 * server that lacks one gate after another; further words name which.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { bin } from "./bin.ts";
import { soakGates } from "./campaigns/gates.ts";
import { record, today } from "./campaigns/record.ts";
import { campaignsNamed, soakServer } from "./campaigns/server.ts";

const wanted = Number(process.env["CHECKRAIL_CASES"] ?? 1_000_000);
const seed = Number(process.env["CHECKRAIL_SEED"] ?? Date.now() % 2 ** 31);
const workers = Number(process.env["CHECKRAIL_WORKERS"] ?? availableParallelism());
const perRun = Math.min(wanted, 200_000);

interface Run {
  readonly file: string;
  readonly seed: number;
}

/** What one property came to, over all its runs. */
interface Figure {
  cases: number;
  failed: boolean;
}

const asked = process.argv.slice(2);
if (asked[0] === "gates") {
  if (!(await soakGates(seed, workers, asked.slice(1)))) process.exitCode = 1;
  process.exit();
}
const onServer = campaignsNamed(asked);
for (const campaign of onServer) if (!(await soakServer(campaign, seed, workers))) process.exitCode = 1;
const words = asked.filter((word) => !onServer.includes(word));
if (asked.length > 0 && words.length === 0) process.exit();
const walks = Number(process.env["CHECKRAIL_WALKS"] ?? 2_000);
const walksWanted = words.length === 0 || words.includes("walker");
const files = readdirSync("test", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts") && !file.includes("node_modules"))
  .map((file) => join("test", file).replaceAll("\\", "/"))
  .filter((file) => readFileSync(file, "utf8").includes("cases()"))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .toSorted();
if (files.length === 0 && !walksWanted)
  throw new Error(`No property test has a path with ${words.join(" or ")} in it.`);
console.log(`${files.length} files, ${wanted} cases of each property, seeds from ${seed} on, ${workers} at once`);

const queue: Run[] = files.flatMap((file) =>
  Array.from({ length: Math.ceil(wanted / perRun) }, (_, index) => ({ file, seed: seed + index })),
);
mkdirSync("node_modules/.cache", { recursive: true });
const folder = mkdtempSync("node_modules/.cache/checkrail-soak-");
const figures = new Map<string, Figure>();
const seconds = new Map<string, number>();
let broken = 0;

await Promise.all(
  Array.from({ length: workers }, async (_, worker) => {
    for (let run = queue.shift(); run !== undefined; run = queue.shift()) await execute(run, join(folder, `${worker}`));
  }),
);

for (const [property, { cases, failed }] of figures) {
  const short = cases < wanted;
  if (failed || short) broken += 1;
  console.log(`${failed ? "FAIL" : short ? "few " : "ok  "} ${property}: ${cases} cases`);
}
for (const [file, spent] of seconds) console.log(`${spent.toFixed(0)} s ${file}`);
const walked = walksWanted ? await walkThrough() : null;
if (broken > 0) process.exitCode = 1;

if (broken === 0) {
  record(
    "Properties",
    ["property", "cases", "seeds from", "date"],
    [...figures].map(([property, { cases }]) => [property, cases.toLocaleString("en-GB"), String(seed), today()]),
  );
}

if (broken === 0 && walked !== null) {
  record(
    "Walks through the app",
    ["walks", "clicks", "executions", "seeds from", "date"],
    [
      [
        walked.sequences.toLocaleString("en-GB"),
        walked.actions.toLocaleString("en-GB"),
        walked.executions.toLocaleString("en-GB"),
        String(seed),
        today(),
      ],
    ],
  );
}

/** Random walks through the real app; null where one of them found something. */
async function walkThrough(): Promise<Walked | null> {
  const figuresFile = resolve(folder, "walks.jsonl");
  const { code, output } = await new Promise<{ readonly code: number; readonly output: string }>((done) => {
    const child = spawn(
      process.execPath,
      [bin("@playwright/test", "playwright"), "test", "walker", "--reporter=line"],
      {
        env: {
          ...process.env,
          NO_COLOR: "1",
          CHECKRAIL_WALKS: String(walks),
          CHECKRAIL_SEED: String(seed),
          CHECKRAIL_FIGURES: figuresFile,
        },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", (error) => done({ code: 1, output: String(error) }));
    child.on("close", (exit) => done({ code: exit ?? 1, output: Buffer.concat(chunks).toString() }));
  });
  if (code !== 0 || !existsSync(figuresFile)) {
    broken += 1;
    console.log(`FAIL walks, seeds from ${seed}\n${output}`);
    return null;
  }
  const figure = JSON.parse(readFileSync(figuresFile, "utf8").trim()) as Walked;
  console.log(`ok   ${figure.sequences} walks, ${figure.actions} clicks, ${figure.executions} executions`);
  return figure;
}

interface Walked {
  readonly sequences: number;
  readonly actions: number;
  readonly executions: number;
}

async function execute(run: Run, report: string): Promise<void> {
  const name = `${report}-${run.seed}-${run.file.replaceAll("/", "_")}.jsonl`;
  const started = performance.now();
  const { code, output } = await vitest(run, name);
  seconds.set(run.file, (seconds.get(run.file) ?? 0) + (performance.now() - started) / 1000);
  // A file without one figure holds no property that ran.
  if (code !== 0 || !existsSync(name)) {
    broken += 1;
    console.log(`FAIL ${run.file}, seed ${run.seed}\n${output}`);
  }
  if (!existsSync(name)) return;
  for (const line of readFileSync(name, "utf8").trim().split("\n")) {
    const { property, cases, failed } = JSON.parse(line) as Figure & { readonly property: string };
    const key = `${run.file.replace(/^test\//, "").replace(/(\.property)?\.test\.ts$/, "")}: ${property.replaceAll(" > ", " ")}`;
    const figure = figures.get(key) ?? { cases: 0, failed: false };
    figures.set(key, { cases: figure.cases + cases, failed: figure.failed || failed });
  }
}

function vitest(run: Run, report: string): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [bin("vitest"), "run", "--config", "scripts/campaigns/vitest.config.ts"], {
      env: {
        ...process.env,
        NO_COLOR: "1",
        CHECKRAIL_TESTS: run.file,
        CHECKRAIL_CASES: String(perRun),
        CHECKRAIL_SEED: String(run.seed),
        CHECKRAIL_FIGURES: report,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", (error) => done({ code: 1, output: String(error) }));
    child.on("close", (code) => done({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}
