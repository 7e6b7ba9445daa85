import { describe, expect, test } from "vitest";
import { effectiveTarget, groupReferences } from "../../../src/restore/rules/assignments.js";
import { include } from "./support.js";

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
