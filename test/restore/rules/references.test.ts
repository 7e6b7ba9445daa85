import { describe, expect, test } from "vitest";
import {
  nameInReference,
  namedReference,
  referenceKeys,
  resolveReferences,
} from "../../../src/restore/rules/references.js";
import type { Dependency } from "../../../src/restore/run/scope.js";
import { allDevices, allUsers, backupItem, exclude, include } from "./support.js";

const filter = { id: "f1", mode: "include" } as const;

function row(key: string, targetId: string, targetName: string | null = null): Dependency {
  const [kind, sourceId] = key.split("/") as [Dependency["kind"], string];
  const resolution = { state: "mapped", targetId, targetName: targetName ?? targetId } as const;
  return { key, kind, sourceId, sourceName: null, usedBy: [], excludes: false, suggestion: null, resolution };
}

describe("BY-5 what an item refers to", () => {
  test("groups, filters and scope tags are named once each, and everyone is none of them", () => {
    const item = backupItem({
      assignments: [include("g1"), exclude("G1"), allUsers, { ...allDevices, filter }],
      scopeTagIds: ["7", "7"],
    });
    expect([...referenceKeys(item)]).toEqual(["group/g1", "assignment_filter/f1", "scope_tag/7"]);
    expect([...referenceKeys(backupItem({ assignments: [allUsers], scopeTagIds: [] }))]).toEqual([]);
  });
});

describe("BY-5 what an export tells by its name alone", () => {
  test.each(["Kiosks", "", "two\nlines", "name:0123456789ab:Kiosks"])("“%s” has an id that is no other's", (name) => {
    const id = namedReference(name);
    expect(id).toMatch(/^name:[0-9a-f]{12}:/);
    expect(id.endsWith(`:${name}`)).toBe(true);
    expect(nameInReference(id)).toBe(name);
    expect(nameInReference(`x${id}`)).toBeNull();
  });

  test("names that differ in case only are two, and an id of a group is no name", () => {
    expect(namedReference("Kiosks").slice(0, 17)).not.toBe(namedReference("kiosks").slice(0, 17));
    expect(nameInReference("3f2a1b00-0000-4000-8000-000000000001")).toBeNull();
  });
});

describe("BY-5 references as they would be written", () => {
  test("each stands for what it was mapped to, and what is written is the policy's own", () => {
    const item = backupItem({ assignments: [include("g1", { filter }), exclude("g2")], scopeTagIds: ["7"] });
    const rows = [
      row("group/g1", "t1", "Finance"),
      row("group/g2", "t2"),
      row("assignment_filter/f1", "tf"),
      row("scope_tag/7", "9"),
    ];
    expect(resolveReferences(item, rows)).toEqual({
      assignments: [
        {
          target: { kind: "include_group", groupId: "t1", groupName: "Finance" },
          filter: { id: "tf", mode: "include" },
          source: "direct",
        },
        { target: { kind: "exclude_group", groupId: "t2", groupName: "t2" }, filter: null, source: "direct" },
      ],
      scopeTagIds: ["9"],
      skipped: [],
      unresolved: [],
      contradicting: [],
    });
  });

  test("while one group would be included and excluded at once, nothing is written, and only groups are named for it", () => {
    const item = backupItem({ assignments: [include("g1", { filter }), exclude("g2")], scopeTagIds: ["7"] });
    const rows = [
      row("group/g1", "same"),
      row("group/g2", "SAME"),
      row("assignment_filter/f1", "same"),
      row("scope_tag/7", "same"),
    ];
    expect(resolveReferences(item, rows)).toEqual({
      assignments: null,
      scopeTagIds: null,
      skipped: [],
      unresolved: [],
      contradicting: ["group/g1", "group/g2"],
    });
  });
});
