import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DependencyResolution, MappingDecision } from "../../../src/restore/run/scope.js";
import type { TargetDirectory } from "../../../src/restore/run/target.js";
import { dependenciesOf } from "../../../src/restore/rules/mapping.js";
import { referenceKeys, resolveReferences } from "../../../src/restore/rules/references.js";
import { agree, cases } from "../../support/property.js";
import { allDevices, backupItem, dependencies, directory, exclude, include } from "./support.js";

const filtered = (mode: "include" | "exclude") => include("g1", { filter: { id: "f1", mode } });
const skip: MappingDecision = { decision: "skip" };

function resolutionOf(
  item: ReturnType<typeof backupItem>,
  key: string,
  target: Parameters<typeof dependencies>[1],
  decision?: MappingDecision,
): DependencyResolution | undefined {
  const rows = dependencies([item], target, decision === undefined ? {} : { [key]: decision });
  return rows.find((row) => row.key === key)?.resolution;
}

describe("BY-5 references are resolved by a person or by the same id", () => {
  const item = backupItem({ assignments: [include("G1")] });

  test("a group with the same id in the target needs no decision", () => {
    const target = directory({ groups: [{ id: "g1", name: "Finance" }] });
    expect(resolutionOf(item, "group/g1", target)).toEqual({ state: "same_id", targetId: "g1", targetName: "Finance" });
  });

  test("a group that the target lacks is unresolved", () => {
    expect(resolutionOf(item, "group/g1", directory())).toEqual({ state: "unresolved", cause: "not_in_target" });
  });

  test("the operator's decision counts where the target holds what it names", () => {
    const target = directory({ groups: [{ id: "g9", name: "Finance new" }] });
    expect(resolutionOf(item, "group/g1", target, { decision: "map", targetId: "g9" })).toEqual({
      state: "mapped",
      targetId: "g9",
      targetName: "Finance new",
    });
  });

  test("a mapping to a group that is gone is broken, not dropped", () => {
    const gone: MappingDecision = { decision: "map", targetId: "g9" };
    expect(resolutionOf(item, "group/g1", directory(), gone)).toEqual({ state: "unresolved", cause: "mapping_broken" });
  });

  test("a recorded decision stands where the same id turns up later", () => {
    const target = directory({
      groups: [
        { id: "g1", name: "A" },
        { id: "g9", name: "B" },
      ],
    });
    expect(resolutionOf(item, "group/g1", target, { decision: "map", targetId: "g9" })).toMatchObject({
      targetId: "g9",
    });
  });

  test("a decision that nobody knows resolves nothing, not even by the same id", () => {
    const there = directory({ groups: [{ id: "g1", name: "Finance" }] });
    expect(resolutionOf(item, "group/g1", there)).toMatchObject({ state: "same_id" });
    for (const unknown of [{ decision: "create" }, { decision: "replace", targetId: "g1" }] as never[]) {
      const found = resolutionOf(item, "group/g1", there, unknown);
      expect(found).toEqual({ state: "unresolved", cause: "mapping_broken" });
    }
  });

  test("nothing is resolved while the directory was not read", () => {
    expect(resolutionOf(item, "group/g1", null, skip)).toEqual({ state: "unresolved", cause: "directory_not_read" });
  });

  test("nothing is ever picked by its name, and where others have the name too the cause says so", () => {
    const names = fc.string({ minLength: 1 }).filter((name) => name.trim() !== "");
    fc.assert(
      fc.property(names, fc.array(names), fc.integer({ min: 0, max: 3 }), (name, suffixes, homonyms) => {
        const source = { id: "source-group", name };
        const strangers = suffixes.map((suffix, index) => ({ id: `other-${index}`, name: `${name} and ${suffix}` }));
        const namesakes = Array.from({ length: homonyms }, (_, index) => ({ id: `namesake-${index}`, name }));
        const target = directory({ groups: [...strangers, ...namesakes] });
        const rows = dependenciesOf(
          [backupItem({ assignments: [include(source.id)] })],
          target,
          {},
          {
            groups: [source],
            items: [],
          },
        );
        const row = rows.find(({ kind }) => kind === "group");
        agree(row?.sourceName ?? null, name);
        const cause = row?.resolution.state === "unresolved" ? row.resolution.cause : null;
        agree(cause, homonyms > 1 ? "several_of_its_name" : "not_in_target");
      }),
      { numRuns: cases() },
    );
  });

  test("a filter that is itself in scope counts only once the target holds it", () => {
    const filter = backupItem({ name: "Corporate", type: "assignment_filter", sourceId: "f1" });
    const row = dependencies([backupItem({ assignments: [filtered("include")] }), filter]).find(
      ({ kind }) => kind === "assignment_filter",
    );
    expect(row).toMatchObject({ sourceName: "Corporate", resolution: { state: "unresolved", cause: "not_in_target" } });
  });

  test("an item without its content asks for no decision, because nothing of it is written", () => {
    expect(dependencies([backupItem({ payload: null, assignments: [include("g1")] })])).toEqual([]);
  });

  test("a reference has the first name that anything tells of it, and the backup's own before that", () => {
    const told = (groupName: string | null) => ({
      ...include("g1"),
      target: { kind: "include_group" as const, groupId: "g1", groupName },
    });
    const own = backupItem({ assignments: [told(null), told("Finance"), told("Other")] });
    const nameOf = (groups: readonly { id: string; name: string }[]) =>
      dependenciesOf([own], directory(), {}, { groups, items: [] }).find(({ kind }) => kind === "group")?.sourceName;
    expect(nameOf([])).toBe("Finance");
    expect(nameOf([{ id: "G1", name: "Finance of the backup" }])).toBe("Finance of the backup");
  });

  test("only a filter or a scope tag names a filter or a scope tag, and only by its id", () => {
    const own = backupItem({ assignments: [filtered("include")], scopeTagIds: ["7"] });
    const others = [
      backupItem({ name: "A policy", sourceId: "7" }),
      backupItem({ name: "No id", type: "scope_tag", sourceId: null }),
      backupItem({ name: "Corporate", type: "assignment_filter", sourceId: "F1" }),
    ];
    const rows = dependenciesOf([own], directory(), {}, { groups: [], items: others });
    expect(rows.map(({ key, sourceName }) => [key, sourceName])).toEqual([
      ["group/g1", null],
      ["assignment_filter/f1", "Corporate"],
      ["scope_tag/7", null],
    ]);
  });

  test("what excludes is told for groups and filters, each by its own way", () => {
    const excludes = (mode: "include" | "exclude") =>
      dependencies([backupItem({ assignments: [filtered(mode)], scopeTagIds: ["7"] })]).map(({ excludes: own }) => own);
    expect(excludes("include")).toEqual([false, false, false]);
    expect(excludes("exclude")).toEqual([false, true, false]);
  });

  test("a reference is one row with every item that uses it", () => {
    const one = backupItem({ name: "One", assignments: [include("g1")] });
    const two = backupItem({ name: "Two", assignments: [exclude("g1")] });
    const row = dependencies([one, two]).find(({ key }) => key === "group/g1");
    expect(row).toMatchObject({ usedBy: [one.id, two.id], excludes: true });
  });

  test("one group spelled in two letter cases is one reference, and one decision", () => {
    const one = backupItem({ name: "One", assignments: [include("AB")] });
    const two = backupItem({ name: "Two", assignments: [include("ab")] });
    const target = directory({ groups: [{ id: "g9", name: "Finance" }] });
    const rows = dependencies([one, two], target, { "group/AB": { decision: "map", targetId: "G9" } });
    expect(rows.filter(({ kind }) => kind === "group")).toMatchObject([
      { key: "group/ab", usedBy: [one.id, two.id], resolution: { state: "mapped", targetId: "g9" } },
    ]);
    expect(resolveReferences(two, rows).unresolved).toEqual([]);
  });

  test.each([
    [
      "two targets",
      { "group/AB": { decision: "map", targetId: "t1" }, "group/ab": { decision: "map", targetId: "t2" } },
    ],
    ["a target and nothing", { "group/ab": { decision: "map", targetId: "t1" }, "group/Ab": skip }],
    [
      "nothing and a target, twice",
      { "group/Ab": skip, "group/ab": { decision: "map", targetId: "t1" }, "group/AB": skip },
    ],
  ] as const)("decisions that contradict each other do not count, and the last one does not win: %s", (_, mappings) => {
    const target = directory({
      groups: [
        { id: "ab", name: "Same id" },
        { id: "t1", name: "One" },
        { id: "t2", name: "Two" },
      ],
    });
    expect(dependencies([backupItem({ assignments: [include("ab")] })], target, mappings)[0]?.resolution).toEqual({
      state: "unresolved",
      cause: "decided_twice",
    });
  });

  test("one decision recorded twice is that decision", () => {
    const target = directory({ groups: [{ id: "t1", name: "One" }] });
    const mappings = {
      "group/AB": { decision: "map", targetId: "T1" },
      "group/ab": { decision: "map", targetId: "t1" },
    } as const;
    const rows = dependencies([backupItem({ assignments: [include("ab")] })], target, mappings);
    expect(rows[0]?.resolution).toMatchObject({ state: "mapped", targetId: "t1" });
    const left = dependencies([backupItem({ assignments: [include("ab")] })], target, {
      "group/AB": skip,
      "group/ab": skip,
    });
    expect(left[0]?.resolution).toEqual({ state: "skipped" });
  });

  test("items that are never written ask for no decision", () => {
    const preview = backupItem({ type: "conditional_access", assignments: [include("g1")], scopeTagIds: ["7"] });
    const set = backupItem({ assignments: [include("g2", { source: "policy_sets" })], scopeTagIds: null });
    expect(dependencies([preview, set])).toEqual([]);
  });

  test.each([
    ["an assignment filter is assigned to nobody", "assignment_filter", ["scope_tag/7"]],
    ["a scope tag is assigned to nobody, and has no tag itself", "scope_tag", []],
  ])("%s, so it asks for no decision about that", (_, type, keys) => {
    const foundation = backupItem({ type, assignments: [include("g1")], scopeTagIds: ["7"] });
    const rows = dependencies([foundation]);
    expect(rows.map(({ key }) => key)).toEqual(keys);
    expect(resolveReferences(foundation, rows)).toMatchObject({ assignments: null, unresolved: keys });
    expect([...referenceKeys(foundation)]).toEqual(keys);
  });

  test("everyone, spelled as a group, is not a reference", () => {
    const everyone = backupItem({ assignments: [include("ADADADAD-808e-44e2-905a-0b7873a8a531")], scopeTagIds: [] });
    const rows = dependencies([everyone]);
    expect(rows).toEqual([]);
    expect(resolveReferences(everyone, rows).assignments).toEqual([allDevices]);
  });
});

