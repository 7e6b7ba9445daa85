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

/** The text with the first table under the heading brought up to date; rows are in the order of their first cells. */
export function withRows(
  text: string,
  heading: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const lines = text.split("\n");
  const start = lines.indexOf(`## ${heading}`);
  if (start === -1) throw new Error(`${file} has no heading “${heading}”.`);
  const next = lines.findIndex((line, index) => index > start && line.startsWith("## "));
  const end = next === -1 ? lines.length : next;
  const isRow = (line: string) => line.startsWith("|");
  const section = lines.slice(start, end);
  const first = section.findIndex(isRow);
  const from = first === -1 ? section.length : first;
  const length = section.slice(from).findIndex((line) => !isRow(line));
  const to = length === -1 ? section.length : from + length;
  const kept = section.slice(from + 2, to).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const table = new Map([...kept, ...rows].map((row) => [row[0], row]));
  const written = [columns, columns.map(() => "---"), ...[...table.values()].toSorted(byFirstCell)].map(
    (row) => `| ${row.join(" | ")} |`,
  );
  return [
    ...lines.slice(0, start),
    ...section.slice(0, from),
    ...written,
    ...section.slice(to),
    ...lines.slice(end),
  ].join("\n");
}

function byFirstCell([left = ""]: readonly string[], [right = ""]: readonly string[]): number {
  return left < right ? -1 : 1;
}
