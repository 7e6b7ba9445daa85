import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RestoreMode } from "../../../src/restore/run/scope.js";
import type { PlanInputs } from "../../../src/restore/rules/plan.js";
import { agree, cases } from "../../support/property.js";
import {
  allDevices,
  allUsers,
  backupItem,
  dependencies,
  directory,
  exclude,
  include,
  inWords,
  policyOf,
  sideInWords,
} from "./support.js";
import { planRestore, previewOf, runChecks } from "./whole-scope.js";

type Items = readonly ReturnType<typeof backupItem>[];
type Policies = readonly ReturnType<typeof policyOf>[];

const groups = [
  { id: "g1", name: "Finance" },
  { id: "g2", name: "Kiosks" },
];

function plan(items: Items, policies: Policies, restoreMode: RestoreMode = "create_missing") {
  const target = directory({ groups });
  return planRestore({
    items,
    policies,
    limits: [],
    dependencies: dependencies(items, target),
    restoreMode,
    directory: target,
  });
}

const item = backupItem({ payload: { name: "Firewall", id: "old", port: 80 }, assignments: [include("g1")] });
const changed = policyOf(item, { payload: { name: "Firewall", id: "x", port: 443 } });

describe("RW-8 what a restore would write", () => {
  test("a policy that differs is updated, in the phases that differ and no other", () => {
    const [planned] = plan([item], [changed]);
    expect(planned).toMatchObject({
      action: "update",
      skipReason: null,
      changes: { settings: true, assignments: false, scope_tags: false },
    });
  });

  test("a policy that is as in the backup is not written", () => {
    const [planned] = plan([item], [policyOf(item, { payload: { name: "Firewall", id: "x", version: 9, port: 80 } })]);
    expect(planned).toMatchObject({
      action: "none",
      changes: { settings: false, assignments: false, scope_tags: false },
    });
  });

  test("a policy that only bears another name is updated, and the name is one change", () => {
    const renamed = policyOf(item, { name: "Firewall v2", payload: { name: "Firewall v2", id: "x", port: 80 } });
    for (const policy of [renamed, policyOf(item, { name: "Firewall v2" })]) {
      const [planned] = plan([item], [policy]);
      expect(planned).toMatchObject({ action: "update", intended: { name: "Firewall" }, changes: { settings: true } });
      expect(planned?.diff.changes.map(inWords)).toEqual([["changes", "Name", "Firewall v2", "Firewall"]]);
    }
  });

  test("a payload that names nothing renames nothing, and a create still shows its name", () => {
    const unnamed = backupItem({ payload: { port: 80 } });
    expect(plan([unnamed], [policyOf(unnamed, { name: "Other" })])[0]?.action).toBe("none");
    expect(plan([unnamed], [])[0]?.diff.changes.map(inWords)).toEqual([
      ["adds", "Name", null, "Firewall"],
      ["adds", "Port", null, "80"],
      ["adds", "Scope tags", null, "Default"],
    ]);
  });

  test("a policy that the target lacks is created, unless the restore only updates", () => {
    expect(plan([item], [])[0]).toMatchObject({ action: "create", changes: { settings: true, assignments: true } });
    expect(plan([item], [], "update_only")[0]).toMatchObject({ action: "skip", skipReason: "missing_in_target" });
    expect(plan([item], [changed], "update_only")[0]).toMatchObject({ action: "update" });
  });

  test("the scope tag that every tenant has is neither created nor written", () => {
    const tag = backupItem({ type: "scope_tag", name: "Default", sourceId: "0", payload: { displayName: "Default" } });
    const skipped = { action: "skip", skipReason: "preview_only", intended: { payload: null } };
    expect(plan([tag], [])[0]).toMatchObject(skipped);
    expect(plan([tag], [policyOf(tag, { payload: { displayName: "Default", description: "x" } })])[0]).toMatchObject(
      skipped,
    );
  });

  test("a scope tag is never written over another one that has its number", () => {
    const tag = backupItem({ type: "scope_tag", name: "Everyone helpdesk", sourceId: "1" });
    expect(plan([tag], [policyOf(tag, { name: "HR admins" })])[0]).toMatchObject({
      action: "skip",
      skipReason: "identity_undecided",
    });
  });

  test("an empty list of scope tags is none captured: nothing is written, and the target gives its own", () => {
    const untagged = backupItem({ scopeTagIds: [] });
    for (const policies of [[], [policyOf(untagged, { scopeTagIds: ["7"] })]]) {
      expect(plan([untagged], policies)[0]).toMatchObject({
        intended: { scopeTagIds: null },
        untouched: { scope_tags: "not_captured" },
        changes: { scope_tags: false },
      });
    }
  });

  test("a tag that is mapped to the default one opens a new policy too, and is said to", () => {
    const tagged = backupItem({ scopeTagIds: ["7"] });
    const target = directory();
    const mappings = { "scope_tag/7": { decision: "map", targetId: "0" } } as const;
    const tags = (each: typeof tagged) =>
      planRestore({
        limits: [],
        items: [each],
        policies: [],
        dependencies: dependencies([each], target, mappings),
        restoreMode: "create_missing",
        directory: target,
      })[0]
        ?.diff.changes.filter(({ phase }) => phase === "scope_tags")
        .map(inWords);
    expect(tags(tagged)).toEqual([["widens", "Scope tags", null, "Default"]]);
    expect(tags(backupItem({ scopeTagIds: ["0"] }))).toEqual([["adds", "Scope tags", null, "Default"]]);
  });

  test("what is written carries no id, timestamp or annotation of the tenant it came from", () => {
    const payload = {
      "@odata.type": "#microsoft.graph.windows10CompliancePolicy",
      "@odata.context": "https://graph.example",
      id: "old",
      version: 3,
      lastModifiedDateTime: "2026-01-01T00:00:00Z",
      "rules@odata.type": "#Collection",
      rules: [{ "@odata.type": "rule", "x@odata.type": "y", x: 1 }],
    };
    expect(plan([backupItem({ payload })], [])[0]?.intended.payload).toEqual({
      "@odata.type": "#microsoft.graph.windows10CompliancePolicy",
      rules: [{ "@odata.type": "rule", x: 1 }],
    });
  });

  test.each([
    ["an item of a type that is never written", backupItem({ type: "conditional_access" }), "preview_only"],
    ["an item without its content", backupItem({ payload: null, capture: "metadata_only" }), "metadata_only"],
    [
      "an item with a reference that nobody resolved",
      backupItem({ assignments: [include("gone")] }),
      "mapping_unresolved",
    ],
  ])("%s is skipped, with nothing to write", (_, skipped, skipReason) => {
    expect(plan([skipped], [policyOf(skipped, { payload: { port: 1 } })])[0]).toMatchObject({
      action: "skip",
      skipReason,
      intended: { payload: null, assignments: null, scopeTagIds: null },
      changes: { settings: false, assignments: false, scope_tags: false },
    });
  });

  test("an exclusion that a record says was left out keeps the policy from being written, and the checks say so", () => {
    const kept = backupItem({ assignments: [allUsers, exclude("g2")] });
    const rows = dependencies([kept], directory({ groups })).map((row) =>
      row.key === "group/g2" ? { ...row, resolution: { state: "skipped" } as const } : row,
    );
    const inputs = {
      items: [kept],
      policies: [policyOf(kept)],
      limits: [],
      dependencies: rows,
      restoreMode: "create_missing",
    } as const;
    expect(planRestore(inputs)).toMatchObject([{ action: "skip", skipReason: "mapping_unresolved" }]);
    expect(runChecks({ ...inputs, backupCapturedAt: null })).toContainEqual(
      expect.objectContaining({ check: "widening", severity: "blocking" }),
    );
  });

  test("homonyms and reused ids are skipped until a person decides", () => {
    const homonyms = [policyOf(item, { id: "x" }), policyOf(item, { id: "y" })];
    const reused = policyOf(item, { type: "compliance_policy" });
    for (const policies of [homonyms, [reused]]) {
      expect(plan([item], policies)[0]).toMatchObject({
        action: "skip",
        skipReason: "identity_undecided",
        policy: null,
      });
    }
  });

  test("a preview-only item is compared, and still not written", () => {
    const access = backupItem({ type: "conditional_access", payload: { state: "enabled" } });
    const [planned] = plan([access], [policyOf(access, { payload: { state: "disabled" } })]);
    expect(planned?.action).toBe("skip");
    expect(planned?.diff.changes).toHaveLength(1);
  });

  test("every item in scope appears exactly once, in order, and only in one action", () => {
    const kinds = fc.record({
      name: fc.constantFrom("A", "B", "C"),
      type: fc.constantFrom("settings_catalog", "conditional_access", "unknown"),
      sourceId: fc.option(fc.constantFrom("1", "2", "3"), { nil: null }),
      whole: fc.boolean(),
      assignments: fc.option(fc.constantFrom([], [include("g1")], [include("gone")], [allUsers]), { nil: null }),
    });
    const mode = fc.constantFrom<RestoreMode>("create_missing", "update_only");
    fc.assert(
      fc.property(
        fc.array(kinds, { maxLength: 6 }),
        fc.array(kinds, { maxLength: 6 }),
        mode,
        (backup, target, restoreMode) => {
          const items = backup.map(({ whole, ...fields }, index) =>
            backupItem({ ...fields, id: `i${index}`, payload: whole ? { name: fields.name } : null }),
          );
          const policies = target.map(({ name, type, assignments, sourceId }, index) =>
            policyOf(backupItem({ name, type, assignments }), { id: sourceId ?? `t${index}` }),
          );
          const planned = plan(items, policies, restoreMode);
          agree(planned.map((each) => each.item.id).join(), items.map(({ id }) => id).join());
          const written = planned.flatMap(({ action, policy }) =>
            action === "update" && policy !== null ? [policy] : [],
          );
          agree(new Set(written).size, written.length);
          const { summary } = previewOf(planned);
          const { policiesChanged, policiesCreated, unchanged, skipped } = summary;
          agree(policiesChanged + policiesCreated + unchanged + skipped, items.length);
          for (const { action, skipReason } of planned) agree(action === "skip", skipReason !== null);
        },
      ),
      { numRuns: cases() },
    );
  });
});

