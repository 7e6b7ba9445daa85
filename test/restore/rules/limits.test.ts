import { describe, expect, test } from "vitest";
import type { TargetLimit } from "../../../src/restore/run/target.js";
import { limitOn } from "../../../src/restore/rules/limits.js";

describe("RW-19 what a target could not list, or would not write", () => {
  const limits: readonly TargetLimit[] = [
    { of: "compliance_policy", access: "read", cause: "throttled" },
    { of: "settings_catalog", access: "write", cause: "not_licensed" },
    { of: "settings_catalog", access: "read", cause: "permission_missing" },
    { of: "settings_catalog", access: "read", cause: "throttled" },
  ];

  test.each([
    ["settings_catalog", "read", "permission_missing"],
    ["settings_catalog", "write", "not_licensed"],
    ["compliance_policy", "read", "throttled"],
    ["compliance_policy", "write", null],
    ["group", "read", null],
  ] as const)("%s, %s: %s", (type, access, cause) => {
    expect(limitOn(limits, type, access)).toBe(cause);
  });
});
