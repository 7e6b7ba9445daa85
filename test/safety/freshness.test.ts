import { describe, expect, test } from "vitest";
import { basisOf, freshnessOf } from "../../src/safety/index.js";

const present = { backupSet: "bs_1", requestedItems: ["a", "b"] };
const capturedAt = "2026-11-20T16:46:00Z";

describe("SI-2 freshness is sensitive to mutation, never to age", () => {
  test("nothing recorded is not run", () => {
    expect(freshnessOf(null, present)).toEqual({ state: "not_run" });
  });

  test("evidence of the same inputs is current, however old", () => {
    const ancient = "1999-01-01T00:00:00Z";
    expect(freshnessOf({ basis: basisOf(present), capturedAt: ancient }, present)).toEqual({
      state: "current",
      at: ancient,
    });
  });

  test("a changed input invalidates, and is named with both values", () => {
    const evidence = { basis: basisOf(present), capturedAt };
    expect(freshnessOf(evidence, { ...present, requestedItems: ["a"] })).toEqual({
      state: "invalidated",
      at: capturedAt,
      changes: [{ field: "requestedItems", before: ["a", "b"], after: ["a"] }],
    });
  });

  test("changing back makes the evidence current again", () => {
    const evidence = { basis: basisOf(present), capturedAt };
    expect(freshnessOf(evidence, { ...present, backupSet: "bs_2" }).state).toBe("invalidated");
    expect(freshnessOf(evidence, present).state).toBe("current");
  });

  test("a record without its inputs is stale, not current", () => {
    expect(freshnessOf({ basis: null, capturedAt }, present)).toEqual({
      state: "stale",
      at: capturedAt,
      cause: "basis_not_recorded",
    });
  });

  test.each([
    "2026-11-20T16:46:00.5Z",
    "2026-11-20T16:46:00.123456Z",
    "2026-11-20T16:46:00+02:00",
    "2026-11-20T16:46:00-11:30",
  ])("a record captured at %s is current, and keeps that spelling", (at) => {
    expect(freshnessOf({ basis: basisOf(present), capturedAt: at }, present)).toEqual({ state: "current", at });
  });

  test.each([
    null,
    "",
    "yesterday",
    "2026-11-20",
    "2026-13-45T99:99:99Z",
    "2026-02-30T16:46:00Z",
    "2026-11-20T24:00:00Z",
    "2026-11-20T16:46:00",
    "2026-11-20T16:46:00Z (UTC)",
    "+002026-11-20T16:46:00Z",
    "2026-11-20T16:46:00*02:00",
    "2026-11-20 16:46:00Z",
  ])("a record captured at %j is stale", (at) => {
    expect(freshnessOf({ basis: basisOf(present), capturedAt: at }, present)).toEqual({
      state: "stale",
      at: null,
      cause: "capture_time_not_recorded",
    });
  });

  test("a fingerprint that its inputs do not produce proves nothing", () => {
    const forged = { fields: present, fingerprint: basisOf({ backupSet: "bs_2" }).fingerprint };
    const stale = { state: "stale", at: capturedAt, cause: "basis_does_not_match_its_fingerprint" };
    expect(freshnessOf({ basis: forged, capturedAt }, present)).toEqual(stale);
    const tampered = { fields: { backupSet: "bs_2" }, fingerprint: basisOf(present).fingerprint };
    expect(freshnessOf({ basis: tampered, capturedAt }, present)).toEqual(stale);
  });
});
