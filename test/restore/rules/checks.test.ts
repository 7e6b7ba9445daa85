import { describe, expect, test } from "vitest";
import type { CheckId } from "../../../src/restore/run/findings.js";
import type { MappingDecision } from "../../../src/restore/run/scope.js";
import { type CheckInputs, summariseFindings } from "../../../src/restore/rules/checks.js";
import { dependenciesOf } from "../../../src/restore/rules/mapping.js";
import { couldBlock } from "../../../src/restore/rules/could-block.js";
import { growsWith } from "../../support/counted.js";
import { backupItem, dependencies, directory, exclude, include, policyOf } from "./support.js";
import { runChecks } from "./whole-scope.js";

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
    limits: [],
    ...inputs,
  });
  return found.filter((finding) => finding.check === id).map(({ severity, reason }) => [severity, reason] as const);
}

describe("RW-18 a policy missing in the target", () => {
  test("is a warning where missing policies are created", () => {
    expect(check("missing_in_target", { policies: [] })).toEqual([["warning", { code: "missing_would_be_created" }]]);
  });

  test("blocks where the restore only updates", () => {
    expect(check("missing_in_target", { policies: [], restoreMode: "update_only" })).toEqual([
      ["blocking", { code: "missing_and_only_updating" }],
    ]);
  });

  test("that is present is said to be", () => {
    expect(check("missing_in_target", {})).toEqual([["safe", { code: "present" }]]);
  });
});

describe("RW-6 a policy newer than the backup", () => {
  const at = (modifiedAt: string | null) => [policyOf(item, { modifiedAt })];

  test("modified after the capture is a warning, with the time", () => {
    const found = check("newer_than_backup", { policies: at("2026-02-01T02:00:01+02:00") });
    expect(found).toEqual([["warning", { code: "modified_after_capture", at: "2026-02-01T00:00:01.000Z" }]]);
  });

  test("modified before the capture is fine, even where the item's own timestamp is older", () => {
    expect(check("newer_than_backup", { policies: at("2026-01-31T23:59:59Z") })).toEqual([
      ["safe", { code: "not_modified_since_capture" }],
    ]);
  });

  test("without a capture time the timestamps of the item are compared, and the finding says so", () => {
    const found = check("newer_than_backup", { policies: at("2026-01-10T08:00:01Z"), backupCapturedAt: null });
    expect(found).toMatchObject([["warning", { code: "modified_after_item" }]]);
    const older = check("newer_than_backup", { policies: at("2026-01-10T08:00:00Z"), backupCapturedAt: null });
    expect(older).toEqual([["safe", { code: "not_modified_since_item" }]]);
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
    expect(check("identity", { policies })).toEqual([["blocking", { code: "homonyms", policy: "Firewall", count: 2 }]]);
  });

  test("an id that now belongs to another policy blocks, and names it", () => {
    const policies = [policyOf(item, { type: "compliance_policy", name: "Other" })];
    expect(check("identity", { policies })).toEqual([["blocking", { code: "id_of_other_type", policy: "Other" }]]);
  });

  test("two items that mean one policy block each other", () => {
    const twin = backupItem({ id: "twin", sourceId: "gone" });
    const found = check("identity", { items: [item, twin], policies: [policyOf(item)] });
    expect(found.map(([severity]) => severity)).toEqual(["safe", "blocking"]);
  });

  test("a policy that belongs by its id to an item outside the scope is not taken by its namesake", () => {
    const namesake = backupItem({ id: "namesake", sourceId: "gone" });
    const inputs = { items: [namesake], policies: [policyOf(item)] };
    expect(check("identity", { ...inputs, catalogue: [item, namesake] })).toMatchObject([["blocking", {}]]);
    expect(check("identity", inputs)).toEqual([["safe", { code: "matched_by_name" }]]);
  });

  test("while it is undecided, presence and age are not claimed", () => {
    const policies = [policyOf(item, { id: "x" }), policyOf(item, { id: "y" })];
    expect(check("missing_in_target", { policies })).toEqual([]);
    expect(check("newer_than_backup", { policies })).toEqual([]);
  });
});

