import { describe, expect, test } from "vitest";
import { restoreBasis } from "../../../src/restore/run/basis.js";
import { armed, withRun } from "../../../src/testing/scenarios/index.js";

const fingerprint = (facts: typeof armed): string => restoreBasis(facts).fingerprint;

describe("SI-1 every covered input moves the fingerprint", () => {
  const identity = armed.run.targetIdentity;
  if (identity === null) throw new Error("The armed scenario has no target identity.");

  test.each([
    ["another backup set", { ...armed, backupSet: armed.backupSet && { ...armed.backupSet, id: "bs_other" } }],
    [
      "other content under the same name",
      { ...armed, backupSet: armed.backupSet && { ...armed.backupSet, contentHash: "sha256:0" } },
    ],
    ["the scope mode", withRun(armed, { scope: { mode: "all" } })],
    ["the requested items", withRun(armed, { scope: { mode: "selected", itemIds: ["settings_catalog/01"] } })],
    ["the restore mode", withRun(armed, { restoreMode: "update_only" })],
    ["a mapping", withRun(armed, { mappings: { "group/field-kiosks": { decision: "map", targetId: "another" } } })],
    ["the target's label", withRun(armed, { targetIdentity: { ...identity, label: "Renamed" } })],
    ["the target's tenant", withRun(armed, { targetIdentity: { ...identity, tenantId: "another" } })],
    ["the directory that a mapping used", { ...armed, directoryVersion: "sha256:directory-2" }],
  ])("%s", (_, changed) => {
    expect(fingerprint(changed)).not.toBe(fingerprint(armed));
  });

  test("mapping to an object that is called skip is not skipping", () => {
    const map = withRun(armed, { mappings: { "group/x": { decision: "map", targetId: "skip" } } });
    const skip = withRun(armed, { mappings: { "group/x": { decision: "skip" } } });
    expect(fingerprint(map)).not.toBe(fingerprint(skip));
  });

  test("what the operator types or ticks, and when the target was read, do not", () => {
    const unread = { ...armed, confirmation: { reviewedImpact: false, typedLabel: "" } };
    expect(fingerprint(unread)).toBe(fingerprint(armed));
    expect(fingerprint(withRun(armed, { targetIdentity: { ...identity, readAt: "2027-01-01T00:00:00Z" } }))).toBe(
      fingerprint(armed),
    );
    expect(fingerprint(withRun(armed, { dryRun: !armed.run.dryRun, revision: 99 }))).toBe(fingerprint(armed));
  });
});