describe("BY-5 what has the same name is suggested, and never chosen", () => {
  const named = (id: string, groupName: string) =>
    backupItem({ assignments: [{ ...include(id), target: { kind: "include_group", groupId: id, groupName } }] });
  const rowOf = (groups: readonly { id: string; name: string }[], limits: TargetDirectory["limits"] = []) =>
    dependencies([named("g1", "Finance")], directory({ groups, limits })).find(({ kind }) => kind === "group");

  test("the one group of its name is a suggestion, and the reference stays unresolved", () => {
    expect(rowOf([{ id: "t1", name: "finance " }])).toMatchObject({
      suggestion: { targetId: "t1", targetName: "finance " },
      resolution: { state: "unresolved", cause: "not_in_target" },
    });
  });

  test("where none has the name nothing is suggested", () => {
    expect(rowOf([{ id: "t1", name: "Finance team" }])).toMatchObject({
      suggestion: null,
      resolution: { state: "unresolved", cause: "not_in_target" },
    });
  });

  test("where two have the name none is suggested, and the reason says so", () => {
    const two = [
      { id: "t1", name: "Finance" },
      { id: "t2", name: "FINANCE" },
    ];
    expect(rowOf(two)).toMatchObject({ suggestion: null, resolution: { cause: "several_of_its_name" } });
  });

  test("where the groups could not all be listed nothing is suggested, and nothing is said to be gone", () => {
    const limits = [{ of: "group", access: "read", cause: "permission_missing" }] as const;
    expect(rowOf([{ id: "t1", name: "Finance" }], limits)).toMatchObject({
      suggestion: null,
      resolution: { state: "unresolved", cause: "not_listed" },
    });
    const decided = dependencies([named("g1", "Finance")], directory({ limits }), {
      "group/g1": { decision: "map", targetId: "t9" },
    });
    expect(decided[0]?.resolution).toEqual({ state: "unresolved", cause: "not_listed" });
  });

  test("a blank name is nobody's: nothing is suggested by it, and no scope tag is the same by it", () => {
    const rows = dependencies([named("g1", " ")], directory({ groups: [{ id: "t1", name: "" }] }));
    expect(rows[0]).toMatchObject({ suggestion: null, resolution: { cause: "not_in_target" } });
    const tag = backupItem({ name: "", type: "scope_tag", sourceId: "7", scopeTagIds: null });
    const tagged = dependencies(
      [backupItem({ scopeTagIds: ["7"] }), tag],
      directory({ scopeTags: [{ id: "7", name: "" }] }),
    );
    expect(tagged[0]).toMatchObject({ resolution: { state: "unresolved", cause: "other_under_its_id" } });
  });

  test.each([
    ["group", "group/g1"],
    ["assignment_filter", "assignment_filter/f1"],
    ["scope_tag", "scope_tag/7"],
  ])("a limit on one kind says nothing of the others: %s", (of, key) => {
    const limits = [{ of, access: "read", cause: "throttled" }] as const;
    const rows = dependencies(
      [backupItem({ assignments: [filtered("include")], scopeTagIds: ["7"] })],
      directory({ limits }),
    );
    const unlisted = rows.filter(({ resolution }) => "cause" in resolution && resolution.cause === "not_listed");
    expect(unlisted.map((row) => row.key)).toEqual([key]);
  });

  test("a reference that is resolved needs no suggestion", () => {
    expect(rowOf([{ id: "g1", name: "Finance" }])).toMatchObject({
      suggestion: null,
      resolution: { state: "same_id" },
    });
  });
});

