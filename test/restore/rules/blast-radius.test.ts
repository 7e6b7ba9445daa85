import { describe, expect, test } from "vitest";
import type { Assignment, BackupItem } from "../../../src/restore/run/items.js";
import { blastRadius } from "../../../src/restore/rules/blast-radius.js";
import { allDevices, allUsers, backupItem, dependencies, directory, exclude, include, policyOf } from "./support.js";
import { planRestore } from "./whole-scope.js";

const groups = ["g1", "g2", "x1", "x2"].map((id) => ({ id, name: id }));

/** The reach of items as they would be restored; `today` is what the target tells of their assignments, undefined where it lacks them. */
function reach(...items: readonly (readonly [Partial<BackupItem>, (readonly Assignment[] | null)?])[]) {
  const all = items.map(([fields], index) => backupItem({ name: `P${index}`, payload: { port: 1 }, ...fields }));
  const policies = all.flatMap((item, index) => {
    const today = items[index]?.[1];
    return today === undefined ? [] : [policyOf(item, { payload: { port: 2 }, assignments: today })];
  });
  return blastRadius(
    planRestore({
      items: all,
      policies,
      limits: [],
      dependencies: dependencies(all, directory({ groups })),
      restoreMode: "create_missing",
    }),
  );
}

const nobody = {
  policiesWritten: 0,
  includeGroups: 0,
  excludeGroups: 0,
  policiesForAllUsers: 0,
  policiesForAllDevices: 0,
};

describe("BY-10 whom and what a restore reaches", () => {
  test("nothing that is written reaches nobody", () => {
    expect(reach()).toEqual(nobody);
    expect(reach([{ type: "unknown", assignments: [allUsers] }, [allUsers]])).toEqual(nobody);
  });

  test("groups are counted once, however many policies and spellings name them, and apart by what is done with them", () => {
    expect(
      reach(
        [{ assignments: [include("g1"), exclude("x1")] }, []],
        [{ assignments: [include("G1"), include("g2"), exclude("X1")] }],
      ),
    ).toEqual({ ...nobody, policiesWritten: 2, includeGroups: 2, excludeGroups: 1 });
  });

  test("everyone is counted by policy, and apart for users and devices", () => {
    expect(
      reach(
        [{ assignments: [allUsers, allDevices] }, []],
        [{ assignments: [allUsers] }, []],
        [{ assignments: [include("adadadad-808e-44e2-905a-0b7873a8a531")] }, []],
        [{ assignments: [include("g1")] }, []],
      ),
    ).toEqual({ ...nobody, policiesWritten: 4, includeGroups: 1, policiesForAllUsers: 2, policiesForAllDevices: 2 });
  });

  test("assignments that stay untouched are those that the target has", () => {
    expect(reach([{ assignments: null }, [allUsers, include("g2")]])).toEqual({
      ...nobody,
      policiesWritten: 1,
      includeGroups: 1,
      policiesForAllUsers: 1,
    });
  });

  test("a policy that would be created without assignments reaches nobody", () => {
    expect(reach([{ assignments: null }])).toEqual({ ...nobody, policiesWritten: 1 });
  });

  test("where the target does not tell one policy's assignments, every count of them is unknown, never zero", () => {
    expect(reach([{ assignments: [allUsers] }, []], [{ assignments: null }, null])).toEqual({
      policiesWritten: 2,
      includeGroups: null,
      excludeGroups: null,
      policiesForAllUsers: null,
      policiesForAllDevices: null,
    });
  });
});
