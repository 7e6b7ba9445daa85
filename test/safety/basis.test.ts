import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { basisOf, canonicalJson, changesBetween, fingerprintOf, type JsonValue } from "../../src/safety/index.js";

describe("SI-1 a fingerprint covers every input", () => {
  test("the order in which inputs were written does not matter", () => {
    expect(fingerprintOf({ scope: "all", set: { b: 1, a: 2 } })).toBe(
      fingerprintOf({ set: { a: 2, b: 1 }, scope: "all" }),
    );
  });

  test("the order of selected items does", () => {
    expect(fingerprintOf(["a", "b"])).not.toBe(fingerprintOf(["b", "a"]));
  });

  test("it is the SHA-256 that any other language computes over the canonical text", () => {
    const value = { name: "Ünïcode \u2028 “quotes”", count: 1e21, empty: [], none: null };
    const expected = createHash("sha256").update(canonicalJson(value), "utf8").digest("hex");
    expect(fingerprintOf(value)).toBe(`sha256:${expected}`);
    expect(canonicalJson(value)).toBe('{"count":1e+21,"empty":[],"name":"Ünïcode \u2028 “quotes”","none":null}');
  });

  test("a number that JSON cannot hold is refused instead of becoming null", () => {
    expect(() => fingerprintOf({ count: Number.NaN })).toThrow("A basis cannot hold the number NaN");
    expect(() => fingerprintOf([Number.POSITIVE_INFINITY])).toThrow(TypeError);
  });

  test("an input called __proto__ counts like any other", () => {
    const hostile = JSON.parse('{"__proto__":{"scope":"all"}}') as Record<string, JsonValue>;
    expect(fingerprintOf(hostile)).not.toBe(fingerprintOf({}));
    expect(changesBetween({}, hostile)).toEqual([{ field: "__proto__", before: undefined, after: { scope: "all" } }]);
  });
});

describe("BY-1 a change names its field", () => {
  test("the operator is told what it was and what it is", () => {
    expect(changesBetween({ scope: "all", mode: "create" }, { scope: "selected", mode: "create" })).toEqual([
      { field: "scope", before: "all", after: "selected" },
    ]);
  });

  test("a field that was not part of the older basis is a change", () => {
    expect(changesBetween({ scope: "all" }, { scope: "all", directory: null })).toEqual([
      { field: "directory", before: undefined, after: null },
    ]);
    expect(changesBetween({ scope: "all", directory: null }, { scope: "all" })).toEqual([
      { field: "directory", before: null, after: undefined },
    ]);
  });

  test("a list or an object that was read again, and holds the same, is no change", () => {
    const read = () => JSON.parse('{"items":["a","b"],"limits":{"max":3}}') as Record<string, JsonValue>;
    expect(changesBetween(read(), read())).toEqual([]);
  });

  test("a field without a value is as if it were not there, as in its fingerprint", () => {
    const hollow = { scope: "all", directory: undefined } as unknown as Record<string, JsonValue>;
    expect(changesBetween({ scope: "all" }, hollow)).toEqual([]);
    expect(changesBetween(hollow, { scope: "all" })).toEqual([]);
    expect(basisOf(hollow).fingerprint).toBe(basisOf({ scope: "all" }).fingerprint);
  });
});
