import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, fingerprintOf, type JsonValue } from "../../src/safety/index.js";
import { canonicalOracle } from "../support/canonical-oracle.js";
import { cases } from "../support/property.js";

const runs = { numRuns: cases() };

/** Any text, with whole and half surrogate pairs, controls and separators more often than chance would have them. */
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom("\ud83d", "\ude00", "\u2028", "\u0000", "\u001f", "\u007f", '"', "\\", "e\u0301", "é"),
    maxLength: 6,
  }),
);
const number = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1e21, 999_999_999_999_999_900_000, 1e-6, 1e-7, 5e-324),
);
const { json } = fc.letrec<{ json: JsonValue }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3, depthSize: "small", withCrossShrink: true },
    fc.oneof(text, number, fc.boolean(), fc.constant(null)),
    fc.array(tie("json"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(text, fc.constantFrom("__proto__", "toString", "10", "9")), tie("json"), { maxKeys: 4 }),
  ),
}));

describe("SI-1 the fingerprint of any input", () => {
  test("is taken of the spelling that RFC 8785 gives it", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(value)).toBe(canonicalOracle(value));
      }),
      runs,
    );
  });

  test("is the SHA-256 of that spelling as UTF-8", () => {
    fc.assert(
      fc.property(json, (value) => {
        const digest = createHash("sha256").update(canonicalOracle(value), "utf8").digest("hex");
        expect(fingerprintOf(value)).toBe(`sha256:${digest}`);
      }),
      runs,
    );
  });

  test("does not depend on the order in which inputs were written", () => {
    fc.assert(
      fc.property(json, fc.integer(), (value, seed) => {
        expect(fingerprintOf(shuffled(value, seed))).toBe(fingerprintOf(value));
      }),
      runs,
    );
  });

  test("is equal for two inputs exactly where they hold the same", () => {
    // A copy with one place changed is the hard case; two that were drawn apart hardly ever come close.
    const pair = fc.oneof(
      fc.tuple(json, json),
      fc.tuple(json, fc.nat(), json).map(([value, place, other]) => [value, replaced(value, place, other)] as const),
    );
    fc.assert(
      fc.property(pair, ([left, right]) => {
        expect(fingerprintOf(left) === fingerprintOf(right)).toBe(same(left, right));
      }),
      runs,
    );
  });
});

/** The same value with the members of every object written in another order. */
function shuffled(value: JsonValue, seed: number): JsonValue {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((item: JsonValue) => shuffled(item, seed));
  const entries = Object.entries(value as Readonly<Record<string, JsonValue>>);
  const turn = entries.length === 0 ? 0 : Math.abs(seed) % entries.length;
  const turned = [...entries.slice(turn), ...entries.slice(0, turn)].map(
    ([key, member]) => [key, shuffled(member, seed)] as const,
  );
  return Object.fromEntries(seed < 0 ? turned.toReversed() : turned);
}

/** A copy in which one place, chosen by a number, holds another value. */
function replaced(value: JsonValue, place: number, other: JsonValue): JsonValue {
  if (value === null || typeof value !== "object") return other;
  const isList = Array.isArray(value);
  const entries = Object.entries(value as Readonly<Record<string, JsonValue>>);
  const chosen = place % (entries.length + 1);
  if (chosen === entries.length) return other;
  const changed = entries.map(
    ([key, member], index) =>
      [key, index === chosen ? replaced(member, Math.floor(place / 7), other) : member] as const,
  );
  return isList ? changed.map(([, member]) => member) : Object.fromEntries(changed);
}

/** Equality by what two values hold, without a spelling. */
function same(left: JsonValue, right: JsonValue): boolean {
  if (left === right) return true;
  if (left === null || right === null || typeof left !== "object" || typeof right !== "object") return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const one = new Map<string, JsonValue>(Object.entries(left as Readonly<Record<string, JsonValue>>));
  const two = new Map<string, JsonValue>(Object.entries(right as Readonly<Record<string, JsonValue>>));
  return (
    one.size === two.size &&
    [...one].every(([key, member]) => {
      const other = two.get(key);
      return other !== undefined && same(member, other);
    })
  );
}
