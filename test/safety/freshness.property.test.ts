import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { basisOf, changesBetween, freshnessOf, type JsonValue } from "../../src/safety/index.js";
import { cases } from "../support/property.js";

const runs = { numRuns: cases() };
const json = fc.jsonValue({ maxDepth: 2 }).map((value) => value as JsonValue);
const name = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom("__proto__", "constructor", "0", "scope"));
const fields = fc.dictionary(name, json, { minKeys: 1, maxKeys: 6 });
const moment = fc
  .date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true })
  .map((date) => date.toISOString());

describe("SI-2 whatever the evidence depends on", () => {
  test("a change to one covered input makes it non-current, and names that input with both values (BY-1)", () => {
    fc.assert(
      fc.property(fields, fc.nat(), json, moment, (before, chosen, value, capturedAt) => {
        const keys = Object.keys(before);
        const field = keys[chosen % keys.length] ?? "";
        const was = Object.entries(before).find(([key]) => key === field)?.[1];
        fc.pre(basisOf({ field: was ?? null }).fingerprint !== basisOf({ field: value }).fingerprint);
        const after = Object.fromEntries(
          Object.entries(before).map(([key, kept]) => [key, key === field ? value : kept]),
        );
        expect(freshnessOf({ basis: basisOf(before), capturedAt }, after)).toEqual({
          state: "invalidated",
          at: capturedAt,
          changes: [{ field, before: was, after: value }],
        });
      }),
      runs,
    );
  });

  test("an input that came or went makes it non-current", () => {
    fc.assert(
      fc.property(fields, fc.nat(), moment, (whole, chosen, capturedAt) => {
        const keys = Object.keys(whole);
        const field = keys[chosen % keys.length] ?? "";
        const without = Object.fromEntries(Object.entries(whole).filter(([key]) => key !== field));
        for (const [before, after] of [
          [whole, without],
          [without, whole],
        ] as const) {
          expect(freshnessOf({ basis: basisOf(before), capturedAt }, after)).toMatchObject({
            state: "invalidated",
            changes: [{ field }],
          });
        }
      }),
      runs,
    );
  });

  test("it stays current, however old and in whatever order its inputs are written now", () => {
    fc.assert(
      fc.property(fields, moment, (before, capturedAt) => {
        const after = Object.fromEntries(Object.entries(structuredClone(before)).toReversed());
        expect(freshnessOf({ basis: basisOf(before), capturedAt }, after)).toEqual({
          state: "current",
          at: capturedAt,
        });
      }),
      runs,
    );
  });

  test("a record whose fingerprint was not made from its inputs is never current", () => {
    fc.assert(
      fc.property(fields, fields, moment, (recorded, present, capturedAt) => {
        const { fingerprint } = basisOf(recorded);
        fc.pre(fingerprint !== basisOf(present).fingerprint);
        expect(freshnessOf({ basis: { fields: present, fingerprint }, capturedAt }, present)).toEqual({
          state: "stale",
          at: capturedAt,
          cause: "basis_does_not_match_its_fingerprint",
        });
      }),
      runs,
    );
  });

  test("there is a change exactly where the fingerprints differ, and it is current exactly where there is none", () => {
    fc.assert(
      fc.property(fields, fields, moment, (before, after, capturedAt) => {
        const same = basisOf(before).fingerprint === basisOf(after).fingerprint;
        expect(changesBetween(before, after).length === 0).toBe(same);
        expect(freshnessOf({ basis: basisOf(before), capturedAt }, after).state).toBe(same ? "current" : "invalidated");
      }),
      runs,
    );
  });
});
