/** Puts what the benches recorded on the page of Storybook that shows it. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { bin } from "../bin.ts";

interface Measurement {
  /** What was measured, of ours or of another. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Least and most over all rounds; null where there is one figure only. */
  readonly spread: readonly [least: number, most: number] | null;
  /** The most that ours should come to; null for others, and where there is no aim. */
  readonly aim: number | null;
  readonly date: string;
}

interface Bench {
  readonly title: string;
  readonly groups: readonly { readonly title: string; readonly rows: readonly Measurement[] }[];
}

/** The figures that the page draws. */
export const pageFile = "stories/measurements.json";

/** Writes the figures on record to the page. */
export function writePage(): void {
  writeFileSync(pageFile, JSON.stringify(benchesOf(readFileSync("test/CAMPAIGNS.md", "utf8")), null, 2));
  spawnSync(process.execPath, [bin("oxfmt"), pageFile], { stdio: "inherit" });
}

/** Reads the tables of the benches out of the campaigns' record, where each bench keeps its last figures. */
export function benchesOf(text: string): readonly Bench[] {
  return text
    .split(/^## /m)
    .filter((section) => section.startsWith("Speed of "))
    .map((section) => {
      const [title = "", ...lines] = section.split("\n");
      const cells = lines
        .filter((line) => line.startsWith("|"))
        .map((line) =>
          line
            .split("|")
            .slice(1, -1)
            .map((cell) => cell.trim()),
        );
      const groups = new Map<string, Measurement[]>();
      for (const [what = "", figure = "", spread = "", aim = "", date = ""] of cells.slice(2)) {
        const cut = what.indexOf(": ");
        const group = cut === -1 ? title : what.slice(0, cut);
        const [value = "", unit = "times"] = figure.split(" ");
        const [least, most] = spread.split(" to ").map(Number);
        groups.set(group, [
          ...(groups.get(group) ?? []),
          {
            name: what.slice(cut === -1 ? 0 : cut + 2),
            value: Number(value),
            unit,
            spread: least === undefined || most === undefined ? null : [least, most],
            aim: aim === "" ? null : Number(aim.replace("at most ", "")),
            date,
          },
        ]);
      }
      return { title, groups: [...groups].map(([name, rows]) => ({ title: name, rows })) };
    });
}
