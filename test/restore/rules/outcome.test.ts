import { describe, expect, test } from "vitest";
import type { SkipReason } from "../../../src/restore/run/evidence.js";
import type { ItemOutcome, PhaseOutcome } from "../../../src/restore/run/outcome.js";
import { countOutcomes, finalStatus } from "../../../src/restore/rules/outcome.js";

function became(outcome: PhaseOutcome, skipReason: SkipReason | null = null): ItemOutcome {
  return { itemId: outcome, name: outcome, type: "settings_catalog", outcome, skipReason, reason: null, phases: [] };
}

describe("RR-5 counts", () => {
  test("every item is counted in exactly one outcome", () => {
    const items = [became("applied"), became("applied"), became("failed"), became("skipped", "preview_only")];
    expect(countOutcomes(items)).toEqual({
      applied: 2,
      already_in_desired_state: 0,
      skipped: 1,
      partially_applied: 0,
      failed: 1,
      unknown: 0,
    });
  });
});

describe("RW-12 how an execution ends", () => {
  test("everything applied, or already so, is completed", () => {
    expect(finalStatus([became("applied"), became("already_in_desired_state")])).toBe("completed");
  });

  test.each(["preview_only", "metadata_only"] as const)("items announced as %s do not make a run partial", (reason) => {
    expect(finalStatus([became("applied"), became("skipped", reason)])).toBe("completed");
  });

  test.each(["missing_in_target", "identity_undecided", "mapping_unresolved", null] as const)(
    "an item that was meant to be written and skipped for %s does",
    (reason) => {
      expect(finalStatus([became("applied"), became("skipped", reason)])).toBe("partial");
    },
  );

  test.each(["failed", "unknown", "partially_applied"] as const)(
    "one item that is %s makes the run partial",
    (outcome) => {
      expect(finalStatus([became("applied"), became(outcome)])).toBe("partial");
    },
  );

  test("where every attempt failed, the run failed", () => {
    expect(finalStatus([became("failed"), became("failed"), became("skipped", "preview_only")])).toBe("failed");
    expect(finalStatus([became("failed"), became("already_in_desired_state")])).toBe("failed");
  });

  test("an unknown outcome may have been applied, so the run is not said to have failed", () => {
    expect(finalStatus([became("failed"), became("unknown")])).toBe("partial");
    expect(finalStatus([became("unknown")])).toBe("partial");
  });

  test("no outcome at all is never completed", () => {
    expect(finalStatus([])).toBe("failed");
  });
});
