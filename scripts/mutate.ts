/**
 * Mutation testing of the pure core, or of the folders and files that are named: every change to the code that no test
 * notices is listed. Fails where a part falls below the score.
 */
import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { relative, resolve } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { record, today } from "./campaigns/record.ts";

const lowestScore = 95;

/** Each part of the core, and the tests that have to notice what changes in it: those that mirror it, and the contract's. */
const core: Readonly<Record<string, readonly string[]>> = {
  // A test that reads megabytes notices nothing but the time they take.
  "src/safety/claims": ["test/safety/claims!(-hostile)*.test.ts"],
  // The tests of the claims notice nothing of the rest.
  "src/safety": ["test/safety/!(claims*).test.ts"],
  "src/flow": ["test/flow"],
  "src/restore/run": ["test/restore/run", "test/restore/rules", "test/restore/resolvers"],
  "src/restore/rules": ["test/restore/run", "test/restore/rules", "test/restore/resolvers"],
  "src/restore/resolvers": ["test/restore/resolvers", "test/contract/agreement.test.ts"],
};

// Catalogues of sentences: a mutant there is another wording, and the stories show it.
const sentences = [
  "!src/flow/words*",
  "!src/flow/words*/**",
  "!src/restore/resolvers/copy*",
  "!src/restore/resolvers/copy/**",
];

// A mutant is judged by the same cases in every run; a few hundred of each property tell as much as thousands.
process.env["CHECKRAIL_SEED"] ??= "1";
process.env["CHECKRAIL_CASES"] ??= "300";

const named = process.argv.slice(2).map((path) => relative(".", resolve(path)).replaceAll("\\", "/"));
const noticed = new Set(["Killed", "Timeout"]);
const missed = new Set(["Survived", "NoCoverage"]);

const figures: string[][] = [];
for (const part of named.length > 0 ? named : Object.keys(core)) {
  const tests = Object.entries(core).find(([folder]) => part === folder || part.startsWith(`${folder}/`))?.[1];
  if (tests === undefined) throw new Error(`${part} lies in no part of the core: ${Object.keys(core).join(", ")}.`);
  process.env["CHECKRAIL_TESTS"] = tests.join(",");
  const mutants = await mutantsOf(part);
  const alive = mutants.filter(({ status }) => missed.has(status));
  for (const { fileName, location, replacement, status } of alive) {
    const place = `${relative(".", fileName)}:${location.start.line}:${location.start.column}`;
    console.log(`${status === "Survived" ? "survived" : "no test "} ${place} ${replacement.replaceAll(/\s+/g, " ")}`);
  }
  const killed = mutants.filter(({ status }) => noticed.has(status)).length;
  const score = (100 * killed) / (killed + alive.length);
  console.log(`${score.toFixed(2)} % ${part}: ${killed} of ${killed + alive.length} mutants noticed`);
  // No mutants at all is no score, and no number is below another that is none.
  if (!(score >= lowestScore)) process.exitCode = 1;
  if (part in core)
    figures.push([`\`${part}\``, `${killed} of ${killed + alive.length}`, `${score.toFixed(2)} %`, today()]);
}
record("Mutants", ["part", "mutants noticed", "score", "date"], figures);

function mutantsOf(part: string) {
  return new Stryker({
    mutate: [
      statSync(part).isDirectory() ? `${part}/**/*.ts` : part,
      // A part inside this one has a score of its own.
      ...Object.keys(core).flatMap((other) => (other.startsWith(`${part}/`) ? [`!${other}/**`] : [])),
      "!**/index.ts",
      ...sentences,
    ],
    testRunner: "vitest",
    vitest: { configFile: "scripts/campaigns/vitest.config.ts" },
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