describe("RW-16 nothing is planned of what is not decided", () => {
  const rowsFor = (items: Items, ...skipped: readonly string[]) =>
    dependencies(items, directory({ groups })).map((row) =>
      skipped.includes(row.key) ? { ...row, resolution: { state: "skipped" } as const } : row,
    );
  const planned = (items: Items, policies: Policies, fields: Partial<PlanInputs> = {}) =>
    planRestore({
      items,
      policies,
      limits: [],
      dependencies: rowsFor(items),
      restoreMode: "create_missing",
      ...fields,
    });
  const other = { payload: { name: "Firewall", port: 443 } };

  test("a policy that belongs by its id to an item outside the scope is not written by its namesake", () => {
    const namesake = backupItem({ id: "namesake", sourceId: "gone", payload: item.payload });
    expect(planned([namesake], [changed])[0]).toMatchObject({ action: "update" });
    expect(planned([namesake], [changed], { catalogue: [item, namesake] })[0]).toMatchObject({
      action: "skip",
      skipReason: "identity_undecided",
    });
  });

  test("a decision that the target no longer bears out is undecided", () => {
    const identityDecisions = { [item.id]: { decision: "match", targetId: "gone" } } as const;
    expect(planned([item], [changed], { identityDecisions })[0]).toMatchObject({ skipReason: "identity_undecided" });
  });

  test("an item of which a reference waits is not compared either, as if something of it were written", () => {
    const waiting = { ...item, assignments: [include("gone")] };
    expect(planned([waiting], [policyOf(item, other)])[0]).toMatchObject({
      action: "skip",
      skipReason: "mapping_unresolved",
      diff: { changes: [], countByPhase: { settings: 0, assignments: 0, scope_tags: 0 } },
    });
  });

  test("an item whose references contradict each other is skipped", () => {
    const both = { ...item, assignments: [include("g1"), exclude("G1")] };
    expect(planned([both], [policyOf(item, other)])[0]).toMatchObject({ skipReason: "mapping_unresolved" });
  });

  test("an exclusion that a record says was left out keeps the policy from being written, unless its assignments stay", () => {
    const excluding = { ...item, assignments: [allUsers, exclude("g1")] };
    const fields = { dependencies: rowsFor([excluding], "group/g1") };
    expect(planned([excluding], [policyOf(item, other)], fields)[0]).toMatchObject({
      skipReason: "mapping_unresolved",
    });
    const fromSet = policyOf(item, { ...other, assignments: [include("g2", { source: "policy_sets" })] });
    expect(planned([excluding], [fromSet], fields)[0]).toMatchObject({
      action: "update",
      changes: { settings: true, assignments: false },
    });
  });

  test("an included group that was left out keeps nothing else of the policy from being written", () => {
    const fields = { dependencies: rowsFor([item], "group/g1") };
    expect(planned([item], [policyOf(item, other)], fields)[0]).toMatchObject({
      action: "update",
      intended: { assignments: [] },
    });
  });

  test("scope tags alone that differ are written", () => {
    expect(planned([item], [policyOf(item, { scopeTagIds: ["1"] })])[0]).toMatchObject({
      action: "update",
      untouched: { scope_tags: null },
      changes: { settings: false, assignments: false, scope_tags: true },
    });
  });
});

