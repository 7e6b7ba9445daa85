import { describe, expect, test } from "vitest";
import { backupQuality, carriesAssignments } from "../../../src/restore/rules/quality.js";
import { allDevices, backupItem, include } from "./support.js";

const finance = { id: "Group-Finance", name: "Finance laptops" };

describe("PF-6 quality of a backup", () => {
  test("items are counted by how much of them was captured", () => {
    const items = [
      backupItem({ name: "A" }),
      backupItem({ name: "B" }),
      backupItem({ name: "C", capture: "degraded" }),
      backupItem({ name: "D", capture: "metadata_only", payload: null }),
    ];
    expect(backupQuality(items, [])).toMatchObject({
      itemCount: 4,
      usableItems: 3,
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

describe("PF-6 what is wrong with assignments", () => {
  const filter = backupItem({ name: "Corporate", type: "assignment_filter", sourceId: "F1", assignments: null });
  const filtered = (id: string) => include("group-finance", { filter: { id, mode: "include" } });

  test.each([
    ["a filter of the backup, however its id is spelled", [filter], "f1", 0],
    ["a filter that the backup lacks", [filter], "f2", 1],
    ["a filter, where the backup holds none", [], "f1", 1],
    ["the id of an object that is no filter", [backupItem({ name: "Other", sourceId: "f1" })], "f1", 1],
  ])("%s", (_, others, id, issues) => {
    const items = [backupItem({ assignments: [filtered(id)] }), ...others];
    expect(backupQuality(items, [finance])).toMatchObject({ assignmentIssues: issues, orphanedAssignments: 0 });
  });

  test("a filter without an id of its own is the filter of nobody", () => {
    const unnamed = { ...filter, sourceId: null };
    expect(backupQuality([backupItem({ assignments: [filtered("null")] }), unnamed], [finance]).assignmentIssues).toBe(
      1,
    );
  });

  test("a group that the assignment itself names is no orphan, and shows that the export names groups", () => {
    const named = {
      target: { kind: "include_group", groupId: "g1", groupName: "Kiosks" },
      filter: null,
      source: "direct",
    } as const;
    expect(backupQuality([backupItem({ assignments: [named] })], [])).toMatchObject({
      orphanedAssignments: 0,
      assignmentIssues: 0,
    });
    expect(backupQuality([backupItem({ assignments: [named, include("g2")] })], [])).toMatchObject({
      orphanedAssignments: 1,
      assignmentIssues: 1,
    });
  });

  test("a policy with an orphan and one without assignments are two issues", () => {
    const items = [
      backupItem({ name: "A", assignments: [include("g2")] }),
      backupItem({ name: "B", assignments: null }),
    ];
    expect(backupQuality(items, [finance])).toMatchObject({ orphanedAssignments: 1, assignmentIssues: 2 });
    expect(backupQuality(items, [])).toMatchObject({ orphanedAssignments: null, assignmentIssues: null });
  });

  test.each([
    ["settings_catalog", true],
    ["conditional_access", false],
    ["scope_tag", false],
  ])("%s is assigned to somebody: %s", (type, carries) => {
    expect(carriesAssignments({ type })).toBe(carries);
  });
});
