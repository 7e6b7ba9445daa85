import { describe, expect, test } from "vitest";
import type { CheckId } from "../../../src/restore/run/evidence.js";
import type { MappingDecision } from "../../../src/restore/run/scope.js";
import { type CheckInputs, couldBlock, runChecks, summariseFindings } from "../../../src/restore/rules/checks.js";
import { backupItem, dependencies, directory, exclude, include, policyOf } from "./support.js";

const item = backupItem();
const capturedAt = "2026-02-01T00:00:00Z";

function check(id: CheckId, inputs: Partial<CheckInputs>) {
  const items = inputs.items ?? [item];
  const found = runChecks({
    items,
    policies: items.map((each) => policyOf(each)),
    backupCapturedAt: capturedAt,
    dependencies: dependencies(items),
    restoreMode: "create_missing",
    ...inputs,
  });
  return found.filter((finding) => finding.check === id).map(({ severity, detail }) => [severity, detail] as const);
}

describe("RW-18 a policy missing in the target", () => {
  test("is a warning where missing policies are created", () => {
    expect(check("missing_in_target", { policies: [] })).toMatchObject([["warning", /./]]);
  });

  test("blocks where the restore only updates", () => {
    expect(check("missing_in_target", { policies: [], restoreMode: "update_only" })).toMatchObject([["blocking", /./]]);
  });

  test("that is present is said to be", () => {
    expect(check("missing_in_target", {})).toEqual([["safe", "Present in the target."]]);
  });
});

describe("RW-6 a policy newer than the backup", () => {
  const at = (modifiedAt: string | null) => [policyOf(item, { modifiedAt })];

  test("modified after the capture is a warning, with the time", () => {
    const found = check("newer_than_backup", { policies: at("2026-02-01T02:00:01+02:00") });
    expect(found).toEqual([
      ["warning", "Modified in the target at 2026-02-01 00:00 UTC, after the backup was captured."],
    ]);
  });

  test("modified before the capture is fine, even where the item's own timestamp is older", () => {
    expect(check("newer_than_backup", { policies: at("2026-01-31T23:59:59Z") })).toMatchObject([["safe", /./]]);
  });

  test("without a capture time the timestamps of the item are compared, and the finding says so", () => {
    const found = check("newer_than_backup", { policies: at("2026-01-10T08:00:01Z"), backupCapturedAt: null });
    expect(found).toMatchObject([["warning", expect.stringContaining("time of capture was not recorded")]]);
    const older = check("newer_than_backup", { policies: at("2026-01-10T08:00:00Z"), backupCapturedAt: null });
    expect(older).toMatchObject([["safe", expect.stringContaining("time of capture was not recorded")]]);
  });

  test("without any timestamp it is not evaluated, never safe", () => {
    const undated = backupItem({ modifiedAt: null });
    const policies = [policyOf(undated, { modifiedAt: "2026-01-10T08:00:00Z" })];
    expect(check("newer_than_backup", { items: [undated], policies, backupCapturedAt: null })[0]?.[0]).toBe(
      "not_evaluated",
    );
    expect(check("newer_than_backup", { policies: at(null) })[0]?.[0]).toBe("not_evaluated");
    expect(check("newer_than_backup", { policies: at("last Tuesday") })[0]?.[0]).toBe("not_evaluated");
  });

  test("says nothing about a policy that the target does not have", () => {
    expect(check("newer_than_backup", { policies: [] })).toEqual([]);
  });
});

describe("BY-4 identity", () => {
  test("homonyms in the target block", () => {
    const policies = [policyOf(item, { id: "x" }), policyOf(item, { id: "y" })];
    expect(check("identity", { policies })).toMatchObject([["blocking", expect.stringContaining("2 policies")]]);
  });

  test("an id that now belongs to another policy blocks, and names it", () => {
    const policies = [policyOf(item, { type: "compliance_policy", name: "Other" })];
    expect(check("identity", { policies })).toMatchObject([["blocking", expect.stringContaining("“Other”")]]);
  });

  test("two items that mean one policy block each other", () => {
    const twin = backupItem({ id: "twin", sourceId: "gone" });
    const found = check("identity", { items: [item, twin], policies: [policyOf(item)] });
    expect(found.map(([severity]) => severity)).toEqual(["safe", "blocking"]);
  });

  test("while it is undecided, presence and age are not claimed", () => {
    const policies = [policyOf(item, { id: "x" }), policyOf(item, { id: "y" })];
    expect(check("missing_in_target", { policies })).toEqual([]);
    expect(check("newer_than_backup", { policies })).toEqual([]);
  });
});

describe("BY-5 references", () => {
  const assigned = backupItem({ assignments: [include("g1"), exclude("g2")] });
  const mapped = (mappings: Readonly<Record<string, MappingDecision>>) =>
    dependencies([assigned], directory({ groups: [{ id: "g2", name: "Kiosks" }] }), mappings);

  test("an unresolved reference blocks every item that uses it, by name or id", () => {
    const found = check("mapping", { items: [assigned], dependencies: mapped({}) });
    expect(found).toEqual([["blocking", "Not resolved in the target: group with id g1."]]);
  });

  test("a reference that was left out is a warning that states its consequence", () => {
    const only = backupItem({ assignments: [include("g1")] });
    const rows = dependencies([only], directory(), { "group/g1": { decision: "skip" } });
    expect(check("mapping", { items: [only], dependencies: rows })).toEqual([
      ["warning", "Left out, so it would not reach them: group with id g1. Nobody would be left for it to reach."],
    ]);
  });

  test("many unresolved references make one bounded finding", () => {
    const many = backupItem({ assignments: Array.from({ length: 40 }, (_, index) => include(`group-${index}`)) });
    const found = check("mapping", { items: [many], dependencies: dependencies([many]) });
    expect(found).toMatchObject([["blocking", expect.stringMatching(/group-4 and 35 more\.$/)]]);
  });

  test("assignments that stay untouched are said to", () => {
    const uncaptured = backupItem({ assignments: null });
    expect(check("mapping", { items: [uncaptured] })).toEqual([
      ["warning", "Assignments were not captured in the backup; the target's stay as they are."],
    ]);
    const created = check("mapping", { items: [uncaptured], policies: [] });
    expect(created).toMatchObject([["warning", expect.stringContaining("reach nobody")]]);
  });

  test("a foundation has no assignments to warn about", () => {
    const filter = backupItem({ type: "assignment_filter", assignments: null });
    expect(check("mapping", { items: [filter] })).toEqual([["safe", "Every reference is resolved."]]);
  });
});

