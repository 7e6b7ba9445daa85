import { describe, expect, test } from "vitest";
import { canonicalJson, type JsonValue } from "../../src/safety/index.js";
import { canonicalOracle } from "../support/canonical-oracle.js";

/** A double from its sixteen hexadecimal digits. */
function double(hex: string): number {
  return Buffer.from(hex, "hex").readDoubleBE();
}

describe("SI-1 every input has one spelling, that of RFC 8785", () => {
  // Samples from the RFC's own table.
  test.each([
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ])("the double %s is written %s", (hex, written) => {
    expect(canonicalJson(double(hex))).toBe(written);
    expect(canonicalOracle(double(hex))).toBe(written);
  });

  test("keys are in the order of their UTF-16 code units, not of their letters", () => {
    const keys = ["\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6"];
    const value = Object.fromEntries(keys.map((key, index) => [key, index]));
    const ordered = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33"];
    const members = ordered.map((key) => `${JSON.stringify(key)}:${keys.indexOf(key)}`);
    expect(canonicalJson(value)).toBe(`{${members.join(",")}}`);
    expect(canonicalOracle(value)).toBe(`{${members.join(",")}}`);
  });

  test("keys that look like numbers are keys like any other, at every depth", () => {
    expect(canonicalJson({ 10: { 9: 1, 10: 2 }, 9: [], a: {} })).toBe('{"10":{"10":2,"9":1},"9":[],"a":{}}');
  });

  test("a member without a value is no member, and a hole in a list is null, as JSON has them", () => {
    const member = { a: undefined, b: 1, c: undefined } as unknown as JsonValue;
    expect(canonicalJson(member)).toBe('{"b":1}');
    expect(canonicalJson([undefined, 1, undefined] as unknown as JsonValue)).toBe("[null,1,null]");
    // oxlint-disable-next-line no-sparse-arrays
    expect(canonicalJson([, { a: [,] }] as unknown as JsonValue)).toBe('[null,{"a":[null]}]');
  });

  test.each([
    ["undefined", undefined],
    ["function", () => 1],
    ["symbol", Symbol("scope")],
    ["bigint", 1n],
  ])("a %s is refused wherever it stands, because JSON would lose it", (kind, value) => {
    const refusal = `A basis cannot hold a ${kind}; use a JSON value.`;
    expect(() => canonicalJson(value as unknown as JsonValue)).toThrow(refusal);
    if (value === undefined) return;
    expect(() => canonicalJson({ scope: value } as unknown as JsonValue)).toThrow(refusal);
    expect(() => canonicalJson(["all", value] as unknown as JsonValue)).toThrow(refusal);
  });

  test("a value that would write itself as another is taken as what it holds", () => {
    const disguised = { toJSON: "all", scope: "selected" };
    expect(canonicalJson(disguised)).toBe('{"scope":"selected","toJSON":"all"}');
  });

  test("a base of 10,000 items, and one nested a thousand deep, have a spelling", () => {
    const items = Array.from({ length: 10_000 }, (_, index) => `settings_catalog/${index}`);
    expect(canonicalJson({ items })).toBe(JSON.stringify({ items }));
    let deep: JsonValue = [];
    for (let depth = 0; depth < 1_000; depth += 1) deep = [deep];
    expect(canonicalJson(deep)).toBe(JSON.stringify(deep));
  });
});
