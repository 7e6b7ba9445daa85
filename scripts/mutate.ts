/**
 * Mutation testing of the pure core, or of the folders and files that are named: every change to the code that no test
 * notices is listed. Fails where a part falls below the score. "visuals" asks the pictures of the components instead.
 */
import { availableParallelism } from "node:os";
import { relative, resolve } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { filesUnder, nearestTests } from "./campaigns/nearest-tests.ts";
import { record, rowsUnder, today } from "./campaigns/record.ts";
import { mutateVisuals } from "./mutate-visuals.ts";

const lowestScore = 95;

/** So many loads of the nearest tests cost less than one load of all. */
const fewGroups = 4;

/** Each part of the core, an inner one before the one around it, and the tests that have to notice what changes in it: those that mirror it, not all that reach it. */
const core: Readonly<Record<string, (test: string) => boolean>> = {
  // Long texts and thousands of random ones take seconds, and notice nothing that the sentences of the tables do not.
  "src/safety/claims": (test) => test.startsWith("test/safety/claims") && !/claims-(?:hostile|properties)/.test(test),
  // The tests of the claims notice nothing of the rest.
  "src/safety": (test) => test.startsWith("test/safety/") && !test.startsWith("test/safety/claims"),
  "src/flow": (test) => test.startsWith("test/flow/"),
  "src/restore/run": (test) => test.startsWith("test/restore/run/"),
  // A receipt is drawn up of finished runs, so its tests reach every rule and notice their own alone.
  "src/restore/rules/receipt": (test) => test.startsWith("test/restore/rules/receipt/"),
  // A test that counts the reads of 10,000 items notices nothing but those.
  "src/restore/rules": (test) =>
    test.startsWith("test/restore/rules/") && !test.includes("/receipt/") && !test.includes("checks-work"),
  "src/restore/resolvers": (test) => test.startsWith("test/restore/resolvers/"),
};

/** Parts that keep what they once prepared, so that it is chance which test is seen to cover it: there every test judges every mutant. */
const keeping: ReadonlySet<string> = new Set(["src/safety/claims"]);

/** Tests of a part that are not asked, by name: they go through long lists and whole spaces of facts, and notice what tables notice in a hundredth of the time. */
const leftOut: ReadonlyMap<string, RegExp> = new Map([
  ["src/restore/resolvers", /ten_thousand|10,000|over the whole space|one word for one thing/],
]);

/** What holds no code of ours to change. */
const withoutCode = [
  // Names what others export.
  /\/index\.ts$/,
  // Catalogues of sentences: a mutant there is another wording, and the stories show it.
  /^src\/flow\/words/,
  /^src\/restore\/resolvers\/copy/,
  // Tables of characters and their look-alikes: data, where a mutant is another character of thousands.
  /^src\/safety\/(shapes|claims\/letters|claims\/entities)\.ts$/,
];

// A mutant is judged by the same cases in every run; a hundred of each property tell as much as thousands.
process.env["CHECKRAIL_SEED"] ??= "1";
process.env["CHECKRAIL_CASES"] ??= "100";
// That a case fails is all that is asked; to find a smaller one takes longer than all other tests of a file.
process.env["CHECKRAIL_END_ON_FAILURE"] = "1";

if (process.argv[2] === "visuals") process.exit((await mutateVisuals(process.argv.slice(3))) ? 0 : 1);

// Stryker's own processes load the test runner of this campaign, and Node 20 reads no TypeScript by itself.
process.env["NODE_OPTIONS"] = `${process.env["NODE_OPTIONS"] ?? ""} --import tsx`;

const named = process.argv.slice(2).map((path) => relative(".", resolve(path)).replaceAll("\\", "/"));
const noticed = new Set(["Killed", "Timeout"]);
const missed = new Set(["Survived", "NoCoverage"]);
const columns = ["file", "mutants noticed", "score", "date"];

const outside = named.filter((path) => partOf(path) === undefined);
if (outside.length > 0) {
  throw new Error(`${outside.join(", ")}: in no part of the core. The parts are ${Object.keys(core).join(", ")}.`);
}

type Mutant = Awaited<ReturnType<typeof mutantsOf>>[number];

/** What is said of a mutant that is listed; the others failed a test. */
const words: Readonly<Partial<Record<Mutant["status"], string>>> = {
  Survived: "survived",
  NoCoverage: "no test ",
  // One that acts while files are loaded, before that was tried.
  Ignored: "not tried",
  // Noticed, if it never ends; but a machine that is too busy looks the same.
  Timeout: "timed out",
};

for (const [part, judges] of Object.entries(core)) {
  const files = filesUnder(part).filter(
    (file) =>
      partOf(file) === part &&
      !withoutCode.some((pattern) => pattern.test(file)) &&
      (named.length === 0 || named.some((path) => file === path || file.startsWith(`${path}/`))),
  );
  if (files.length === 0) continue;
  if (keeping.has(part)) process.env["CHECKRAIL_ALL_JUDGE"] = "1";
  else delete process.env["CHECKRAIL_ALL_JUDGE"];
  process.env["CHECKRAIL_TESTS_LEFT_OUT"] = leftOut.get(part)?.source ?? "";
  const tests = filesUnder("test").filter((test) => test.endsWith(".test.ts") && judges(test));
  let judged: readonly Mutant[] = [];
  for await (const so of judge(files, tests)) {
    judged = so;
    // Kept after every run of it, so that what was measured is not lost with the rest.
    recordFiles([...groupBy(judged, ({ fileName }) => relative(".", fileName))]);
  }
  list(judged);
  const byFile = groupBy(judged, ({ fileName }) => relative(".", fileName));
  // A file of types alone has its row too, so that none is passed over in silence.
  const rows = files.map((file) => [file, byFile.get(file) ?? []] as const);
  recordFiles(rows);
  for (const [file, own] of rows) console.log(figure(file, own).line);
  const total = figure(named.length === 0 ? part : `${files.length} files of ${part}`, judged);
  console.log(total.line);
  if (total.score < lowestScore) process.exitCode = 1;
}

