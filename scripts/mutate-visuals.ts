/**
 * Seeds small defects into the looks, a class of each component, a token, a colour of the second brand, one at a time, and
 * asks the pictures. What no picture notices is listed. Fails where too few are noticed.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { bin } from "./bin.ts";
import { record, today } from "./campaigns/record.ts";
import { type Defect, visualDefects } from "./campaigns/visual-defects.ts";
import { testBrowser } from "./chromium.ts";

const lowestScore = 95;
const report = "node_modules/.cache/visual-defects.json";
/** Every way in which the stories are drawn, by the name of its test. */
const ways = [
  "light",
  "dark",
  "compact",
  "print",
  "forced-colors",
  "right-to-left",
  "text-200",
  "second-brand",
  "second-brand-dark",
];

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Asks the pictures about every defect, or those of the things named. Answers whether enough were noticed. */
export function mutateVisuals(named: readonly string[]): boolean {
  if (!testBrowser().pinned)
    throw new Error("Pictures are compared on Linux x64 only: another browser draws other pixels.");
  const defects = visualDefects(Number(process.env["CHECKRAIL_SEED"] ?? 1)).filter(
    ({ of }) => named.length === 0 || named.includes(of),
  );
  for (const story of offAlready()) console.log(`Off as things are, and so no witness: ${story}`);
  const noticed = defects.filter((defect) => {
    const by = noticedBy(defect);
    console.log(by === null ? `survived ${describe(defect)}` : `noticed  ${describe(defect)}\n         by ${by}`);
    return by !== null;
  });
  const rows = new Map<string, [some: number, all: number]>();
  for (const defect of defects) {
    const [some, all] = rows.get(defect.of) ?? [0, 0];
    rows.set(defect.of, [some + (noticed.includes(defect) ? 1 : 0), all + 1]);
  }
  record(
    "Defects in pictures",
    ["what", "defects noticed", "date"],
    [...rows].map(([of, [some, all]]) => [of, `${some} of ${all}`, today()]),
  );
  console.log(`${noticed.length} of ${defects.length} defects noticed`);
  return (100 * noticed.length) / defects.length >= lowestScore;
}

/** The first story that did not look as its picture and did without the defect; null where there is none. */
function noticedBy(defect: Defect): string | null {
  const before = offAlready();
  const others = ways.filter((way) => way !== defect.first);
  for (const asked of [[defect.first], others]) {
    const story = [...looksOf(asked, defect.stories, defect, before.size + 1)].find((one) => !before.has(one));
    if (story !== undefined) return story;
  }
  return null;
}

let already: ReadonlySet<string> | null = null;

/** Stories that do not look as their picture as things are. They notice nothing. */
function offAlready(): ReadonlySet<string> {
  already ??= looksOf(ways, ["stories/Components/*.stories.tsx"], null, 0);
  return already;
}

/** Stories that do not look as their picture, with a defect or as things are; after so many, no more are asked. */
function looksOf(
  asked: readonly string[],
  stories: readonly string[],
  defect: Defect | null,
  enough: number,
): ReadonlySet<string> {
  rmSync(report, { force: true });
  const run = spawnSync(
    process.execPath,
    [
      ...[bin("vitest"), "run", "--root", ".", "--config", "scripts/campaigns/visual-defects.config.ts"],
      ...["--reporter=json", `--outputFile=${report}`, `--bail=${enough}`],
      ...asked.map((way) => `test/visual/${way}.test.tsx`),
    ],
    {
      encoding: "utf8",
      env: { ...process.env, CHECKRAIL_STORIES: JSON.stringify(stories), CHECKRAIL_DEFECT: JSON.stringify(defect) },
    },
  );
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as Report;
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  if (tests.length === 0) throw new Error(`No picture of ${stories.join(", ")} was compared: ${run.stderr}`);
  return new Set(tests.filter(({ status }) => status === "failed").map(({ fullName }) => fullName));
}

function describe({ of, file, at, from, to }: Defect): string {
  const line = readFileSync(file, "utf8").slice(0, at).split("\n").length;
  return `${of}: ${file}:${line} ${from} ${to === "" ? "taken away" : `→ ${to}`}`;
}
