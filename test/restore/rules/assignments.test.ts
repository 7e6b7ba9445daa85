import { describe, expect, test } from "vitest";
import type { Assignment } from "../../../src/restore/run/items.js";
import {
  assignmentKey,
  assignmentsUntouched,
  effectiveTarget,
  groupReferences,
  targetKey,
} from "../../../src/restore/rules/assignments.js";
import { allDevices, allUsers, exclude, include } from "./support.js";

describe("BY-3 who an assignment reaches", () => {
  test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
    "a group with the id %s is a group like any other, to be mapped by the operator",
    (groupId) => {
      const assignment = include(groupId);
      expect(effectiveTarget(assignment.target)).toBe(assignment.target);
      expect(groupReferences([assignment])).toEqual([assignment.target]);
    },
  );

  test("everyone spelled as a group is everyone, however the id is spelled", () => {
    const { target } = include("ADADADAD-808E-44E2-905A-0B7873A8A531");
    expect(effectiveTarget(target)).toEqual({ kind: "all_devices" });
  });
});

describe("BY-3 whose assignments stay as they are", () => {
  const set = include("g1", { source: "policy_sets" });
  const odd = include("g1", { source: "policySetsOfTomorrow" as Assignment["source"] });

  test.each<[string, readonly Assignment[] | null, readonly Assignment[] | null, string | null]>([
    ["assignments that were not captured", null, [], "not_captured"],
    ["none, captured as none", [], [include("g1")], null],
    ["direct ones", [include("g1")], [include("g2")], null],
    ["direct ones over what the target does not tell", [include("g1")], null, null],
    ["one from a policy set", [include("g2"), set], [], "from_policy_set"],
    ["one whose origin nobody knows", [odd], [], "from_policy_set"],
    ["direct ones over one from a policy set", [include("g2")], [include("g3"), set], "policy_set_in_target"],
    ["direct ones over one whose origin nobody knows", [include("g2")], [odd], "policy_set_in_target"],
  ])("%s", (_, backup, target, cause) => {
    expect(assignmentsUntouched({ assignments: backup }, { assignments: target })).toBe(cause);
  });

  test("a policy that would be created has no assignments to keep", () => {
    expect(assignmentsUntouched({ assignments: [] }, null)).toBeNull();
  });
});

describe("BY-5 two assignments mean the same", () => {
  const filtered = (id: string, mode: "include" | "exclude") => include("g1", { filter: { id, mode } });

  test.each([
    ["however ids are spelled", include("G1"), include("g1"), true],
    ["wherever they came from", include("g1", { source: "policy_sets" }), include("g1"), true],
    ["however filters are spelled", filtered("F1", "include"), filtered("f1", "include"), true],
    ["everyone, spelled as a group", include("acacacac-9df4-4c7d-9d50-4ef0226f57a9"), allUsers, true],
    ["not where one excludes", include("g1"), exclude("g1"), false],
    ["not with another filter", filtered("f1", "include"), filtered("f2", "include"), false],
    ["not with a filter the other way round", filtered("f1", "include"), filtered("f1", "exclude"), false],
    ["not where one has no filter", filtered("f1", "include"), include("g1"), false],
    ["not everyone of another kind", allUsers, allDevices, false],
  ])("%s", (_, one, other, same) => {
    expect(assignmentKey(one) === assignmentKey(other)).toBe(same);
  });

  test("a filter does not change whom an assignment is aimed at", () => {
    expect(targetKey(filtered("f1", "include").target)).toBe(targetKey(include("G1").target));
    expect(targetKey(allUsers.target)).toBe("all_users");
    expect(targetKey(exclude("G1").target)).toBe("exclude_group/g1");
  });

  test("everyone spelled as an excluded group is no everyone that is reached", () => {
    const { target } = exclude("adadadad-808e-44e2-905a-0b7873a8a531");
    expect(effectiveTarget(target)).toBe(target);
    expect(groupReferences([allUsers, { target, filter: null, source: "direct" }])).toEqual([target]);
  });
});
