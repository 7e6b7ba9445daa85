import { describe, expect, test } from "vitest";
import type { Assignment, BackupItem } from "../../../src/restore/run/items.js";
import type { TargetPolicy } from "../../../src/restore/run/target.js";
import { findingReference } from "../../../src/restore/run/decisions.js";
import { wideningFindings } from "../../../src/restore/rules/checks-widening.js";
import { allDevices, allUsers, backupItem, dependencies, directory, exclude, include, policyOf } from "./support.js";
import { runChecks } from "./whole-scope.js";

const target = directory({
  groups: [
    { id: "g1", name: "Finance" },
    { id: "x1", name: "Break glass" },
  ],
  assignmentFilters: [{ id: "f1", name: "Corporate" }],
});

function wideningsOf(
  backup: readonly Assignment[] | null,
  today: readonly Assignment[] | null,
  fields: Partial<TargetPolicy> = {},
  held = target,
) {
  const item = backupItem({ assignments: backup });
  const findings = runChecks({
    items: [item],
    policies: [policyOf(item, { assignments: today, ...fields })],
    limits: [],
    backupCapturedAt: null,
    dependencies: dependencies([item], held),
    restoreMode: "create_missing",
    directory: held,
  });
  return findings.filter(({ check }) => check === "widening");
}

/** Severity and what is told; the fingerprint of the whole tells a person nothing. */
function widening(...inputs: Parameters<typeof wideningsOf>) {
  return wideningsOf(...inputs).map(({ severity, reason }) => [severity, { ...reason, whole: undefined }] as const);
}

