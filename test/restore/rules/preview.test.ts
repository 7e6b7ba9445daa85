import { describe, expect, test } from "vitest";
import { targetFingerprint } from "../../../src/restore/rules/content.js";
import type { BackupItem } from "../../../src/restore/run/items.js";
import type { TargetPolicy } from "../../../src/restore/run/target.js";
import { allDevices, backupItem, dependencies, directory, include, policyOf } from "./support.js";
import { planRestore, previewOf } from "./whole-scope.js";

function preview(items: readonly BackupItem[], policies: readonly TargetPolicy[]) {
  const scopeTags = [
    { id: "0", name: "Default" },
    { id: "1", name: "Berlin" },
  ];
  const target = directory({ groups: [{ id: "g1", name: "Finance" }], scopeTags });
  return previewOf(
    planRestore({
      items,
      policies,
      limits: [],
      dependencies: dependencies(items, target),
      restoreMode: "create_missing",
    }),
  );
}

const item = (name: string, fields: Partial<BackupItem> = {}) => backupItem({ name, payload: { port: 80 }, ...fields });

describe("RW-8 what a preview counts", () => {
  test("policies, assignments and scope tags that would change are counted apart, each policy once in each", () => {
    const settings = item("Settings");
    const assigned = item("Assigned", { assignments: [include("g1")] });
    const assignedToo = item("Assigned too", { assignments: [] });
    const tagged = item("Tagged");
    const [same, alsoSame, sameAgain] = [item("Same"), item("Also same"), item("Same again")];
    const created = [item("New"), item("Newer"), item("Newest"), item("Newest of all")];
    const never = ["a", "b", "c", "d", "e"].map((name) => item(name, { type: "unknown" }));
    const all = [settings, assigned, assignedToo, tagged, same, alsoSame, sameAgain, ...created, ...never];
    const { summary } = preview(all, [
      policyOf(settings, { payload: { port: 443 } }),
      policyOf(assigned, { assignments: [] }),
      policyOf(assignedToo, { assignments: [allDevices] }),
      policyOf(tagged, { scopeTagIds: ["1"] }),
      ...[same, alsoSame, sameAgain].map((each) => policyOf(each)),
    ]);
    expect(summary).toMatchObject({
      itemsInScope: 16,
      policiesChanged: 4,
      policiesCreated: 4,
      assignmentsChanged: 2,
      scopeTagsChanged: 5,
      unchanged: 3,
      skipped: 5,
    });
  });
});

describe("RW-22 what a preview remembers of the target", () => {
  test("of a policy that the target has its id and what it held, and of one that it lacks neither", () => {
    const [held, lacking] = [item("Held"), item("Lacking")];
    const policy = policyOf(held, { payload: { port: 443 } });
    expect(preview([held, lacking], [policy]).items).toMatchObject([
      { name: "Held", action: "update", targetId: policy.id, targetFingerprint: targetFingerprint(policy) },
      { name: "Lacking", action: "create", targetId: null, targetFingerprint: null },
    ]);
  });
});

describe("BY-3 assignments that the backup does not tell", () => {
  test.each<[string, Partial<BackupItem>, boolean]>([
    ["told", { assignments: [include("g1")] }, true],
    ["told to be none", { assignments: [] }, true],
    ["not captured", { assignments: null }, false],
    ["not captured of a type that has none", { type: "scope_tag", assignments: null }, true],
    ["told of a type that has none", { type: "scope_tag", assignments: [] }, true],
  ])("assignments that are %s", (_, fields, captured) => {
    expect(preview([item("Policy", fields)], []).items).toMatchObject([{ assignmentsCaptured: captured }]);
  });
});
