import { describe, expect, test } from "vitest";
import { withRows } from "../../scripts/campaigns/record.ts";

const columns = ["part", "score"];
const text =
  "# All\n\n## One\n\nWords.\n\n| part | score |\n| --- | --- |\n| b | 1 |\n| c \\| d | 2 |\n\nMore words.\n\n## Two\n";

describe("the figures of the campaigns", () => {
  test("a row that was measured again is replaced, a new one finds its place, and the others stay", () => {
    expect(
      withRows(text, "One", columns, [
        ["b", "3"],
        ["a", "4"],
      ]),
    ).toBe(
      "# All\n\n## One\n\nWords.\n\n| part | score |\n| --- | --- |\n| a | 4 |\n| b | 3 |\n| c \\| d | 2 |\n\nMore words.\n\n## Two\n",
    );
  });

  test("a heading without a table yet gets one before the next heading", () => {
    expect(withRows(`${text}\nNothing yet.\n`, "Two", columns, [["a", "1"]])).toMatch(
      /## Two\n\nNothing yet\.\n\n?\| part \| score \|\n\| --- \| --- \|\n\| a \| 1 \|$/,
    );
  });

  test("a heading that is not there is refused", () => {
    expect(() => withRows(text, "Three", columns, [])).toThrow("has no heading “Three”");
  });
});
