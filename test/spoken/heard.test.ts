import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { restoreClaims } from "../../src/restore/claims/index.js";
import { claimFinder } from "../../src/safety/index.js";
import { restoreScenarios, scenarioItems } from "../../src/testing/scenarios/index.js";
import { claimsOfScenario } from "../support/story-claims.js";

const folder = "test/spoken/baselines";
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".txt"));
const transcripts = files.map((file) => [file, readFileSync(`${folder}/${file}`, "utf8").split("\n")] as const);

describe("whatever the page, an operator who does not see it", () => {
  test("there are transcripts to ask", () => {
    expect(transcripts.length).toBeGreaterThan(40);
  });

  test.each(transcripts)(
    "hears no picture, and no mark that only steers the direction of a name, in %s",
    (_, lines) => {
      expect(lines.filter((line) => /^image\b|[\u2066-\u2069\u200E\u200F]/.test(line))).toEqual([]);
    },
  );

  test.each(transcripts)("hears with every control that is blocked why it is (BY-15), in %s", (_, lines) => {
    const blocked = lines.filter((line) => /^(?:button|switch|checkbox|textbox), .*\bdisabled\b/.test(line));
    // A button says that it is blocked, or waits, before it says why; a field is described by the sentence alone.
    const told = (line: string) =>
      line.startsWith("button")
        ? /, (?:Blocked|Waiting) .*\w.*, disabled/
        : /, .*\w\., (?:(?:not )?(?:checked|on|off), )?disabled/;
    expect(blocked.filter((line) => !told(line).test(line))).toEqual([]);
  });

  test.each(transcripts)("finds no heading below one that is not there, in %s", (_, lines) => {
    const levels = lines.flatMap((line) => /^heading, .*, level (\d)$/.exec(line)?.[1] ?? []).map(Number);
    expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test.each(transcripts)("hears no phrase twice in a row, in %s", (_, lines) => {
    expect(lines.filter((line, index) => line === lines[index + 1])).toEqual([]);
  });

  test.each(transcripts)("hears of no control only how many it opens, in %s", (_, lines) => {
    expect(lines.filter((line) => /^button, \d+ \w+(?:, \d+ control)?, (?:not )?expanded$/.test(line))).toEqual([]);
  });
});

/** What a page of a scenario may claim. A component by itself belongs to no state, and calms in none. */
function policyOf(file: string) {
  const known = restoreScenarios.find(({ id }) => id === basename(file, ".txt"));
  return known === undefined ? restoreClaims.completed_with_evidence : claimsOfScenario(known.id);
}

const finders = new Map(Object.values(restoreClaims).map((policy) => [policy, claimFinder(policy)]));

describe("RR-12 nobody hears a claim that the state of the page forbids", () => {
  // Names are drawn as they are, without quotation marks; the longest first, because one may begin another.
  const names = scenarioItems.map(({ name }) => name).toSorted((left, right) => right.length - left.length);
  const ours = (line: string) => names.reduce((rest, name) => rest.replaceAll(name, "…"), line);

  test.each(transcripts)("in %s", (file, lines) => {
    const find = finders.get(policyOf(file));
    const claims = lines.flatMap((line) => find?.(ours(line)).map(({ text }) => `${text}: ${line}`) ?? [line]);
    expect(claims).toEqual([]);
  });
});
