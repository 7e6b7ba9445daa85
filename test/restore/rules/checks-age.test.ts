import { describe, expect, test } from "vitest";
import { ageFindings } from "../../../src/restore/rules/checks-age.js";
import { backupItem, policyOf } from "./support.js";

const item = backupItem({ modifiedAt: "2026-01-10T08:00:00Z" });

function told(modifiedAt: string | null, backupCapturedAt: string | null, own = item) {
  return ageFindings(own, policyOf(own, { modifiedAt }), backupCapturedAt).map(
    ({ severity, reason }) => `${severity} ${reason.code}`,
  );
}

describe("RW-6 what counts as a time", () => {
  const captured = "2026-02-01T00:00:00Z";

  test.each([
    ["2026-02-01T00:00:00.001Z", "warning modified_after_capture"],
    ["2026-02-01T00:00:00.123456Z", "warning modified_after_capture"],
    ["2026-02-01T02:00:00+02:00", "safe not_modified_since_capture"],
    ["2026-01-31T22:00:00-02:30", "warning modified_after_capture"],
    ["2026-02-01", "not_evaluated modified_time_not_told"],
    ["2026-02-02T00:00:00", "not_evaluated modified_time_not_told"],
    ["2026-02-02T00:00Z", "not_evaluated modified_time_not_told"],
    ["2026-02-02T00:00:00.Z", "not_evaluated modified_time_not_told"],
    ["2026-02-02T00:00:00+0200", "not_evaluated modified_time_not_told"],
    ["12026-02-02T00:00:00Z", "not_evaluated modified_time_not_told"],
    ["2026-02-02T00:00:00Z or later", "not_evaluated modified_time_not_told"],
    ["2026-02-02T00:00:00Z (later)", "not_evaluated modified_time_not_told"],
    ["(later) 2026-02-02T00:00:00Z", "not_evaluated modified_time_not_told"],
    ["+002026-02-02T00:00:00Z", "not_evaluated modified_time_not_told"],
    ["2026-02-30T00:00:00Z", "not_evaluated modified_time_not_told"],
    ["2026-02-02T24:00:00Z", "not_evaluated modified_time_not_told"],
    ["2026-13-01T00:00:00Z", "not_evaluated modified_time_not_told"],
    ["", "not_evaluated modified_time_not_told"],
    [undefined as never, "not_evaluated modified_time_not_told"],
  ])("a policy modified at %s", (modifiedAt, expected) => {
    expect(told(modifiedAt, captured)).toEqual([expected]);
  });

  test("a time of capture that is none gives way to the item's own, and where that is none too, nothing is evaluated", () => {
    expect(told("2026-01-10T08:00:00Z", "last night")).toEqual(["safe not_modified_since_item"]);
    expect(told("2026-01-10T08:00:01Z", "last night")).toEqual(["warning modified_after_item"]);
    const undated = backupItem({ modifiedAt: "some day" });
    expect(told("2026-01-10T08:00:00Z", "last night", undated)).toEqual(["not_evaluated no_time_to_compare_with"]);
  });

  test("the time is told in UTC, however the target spells it", () => {
    const policy = policyOf(item, { modifiedAt: "2026-01-10T10:30:00.5+02:00" });
    expect(ageFindings(item, policy, null)).toEqual([
      {
        check: "newer_than_backup",
        severity: "warning",
        reason: { code: "modified_after_item", at: "2026-01-10T08:30:00.500Z" },
      },
    ]);
  });
});