describe("BY-5 what a plan changes is named as the target names it", () => {
  const wanted = backupItem({
    payload: { port: 80 },
    assignments: [{ ...include("G1"), filter: { id: "F1", mode: "include" } }],
    scopeTagIds: ["7"],
  });
  const [group, filter, tag] = ["group/g1", "assignment_filter/f1", "scope_tag/7"];
  const held = directory({
    groups: [{ id: "t1", name: "Finance" }],
    assignmentFilters: [{ id: "F1", name: "Corporate" }],
    scopeTags: [{ id: "9", name: "Berlin" }],
  });
  const mappings = {
    [group]: { decision: "map", targetId: "t1" },
    [tag]: { decision: "map", targetId: "9" },
  } as const;
  const today = policyOf(wanted, { assignments: [], scopeTagIds: [] });
  const rows = dependencies([wanted], held, mappings);
  const changesWith = (fields: Partial<PlanInputs>) =>
    planRestore({
      items: [wanted],
      policies: [today],
      limits: [],
      dependencies: rows,
      restoreMode: "create_missing",
      ...fields,
    })[0]?.diff.changes.map(({ after }) => sideInWords(after));

  test("by what each reference was resolved to, where the directory is not at hand", () => {
    expect(rows.map(({ key, resolution }) => [key, resolution.state])).toEqual([
      [group, "mapped"],
      [filter, "same_id"],
      [tag, "mapped"],
    ]);
    const [assigned, tagged] = changesWith({}) ?? [];
    expect(assigned).toContain("Finance");
    expect(assigned).toContain("Corporate");
    expect(tagged).toContain("Berlin");
  });

  test("by the directory, where it says another name", () => {
    const renamed = directory({
      groups: [{ id: "T1", name: "Controlling" }],
      assignmentFilters: [{ id: "f1", name: "Company owned" }],
      scopeTags: [{ id: "9", name: "Hamburg" }],
    });
    const [assigned, tagged] = changesWith({ directory: renamed }) ?? [];
    expect(assigned).toContain("Controlling");
    expect(assigned).toContain("Company owned");
    expect(tagged).toContain("Hamburg");
  });
});