recordParts();

function recordFiles(rows: readonly (readonly [file: string, mutants: readonly Mutant[]])[]): void {
  record(
    "Mutants by file",
    columns,
    rows.map(([file, own]) => figure(file, own).cells),
  );
}

/** The innermost part that a folder or a file lies in. */
function partOf(path: string): string | undefined {
  return Object.keys(core).find((part) => path === part || path.startsWith(`${part}/`));
}

/**
 * Tries every mutant of some files on the tests that reach it: of a few files on those that lie nearest, and what those miss
 * on all tests of the part; of many files on all at once. One that acts while files are loaded needs them loaded anew, so
 * the nearest are always asked first; until then it counts as missed.
 */
async function* judge(files: readonly string[], tests: readonly string[]): AsyncGenerator<readonly Mutant[]> {
  const judged = new Map<string, Mutant>();
  const keep = (mutants: readonly Mutant[]) => {
    for (const mutant of mutants) {
      const before = judged.get(nameOf(mutant));
      if (before === undefined || !noticed.has(before.status)) judged.set(nameOf(mutant), mutant);
    }
    return [...judged.values()].filter(
      ({ status }) => noticed.has(status) || missed.has(status) || status === "Ignored",
    );
  };
  const nearest = nearestTests(tests);
  const nearTo = (file: string) => nearest(relative(".", file)).join(",");
  const groups = groupBy(files, nearTo);
  const few = groups.size <= fewGroups;
  if (few) {
    for (const [near, group] of groups) yield keep(await mutantsOf(group, near.split(","), { whileLoading: true }));
  } else yield keep(await mutantsOf(files, tests, { whileLoading: false }));
  const asked = new Set([...judged].filter(([, mutant]) => few || mutant.static === true).map(([name]) => name));
  const left = () => [...judged].flatMap(([name, one]) => (asked.has(name) && !noticed.has(one.status) ? [one] : []));
  if (!few) {
    for (const [near, group] of groupBy(left(), ({ fileName }) => nearTo(fileName))) {
      yield keep(await mutantsOf(placesOf(group), near.split(","), { whileLoading: true }));
    }
  }
  if (left().length > 0) yield keep(await mutantsOf(placesOf(left()), tests, { whileLoading: true }));
}

function placesOf(mutants: readonly Mutant[]): readonly string[] {
  return [...new Set(mutants.map(rangeOf))];
}

/** The place of a mutant as Stryker takes it: lines from one, columns from zero. */
function rangeOf({ fileName, location: { start, end } }: Mutant): string {
  return `${relative(".", fileName)}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
}

function nameOf(mutant: Mutant): string {
  return `${rangeOf(mutant)} ${mutant.mutatorName} ${mutant.replacement}`;
}

// Node 20 has no Map.groupBy.
function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): ReadonlyMap<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}

function list(mutants: readonly Mutant[]): void {
  for (const { fileName, location, replacement, status } of mutants) {
    const word = words[status];
    const place = `${relative(".", fileName)}:${location.start.line}:${location.start.column}`;
    if (word !== undefined) console.log(`${word} ${place} ${replacement.replaceAll(/\s+/g, " ")}`);
  }
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
  return all === 0 ? "nothing to change" : `${((100 * killed) / all).toFixed(2)} %`;
}

function figure(path: string, mutants: readonly Mutant[]) {
  const killed = mutants.filter(({ status }) => noticed.has(status)).length;
  const score = mutants.length === 0 ? 100 : (100 * killed) / mutants.length;
  const count = `${killed} of ${mutants.length}`;
  return {
    score,
    line: `${percent(killed, mutants.length)} ${path}: ${count} mutants noticed`,
    cells: [`\`${path}\``, count, percent(killed, mutants.length), today()],
  };
}

function mutantsOf(
  mutate: readonly string[],
  tests: readonly string[],
  { whileLoading }: { readonly whileLoading: boolean },
) {
  process.env["CHECKRAIL_TESTS"] = tests.join(",");
  return new Stryker({
    mutate: [...mutate],
    testRunner: "loaded",
    // The tests are named already; to look for those that reach a file takes longer than to run them.
    vitest: { configFile: "scripts/campaigns/vitest.config.ts", related: false },
    plugins: [resolve("scripts/campaigns/loaded-runner.ts")],
    coverageAnalysis: "perTest",
    // A mutant that never ends is told by that, and a machine that does other work must not look like one.
    timeoutMS: 20_000,
    dryRunTimeoutMinutes: 60,
    concurrency: Number(process.env["CHECKRAIL_WORKERS"] ?? availableParallelism()),
    ignorePatterns: ["/test/visual", "/stories", "/dist", "/.data", "/storybook-static"],
    // Stryker rewrites a tsconfig with the API of an older TypeScript; there is nothing to rewrite.
    tsconfigFile: "none.json",
    // Nothing here checks types, and a line in front of a test that counts its own lines would fail it.
    disableTypeChecks: false,
    reporters: ["progress-append-only", "missed"],
    ignoreStatic: !whileLoading,
    allowConsoleColors: false,
  }).runMutationTest();
}
