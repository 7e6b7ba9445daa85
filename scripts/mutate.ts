/**
 * Mutation testing of the pure core, or of the folders and files that are named: every change to the code that no test
 * notices is listed. Fails where a part falls below the score.
 */
import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { relative, resolve } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { record, rowsUnder, today } from "./campaigns/record.ts";

const lowestScore = 95;

/** Each part of the core, an inner one before the one around it, and the tests that have to notice what changes in it: those that mirror it, not all that reach it. */
const core: Readonly<Record<string, readonly string[]>> = {
  // A test that reads long texts notices nothing but the time they take.
  "src/safety/claims": ["test/safety/claims!(-hostile)*.test.ts"],
  // The tests of the claims notice nothing of the rest.
  "src/safety": ["test/safety/!(claims*).test.ts"],
  "src/flow": ["test/flow"],
  "src/restore/run": ["test/restore/run"],
  // A receipt is drawn up of finished runs, so its tests reach every rule and notice their own alone.
  "src/restore/rules/receipt": ["test/restore/rules/receipt"],
  // A test that counts the reads of 10,000 items notices nothing but those.
  "src/restore/rules": ["test/restore/rules/!(checks-work).test.ts"],
  "src/restore/resolvers": ["test/restore/resolvers", "test/contract/agreement.test.ts"],
};

// Catalogues of sentences: a mutant there is another wording, and the stories show it.
const sentences = [
  "!src/flow/words*",
  "!src/flow/words*/**",
  "!src/restore/resolvers/copy*",
  "!src/restore/resolvers/copy/**",
];

// Tables of characters and their look-alikes: data and no code, where a mutant is another character of thousands.
const characters = ["!src/safety/shapes.ts", "!src/safety/claims/letters.ts", "!src/safety/claims/entities.ts"];

// A mutant is judged by the same cases in every run; a hundred of each property tell as much as thousands.
process.env["CHECKRAIL_SEED"] ??= "1";
process.env["CHECKRAIL_CASES"] ??= "100";

const named = process.argv.slice(2).map((path) => relative(".", resolve(path)).replaceAll("\\", "/"));
const noticed = new Set(["Killed", "Timeout"]);
const missed = new Set(["Survived", "NoCoverage"]);
const columns = ["file", "mutants noticed", "score", "date"];

const outside = named.filter((path) => partOf(path) === undefined);
if (outside.length > 0) {
  throw new Error(`${outside.join(", ")}: in no part of the core. The parts are ${Object.keys(core).join(", ")}.`);
}

for (const [part, tests] of Object.entries(core)) {
  const paths = named.length === 0 ? [part] : named.filter((path) => partOf(path) === part);
  if (paths.length === 0) continue;
  process.env["CHECKRAIL_TESTS"] = tests.join(",");
  const mutants = await mutantsOf(paths, part);
  for (const { fileName, location, replacement, status } of mutants.filter((mutant) => missed.has(mutant.status))) {
    const place = `${relative(".", fileName)}:${location.start.line}:${location.start.column}`;
    console.log(`${status === "Survived" ? "survived" : "no test "} ${place} ${replacement.replaceAll(/\s+/g, " ")}`);
  }
  const judged = mutants.filter(({ status }) => noticed.has(status) || missed.has(status));
  const files = [...new Set(judged.map(({ fileName }) => fileName))];
  const rows = files.map((file) =>
    figure(
      relative(".", file),
      judged.filter(({ fileName }) => fileName === file),
    ),
  );
  record(
    "Mutants by file",
    columns,
    rows.map(({ cells }) => cells),
  );
  const total = figure(paths.join(", "), judged);
  for (const { line } of [...rows, total]) console.log(line);
  // No mutants at all is no score, and no number is below another that is none.
  if (!(total.score >= lowestScore)) process.exitCode = 1;
}

recordParts();

/** The innermost part that a folder or a file lies in. */
function partOf(path: string): string | undefined {
  return Object.keys(core).find((part) => path === part || path.startsWith(`${part}/`));
}

/** What each part comes to, over the figures of its files; the oldest of them dates it. */
function recordParts(): void {
  const files = rowsUnder("Mutants by file");
  const rows = Object.keys(core).flatMap((part) => {
    const own = files.filter(([file = ""]) => partOf(file.replaceAll("`", "")) === part);
    if (own.length === 0) return [];
    const [killed, all] = own
      .map(([, count = ""]) => count.split(" of ").map(Number))
      .reduce(([some = 0, every = 0], [one = 0, more = 0]) => [some + one, every + more], [0, 0]);
    const dates = own.map(([, , , date = ""]) => date).toSorted();
    return [[`\`${part}\``, String(own.length), `${killed} of ${all}`, percent(killed ?? 0, all ?? 0), dates[0] ?? ""]];
  });
  record("Mutants", ["part", "files measured", "mutants noticed", "score", "since"], rows);
}

function percent(killed: number, all: number): string {
  return `${((100 * killed) / all).toFixed(2)} %`;
}

function figure(path: string, mutants: readonly { readonly status: string }[]) {
  const killed = mutants.filter(({ status }) => noticed.has(status)).length;
  const score = (100 * killed) / mutants.length;
  const count = `${killed} of ${mutants.length}`;
  return {
    score,
    line: `${percent(killed, mutants.length)} ${path}: ${count} mutants noticed`,
    cells: [`\`${path}\``, count, percent(killed, mutants.length), today()],
  };
}

function mutantsOf(paths: readonly string[], part: string) {
  return new Stryker({
    mutate: [
      ...paths.map((path) => (statSync(path).isDirectory() ? `${path}/**/*.ts` : path)),
      // A part inside this one has a score of its own.
      ...Object.keys(core).flatMap((other) => (other.startsWith(`${part}/`) ? [`!${other}/**`] : [])),
      "!**/index.ts",
      ...sentences,
      ...characters,
    ],
    testRunner: "vitest",
    // The tests of a part are named already; to look for those that reach a file takes longer than to run them.
    vitest: { configFile: "scripts/campaigns/vitest.config.ts", related: false },
    plugins: ["@stryker-mutator/vitest-runner"],
    coverageAnalysis: "perTest",
    concurrency: Number(process.env["CHECKRAIL_WORKERS"] ?? availableParallelism()),
    ignorePatterns: ["/test/visual", "/stories", "/dist", "/.data", "/storybook-static"],
    // Stryker rewrites a tsconfig with the API of an older TypeScript; there is nothing to rewrite.
    tsconfigFile: "none.json",
    // Nothing here checks types, and a line in front of a test that counts its own lines would fail it.
    disableTypeChecks: false,
    reporters: ["progress-append-only"],
    allowConsoleColors: false,
  }).runMutationTest();
}