describe("BY-6 an exclusion that would be dropped", () => {
  test("a group that the target excludes today, and that the backup does not, blocks by its name", () => {
    expect(widening([allUsers], [allUsers, exclude("X1")])).toEqual([
      ["blocking", { code: "exclusions_dropped", groups: ["Break glass"], more: 0 }],
    ]);
  });

  test("an exclusion that turns into an inclusion is dropped too", () => {
    expect(widening([include("x1")], [allUsers, exclude("x1")])).toMatchObject([
      ["blocking", { code: "exclusions_dropped" }],
    ]);
  });

  test("one that stays, however its id is spelled, is none", () => {
    expect(widening([allUsers, exclude("x1")], [allUsers, exclude("X1")])).toEqual([]);
  });

  test("one that is narrowed by a filter is dropped for those whom the filter leaves out", () => {
    const corporate = { filter: { id: "f1", mode: "include" } } as const;
    const other = { filter: { id: "f1", mode: "exclude" } } as const;
    const dropped = [["blocking", { code: "exclusions_dropped", groups: ["Break glass"], more: 0 }]];
    expect(widening([allUsers, exclude("x1", corporate)], [allUsers, exclude("x1")])).toEqual(dropped);
    expect(widening([allUsers, exclude("x1", corporate)], [allUsers, exclude("x1", other)])).toEqual(dropped);
    expect(widening([allUsers, exclude("x1", corporate)], [allUsers, exclude("X1", corporate)])).toEqual([]);
    expect(widening([allUsers, exclude("x1")], [allUsers, exclude("x1", corporate)])).toEqual([]);
  });

  test("a group that the directory does not name is named as the target does, or by its id", () => {
    const named = { target: { kind: "exclude_group", groupId: "y1", groupName: "Kiosks" } } as const;
    expect(widening([allUsers], [allUsers, exclude("y1", named), exclude("y2")])).toMatchObject([
      ["blocking", { groups: ["Kiosks", "y2"] }],
    ]);
  });

  test("where nobody is reached afterwards, nothing widens", () => {
    expect(widening([], [allUsers, exclude("x1")])).toEqual([]);
    expect(widening([exclude("g1")], [allUsers, exclude("x1")])).toEqual([]);
  });

  test("assignments that stay as the target has them drop nothing", () => {
    expect(widening(null, [allUsers, exclude("x1")])).toEqual([]);
    expect(widening([include("g1", { source: "policy_sets" })], [allUsers, exclude("x1")])).toEqual([]);
    const fromSet = include("g1", { source: "policy_sets" });
    expect(widening([allUsers], [fromSet, exclude("x1")])).toEqual([]);
  });

  test("a policy without assignments of its own, or one that the target lacks, has none to drop", () => {
    const references = {
      assignments: [allUsers],
      scopeTagIds: null,
      skipped: ["group/x1"],
      unresolved: [],
      contradicting: [],
    };
    const rows = new Map(
      dependencies([backupItem({ assignments: [exclude("x1")] })], target).map((row) => [row.key, row]),
    );
    const of = (item: BackupItem, policy: TargetPolicy | null) =>
      wideningFindings(item, policy, references, rows, new Map()).map(({ reason }) => reason.code);
    const item = backupItem({ assignments: [allUsers] });
    expect(of(item, policyOf(item, { assignments: [exclude("x2")] }))).toEqual([
      "exclusions_left_out",
      "exclusions_dropped",
    ]);
    expect(of(item, policyOf(item, { assignments: null }))).toEqual([
      "exclusions_left_out",
      "assignments_in_target_not_told",
    ]);
    expect(of(item, null)).toEqual(["exclusions_left_out"]);
    const nothingLeftOut = { ...references, skipped: [] };
    expect(wideningFindings(item, policyOf(item), nothingLeftOut, rows, new Map())).toEqual([]);
    const tag = backupItem({ type: "scope_tag", assignments: [allUsers] });
    expect(of(tag, policyOf(tag, { assignments: [exclude("x2")] }))).toEqual([]);
  });

  test("while a reference waits for a decision, nothing is said of what would be dropped", () => {
    expect(widening([allUsers, include("unknown")], [allUsers, exclude("x1")])).toEqual([]);
  });

  test("what is left out of the backup and only includes is no exclusion left out", () => {
    const item = backupItem({ assignments: [allUsers, include("g2")] });
    const found = runChecks({
      items: [item],
      policies: [],
      limits: [],
      backupCapturedAt: null,
      dependencies: dependencies([item], target, { "group/g2": { decision: "skip" } }),
      restoreMode: "create_missing",
    });
    expect(found.filter(({ check }) => check === "widening")).toEqual([]);
  });

  test("where the target does not tell its assignments it is not evaluated, never safe", () => {
    expect(widening([allUsers], null)).toEqual([["not_evaluated", { code: "assignments_in_target_not_told" }]]);
    expect(widening([], null)).toEqual([]);
  });

  test("many of them make one bounded finding", () => {
    const today = [allUsers, ...Array.from({ length: 40 }, (_, index) => exclude(`x-${index}`))];
    expect(widening([allUsers], today)).toMatchObject([["blocking", { groups: { length: 5 }, more: 35 }]]);
  });

  test("an exclusion of the backup that a record says was left out blocks, although nobody may leave it out", () => {
    const item = backupItem({ assignments: [allUsers, exclude("x1")] });
    const rows = dependencies([item], target).map((row) =>
      row.key === "group/x1" ? { ...row, resolution: { state: "skipped" } as const } : row,
    );
    const found = runChecks({
      items: [item],
      policies: [],
      limits: [],
      backupCapturedAt: null,
      dependencies: rows,
      restoreMode: "create_missing",
    });
    expect(found).toContainEqual(
      expect.objectContaining({
        check: "widening",
        severity: "blocking",
        reason: expect.objectContaining({ code: "exclusions_left_out" }),
      }),
    );
  });
});