describe("BY-6 leaving something out never widens", () => {
  test("a group that only includes may be left out", () => {
    const item = backupItem({ assignments: [include("g1")] });
    expect(resolutionOf(item, "group/g1", directory(), skip)).toEqual({ state: "skipped" });
  });

  test.each([
    ["a group that excludes anywhere", backupItem({ assignments: [include("g1"), exclude("g1")] }), "group/g1"],
    ["a filter that includes", backupItem({ assignments: [filtered("include")] }), "assignment_filter/f1"],
    ["a filter that excludes", backupItem({ assignments: [filtered("exclude")] }), "assignment_filter/f1"],
    ["a scope tag", backupItem({ scopeTagIds: ["7"] }), "scope_tag/7"],
  ])("%s may not", (_, item, key) => {
    expect(resolutionOf(item, key, directory(), skip)).toEqual({ state: "unresolved", cause: "skip_not_allowed" });
  });

  test("the default tag is the same in every tenant, whether the directory was read or not", () => {
    const item = backupItem({ scopeTagIds: ["0"] });
    const expected = { state: "same_id", targetId: "0", targetName: null };
    expect(resolutionOf(item, "scope_tag/0", null)).toEqual(expected);
    expect(resolutionOf(item, "scope_tag/0", directory({ scopeTags: [] }))).toEqual(expected);
    const named = directory({ scopeTags: [{ id: "0", name: "Standard" }] });
    expect(resolutionOf(item, "scope_tag/0", named)).toEqual({ ...expected, targetName: "Standard" });
  });

  test("a group with the number of the default tag is a group", () => {
    const item = backupItem({ assignments: [include("0")] });
    expect(resolutionOf(item, "group/0", directory())).toEqual({ state: "unresolved", cause: "not_in_target" });
  });

  test("a scope tag with the same number and another name is another tag", () => {
    const tag = backupItem({ name: "Berlin", type: "scope_tag", sourceId: "7", scopeTagIds: null });
    const item = backupItem({ scopeTagIds: ["7"] });
    const resolve = (name: string) =>
      dependencies([item, tag], directory({ scopeTags: [{ id: "7", name }] }))[0]?.resolution;
    expect(resolve("Berlin")).toEqual({ state: "same_id", targetId: "7", targetName: "Berlin" });
    expect(resolve("Paris")).toEqual({ state: "unresolved", cause: "other_under_its_id" });
  });

  test("a scope tag that the target lists under two names is not known to be this one", () => {
    const tag = backupItem({ name: "Berlin", type: "scope_tag", sourceId: "7", scopeTagIds: null });
    const rows = dependencies(
      [backupItem({ scopeTagIds: ["7"] }), tag],
      directory({
        scopeTags: [
          { id: "7", name: "Berlin" },
          { id: "7", name: "Paris" },
        ],
      }),
    );
    expect(rows[0]?.resolution).toEqual({ state: "unresolved", cause: "other_under_its_id" });
  });

  test("an unresolved scope tag never falls back to the default tag", () => {
    const item = backupItem({ scopeTagIds: ["0", "7"] });
    expect(resolveReferences(item, dependencies([item]))).toMatchObject({
      scopeTagIds: null,
      unresolved: ["scope_tag/7"],
    });
  });
});

