import { describe, expect, test } from "vitest";
import { checksBasis, restoreBasis, restoreBasisFields, rulesVersion } from "../../../src/restore/run/basis.js";
import { noConfirmation } from "../../../src/restore/run/facts.js";
import { outcomesNeedingReview } from "../../../src/restore/run/outcome.js";
import type { RestoreRun } from "../../../src/restore/run/run.js";

// No state of the catalogue: what every state is made with is held here on its own.
const run = {
  backupSetId: "bs_1",
  scope: { mode: "selected", itemIds: ["b", "a", "b"] },
  restoreMode: "create_missing",
  mappings: { "group/g1": { decision: "map", targetId: "t1" }, "group/g2": { decision: "skip" } },
  identityDecisions: { a: { decision: "match", targetId: "p1" }, b: { decision: "create" } },
  acceptances: [
    {
      check: "enforcement",
      itemId: "a",
      finding: "sha256:f",
      reason: "Agreed.",
      acceptedBy: { id: "dana", name: "Dana" },
      acceptedAt: "2026-11-20T16:46:00Z",
    },
  ],
  target: { environment: "prod", label: "Contoso", tenantId: "tenant" },
  targetIdentity: { tenantId: "tenant-read", label: "Contoso read", readAt: "2026-11-20T16:31:00Z" },
} as unknown as RestoreRun;
const backupSet = { id: "bs_1", name: "Nightly", contentHash: "sha256:c" } as never;
const inputs = { run, backupSet, directoryVersion: "d1" };

describe("SI-1 the inputs of evidence", () => {
  test("are these, each once, sorted where their order says nothing", () => {
    expect(restoreBasisFields(inputs)).toEqual({
      backupSet: { id: "bs_1", name: "Nightly" },
      backupContent: "sha256:c",
      scopeMode: "selected",
      requestedItems: ["a", "b"],
      restoreMode: "create_missing",
      mappings: { "group/g1": "map:t1", "group/g2": "skip" },
      identityDecisions: { a: "match:p1", b: "create" },
      target: { label: "Contoso read", tenantId: "tenant-read" },
      directoryVersion: "d1",
      rulesVersion,
      acceptances: { "sha256:f": "enforcement/a" },
    });
    expect(rulesVersion).toMatch(/^[1-9]\d*$/);
  });

  test("have one fingerprint for checks and another for what was accepted of them", () => {
    const [checks, whole] = [checksBasis(inputs), restoreBasis(inputs)];
    expect(checks.fingerprint).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(whole.fingerprint).not.toBe(checks.fingerprint);
    expect(checks.fields).not.toHaveProperty("acceptances");
    const withdrawn = { ...inputs, run: { ...run, acceptances: [] } };
    expect(checksBasis(withdrawn).fingerprint).toBe(checks.fingerprint);
    expect(restoreBasis(withdrawn).fingerprint).not.toBe(whole.fingerprint);
  });
});

test("a page that was just opened confirms nothing (BY-11)", () => {
  expect(noConfirmation).toEqual({ reviewedImpact: false, typedLabel: "", pasted: false });
});

test("RR-5 what failed, is unknown, was applied in part or was skipped asks for a look, and nothing else does", () => {
  expect([...outcomesNeedingReview].toSorted()).toEqual(["failed", "partially_applied", "skipped", "unknown"]);
});
