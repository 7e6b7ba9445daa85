import { describe, expect, test } from "vitest";
import { backupQuality } from "../../../src/restore/rules/quality.js";
import { allDevices, backupItem, include } from "./support.js";

const finance = { id: "Group-Finance", name: "Finance laptops" };

describe("PF-6 quality of a backup", () => {
  test("items are counted by how much of them was captured", () => {
    const items = [
      backupItem({ name: "A" }),
      backupItem({ name: "B", capture: "degraded" }),
      backupItem({ name: "C", capture: "metadata_only", payload: null }),
    ];
    expect(backupQuality(items, [])).toMatchObject({
      itemCount: 3,
      usableItems: 2,
      degradedItems: 1,
      metadataOnlyItems: 1,
    });
  });

  test("an assignment to a group that the export does not know is orphaned, and its policy has an issue", () => {
    const items = [
      backupItem({ assignments: [include("group-finance"), include("group-gone"), include("group-lost")] }),
    ];
    expect(backupQuality(items, [finance])).toMatchObject({ orphanedAssignments: 2, assignmentIssues: 1 });
  });

  test("an export that names no group cannot tell which are orphaned, and says so instead of zero", () => {
    const items = [backupItem({ assignments: [include("group-finance")] })];
    expect(backupQuality(items, [])).toMatchObject({ orphanedAssignments: null, assignmentIssues: null });
  });

  test("an export that captured every assignment and refers to no group has no orphans", () => {
    const items = [backupItem({ assignments: [allDevices] })];
    expect(backupQuality(items, [])).toMatchObject({ orphanedAssignments: 0, assignmentIssues: 0 });
  });

  test("assignments that were not captured are an issue, and leave the orphans unknown", () => {
    const items = [backupItem({ name: "A", assignments: null }), backupItem({ name: "B", assignments: [] })];
    expect(backupQuality(items, [])).toMatchObject({ orphanedAssignments: null, assignmentIssues: 1 });
  });

  test("foundations and conditional access have no assignments to miss", () => {
    const items = [
      backupItem({ name: "Tag", type: "scope_tag", assignments: null }),
      backupItem({ name: "MFA", type: "conditional_access", assignments: null }),
    ];
    expect(backupQuality(items, [finance]).assignmentIssues).toBe(0);
  });

  test("the groups that stand for everyone are never orphaned", () => {
    const items = [backupItem({ assignments: [include("adadadad-808e-44e2-905a-0b7873a8a531")] })];
    expect(backupQuality(items, [finance]).orphanedAssignments).toBe(0);
  });
});
