import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { benchesOf, pageFile } from "../../scripts/campaigns/benches.ts";

const record = readFileSync("test/CAMPAIGNS.md", "utf8");

describe("the page of benches", () => {
  test("shows every figure that is on record (npm run bench writes both)", () => {
    expect(JSON.parse(readFileSync(pageFile, "utf8"))).toEqual(benchesOf(record));
    const recorded = record
      .split(/^## /m)
      .filter((section) => section.startsWith("Speed of "))
      .flatMap((section) => section.match(/^\| .*\d{4}-\d{2}-\d{2} +\|$/gm) ?? []);
    const shown = benchesOf(record).flatMap(({ groups }) => groups.flatMap(({ rows }) => rows));
    expect(recorded.length).toBeGreaterThan(0);
    expect(shown).toHaveLength(recorded.length);
    for (const { value } of shown) expect(value).toBeGreaterThanOrEqual(0);
  });

  test("reads figure, unit, spread, aim and date of a row, and tells that there is no aim or no spread", () => {
    const table = [
      "## Speed of the kit",
      "| what | figure | spread | aim | date |",
      "| --- | --- | --- | --- | --- |",
      "| Mount of 200 flows: checkrail | 2.06 times | 1.71 to 2.09 | at most 1.1 | 2026-11-26 |",
      "| Bundle: rich, a flow, scripts | 0.53 kB | | | 2026-11-25 |",
    ].join("\n");
    expect(benchesOf(table)).toEqual([
      {
        title: "Speed of the kit",
        groups: [
          {
            title: "Mount of 200 flows",
            rows: [
              { name: "checkrail", value: 2.06, unit: "times", spread: [1.71, 2.09], aim: 1.1, date: "2026-11-26" },
            ],
          },
          {
            title: "Bundle",
            rows: [
              { name: "rich, a flow, scripts", value: 0.53, unit: "kB", spread: null, aim: null, date: "2026-11-25" },
            ],
          },
        ],
      },
    ]);
  });
});
