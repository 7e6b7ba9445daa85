import { describe, expect, test } from "vitest";
import type { CheckId } from "../../../src/restore/run/findings.js";
import type { BackupItem } from "../../../src/restore/run/items.js";
import type { Dependency } from "../../../src/restore/run/scope.js";
import { named, referenceFindings } from "../../../src/restore/rules/checks-references.js";
import type { IdentityMatch } from "../../../src/restore/rules/identity.js";
import { dependencyIndex, resolveReferences } from "../../../src/restore/rules/references.js";
import { allUsers, backupItem, exclude, include, policyOf } from "./support.js";

const resolved: Dependency["resolution"] = { state: "same_id", targetId: "t", targetName: "T" };

/** One dependency as it stands; a group that the backup names, unless told otherwise. */
function row(key: string, resolution: Dependency["resolution"], fields: Partial<Dependency> = {}): Dependency {
  const [kind, sourceId] = key.split("/") as [Dependency["kind"], string];
  return {
    key,
    kind,
    sourceId,
    sourceName: "Finance",
    usedBy: [],
    excludes: false,
    suggestion: null,
    resolution,
    ...fields,
  };
}

const unresolved = (cause: Extract<Dependency["resolution"], { state: "unresolved" }>["cause"]) =>
  ({ state: "unresolved", cause }) as const;
const mapped = (targetId: string, targetName = "T") => ({ state: "mapped", targetId, targetName }) as const;
const skipped = { state: "skipped" } as const;

function found(
  item: BackupItem,
  rows: readonly Dependency[],
  match: IdentityMatch = { kind: "by_id", policy: policyOf(item) },
) {
  const index = dependencyIndex(rows);
  return referenceFindings(item, match, resolveReferences(item, index), index).map(
    ({ check, severity, reason }) => [check, severity, reason] as const,
  );
}

/** What one check says: severity and code. */
const says = (check: CheckId, all: ReturnType<typeof found>) =>
  all.flatMap(([id, severity, { code }]) => (id === check ? [`${severity} ${code}`] : []));

