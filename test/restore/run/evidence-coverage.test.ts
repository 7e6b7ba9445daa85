import { describe, expect, test } from "vitest";
import { missingFrom, notCovered } from "../../../src/restore/run/evidence-coverage.js";

const rowsOf = (...ids: readonly string[]) => ids.map((itemId) => ({ itemId }));
const holding = (itemCount: number | null) => ({ quality: { itemCount } }) as Parameters<typeof missingFrom>[2];

describe("RW-7, RW-8 what evidence does not name was not looked at", () => {
  test("items that were asked for and of which no row tells are named, in the order in which they were asked for", () => {
    expect(notCovered(["a", "b", "c"], rowsOf("b", "b", "other"))).toEqual(["a", "c"]);
    expect(notCovered(["a"], rowsOf("a"))).toEqual([]);
    expect(notCovered([], rowsOf("a"))).toEqual([]);
  });

  test("of a selection those are counted that no row names, however many rows there are of others", () => {
    const scope = { mode: "selected", itemIds: ["a", "b", "c"] } as const;
    expect(missingFrom(rowsOf("a", "x", "y", "z"), scope, holding(9))).toBe(2);
    expect(missingFrom(rowsOf("a", "b", "c"), scope, holding(null))).toBe(0);
  });

  test("of a whole backup set the difference to what it holds is counted, each item once, and never below none", () => {
    expect(missingFrom(rowsOf("a", "a", "b"), { mode: "all" }, holding(3))).toBe(1);
    expect(missingFrom(rowsOf("a", "b"), { mode: "all" }, holding(2))).toBe(0);
    expect(missingFrom(rowsOf("a", "b"), { mode: "all" }, holding(1))).toBe(0);
  });

  test("of a backup set that does not tell how many items it holds nobody knows how many are missing (BY-3)", () => {
    expect(missingFrom(rowsOf("a"), { mode: "all" }, holding(null))).toBeNull();
  });
});