describe("RW-6 items that are never written", () => {
  test.each([
    [
      "a preview-only type",
      backupItem({ type: "conditional_access", assignments: [include("gone")] }),
      "never written",
    ],
    ["an item without content", backupItem({ payload: null, capture: "metadata_only" }), "not captured"],
    [
      "a masked secret",
      backupItem({ problems: [{ code: "secret_not_captured", detail: "Masked." }] }),
      "writing would overwrite",
    ],
  ])("%s is warned about once, and blocks nothing", (_, skipped, reason) => {
    const inputs = { items: [skipped], policies: [], dependencies: [], restoreMode: "update_only" } as const;
    expect(runChecks({ ...inputs, backupCapturedAt: null })).toMatchObject([
      { check: "preview_only", severity: "warning", detail: expect.stringContaining(reason) },
    ]);
  });
});

describe("RW-20 checks that can block", () => {
  test("a check that could not be evaluated blocks only where its answer could have", () => {
    const checks: readonly CheckId[] = [
      "missing_in_target",
      "newer_than_backup",
      "identity",
      "mapping",
      "preview_only",
    ];
    expect(checks.filter(couldBlock)).toEqual(["missing_in_target", "identity", "mapping"]);
  });

  test("no check ever blocks that says it could not", () => {
    const items = [backupItem({ name: "A", modifiedAt: null }), backupItem({ name: "B", type: "unknown" })];
    const policies = items.map((each) => policyOf(each, { modifiedAt: "2030-01-01T00:00:00Z" }));
    const found = runChecks({
      items,
      policies,
      backupCapturedAt: capturedAt,
      dependencies: [],
      restoreMode: "update_only",
    });
    expect(found.filter(({ check: id, severity }) => severity === "blocking" && !couldBlock(id))).toEqual([]);
    expect(found.some(({ severity }) => severity === "blocking")).toBe(true);
  });
});

describe("RW-7 counts by severity", () => {
  test("every finding is counted once, and what was not evaluated is not counted as safe", () => {
    const found = runChecks({
      items: [item],
      policies: [policyOf(item, { modifiedAt: null })],
      backupCapturedAt: null,
      dependencies: dependencies([item]),
      restoreMode: "create_missing",
    });
    expect(summariseFindings(found)).toEqual({ blocking: 0, warning: 0, safe: 3, not_evaluated: 1 });
    expect(summariseFindings([])).toEqual({ blocking: 0, warning: 0, safe: 0, not_evaluated: 0 });
  });

  test("ten thousand items give compact findings in a few seconds at most", () => {
    const items = Array.from({ length: 10_000 }, (_, index) => backupItem({ name: `Policy ${index}` }));
    const policies = items.map((each) => policyOf(each));
    const rows = dependencies(items);
    const started = performance.now();
    const found = runChecks({
      items,
      policies,
      backupCapturedAt: capturedAt,
      dependencies: rows,
      restoreMode: "update_only",
    });
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(found).toHaveLength(40_000);
    expect(JSON.stringify(found).length / found.length).toBeLessThan(200);
  });
});

describe("BY-3 scope tags that the backup does not tell", () => {
  test.each([[null], [[]]])(
    "%j: a policy that would be created gets what the target gives, and that is said",
    (tags) => {
      const untagged = backupItem({ scopeTagIds: tags });
      expect(check("mapping", { items: [untagged], policies: [] })).toMatchObject([
        ["warning", expect.stringContaining("whatever tag the target gives")],
      ]);
    },
  );
});

describe("BY-4 what the operator is told about identity", () => {
  test("a policy that somebody renamed is a warning with both names", () => {
    expect(check("identity", { policies: [policyOf(item, { name: "Firewall v2" })] })).toEqual([
      ["warning", "Matched by id, and renamed: “Firewall v2” in the target, “Firewall” in the backup."],
    ]);
  });

  test("a scope tag whose number belongs to another tag blocks, and says why the number is not enough", () => {
    const tag = backupItem({ type: "scope_tag", name: "Everyone helpdesk", sourceId: "1" });
    const found = check("identity", { items: [tag], policies: [policyOf(tag, { name: "HR admins" })] });
    expect(found).toMatchObject([["blocking", expect.stringContaining("“HR admins”")]]);
    expect(found[0]?.[1]).toContain("another tag");
  });

  test("the scope tag that every tenant has is announced as one that will be skipped", () => {
    const tag = backupItem({ type: "scope_tag", name: "Default", sourceId: "0" });
    expect(check("preview_only", { items: [tag], policies: [] })).toMatchObject([
      ["warning", expect.stringContaining("never created or written")],
    ]);
  });
});