describe("RW-6 how one group stands decides what is said of it", () => {
  const item = backupItem({ assignments: [include("g1")] });
  const key = "group/g1";

  test.each<[string, Dependency, readonly string[], readonly string[]]>([
    ["the same in the target", row(key, resolved), ["safe references_resolved"], []],
    ["mapped, and named by the backup", row(key, mapped("g2")), ["safe references_resolved"], []],
    [
      "mapped, and named by nobody",
      row(key, mapped("g2"), { sourceName: null }),
      ["safe references_resolved"],
      ["warning groups_not_named"],
    ],
    [
      "the same in the target, and named by nobody",
      row(key, resolved, { sourceName: null }),
      ["safe references_resolved"],
      [],
    ],
    ["not read", row(key, unresolved("directory_not_read")), ["not_evaluated references_not_readable"], []],
    [
      "not listed",
      row(key, unresolved("not_listed"), { sourceName: null }),
      ["not_evaluated references_not_readable"],
      [],
    ],
    ["named, and not in the target", row(key, unresolved("not_in_target")), ["blocking references_unresolved"], []],
    ["in neither", row(key, unresolved("not_in_target"), { sourceName: null }), [], ["blocking groups_not_known"]],
    [
      "not named, and mapped to what is gone",
      row(key, unresolved("mapping_broken"), { sourceName: null }),
      ["blocking references_unresolved"],
      [],
    ],
    ["left out", row(key, skipped), ["warning references_left_out"], []],
    ["left out, and needed to exclude", row(key, skipped, { excludes: true }), ["safe references_resolved"], []],
  ])("%s", (_, dependency, mapping, orphans) => {
    const all = found(item, [dependency]);
    expect(says("assignment_mapping", all)).toEqual(mapping);
    expect(says("orphaned_group", all)).toEqual(orphans);
    expect(says("scope_tag_mapping", all)).toEqual(["blocking references_unresolved"]);
  });

  test("a reference of which no row tells anything is unresolved, and named by its key", () => {
    const filtered = backupItem({
      assignments: [include("a/b", { filter: { id: "f1", mode: "include" } })],
      scopeTagIds: ["7"],
    });
    const all = found(filtered, []);
    expect(all).toEqual([
      [
        "assignment_mapping",
        "blocking",
        {
          code: "references_unresolved",
          references: [
            { kind: "group", id: "a/b", name: null },
            { kind: "assignment_filter", id: "f1", name: null },
          ],
          more: 0,
        },
      ],
      [
        "scope_tag_mapping",
        "blocking",
        { code: "references_unresolved", references: [{ kind: "scope_tag", id: "7", name: null }], more: 0 },
      ],
    ]);
  });

  test("a filter that neither side knows is no orphaned group", () => {
    const filtered = backupItem({ assignments: [include("g1", { filter: { id: "f1", mode: "include" } })] });
    const filter = row("assignment_filter/f1", unresolved("not_in_target"), { sourceName: null });
    const all = found(filtered, [row(key, resolved), filter, row("scope_tag/0", resolved)]);
    expect(says("assignment_mapping", all)).toEqual(["blocking references_unresolved"]);
    expect(says("orphaned_group", all)).toEqual([]);
    expect(says("scope_tag_mapping", all)).toEqual(["safe references_resolved"]);
  });

  test("a filter that was mapped, and that the backup does not name, is no group without a name", () => {
    const filtered = backupItem({ assignments: [{ ...allUsers, filter: { id: "f1", mode: "include" } }] });
    const all = found(filtered, [row("assignment_filter/f1", mapped("f2"), { sourceName: null })]);
    expect(says("orphaned_group", all)).toEqual([]);
  });

  test("of several that were left out, somebody may be left, and what excludes is not among them", () => {
    const several = backupItem({ assignments: [include("g1"), include("g2"), exclude("g3")] });
    const rows = [row(key, skipped), row("group/g2", resolved), row("group/g3", skipped, { excludes: true })];
    expect(found(several, [...rows, row("scope_tag/0", resolved)])[0]).toEqual([
      "assignment_mapping",
      "warning",
      {
        code: "references_left_out",
        nobodyLeft: false,
        references: [{ kind: "group", id: "g1", name: "Finance" }],
        more: 0,
      },
    ]);
  });

  test("several pairs that contradict each other are told group by group", () => {
    const several = backupItem({ assignments: [include("g1"), exclude("g2"), include("g3"), exclude("g4")] });
    const rows = [
      row("group/g1", mapped("t1", "Kiosks")),
      row("group/g2", mapped("t1", "Kiosks")),
      row("group/g3", mapped("t2", "Labs")),
      row("group/g4", { state: "same_id", targetId: "t2", targetName: "Labs" }),
    ];
    const reasons = found(several, rows).map(([, , reason]) => reason);
    expect(reasons).toMatchObject([
      { code: "included_and_excluded", group: "Kiosks", references: [{ id: "g1" }, { id: "g2" }], more: 0 },
      { code: "included_and_excluded", group: "Labs", references: [{ id: "g3" }, { id: "g4" }], more: 0 },
      { code: "references_unresolved" },
    ]);
  });

  test("exactly five references are all named, and of six the last is counted", () => {
    const keys = Array.from({ length: 6 }, (_, index) => `group/g${index}`);
    expect(named(keys.slice(0, 5), new Map())).toMatchObject({ references: { length: 5 }, more: 0 });
    expect(named(keys, new Map())).toMatchObject({ references: { length: 5 }, more: 1 });
    expect(named(["odd"], new Map()).references).toEqual([{ kind: "assignment_filter", id: "", name: null }]);
  });
});