describe("RW-6, BY-5 references", () => {
  const assigned = backupItem({ assignments: [include("g1"), exclude("g2")] });
  const mapped = (mappings: Readonly<Record<string, MappingDecision>>) =>
    dependencies([assigned], directory({ groups: [{ id: "g2", name: "Kiosks" }] }), mappings);
  const g1 = { references: [{ kind: "group", id: "g1", name: null }], more: 0 } as const;

  test("a group that neither the backup names nor the target has is an orphan, and blocks", () => {
    const inputs = { items: [assigned], dependencies: mapped({}) };
    expect(check("orphaned_group", inputs)).toEqual([["blocking", { code: "groups_not_known", ...g1 }]]);
    expect(check("assignment_mapping", inputs)).toEqual([]);
  });

  test("a group that the backup names and the target lacks requires a mapping, and blocks", () => {
    const named = backupItem({
      assignments: [{ ...include("g1"), target: { kind: "include_group", groupId: "g1", groupName: "Finance" } }],
    });
    const inputs = { items: [named], dependencies: dependencies([named]) };
    expect(check("assignment_mapping", inputs)).toMatchObject([
      ["blocking", { code: "references_unresolved", references: [{ name: "Finance" }] }],
    ]);
    expect(check("orphaned_group", inputs)).toEqual([]);
  });

  test("an orphan that was mapped no longer blocks, and that its meaning rests on the mapping is said", () => {
    const dependenciesMapped = mapped({ "group/g1": { decision: "map", targetId: "g2" } });
    expect(check("orphaned_group", { items: [assigned], dependencies: dependenciesMapped })).toEqual([
      ["warning", { code: "groups_not_named", ...g1 }],
    ]);
  });

  test("a reference that was left out is a warning that states its consequence", () => {
    const only = backupItem({ assignments: [include("g1")] });
    const rows = dependencies([only], directory(), { "group/g1": { decision: "skip" } });
    expect(check("assignment_mapping", { items: [only], dependencies: rows })).toEqual([
      ["warning", { code: "references_left_out", nobodyLeft: true, ...g1 }],
    ]);
  });

  test("many unresolved references make one bounded finding", () => {
    const many = backupItem({ assignments: Array.from({ length: 40 }, (_, index) => include(`group-${index}`)) });
    const found = check("orphaned_group", { items: [many], dependencies: dependencies([many]) });
    expect(found).toMatchObject([["blocking", { more: 35, references: { length: 5 } }]]);
  });

  test("while the directory was not read, references are not evaluated, never safe and never called missing", () => {
    const inputs = { items: [assigned], dependencies: dependencies([assigned], null) };
    expect(check("assignment_mapping", inputs)).toMatchObject([["not_evaluated", { code: "references_not_readable" }]]);
    expect(check("orphaned_group", inputs)).toEqual([]);
    expect(check("scope_tag_missing", inputs)).toEqual([]);
  });

  test("two groups that were mapped to one, which is then included and excluded, block", () => {
    const rows = mapped({ "group/g1": { decision: "map", targetId: "g2" } });
    expect(check("assignment_mapping", { items: [assigned], dependencies: rows })).toMatchObject([
      ["blocking", { code: "included_and_excluded", group: "Kiosks", references: [{ id: "g1" }, { id: "g2" }] }],
    ]);
  });

  test("assignments that stay untouched are said to", () => {
    const uncaptured = backupItem({ assignments: null });
    expect(check("assignment_mapping", { items: [uncaptured] })).toEqual([
      ["warning", { code: "assignments_untouched", cause: "not_captured" }],
    ]);
    expect(check("assignment_mapping", { items: [uncaptured], policies: [] })).toEqual([
      ["warning", { code: "created_without_assignments", cause: "not_captured" }],
    ]);
  });

  test("a foundation has no assignments to warn about", () => {
    const filter = backupItem({ type: "assignment_filter", assignments: null });
    expect(check("assignment_mapping", { items: [filter] })).toEqual([]);
    expect(check("scope_tag_mapping", { items: [filter] })).toEqual([["safe", { code: "references_resolved" }]]);
  });
});

describe("RW-6 scope tags", () => {
  const tagged = backupItem({ scopeTagIds: ["7"] });
  const tag = backupItem({ type: "scope_tag", name: "Berlin", sourceId: "7", scopeTagIds: null });
  const rows = (scopeTags: readonly { id: string; name: string }[], mappings = {}) =>
    dependenciesOf([tagged], directory({ scopeTags }), mappings, { groups: [], items: [tag] });
  const inputs = (found: ReturnType<typeof rows>) => ({ items: [tagged], dependencies: found });

  test("a tag of which the target has neither the number nor the name is missing, and blocks", () => {
    const found = inputs(rows([{ id: "0", name: "Default" }]));
    expect(check("scope_tag_missing", found)).toMatchObject([
      ["blocking", { code: "scope_tags_missing", references: [{ id: "7", name: "Berlin" }] }],
    ]);
    expect(check("scope_tag_mapping", found)).toEqual([]);
  });

  test.each([
    ["another tag under its number", [{ id: "7", name: "Paris" }]],
    ["its name under another number", [{ id: "9", name: "Berlin" }]],
    [
      "several of its name",
      [
        { id: "8", name: "Berlin" },
        { id: "9", name: "Berlin" },
      ],
    ],
  ])("where the target has %s, a mapping is required, and blocks", (_, scopeTags) => {
    const found = inputs(rows(scopeTags));
    expect(check("scope_tag_mapping", found)).toMatchObject([["blocking", { code: "references_unresolved" }]]);
    expect(check("scope_tag_missing", found)).toEqual([]);
  });

  test("a tag that a person mapped to the default one is said to widen who administers it", () => {
    const mapped = rows([{ id: "0", name: "Default" }], { "scope_tag/7": { decision: "map", targetId: "0" } });
    expect(check("scope_tag_mapping", inputs(mapped))).toMatchObject([
      ["warning", { code: "mapped_to_default_scope_tag" }],
    ]);
  });
});

