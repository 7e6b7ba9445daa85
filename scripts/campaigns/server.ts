/** The long forms of the campaigns against the server on PostgreSQL: tests of `npm test` with more to try. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { bin } from "../bin.ts";
import { record, today } from "./record.ts";

type Figures = Readonly<Record<string, unknown>>;

interface Campaign {
  /** Path of its test. */
  readonly file: string;
  /** What says how much each process tries, with how much that is in all. */
  readonly amounts: Readonly<Record<string, number>>;
  /** Its rows: what was tried, and what came of it. */
  rows(figures: readonly Figures[]): readonly (readonly [what: string, figure: string])[];
}

const sum = (figures: readonly Figures[], name: string) =>
  figures.reduce((total, figure) => total + Number(figure[name] ?? 0), 0);
const spelled = (count: number) => count.toLocaleString("en-GB");
const heaps = (figures: readonly Figures[]) =>
  figures.map(({ heaps: seen }) => (Array.isArray(seen) ? seen.join(", ") : "not measured")).join("; ");

const campaigns: Readonly<Record<string, Campaign>> = {
  races: {
    file: "test/reference/server/schedules.postgres.test.ts",
    amounts: { CHECKRAIL_SCHEDULES: 10_000 },
    rows: (figures) => [
      [
        "Races: schedules of execute, scope, cancel, drift and retry",
        `${spelled(sum(figures, "schedules"))} schedules, ${spelled(sum(figures, "executions"))} executions, ${spelled(sum(figures, "entries"))} entries of the trail, ${spelled(sum(figures, "processorSeconds"))} s of a processor`,
      ],
    ],
  },
  faults: {
    file: "test/reference/server/killed-at-random.postgres.test.ts",
    amounts: { CHECKRAIL_KILLS: 200 },
    rows: (figures) => [
      [
        "Faults: kill -9 during execution, import, checks, preview and evidence",
        `${spelled(sum(figures, "kills"))} kills, ${spelled(sum(figures, "snapshots"))} snapshots of evidence afterwards; outcomes of items: ${figures.map(({ outcomes }) => JSON.stringify(outcomes)).join("; ")}`,
      ],
    ],
  },
  fuzz: {
    file: "test/reference/server/generated.postgres.test.ts",
    amounts: { CHECKRAIL_REQUESTS: 100_000, CHECKRAIL_EXPORTS: 10_000 },
    rows: (figures) => {
      const requests = figures.filter(({ campaign }) => campaign === "requests");
      const exports = figures.filter(({ campaign }) => campaign === "exports");
      return [
        [
          "Fuzz: requests generated from the description, four identities, two workspaces",
          `${spelled(sum(requests, "count"))} requests; megabytes in use meanwhile: ${heaps(requests)}`,
        ],
        [
          "Fuzz: damaged exports",
          `${spelled(sum(exports, "count"))} exports of ${spelled(sum(exports, "files"))} files: ${spelled(sum(exports, "imported"))} imported with ${spelled(sum(exports, "named"))} files named as unreadable, ${spelled(sum(exports, "refused"))} refused whole; megabytes: ${heaps(exports)}`,
        ],
      ];
    },
  },
};

/** The campaigns that are asked for by their words; all of them where nothing is named. */
export function campaignsNamed(words: readonly string[]): readonly string[] {
  return Object.keys(campaigns).filter((name) => words.length === 0 || words.includes(name));
}

/** Runs one, divided among processes with seeds of their own, and records its figures where nothing failed. */
export async function soakServer(name: string, seed: number, workers: number): Promise<boolean> {
  const campaign = campaigns[name];
  if (campaign === undefined) throw new Error(`No campaign is called ${name}.`);
  mkdirSync("node_modules/.cache", { recursive: true });
  const folder = mkdtempSync("node_modules/.cache/checkrail-soak-");
  // CHECKRAIL_SHARE=0.01 tries a hundredth, to see that it works.
  const share = Number(process.env["CHECKRAIL_SHARE"] ?? 1);
  const amounts = Object.fromEntries(
    Object.entries(campaign.amounts).map(([variable, whole]) => [
      variable,
      process.env[variable] ?? String(Math.ceil((whole * share) / workers)),
    ]),
  );
  console.log(`${name}: ${JSON.stringify(amounts)} in each of ${workers} processes, seeds from ${seed} on`);
  const files = Array.from({ length: workers }, (_, worker) => resolve(folder, `${name}-${worker}.jsonl`));
  const codes = await Promise.all(
    files.map((figures, worker) =>
      vitest(campaign.file, { ...amounts, CHECKRAIL_FIGURES: figures, CHECKRAIL_SEED: String(seed + worker) }),
    ),
  );
  const figures = files.flatMap((file) =>
    existsSync(file)
      ? readFileSync(file, "utf8")
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line) as Figures)
      : [],
  );
  const rows = campaign.rows(figures);
  for (const row of rows) console.log(row.join(": "));
  if (codes.some((code) => code !== 0)) return false;
  const made = rows.map(([what, figure]) => [what, figure, `${seed} to ${seed + workers - 1}`, today()]);
  if (share >= 1) record(heading, ["what", "figure", "seeds", "date"], made);
  return true;
}

const heading = "The server";

function vitest(file: string, env: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [bin("vitest"), "run", "--project", "postgres", file], {
      stdio: "inherit",
      env: { ...process.env, NO_COLOR: "1", ...env },
    });
    child.on("error", () => done(1));
    child.on("close", (code) => done(code ?? 1));
  });
}
