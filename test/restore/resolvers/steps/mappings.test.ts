import { expect, test } from "vitest";
import { resolveMappings } from "../../../../src/restore/resolvers/steps/mappings.js";
import type { TargetDirectory } from "../../../../src/restore/run/target.js";
import { mappingRequired, scenarioContext, scoped, sourceSelected } from "../../../../src/testing/scenarios/index.js";

const directory: TargetDirectory = {
  version: "1",
  readAt: "2026-11-20T16:31:00Z",
  groups: [{ id: "field-kiosks-2", name: "Field kiosks" }],
  assignmentFilters: [],
  scopeTags: [],
  limits: [],
};

test("nothing is chosen for the operator, not even a group of the same name", () => {
  const { rows } = resolveMappings(mappingRequired, directory, scenarioContext);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ source: "Field kiosks", word: "Required", chosenId: null });
});

test("progress counts references that are resolved, by id or by decision (PF-10)", () => {
  expect(resolveMappings(mappingRequired, directory, scenarioContext).progress).toBe("1 of 2 resolved");
  expect(resolveMappings(scoped, directory, scenarioContext).progress).toBe("2 of 2 resolved");
});

test("a decided reference stays where it was and can be changed or undone", () => {
  const { rows } = resolveMappings(scoped, directory, scenarioContext);
  expect(rows[0]).toMatchObject({
    word: "Mapped",
    detail: "Mapped to Retail kiosks",
    changeLabel: "Change",
    undo: { label: "Undo this decision" },
  });
});

test("only a group that excludes nobody may be left out", () => {
  const [group] = mappingRequired.dependencies ?? [];
  if (group === undefined) throw new TypeError("The scenario has no dependency.");
  const skipOf = (change: object) =>
    resolveMappings({ ...mappingRequired, dependencies: [{ ...group, ...change }] }, directory, scenarioContext).rows[0]
      ?.skip;
  expect(skipOf({})).not.toBeNull();
  expect(skipOf({ excludes: true })).toBeNull();
  expect(skipOf({ kind: "assignment_filter" })).toBeNull();
  expect(skipOf({ kind: "scope_tag" })).toBeNull();
});

test("an empty directory is said to be the cache's, never the tenant's (PF-12)", () => {
  const { rows } = resolveMappings(mappingRequired, { ...directory, groups: [] }, scenarioContext);
  expect(rows[0]?.noChoices).toMatchObject({ heading: "Resolve target group mapping" });
  expect(rows[0]?.noChoices?.text).toMatch(
    /cached directory .* empty or stale.*says nothing about what the tenant has/,
  );
});

test("before a scope is applied, references are not said to be none", () => {
  expect(resolveMappings(sourceSelected, directory, scenarioContext).empty).toBe(
    "References are known once the scope is applied.",
  );
});
