/** Runs every stage of the tests, or those named, to the end, and sums them up in one last line. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { bin } from "./bin.ts";
import { whyNoPostgres } from "./postgres.ts";
import { python, whyNoPython } from "./python.ts";
import { type Counts, crashed, playwrightCounts, vitestCounts } from "./test-counts.ts";

interface Stage {
  readonly name: string;
  /** Commands of the stage, one after the other; the counts come from the report, or else each command is one check. */
  readonly commands: readonly (readonly string[])[];
  readonly env?: Readonly<Record<string, string>>;
  readonly report?: { readonly file: string; readonly read: (json: unknown) => Counts };
  /** Why the stage cannot run on this machine. */
  readonly skip?: string | undefined;
  /** Runs while the stages after it do: both wait for a browser, a database or a timer as long as they work, and share no file. */
  readonly beside?: boolean;
}

const reports = resolve("node_modules/.cache/checkrail-test");
const fixtures = `${reports}/fixtures.json`;
const comparesPixels = process.platform === "linux" && process.arch === "x64";

const stages: readonly Stage[] = [
  {
    name: "types",
    commands: [[bin("typescript", "tsc"), "--noEmit"]],
  },
  { name: "lint", commands: [[bin("oxlint"), "--type-aware", "--deny-warnings"], [bin("knip")]] },
  { name: "format", commands: [[bin("oxfmt"), "--check"]] },
  {
    name: "build",
    commands: [
      [bin("tsx"), "scripts/build.ts"],
      [bin("tsx"), "scripts/sizes.ts"],
      [bin("tsx"), "scripts/api.ts", "--check"],
      [bin("storybook"), "build", "--quiet", "--output-dir", "node_modules/.cache/storybook-static"],
    ],
  },
  {
    ...vitest("visual", ["visual"]),
    skip: comparesPixels
      ? undefined
      : `baselines are compared on linux x64 only, and this is ${process.platform} ${process.arch}`,
    beside: true,
  },
  vitest("unit", ["unit", "reference"]),
  { ...vitest("components", ["components", "spoken", "storybook*"]), beside: true },
  { ...vitest("postgres", ["postgres"]), skip: whyNoPostgres() },
  {
    name: "python",
    commands: [
      [bin("tsx"), "--conditions=development", "scripts/fixtures.ts", fixtures],
      ["test/schemas/validate.py", "src/view-models/schemas/generated/view-models.schema.json", fixtures],
    ],
    skip: whyNoPython(),
  },
  {
    name: "e2e",
    commands: [[bin("@playwright/test", "playwright"), "test", "--reporter=list,json"]],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: `${reports}/e2e.json` },
    report: { file: `${reports}/e2e.json`, read: playwrightCounts },
  },
];

function vitest(name: string, projects: readonly string[]): Stage {
  const file = `${reports}/${name}.json`;
  const filter = projects.flatMap((project) => ["--project", project]);
  return {
    name,
    commands: [[bin("vitest"), "run", ...filter, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]],
    report: { file, read: vitestCounts },
  };
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(`No stage is called ${unknown.join(" or ")}. There are: ${stages.map(({ name }) => name).join(", ")}.`);
  process.exit(1);
}

let passed = 0;
let failed = 0;
const skipped: string[] = [];

// One after the other: two of them would share the browser's prepared modules, and the processors.
let beside = Promise.resolve();
for (const stage of stages) {
  if (names.length > 0 && !names.includes(stage.name)) continue;
  if (stage.skip !== undefined) {
    skipped.push(`stage ${stage.name}: ${stage.skip}`);
    continue;
  }
  if (stage.beside === true) beside = beside.then(() => tell(stage));
  else await tell(stage);
}
await beside;

if (passed + failed === 0) failed = 1;
for (const name of skipped) console.log(`skipped ${name}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Runs a stage, says how it ended, and what was wrong where something was. */
async function tell(stage: Stage): Promise<void> {
  const started = performance.now();
  const { counts, output } = await run(stage);
  if (counts.failed > 0) console.log(output.trimEnd());
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${counts.failed > 0 ? "FAIL" : "ok  "} ${stage.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`,
  );
  passed += counts.passed;
  failed += counts.failed;
  skipped.push(...counts.skipped.map((name) => `${stage.name}: ${name}`));
}

async function run(stage: Stage): Promise<{ counts: Counts; output: string }> {
  mkdirSync(reports, { recursive: true });
  if (stage.report) rmSync(stage.report.file, { force: true });

  let output = "";
  let failures = 0;
  for (const command of stage.commands) {
    const result = await execute(command, stage.env);
    output += result.output;
    if (result.code !== 0) failures += 1;
  }

  if (!stage.report)
    return { counts: { passed: stage.commands.length - failures, failed: failures, skipped: [] }, output };
  if (!existsSync(stage.report.file))
    return { counts: crashed, output: `${output}\nThe stage ended without a report.` };
  const counts = stage.report.read(JSON.parse(readFileSync(stage.report.file, "utf8")));
  if (counts.passed + counts.failed === 0)
    return { counts: { ...counts, failed: 1 }, output: `${output}\nNo test was executed.` };
  // An error outside every test leaves the counts clean and the exit code not.
  if (failures > 0 && counts.failed === 0) return { counts: { ...counts, failed: 1 }, output };
  return { counts, output };
}

function execute(command: readonly string[], env: Stage["env"]): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const program = command[0]?.endsWith(".py") ? python : process.execPath;
    const child = spawn(program, command, {
      cwd: resolve(dirname(import.meta.filename), ".."),
      env: { ...process.env, NO_COLOR: "1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", (error) => done({ code: 1, output: String(error) }));
    child.on("close", (code) => done({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}
