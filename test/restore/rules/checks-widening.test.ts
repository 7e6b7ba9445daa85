import { describe, expect, test } from "vitest";
import type { Assignment } from "../../../src/restore/run/items.js";
import type { TargetPolicy } from "../../../src/restore/run/target.js";
import { runChecks } from "../../../src/restore/rules/checks.js";
import { allUsers, backupItem, dependencies, directory, exclude, include, policyOf } from "./support.js";

const target = directory({
  groups: [
    { id: "g1", name: "Finance" },
    { id: "x1", name: "Break glass" },
  ],
  assignmentFilters: [{ id: "f1", name: "Corporate" }],
});

function widening(
  backup: readonly Assignment[] | null,
  today: readonly Assignment[] | null,
  fields: Partial<TargetPolicy> = {},
) {
  const item = backupItem({ assignments: backup });
  const found = runChecks({
    items: [item],
    policies: [policyOf(item, { assignments: today, ...fields })],
    limits: [],
    backupCapturedAt: null,
    dependencies: dependencies([item], target),
    restoreMode: "create_missing",
    directory: target,
  });
  return found.filter(({ check }) => check === "widening").map(({ severity, reason }) => [severity, reason] as const);
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

  test("where nobody is reached afterwards, nothing widens", () => {
    expect(widening([], [allUsers, exclude("x1")])).toEqual([]);
    expect(widening([exclude("g1")], [allUsers, exclude("x1")])).toEqual([]);
  });

  test("assignments that stay as the target has them drop nothing", () => {
    expect(widening(null, [allUsers, exclude("x1")])).toEqual([]);
    expect(widening([include("g1", { source: "policy_sets" })], [allUsers, exclude("x1")])).toEqual([]);
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
  });
});
