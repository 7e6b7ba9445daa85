import { describe, expect, test } from "vitest";
import { sameJson } from "../../../src/restore/rules/same-json.js";
import type { JsonValue } from "../../../src/safety/index.js";

/** A value below more levels than are compared by recursion. */
function deepBelow(value: JsonValue, wrap: (inner: JsonValue) => JsonValue): JsonValue {
  let deep = value;
  for (let level = 0; level < 150; level += 1) deep = wrap(deep);
  return deep;
}

describe("BY-7 two values of a payload are the same but for the order of fields", () => {
  const own = JSON.parse('{"__proto__": 1}') as JsonValue;
  const different: readonly (readonly [JsonValue, JsonValue])[] = [
    [1, 2],
    [1, "1"],
    [null, 0],
    [null, {}],
    [{}, null],
    ...[1, true, "", "x"].flatMap((scalar): readonly (readonly [JsonValue, JsonValue])[] => [
      [scalar, {}],
      [{}, scalar],
      [scalar, []],
      [[], scalar],
      [scalar, null],
      [null, scalar],
    ]),
    [null, []],
    [[], null],
    [[], {}],
    [{}, []],
    [[1], [1, 2]],
    [[1, 2], [1]],
    [
      [1, 2],
      [2, 1],
    ],
    [[1, 2], { 0: 1, 1: 2 }],
    [{ 0: 1, 1: 2, length: 2 }, [1, 2]],
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { b: 1 }],
    [{ a: 1 }, { a: 1, b: 1 }],
    [{ a: 1, b: 1 }, { a: 1 }],
    [
      { a: 1, b: 1 },
      { a: 1, c: 1 },
    ],
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }],
    [{ a: [{ b: 2 }, 1] }, { a: [{ b: 3 }, 1] }],
    [{ toString: 1 }, { a: 1 }],
    [own, {}],
    [{}, own],
    [own, { a: 1 }],
    [JSON.parse('{"__proto__": {}}') as JsonValue, { a: 1 }],
    [{ a: 1 }, JSON.parse('{"__proto__": {}}') as JsonValue],
  ];
  const same: readonly (readonly [JsonValue, JsonValue])[] = [
    [null, null],
    ["x", "x"],
    [[], []],
    [{}, {}],
    [own, JSON.parse('{"__proto__": 1}') as JsonValue],
    [
      [1, [2, null], { a: true }],
      [1, [2, null], { a: true }],
    ],
    [
      { a: 1, b: { c: [1], d: 2 } },
      { b: { d: 2, c: [1] }, a: 1 },
    ],
  ];
  const wraps: readonly (readonly [string, (inner: JsonValue) => JsonValue])[] = [
    ["as they are", (inner) => inner],
    ["deep in lists", (inner) => [inner]],
    ["deep in objects", (inner) => ({ inner })],
    ["deep in objects between fields", (inner) => ({ before: 1, inner, behind: [2] })],
  ];

  describe.each(wraps)("%s", (_, wrap) => {
    test.each(different)("%j is not %j", (left, right) => {
      expect(sameJson(deepBelow(left, wrap), deepBelow(right, wrap))).toBe(false);
    });

    test.each(same)("%j is %j", (left, right) => {
      expect(sameJson(deepBelow(left, wrap), deepBelow(right, wrap))).toBe(true);
    });
  });

  test.each<[string, (inner: JsonValue) => JsonValue]>([
    ["lists", (inner) => [inner]],
    ["objects", (inner) => ({ inner })],
  ])("no depth of %s breaks it", (_, wrap) => {
    const deep = (value: JsonValue) => {
      let all = value;
      for (let level = 0; level < 200_000; level += 1) all = wrap(all);
      return all;
    };
    expect(sameJson(deep(1), deep(1))).toBe(true);
    expect(sameJson(deep(1), deep(2))).toBe(false);
  });
});