describe("BY-3 what was not captured is not stripped from the target", () => {
  const uncaptured = backupItem({ assignments: null, scopeTagIds: null, payload: { port: 80 } });

  test("the target's assignments and scope tags stay, and only the settings are restored", () => {
    const [planned] = plan([uncaptured], [policyOf(uncaptured, { payload: { port: 443 }, assignments: [allDevices] })]);
    expect(planned).toMatchObject({
      action: "update",
      intended: { assignments: null, scopeTagIds: null },
      untouched: { assignments: "not_captured", scope_tags: "not_captured" },
      changes: { settings: true, assignments: false, scope_tags: false },
    });
  });

  test("captured and none is another thing: the target's assignments go", () => {
    const none = { ...uncaptured, assignments: [] };
    const [planned] = plan([none], [policyOf(none, { assignments: [allDevices] })]);
    expect(planned).toMatchObject({ intended: { assignments: [] }, changes: { assignments: true } });
  });

  test.each([
    ["the backup", [include("g1", { source: "policy_sets" }), include("g2")], [], "from_policy_set"],
    ["the target", [include("g2")], [include("g1", { source: "policy_sets" })], "policy_set_in_target"],
  ] as const)(
    "assignments from a policy set in %s are neither written directly nor taken away",
    (_, before, now, cause) => {
      const set = { ...uncaptured, assignments: before };
      const [planned] = plan([set], [policyOf(set, { payload: { port: 443 }, assignments: now })]);
      expect(planned).toMatchObject({
        action: "update",
        intended: { assignments: null },
        untouched: { assignments: cause },
        changes: { assignments: false },
      });
    },
  );
});