describe("BY-6 a filter that would be dropped", () => {
  const filtered = include("g1", { filter: { id: "f1", mode: "include" } });

  test("an assignment that loses its filter blocks, and names whom it reaches", () => {
    expect(widening([include("g1")], [filtered])).toEqual([
      ["blocking", { code: "filters_dropped", from: ["Finance"], more: 0 }],
    ]);
  });

  test("one that keeps its filter, or goes as a whole, does not", () => {
    expect(widening([filtered], [filtered])).toEqual([]);
    expect(widening([include("x1")], [filtered])).toEqual([]);
    expect(widening([include("g1")], [include("g1")])).toEqual([]);
    expect(widening([include("g1")], [filtered, include("g1")])).toEqual([]);
    expect(widening([include("g1")], [{ ...filtered, target: exclude("g1").target }, exclude("g1")])).toMatchObject([
      ["blocking", { code: "exclusions_dropped" }],
    ]);
  });

  test("a filter that gives way to another, or to its opposite, cannot be compared, and is not evaluated", () => {
    const expected = [["not_evaluated", { code: "filters_replaced", from: ["Finance"], more: 0 }]];
    expect(widening([filtered], [include("G1", { filter: { id: "f1", mode: "exclude" } })])).toEqual(expected);
    expect(widening([filtered], [include("g1", { filter: { id: "f2", mode: "include" } })])).toEqual(expected);
    expect(widening([filtered], [include("g1", { filter: { id: "F1", mode: "include" } })])).toEqual([]);
  });

  test.each([
    ["all users", allUsers],
    ["all devices", allDevices],
  ])("a filtered group that gives way to %s has lost its filter, unless they were reached before", (_, everyone) => {
    expect(widening([everyone], [filtered])).toMatchObject([
      ["blocking", { code: "filters_dropped", from: ["Finance"] }],
    ]);
    expect(widening([everyone], [everyone, filtered])).toEqual([]);
    expect(widening([{ ...everyone, filter: filtered.filter }], [filtered])).toEqual([]);
  });

  test("everyone whom a filter leaves out is named as everyone", () => {
    expect(widening([allUsers], [{ ...allUsers, filter: filtered.filter }])).toEqual([
      ["blocking", { code: "filters_dropped", everyone: ["all_users"], from: [], more: 0 }],
    ]);
    const devices = { ...allDevices, filter: filtered.filter };
    expect(widening([allDevices], [devices])).toEqual([
      ["blocking", { code: "filters_dropped", everyone: ["all_devices"], from: [], more: 0 }],
    ]);
    expect(widening([{ ...devices, filter: { id: "f1", mode: "exclude" } }], [devices])).toEqual([
      ["not_evaluated", { code: "filters_replaced", everyone: ["all_devices"], from: [], more: 0 }],
    ]);
  });

  test("everyone and a group that both lose their filter are both named", () => {
    expect(widening([allUsers, include("g1")], [{ ...allUsers, filter: filtered.filter }, filtered])).toEqual([
      ["blocking", { code: "filters_dropped", everyone: ["all_users"], from: ["Finance"], more: 0 }],
    ]);
  });

  test("a group that is called like everyone is a group", () => {
    const held = { ...target, groups: [{ id: "g1", name: "all_users" }] };
    expect(widening([include("g1")], [filtered], {}, held)).toEqual([
      ["blocking", { code: "filters_dropped", from: ["all_users"], more: 0 }],
    ]);
  });

  test("everyone is named before the first groups, and each that is not named is counted", () => {
    const groups = Array.from({ length: 5 }, (_, index) => include(`y${index}`, { filter: filtered.filter }));
    const today = [...groups, { ...allUsers, filter: filtered.filter }];
    expect(widening([allUsers, allDevices], today)).toMatchObject([
      ["blocking", { everyone: ["all_users"], from: { length: 4 }, more: 1 }],
    ]);
  });

  test("many of them make one bounded finding", () => {
    const today = Array.from({ length: 12 }, (_, index) => include(`y${index}`, { filter: filtered.filter }));
    expect(widening([allUsers], today)).toMatchObject([["blocking", { from: { length: 5 }, more: 7 }]]);
  });
});

describe("RW-20 what was accepted of a widening is accepted of nothing else", () => {
  const names = ["a", "b", "c", "d", "e"];
  const held = directory({ groups: [...names, "f", "g", "x2"].map((id) => ({ id, name: "Pilots" })) });
  const nameOf = (...today: readonly Assignment[]) =>
    wideningsOf([allUsers], today, {}, held).map((finding) => findingReference(finding).finding);
  const five = names.map((id) => exclude(id));

  test("of another exclusion beyond those that are named", () => {
    expect(nameOf(allUsers, ...five, exclude("f"))).not.toEqual(nameOf(allUsers, ...five, exclude("g")));
  });

  test("of another group with the same name", () => {
    expect(nameOf(allUsers, exclude("f"))).not.toEqual(nameOf(allUsers, exclude("g")));
    expect(nameOf(allUsers, exclude("f"))).toEqual(nameOf(exclude("F"), allUsers));
  });

  test("except in another order of the same", () => {
    expect(nameOf(allUsers, exclude("f"), exclude("g"))).toEqual(nameOf(exclude("g"), exclude("f"), allUsers));
  });

  test("of another filter on the same group", () => {
    const filtered = (id: string) => include("g", { filter: { id, mode: "include" } });
    expect(nameOf(filtered("f1"))).not.toEqual(nameOf(filtered("f2")));
  });
});
