/** Keeps the figures of the campaigns in test/CAMPAIGNS.md, one table to a heading. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { bin } from "../bin.ts";

const file = "test/CAMPAIGNS.md";

/** The day of a figure, in UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Replaces the rows of the table under a heading that begin as these do, and leaves the others as they are. */
export function record(heading: string, columns: readonly string[], rows: readonly (readonly string[])[]): void {
  writeFileSync(file, withRows(readFileSync(file, "utf8"), heading, columns, rows));
  spawnSync(process.execPath, [bin("oxfmt"), file], { stdio: "inherit" });
}

/** The rows of the table under a heading, cell by cell; none where it has no table. */
export function rowsUnder(heading: string): readonly (readonly string[])[] {
  return tableUnder(readFileSync(file, "utf8").split("\n"), heading).rows;
}

/** The text with the first table under the heading brought up to date; rows are in the order of their first cells. */
export function withRows(
  text: string,
  heading: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const lines = text.split("\n");
  const { rows: kept, from, to } = tableUnder(lines, heading);
  const table = new Map([...kept, ...rows].map((row) => [row[0], row]));
  const written = [columns, columns.map(() => "---"), ...[...table.values()].toSorted(byFirstCell)].map(
    (row) => `| ${row.join(" | ")} |`,
  );
  return [...lines.slice(0, from), ...written, ...lines.slice(to)].join("\n");
}

/** The table under a heading, and the lines that it takes; where there is none yet, the place before the next heading. */
function tableUnder(
  lines: readonly string[],
  heading: string,
): { readonly rows: readonly (readonly string[])[]; readonly from: number; readonly to: number } {
  const start = lines.findIndex((line) => /^#{2,3} /.test(line) && line.replace(/^#+ /, "") === heading);
  if (start === -1) throw new Error(`${file} has no heading “${heading}”.`);
  const next = lines.findIndex((line, index) => index > start && /^#{2,3} /.test(line));
  const end = next === -1 ? lines.length : next;
  const isRow = (line: string) => line.startsWith("|");
  const first = lines.slice(start, end).findIndex(isRow);
  if (first === -1) return { rows: [], from: end, to: end };
  const from = start + first;
  const length = lines.slice(from, end).findIndex((line) => !isRow(line));
  const to = length === -1 ? end : from + length;
  const rows = lines.slice(from + 2, to).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return { rows, from, to };
}

function byFirstCell([left = ""]: readonly string[], [right = ""]: readonly string[]): number {
  return left < right ? -1 : 1;
}