describe("RW-6 items that are never written", () => {
  test.each([
    [
      "a preview-only type",
      backupItem({ type: "conditional_access", assignments: [include("gone")] }),
      "type_never_written",
    ],
    ["an item without content", backupItem({ payload: null, capture: "metadata_only" }), "content_not_captured"],
    [
      "a preview-only type with another problem",
      backupItem({ type: "conditional_access", problems: [{ code: "duplicate_id", detail: "Twice." }] }),
      "type_never_written",
    ],
    [
      "a masked secret",
      backupItem({ problems: [{ code: "secret_not_captured", detail: "Masked." }] }),
      "secret_not_captured",
    ],
  ])("%s is warned about once, and blocks nothing", (_, skipped, reason) => {
    const inputs = {
      items: [skipped],
      policies: [],
      limits: [],
      dependencies: [],
      restoreMode: "update_only",
    } as const;
    expect(runChecks({ ...inputs, backupCapturedAt: null })).toMatchObject([
      { check: "preview_only", severity: "warning", reason: { code: reason } },
    ]);
  });
});

describe("RW-20 checks that can block", () => {
  test("a check that could not be evaluated blocks only where its answer could have", () => {
    const harmless = ["newer_than_backup", "preview_only", "target_limits"] as const satisfies readonly CheckId[];
    expect(harmless.filter(couldBlock)).toEqual([]);
    const grave = [
      "missing_in_target",
      "identity",
      "assignment_mapping",
      "orphaned_group",
      "scope_tag_mapping",
      "scope_tag_missing",
      "widening",
      "enforcement",
      "lockout",
    ] as const satisfies readonly CheckId[];
    expect(grave.filter(couldBlock)).toEqual(grave);
  });

  test("a check that this version does not know could have found anything", () => {
    expect(couldBlock("mapping" as CheckId)).toBe(true);
  });

  test("no check ever blocks that says it could not", () => {
    const items = [backupItem({ name: "A", modifiedAt: null }), backupItem({ name: "B", type: "unknown" })];
    const policies = items.map((each) => policyOf(each, { modifiedAt: "2030-01-01T00:00:00Z" }));
    const found = runChecks({
      items,
      policies,
      limits: [],
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
      limits: [],
      backupCapturedAt: null,
      dependencies: dependencies([item]),
      restoreMode: "create_missing",
    });
    expect(summariseFindings(found)).toEqual({ blocking: 0, warning: 0, safe: 4, not_evaluated: 1 });
    expect(summariseFindings([])).toEqual({ blocking: 0, warning: 0, safe: 0, not_evaluated: 0 });
  });

  test("ten thousand items give compact findings, with no more reads for each than for one of a thousand (BY-7)", () => {
    const inputsOf = (size: number): CheckInputs => {
      const items = Array.from({ length: size }, (_, index) => backupItem({ name: `Policy ${index}` }));
      return {
        items,
        policies: items.map((each) => policyOf(each)),
        limits: [],
        backupCapturedAt: capturedAt,
        dependencies: dependencies(items),
        restoreMode: "update_only",
      };
    };
    const found = runChecks(inputsOf(10_000));
    expect(found).toHaveLength(50_000);
    expect(JSON.stringify(found).length / found.length).toBeLessThan(200);
    expect(growsWith(inputsOf, runChecks)).toBe(true);
  });
});

describe("BY-3 scope tags that the backup does not tell", () => {
  test.each([[null], [[]]])(
    "%j: a policy that would be created gets what the target gives, and that is said",
    (tags) => {
      const untagged = backupItem({ scopeTagIds: tags });
      expect(check("scope_tag_mapping", { items: [untagged], policies: [] })).toEqual([
        ["warning", { code: "scope_tags_not_captured" }],
      ]);
    },
  );
});

describe("BY-4 what the operator is told about identity", () => {
  test("a policy that somebody renamed is a warning with both names", () => {
    expect(check("identity", { policies: [policyOf(item, { name: "Firewall v2" })] })).toEqual([
      ["warning", { code: "renamed", inTarget: "Firewall v2", inBackup: "Firewall" }],
    ]);
  });

  test("a scope tag whose number belongs to another tag blocks, and says why the number is not enough", () => {
    const tag = backupItem({ type: "scope_tag", name: "Everyone helpdesk", sourceId: "1" });
    const found = check("identity", { items: [tag], policies: [policyOf(tag, { name: "HR admins" })] });
    expect(found).toEqual([["blocking", { code: "id_of_other_scope_tag", policy: "HR admins" }]]);
  });

  test("the scope tag that every tenant has is announced as one that will be skipped", () => {
    const tag = backupItem({ type: "scope_tag", name: "Default", sourceId: "0" });
    expect(check("preview_only", { items: [tag], policies: [] })).toMatchObject([
      ["warning", { code: "built_in_scope_tag" }],
    ]);
  });
});
