import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

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
    // A button says that it is blocked before it says why; a field is described by the sentence alone.
    const told = (line: string) =>
      line.startsWith("button") ? /, Blocked .*\w.*, disabled/ : /, .*\w\., (?:(?:not )?(?:checked|on|off), )?disabled/;
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