describe("BY-10 blast radius", () => {
  const written = (name: string, fields: Parameters<typeof backupItem>[0]) =>
    backupItem({ name, payload: { port: 1 }, ...fields });
  const differing = (each: ReturnType<typeof backupItem>, fields: Parameters<typeof policyOf>[1] = {}) =>
    policyOf(each, { payload: { port: 2 }, ...fields });
  const radius = (items: Items, policies: Policies) => previewOf(plan(items, policies)).summary.blastRadius;

  test("groups are counted once, everyone apart", () => {
    const a = written("A", { assignments: [include("g1"), exclude("g2"), allUsers] });
    const b = written("B", { assignments: [include("G1"), allUsers, allDevices] });
    expect(radius([a, b], [differing(a), differing(b)])).toEqual({
      policiesWritten: 2,
      includeGroups: 1,
      excludeGroups: 1,
      policiesForAllUsers: 2,
      policiesForAllDevices: 1,
    });
  });

  test("assignments that stay in the target count as much as restored ones", () => {
    const a = written("A", { assignments: null });
    expect(radius([a], [differing(a, { assignments: [allDevices] })])).toMatchObject({ policiesForAllDevices: 1 });
  });

  test("one policy whose reach the target does not tell makes every reach unknown, never zero", () => {
    const a = written("A", { assignments: [allUsers] });
    const b = written("B", { assignments: null });
    expect(radius([a, b], [differing(a), differing(b, { assignments: null })])).toEqual({
      policiesWritten: 2,
      includeGroups: null,
      excludeGroups: null,
      policiesForAllUsers: null,
      policiesForAllDevices: null,
    });
  });

  test("a foundation is assigned to nobody, also where the target tells no assignments of it", () => {
    const filter = written("Corporate", { type: "assignment_filter", assignments: null });
    expect(radius([filter], [differing(filter)])).toMatchObject({ policiesWritten: 1, policiesForAllUsers: 0 });
  });

  test("policies that are not written reach nobody through this restore", () => {
    const same = written("Same", { assignments: null });
    const skipped = written("Skipped", { type: "conditional_access", assignments: [allUsers] });
    expect(radius([same, skipped], [policyOf(same, { assignments: null })])).toMatchObject({
      policiesWritten: 0,
      policiesForAllUsers: 0,
    });
  });

  test("a created policy without captured assignments reaches nobody", () => {
    expect(radius([written("New", { assignments: null })], [])).toMatchObject({ policiesWritten: 1, includeGroups: 0 });
  });
});

describe("RW-8 preview rows", () => {
  test("a row carries the policy it was compared with, so that execution can refuse another one", () => {
    const [row] = previewOf(plan([item], [changed])).items;
    expect(row).toMatchObject({ itemId: item.id, action: "update", targetId: changed.id, assignmentsCaptured: true });
    expect(row?.targetFingerprint).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(row?.changes.map(inWords)).toEqual([["changes", "Port", "443", "80"]]);
  });

  test("the target's own groups are named where the directory names them", () => {
    const [row] = previewOf(plan([item], [policyOf(item, { assignments: [include("g1"), exclude("g2")] })])).items;
    expect(row?.changes.map(inWords)).toEqual([["widens", "Assignments", "Exclude group Kiosks", null]]);
  });
});

