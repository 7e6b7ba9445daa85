import { describe, expect, test } from "vitest";
import type { BackupItem } from "../../../src/restore/run/items.js";
import { backupContentHash } from "../../../src/restore/rules/content.js";
import { allUsers, backupItem } from "./support.js";

const item = backupItem({ payload: { a: 1, b: { c: 2, d: 3 } } });

describe("SI-1 the content of a backup", () => {
  test("the order in which a file spells its fields does not matter", () => {
    expect(backupContentHash([{ ...item, payload: { b: { d: 3, c: 2 }, a: 1 } }])).toBe(backupContentHash([item]));
  });

  test.each<[string, Partial<BackupItem>]>([
    ["a setting", { payload: { a: 2, b: { c: 2, d: 3 } } }],
    ["a timestamp", { modifiedAt: "2030-01-01T00:00:00Z" }],
    ["an assignment", { assignments: [allUsers] }],
    ["whether assignments were captured", { assignments: null }],
    ["a scope tag", { scopeTagIds: [] }],
    ["the quality of the capture", { capture: "degraded" }],
  ])("%s that changes makes another content", (_, change) => {
    expect(backupContentHash([{ ...item, ...change }])).not.toBe(backupContentHash([item]));
  });

  test("an item more, less or elsewhere makes another content", () => {
    const other = backupItem({ name: "Other" });
    const hashes = [[], [item], [item, other], [other, item]].map(backupContentHash);
    expect(new Set(hashes).size).toBe(4);
  });
});
