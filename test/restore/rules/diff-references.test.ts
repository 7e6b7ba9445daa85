import { describe, expect, test } from "vitest";
import { diffContent, type IntendedContent } from "../../../src/restore/rules/diff.js";
import { allDevices, allUsers, backupItem, exclude, include, policyOf, sideInWords } from "./support.js";

const item = backupItem();

describe("BY-7 who is reached, in words", () => {
  const names = new Map([
    ["g1", "Finance"],
    ["f1", "Corporate"],
  ]);
  const reach = (before: Parameters<typeof policyOf>[1], after: Parameters<typeof diffContent>[1]["assignments"]) =>
    diffContent(
      policyOf(item, before),
      { name: null, payload: null, assignments: after, scopeTagIds: null },
      { names },
    ).changes.map((change) => [change.consequence, sideInWords(change.before), sideInWords(change.after)]);
  const onlyCorporate = { filter: { id: "f1", mode: "include" } } as const;

  test("reaching more people widens", () => {
    expect(reach({ assignments: [] }, [include("g1"), allDevices, allUsers])).toEqual([
      ["widens", null, "Include group Finance"],
      ["widens", null, "All devices"],
      ["widens", null, "All users"],
    ]);
  });

  test("an exclusion that goes away widens; one that comes takes protection from that group", () => {
    expect(reach({ assignments: [exclude("g1")] }, [])).toEqual([["widens", "Exclude group Finance", null]]);
    expect(reach({ assignments: [] }, [exclude("g1")])).toEqual([
      ["removes_protection", null, "Exclude group Finance"],
    ]);
  });

  test("a filter that goes away widens, and is one change", () => {
    expect(reach({ assignments: [include("g1", onlyCorporate)] }, [include("g1")])).toEqual([
      ["widens", "Include group Finance, only with filter Corporate", "Include group Finance"],
    ]);
  });

  test("one group under several filters loses none of them unseen", () => {
    const before = ["f1", "f2", "f3"].map((id) => include("g1", { filter: { id, mode: "include" } }));
    expect(reach({ assignments: before }, [include("g1")])).toHaveLength(3);
  });

  test("the order of assignments, the spelling of ids and known names carry no meaning", () => {
    const named = { target: { kind: "include_group", groupId: "G1", groupName: "Finance" } } as const;
    expect(reach({ assignments: [include("g1"), allUsers] }, [allUsers, include("g1", named)])).toEqual([]);
  });

  test("a group whose name nobody recorded is shown by its id", () => {
    expect(reach({ assignments: [] }, [include("g7")])).toEqual([["widens", null, "Include group with id g7"]]);
  });

  test("assignments that the target does not tell are unknown, never none", () => {
    expect(reach({ assignments: null }, [])).toEqual([["widens", "Not known", "None"]]);
  });

  test("assignments that are left alone are no difference", () => {
    expect(reach({ assignments: [allUsers] }, null)).toEqual([]);
  });

  test("putting an existing policy under the default tag widens who can see it", () => {
    const after = { name: null, payload: null, assignments: null, scopeTagIds: ["0"] };
    expect(diffContent(policyOf(item, { scopeTagIds: ["7"] }), after).changes).toMatchObject([
      { phase: "scope_tags", consequence: "widens", before: { kind: "absent" }, after: { kind: "default_scope_tag" } },
      {
        phase: "scope_tags",
        consequence: "changes",
        before: { kind: "reference", reference: { of: "scope_tag", id: { text: "7" }, name: null } },
      },
    ]);
  });
});

describe("RW-8 of which part a difference is", () => {
  const told = (
    before: Parameters<typeof policyOf>[1] | null,
    after: Partial<IntendedContent>,
    mappedToDefault?: boolean,
  ) =>
    diffContent(
      before === null ? null : policyOf(item, before),
      { name: null, payload: null, assignments: null, scopeTagIds: null, ...after },
      mappedToDefault === undefined ? {} : { mappedToDefault },
    ).changes.map(({ phase, consequence, path }) => [
      phase,
      consequence,
      ...path.map((part) => (part.kind === "part" ? part.part : part.kind)),
    ]);

  test.each<[string, Parameters<typeof policyOf>[1], Partial<IntendedContent>, readonly string[]]>([
    ["an assignment that comes", { assignments: [] }, { assignments: [allUsers] }, ["widens", "assignments"]],
    ["one that goes", { assignments: [allUsers] }, { assignments: [] }, ["removes_protection", "assignments"]],
    [
      "a filter that comes",
      { assignments: [include("g1")] },
      { assignments: [include("g1", { filter: { id: "f1", mode: "include" } })] },
      ["removes_protection", "assignments", "assignment_filter"],
    ],
    [
      "another source",
      { assignments: [include("g1")] },
      { assignments: [include("g1", { source: "policy_sets" })] },
      ["changes", "assignments", "assignment_source"],
    ],
    ["assignments that nobody read", { assignments: null }, { assignments: [] }, ["widens", "assignments"]],
  ])("%s", (_, before, after, expected) => {
    expect(told(before, after)).toEqual([["assignments", ...expected]]);
  });

  test.each<[string, Parameters<typeof policyOf>[1], Partial<IntendedContent>, readonly string[]]>([
    ["a scope tag that comes", { scopeTagIds: [] }, { scopeTagIds: ["7"] }, ["adds", "scope_tags"]],
    ["one that goes", { scopeTagIds: ["7"] }, { scopeTagIds: [] }, ["changes", "scope_tags"]],
    ["scope tags that nobody read", { scopeTagIds: null }, { scopeTagIds: [] }, ["widens", "scope_tags"]],
  ])("%s", (_, before, after, expected) => {
    expect(told(before, after)).toEqual([["scope_tags", ...expected]]);
  });

  test("a new policy under the default tag is as the backup had it, unless that tag stands there for another one", () => {
    expect(told(null, { scopeTagIds: ["0"] })).toEqual([["scope_tags", "adds", "scope_tags"]]);
    expect(told(null, { scopeTagIds: ["0"] }, true)).toEqual([["scope_tags", "widens", "scope_tags"]]);
  });
});
