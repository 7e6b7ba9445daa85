import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BackupItem } from "../../../src/restore/run/items.js";
import { backupContentHash, intendedFingerprint, targetFingerprint } from "../../../src/restore/rules/content.js";
import { diffContent } from "../../../src/restore/rules/diff.js";
import { payloadPairs, payloads, reversed } from "../../support/payloads.js";
import { agree, cases } from "../../support/property.js";
import type { PlannedItem } from "../../../src/restore/rules/plan.js";
import type { TargetPolicy } from "../../../src/restore/run/target.js";
import { allUsers, backupItem, choice, exclude, include, policyOf, simple } from "./support.js";

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
  test("equal content has no difference and one fingerprint, whatever the order of its fields", () => {
    fc.assert(
      fc.property(payloads, (payload) => {
        const [one, other] = [policyOf(item, { payload }), policyOf(item, { payload: reversed(payload) })];
        agree(diffContent(one, other).changes.length, 0);
        agree(targetFingerprint(one), targetFingerprint(other));
      }),
      { numRuns: cases() },
    );
  });

  test("a setting that passes what is no setting is no difference, and gives no other fingerprint", () => {
    const [setting, other] = [simple("x", 1), { definitionId: "y", value: "" }];
    const [one, two] = [
      [setting, other, other],
      [other, other, setting],
    ].map((settings) => policyOf(item, { payload: { settings } }));
    expect(diffContent(one!, two!).changes).toEqual([]);
    expect(targetFingerprint(one!)).toBe(targetFingerprint(two!));
  });

  test("the diff is empty exactly where the fingerprints are equal", () => {
    fc.assert(
      fc.property(payloadPairs, ([left, right]) => {
        const [one, other] = [policyOf(item, { payload: left }), policyOf(item, { payload: right })];
        const equal = targetFingerprint(one) === targetFingerprint(other);
        agree(diffContent(one, other).countByPhase.settings === 0, equal);
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

describe("SI-1 everything of an item counts", () => {
  const full = backupItem({
    payload: { a: 1 },
    assignments: [include("g1", { filter: { id: "f1", mode: "include" } })],
    problems: [{ code: "duplicate_id", detail: "Twice." }],
  });

  test.each<[string, Partial<BackupItem>]>([
    ["its id", { id: "other" }],
    ["the id in its tenant", { sourceId: "other" }],
    ["where it stands in the export", { path: "Other.json" }],
    ["its type", { type: "compliance_policy" }],
    ["its name", { name: "Other" }],
    ["its platform", { platform: "macos" }],
    ["a problem of its capture", { problems: [] }],
    ["another problem", { problems: [{ code: "type_unknown", detail: "Twice." }] }],
    ["what is said of a problem", { problems: [{ code: "duplicate_id", detail: "Thrice." }] }],
    ["its whole payload", { payload: null }],
    ["whom it is aimed at", { assignments: [include("g2", { filter: { id: "f1", mode: "include" } })] }],
    ["that a filter is gone", { assignments: [include("g1")] }],
    ["another filter", { assignments: [include("g1", { filter: { id: "f2", mode: "include" } })] }],
    ["a filter the other way round", { assignments: [include("g1", { filter: { id: "f1", mode: "exclude" } })] }],
    [
      "where an assignment came from",
      { assignments: [include("g1", { filter: { id: "f1", mode: "include" }, source: "policy_sets" })] },
    ],
    ["whether scope tags were captured", { scopeTagIds: null }],
  ])("%s", (_, change) => {
    expect(backupContentHash([{ ...full, ...change, id: change.id ?? full.id }])).not.toBe(backupContentHash([full]));
  });
});

describe("BY-8 what moves the fingerprint of a policy", () => {
  const policy = policyOf(item, { assignments: [include("g1"), exclude("g2")], scopeTagIds: ["1", "2"] });

  test.each<[string, Partial<TargetPolicy>]>([
    ["its id", { id: "other" }],
    ["its type", { type: "compliance_policy" }],
    ["its platform", { platform: "macos" }],
    ["its payload not being told", { payload: null }],
    ["nothing being set", { payload: {} }],
    ["an assignment fewer", { assignments: [include("g1")] }],
    ["an assignment from a policy set", { assignments: [include("g1", { source: "policy_sets" }), exclude("g2")] }],
    ["a scope tag fewer", { scopeTagIds: ["1"] }],
    ["scope tags not being told", { scopeTagIds: null }],
  ])("%s does", (_, change) => {
    expect(targetFingerprint({ ...policy, ...change })).not.toBe(targetFingerprint(policy));
  });

  test("an order of assignments or scope tags, and one that is told twice, do not", () => {
    const same = { assignments: [exclude("G2"), include("g1"), include("G1")], scopeTagIds: ["2", "1", "2"] };
    expect(targetFingerprint({ ...policy, ...same })).toBe(targetFingerprint(policy));
  });

  test("what is not told is not the same as what is told to be nothing", () => {
    expect(targetFingerprint({ ...policy, payload: null })).not.toBe(targetFingerprint({ ...policy, payload: {} }));
    expect(targetFingerprint({ ...policy, scopeTagIds: null })).not.toBe(
      targetFingerprint({ ...policy, scopeTagIds: [] }),
    );
    expect(targetFingerprint({ ...policy, assignments: null })).not.toBe(
      targetFingerprint({ ...policy, assignments: [] }),
    );
  });

  test("another choice moves it", () => {
    const [one, other] = ["1", "2"].map((option) => policyOf(item, { payload: { settings: [choice("x", option)] } }));
    expect(one && targetFingerprint(one)).not.toBe(other && targetFingerprint(other));
  });

  test("a choice is not the text that it is spelled with", () => {
    const chosen = policyOf(item, { payload: { settings: [choice("x", "1")] } });
    const spelled = policyOf(item, { payload: { settings: [simple("x", "x_1")] } });
    expect(targetFingerprint(chosen)).not.toBe(targetFingerprint(spelled));
  });
});

describe("BY-8 what moves the fingerprint of a write", () => {
  const write = (change: Partial<PlannedItem["intended"]> = {}, of: Partial<BackupItem> = {}) =>
    intendedFingerprint({
      item: backupItem(of),
      intended: {
        name: "N",
        payload: { port: 80 },
        assignments: [include("g1"), exclude("g2")],
        scopeTagIds: ["0"],
        ...change,
      },
    });

  test.each<[string, () => string]>([
    ["another payload", () => write({ payload: { port: 81 } })],
    ["another name", () => write({ name: "M" })],
    ["an assignment fewer", () => write({ assignments: [include("g1")] })],
    ["none instead of those of the target", () => write({ assignments: null })],
    ["other scope tags", () => write({ scopeTagIds: ["1"] })],
    ["an item of another type", () => write({}, { type: "compliance_policy" })],
    ["an item of another name", () => write({}, { name: "Other" })],
  ])("%s does", (_, other) => {
    expect(other()).not.toBe(write());
  });

  test("nobody to reach is not the same as whoever is reached already", () => {
    expect(write({ assignments: [] })).not.toBe(write({ assignments: null }));
  });

  test("the order of assignments does not", () => {
    expect(write({ assignments: [exclude("g2"), include("g1")] })).toBe(write());
  });
});