describe("RW-6 how one scope tag stands decides what is said of it", () => {
  const item = backupItem({ scopeTagIds: ["7"] });
  const key = "scope_tag/7";

  test.each<[string, Dependency, readonly string[], readonly string[]]>([
    ["the same in the target", row(key, resolved), ["safe references_resolved"], []],
    ["mapped", row(key, mapped("9")), ["safe references_resolved"], []],
    ["mapped to the default tag", row(key, mapped("0")), ["warning mapped_to_default_scope_tag"], []],
    ["the default tag itself", row(key, { ...resolved, targetId: "0" }), ["safe references_resolved"], []],
    ["not read", row(key, unresolved("directory_not_read")), ["not_evaluated references_not_readable"], []],
    [
      "in the target under no number and no name",
      row(key, unresolved("not_in_target")),
      [],
      ["blocking scope_tags_missing"],
    ],
    [
      "in the target under another number",
      row(key, unresolved("not_in_target"), { suggestion: { targetId: "9", targetName: "Berlin" } }),
      ["blocking references_unresolved"],
      [],
    ],
    ["another one in the target", row(key, unresolved("other_under_its_id")), ["blocking references_unresolved"], []],
  ])("%s", (_, dependency, mapping, missing) => {
    const all = found(item, [dependency]);
    expect(says("scope_tag_mapping", all)).toEqual(mapping);
    expect(says("scope_tag_missing", all)).toEqual(missing);
    expect(says("assignment_mapping", all)).toEqual(["safe references_resolved"]);
  });

  test("a group that was mapped to a target with the number of the default tag is not the default tag", () => {
    const assigned = backupItem({ assignments: [include("g1")], scopeTagIds: [] });
    expect(says("scope_tag_mapping", found(assigned, [row("group/g1", mapped("0"))]))).toEqual([
      "safe references_resolved",
    ]);
  });

  test.each<[IdentityMatch["kind"], readonly string[]]>([
    ["missing", ["warning scope_tags_not_captured"]],
    ["create_by_decision", ["warning scope_tags_not_captured"]],
    ["by_id", ["safe references_resolved"]],
    ["conflict", ["safe references_resolved"]],
  ])("tags that the backup does not tell matter only where the policy would be created: %s", (kind, expected) => {
    const untagged = backupItem({ scopeTagIds: [] });
    const match = { kind, policy: policyOf(untagged) } as unknown as IdentityMatch;
    expect(says("scope_tag_mapping", found(untagged, [], match))).toEqual(expected);
  });

  test("tags that the backup tells are written with the policy that would be created, so nothing is missing", () => {
    expect(says("scope_tag_mapping", found(item, [row(key, resolved)], { kind: "missing" }))).toEqual([
      "safe references_resolved",
    ]);
  });

  test("a scope tag carries neither assignments nor scope tags, so nothing is said of them", () => {
    expect(found(backupItem({ type: "scope_tag", scopeTagIds: ["7"] }), [])).toEqual([]);
  });
});

describe("BY-6 a scope tag is never left out, because the policy would get the default one", () => {
  test("one that a record says was left out is unresolved, and blocks", () => {
    const item = backupItem({ scopeTagIds: ["7", "8"] });
    const rows = [row("scope_tag/7", skipped), row("scope_tag/8", resolved)];
    expect(resolveReferences(item, rows)).toMatchObject({
      scopeTagIds: null,
      skipped: [],
      unresolved: ["scope_tag/7"],
    });
    const all = found(item, rows);
    expect(says("scope_tag_mapping", all)).toEqual(["blocking references_unresolved"]);
    expect(says("assignment_mapping", all)).toEqual(["safe references_resolved"]);
  });
});

describe("BY-3 assignments that stay as they are", () => {
  const set = include("g1", { source: "policy_sets" });
  const missing: IdentityMatch = { kind: "missing" };

  test.each<[string, Partial<BackupItem>, IdentityMatch | "present" | "present_from_set", string]>([
    ["not captured, and in the target", { assignments: null }, "present", "assignments_untouched not_captured"],
    ["not captured, and to be created", { assignments: null }, missing, "created_without_assignments not_captured"],
    [
      "not captured, and to be created by decision",
      { assignments: null },
      { kind: "create_by_decision" },
      "created_without_assignments not_captured",
    ],
    [
      "from a policy set, and in the target",
      { assignments: [set] },
      "present",
      "assignments_untouched from_policy_set",
    ],
    [
      "from a policy set, and to be created",
      { assignments: [set] },
      missing,
      "created_without_assignments from_policy_set",
    ],
    [
      "in the target from a policy set",
      { assignments: [] },
      "present_from_set",
      "assignments_untouched policy_set_in_target",
    ],
  ])("%s", (_, fields, where, expected) => {
    const item = backupItem(fields);
    const policy = policyOf(item, { assignments: where === "present_from_set" ? [set] : [] });
    const all = found(
      item,
      [row("scope_tag/0", resolved)],
      typeof where === "string" ? { kind: "by_id", policy } : where,
    );
    expect(
      all.filter(([check]) => check === "assignment_mapping").map(([, severity, reason]) => [severity, reason]),
    ).toEqual([["warning", { code: expected.split(" ")[0], cause: expected.split(" ")[1] }]]);
  });
});
