import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../../src/safety/index.js";
import type { BackupItem } from "../../../src/restore/run/items.js";
import { backupContentHash, intendedFingerprint, targetFingerprint } from "../../../src/restore/rules/content.js";
import { diffContent } from "../../../src/restore/rules/diff.js";
import { cases } from "../../support/property.js";
import { allUsers, backupItem, policyOf } from "./support.js";

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

describe("BY-8 fingerprints and differences agree", () => {
  const payload = fc
    .dictionary(fc.constantFrom("a", "b", "settings", "id"), fc.jsonValue({ maxDepth: 4 }))
    .map((value) => value as JsonObject);
  const shuffled = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, member]) => [key, shuffled(member)]),
    );
  };

  test("equal content has no difference and one fingerprint, whatever the order of its fields", () => {
    fc.assert(
      fc.property(payload, (value) => {
        const [one, other] = [
          policyOf(item, { payload: value }),
          policyOf(item, { payload: shuffled(value) as JsonObject }),
        ];
        expect(diffContent(one, other).changes).toEqual([]);
        expect(targetFingerprint(one)).toBe(targetFingerprint(other));
      }),
      { numRuns: cases() },
    );
  });

  test("the diff is empty exactly where the fingerprints are equal", () => {
    fc.assert(
      fc.property(payload, payload, (left, right) => {
        const [one, other] = [policyOf(item, { payload: left }), policyOf(item, { payload: right })];
        const equal = targetFingerprint(one) === targetFingerprint(other);
        expect(diffContent(one, other).countByPhase.settings === 0).toBe(equal);
      }),
      { numRuns: cases() },
    );
  });

  test("a rename, an assignment and a scope tag each move the fingerprint; a timestamp does not", () => {
    const before = targetFingerprint(policyOf(item));
    expect(targetFingerprint(policyOf(item, { name: "Renamed" }))).not.toBe(before);
    expect(targetFingerprint(policyOf(item, { assignments: [allUsers] }))).not.toBe(before);
    expect(targetFingerprint(policyOf(item, { assignments: null }))).not.toBe(before);
    expect(targetFingerprint(policyOf(item, { scopeTagIds: [] }))).not.toBe(before);
    expect(targetFingerprint(policyOf(item, { modifiedAt: "2030-01-01T00:00:00Z" }))).toBe(before);
  });
});

describe("BY-8 what would be written is what was shown", () => {
  const named = (groupName: string, groupId = "g1") => {
    const target = { kind: "include_group", groupId, groupName } as const;
    const assignments = [{ target, filter: null, source: "direct" as const }];
    return intendedFingerprint({
      item: backupItem(),
      intended: { name: null, payload: { port: 80 }, assignments, scopeTagIds: null },
    });
  };

  test("a group that is renamed after the preview is still the group that the operator saw", () => {
    expect(named("Finance")).toBe(named("Finance laptops"));
  });

  test("another group of the same name is not", () => {
    expect(named("Finance")).not.toBe(named("Finance", "g2"));
  });
});
