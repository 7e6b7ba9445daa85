/**
 * Seeds small defects into the looks, a class of each component, a token, a colour of the second brand, one at a time, and
 * asks the pictures. What no picture notices is listed. Fails where too few are noticed.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createVitest, type Vitest } from "vitest/node";
import { record, today } from "./campaigns/record.ts";
import { sheet, shots, showDefect } from "./campaigns/shown-defect.ts";
import { type Defect, visualDefects } from "./campaigns/visual-defects.ts";
import { testBrowser } from "./chromium.ts";

const lowestScore = 95;
/** Every way in which the stories are drawn. */
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

/** Asks the pictures about every defect, or those of the things named. Answers whether enough were noticed. */
export async function mutateVisuals(named: readonly string[]): Promise<boolean> {
  if (!testBrowser().pinned)
    throw new Error("Pictures are compared on Linux x64 only: another browser draws other pixels.");
  const defects = visualDefects(Number(process.env["CHECKRAIL_SEED"] ?? 1)).filter(
    ({ of }) => named.length === 0 || named.includes(of),
  );
  const config = "scripts/campaigns/visual-defects.config.ts";
  const vitest = await createVitest("test", { root: ".", config, watch: false, reporters: [{}] });
  const rows = new Map<string, [some: number, all: number]>();
  try {
    for (const defect of defects) {
      const story = await witnessOf(vitest, defect);
      console.log(
        story === null ? `survived ${describe(defect)}` : `noticed  ${describe(defect)}\n         by ${story}`,
      );
      const [some, all] = rows.get(defect.of) ?? [0, 0];
      const [noticed, asked] = [some + (story === null ? 0 : 1), all + 1];
      rows.set(defect.of, [noticed, asked]);
      // At once, because it takes long: who stops it keeps what it found.
      record(
        "Defects in pictures",
        ["what", "defects noticed", "date"],
        [[defect.of, `${noticed} of ${asked}`, today()]],
      );
    }
  } finally {
    await vitest.close();
  }
  const noticed = [...rows.values()].reduce((sum, [some]) => sum + some, 0);
  console.log(`${noticed} of ${defects.length} defects noticed`);
  return (100 * noticed) / defects.length >= lowestScore;
}

/** The first story that no longer looks as it did; null where each does. */
async function witnessOf(vitest: Vitest, defect: Defect): Promise<string | null> {
  for (const asked of [[defect.first], ways.filter((way) => way !== defect.first)]) {
    await drawBefore(vitest, asked, defect.stories);
    const [story] = await looksOf(vitest, asked, defect.stories, defect);
    if (story !== undefined) return story;
  }
  return null;
}

const drawn = new Set<string>();

/** Draws the pictures to compare with, once. What the baselines hold is asked elsewhere, and may be behind. */
async function drawBefore(vitest: Vitest, asked: readonly string[], stories: readonly string[]): Promise<void> {
  const nameOf = (story: string) => `${story} ${asked.join()}`;
  const missing = stories.filter((story) => !drawn.has(nameOf(story)));
  if (missing.length === 0) return;
  vitest.config.snapshotOptions.updateSnapshot = "all";
  const off = await looksOf(vitest, asked, missing, null);
  vitest.config.snapshotOptions.updateSnapshot = "none";
  if (off.size > 0) throw new Error(`Some stories cannot be drawn: ${[...off].join(", ")}.`);
  for (const story of missing) drawn.add(nameOf(story));
}

/** Stories that do not look as they did, with a defect or as things are. */
async function looksOf(
  vitest: Vitest,
  asked: readonly string[],
  stories: readonly string[],
  defect: Defect | null,
): Promise<ReadonlySet<string>> {
  showDefect(defect, stories);
  for (const file of [shots, sheet, ...(defect === null ? [] : [defect.file])]) vitest.invalidateFile(resolve(file));
  const specifications = await vitest.globTestSpecifications([...new Set(asked.map(fileOf))]);
  const { testModules } = await vitest.runTestSpecifications(specifications);
  // What was in it is asked for anew the next time, without the defect.
  if (defect !== null) vitest.invalidateFile(resolve(defect.file));
  // What was asked before is among them.
  const asking = testModules.filter(({ moduleId }) => specifications.some((one) => one.moduleId === moduleId));
  const tests = asking.flatMap(({ children }) => [...children.allTests()]);
  if (tests.length === 0) throw new Error(`No picture of ${stories.join(", ")} was compared.`);
  const failed = tests.filter((one) => one.result().state === "failed");
  return new Set(failed.map(({ fullName }) => fullName));
}

/** The tests that draw in a way; all but the themes are drawn by one file. */
function fileOf(way: string): string {
  return `test/visual/${way === "light" || way === "dark" ? way : "conditions"}.test.tsx`;
}

function describe({ of, file, at, from, to }: Defect): string {
  const line = readFileSync(file, "utf8").slice(0, at).split("\n").length;
  return `${of}: ${file}:${line} ${from} ${to === "" ? "taken away" : `→ ${to}`}`;
}