describe("BY-5 references as they would be written", () => {
  const item = backupItem({ assignments: [include("g1"), include("g2"), exclude("g3")], scopeTagIds: ["0"] });
  const target = directory({
    groups: [
      { id: "t1", name: "T1" },
      { id: "g3", name: "G3" },
    ],
  });

  test("mapped groups carry the target's id and name, and two that meet become one assignment", () => {
    const map: MappingDecision = { decision: "map", targetId: "t1" };
    const rows = dependencies([item], target, { "group/g1": map, "group/g2": map });
    expect(resolveReferences(item, rows).assignments).toEqual([
      { target: { kind: "include_group", groupId: "t1", groupName: "T1" }, filter: null, source: "direct" },
      { target: { kind: "exclude_group", groupId: "g3", groupName: "G3" }, filter: null, source: "direct" },
    ]);
  });

  test("what was left out is named", () => {
    const rows = dependencies([item], target, { "group/g1": skip, "group/g2": skip });
    const resolved = resolveReferences(item, rows);
    expect(resolved.skipped).toEqual(["group/g1", "group/g2"]);
    expect(resolved.assignments).toHaveLength(1);
  });

  test("an assignment never loses its filter, even where a record says that the filter was left out", () => {
    const assigned = backupItem({ assignments: [filtered("include")] });
    const rows = dependencies([assigned], directory({ groups: [{ id: "g1", name: "G1" }] })).map((row) =>
      row.kind === "assignment_filter" ? { ...row, resolution: { state: "skipped" } as const } : row,
    );
    expect(resolveReferences(assigned, rows)).toMatchObject({ assignments: [], unresolved: [] });
  });

  test("a reference that nobody looked at is unresolved, and nothing is written", () => {
    expect(resolveReferences(item, [])).toEqual({
      assignments: null,
      scopeTagIds: null,
      skipped: [],
      unresolved: ["group/g1", "group/g2", "group/g3", "scope_tag/0"],
      contradicting: [],
    });
  });

  test("assignments that were not captured stay not captured, never an empty list", () => {
    const uncaptured = backupItem({ assignments: null, scopeTagIds: null });
    expect(resolveReferences(uncaptured, [])).toMatchObject({ assignments: null, scopeTagIds: null, unresolved: [] });
  });
});