describe("RW-8 each phase of a plan follows from its own differences", () => {
  const before = backupItem({
    assignments: [include("g1")],
    scopeTagIds: ["0"],
    payload: { name: "Firewall", port: 80 },
  });
  const phases = (fields: Parameters<typeof policyOf>[1]) => plan([before], [policyOf(before, fields)])[0]?.changes;

  test("settings, assignments and scope tags alone", () => {
    expect(phases({ payload: { name: "Firewall", port: 81 } })).toEqual({
      settings: true,
      assignments: false,
      scope_tags: false,
    });
    expect(phases({ assignments: [] })).toEqual({ settings: false, assignments: true, scope_tags: false });
    expect(phases({ scopeTagIds: ["0", "7"] })).toEqual({ settings: false, assignments: false, scope_tags: true });
  });

  test("a policy that is created has its settings written, however few they are", () => {
    const bare = backupItem({ payload: {}, assignments: [], scopeTagIds: [] });
    const [planned] = plan([bare], []);
    expect(planned).toMatchObject({ action: "create", changes: { settings: true, assignments: false } });
  });

  test("what is skipped changes nothing and intends nothing", () => {
    const [planned] = plan([backupItem({ capture: "metadata_only", payload: null })], []);
    expect(planned).toMatchObject({
      action: "skip",
      skipReason: "metadata_only",
      intended: { name: null, payload: null, assignments: null, scopeTagIds: null },
      changes: { settings: false, assignments: false, scope_tags: false },
    });
  });
});

describe("RW-6 what is only compared", () => {
  const compareOnly = backupItem({
    type: "conditional_access",
    platform: null,
    payload: { displayName: "A", state: "on" },
  });

  test("is compared where the target has it", () => {
    const [planned] = plan([compareOnly], [policyOf(compareOnly, { payload: { displayName: "A", state: "off" } })]);
    expect([planned?.action, planned?.skipReason]).toEqual(["skip", "preview_only"]);
    expect(planned?.diff.countByPhase.settings).toBeGreaterThan(0);
  });

  test("is not compared with nothing where the target lacks it", () => {
    const [planned] = plan([compareOnly], []);
    expect(planned?.skipReason).toBe("preview_only");
    expect(planned?.diff.changes).toEqual([]);
  });

  test("and an item of which nothing was captured is compared with nothing, also where the target has it", () => {
    const listed = backupItem({ capture: "metadata_only", payload: null });
    const [planned] = plan([listed], [policyOf(listed, { payload: { name: "Firewall", port: 1 } })]);
    expect(planned?.diff.changes).toEqual([]);
  });
});

describe("BY-5 names in a plan", () => {
  const assigned = backupItem({ assignments: [include("g1")] });
  const said = (planned: ReturnType<typeof plan>) =>
    JSON.stringify(planned.flatMap(({ diff }) => diff.changes.map(inWords)));
  const inputs = (target: ReturnType<typeof directory>, mappings = {}) => ({
    items: [assigned],
    policies: [policyOf(assigned, { assignments: [] })],
    limits: [],
    dependencies: dependencies([assigned], target, mappings),
    restoreMode: "create_missing" as const,
  });

  test("of what a reference was found or mapped to are known without the directory", () => {
    const same = directory({ groups: [{ id: "G1", name: "Finance" }] });
    expect(said(planRestore(inputs(same)))).toContain("Finance");
    const other = directory({ groups: [{ id: "T9", name: "Treasury" }] });
    const mapped = inputs(other, { "group/g1": { decision: "map", targetId: "T9" } });
    expect(said(planRestore(mapped))).toContain("Treasury");
  });

  test("of what the target alone refers to come from its directory", () => {
    const target = directory({
      groups: [
        { id: "G1", name: "Finance" },
        { id: "G7", name: "Interns" },
      ],
    });
    const policies = [policyOf(assigned, { assignments: [include("g7")] })];
    expect(said(planRestore({ ...inputs(target), policies, directory: target }))).toContain("Interns");
  });
});
