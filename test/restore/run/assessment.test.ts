import { describe, expect, test } from "vitest";
import { openAssessment } from "../../../src/restore/run/assessment.js";

describe("RW-6 checks and a preview that are on their way", () => {
  test.each(["queued", "running"] as const)("are %s, and are told as they were asked for", (state) => {
    const asked = { id: "A-1", state };
    expect(openAssessment(asked)).toBe(asked);
  });

  test.each(["succeeded", "failed", "cancelled"] as const)("have ended once they have %s", (state) => {
    expect(openAssessment({ state })).toBeNull();
  });

  test.each([null, undefined])("are none where nobody asked: %s", (none) => {
    expect(openAssessment(none)).toBeNull();
  });
});
