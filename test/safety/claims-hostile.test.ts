import { describe, expect, test } from "vitest";
import { findFalseClaims, findFalseClaimsInModel } from "../../src/safety/index.js";
import { restoreClaims } from "../../src/restore/claims/index.js";

const policy = restoreClaims.completed_with_evidence;

// Each would take a reading that looks back or ahead from every place longer than anybody waits.
describe("RR-12 a long hostile text is read in a time that grows with its length", () => {
  test.each([
    "<",
    "<a title=",
    '<a title="',
    "<!--",
    "~~a ",
    "&amp;",
    "recovery ",
    "neither noch ",
    "\u202Eab",
    "“a",
    "then verify recovery and ",
    "verified or healthy or ",
    "v1",
    "o\u0336",
    "~a ",
  ])("%j, over and over", { timeout: 120_000 }, (piece) => {
    const text = piece.repeat(Math.ceil(250_000 / piece.length));
    expect(() => findFalseClaims(text, policy, ["a"])).not.toThrow();
  });
});

describe("BY-13 a view model", () => {
  test("of ten thousand items reads the ten thousand names no more often than a model of one", () => {
    let reads = 0;
    const names = new Proxy(
      Array.from({ length: 10_000 }, (_, index) => `Policy ${index}`),
      { get: (list, key, receiver) => ((reads += 1), Reflect.get(list, key, receiver) as unknown) },
    );
    const readsFor = (rows: number) => {
      const model = names.slice(0, rows).map((name) => ({ name, text: `“${name}” would be changed.` }));
      reads = 0;
      expect(findFalseClaimsInModel(model, policy, { names, fields: ["name"] })).toEqual([]);
      return reads;
    };
    expect(readsFor(10_000)).toBe(readsFor(1));
  });
});
