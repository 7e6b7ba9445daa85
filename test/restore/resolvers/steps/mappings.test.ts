import { describe, expect, test } from "vitest";
import { resolveMappings } from "../../../../src/restore/resolvers/steps/mappings.js";
import type { RestoreFacts } from "../../../../src/restore/run/facts.js";
import type { Dependency } from "../../../../src/restore/run/scope.js";
import type { TargetDirectory } from "../../../../src/restore/run/target.js";
import {
  mappingRequired,
  previewed,
  scenarioContext,
  scoped,
  sourceSelected,
  viewer,
  withRun,
} from "../../../../src/testing/scenarios/index.js";
import { plain } from "../../../support/plain.js";

/** The model as an operator reads it. */
const mappingsOf = (...given: Parameters<typeof resolveMappings>) => plain(resolveMappings(...given));

const directory: TargetDirectory = {
  version: "1",
  readAt: "2026-11-20T16:31:00Z",
  groups: [{ id: "field-kiosks-2", name: "Field kiosks" }],
  assignmentFilters: [],
  scopeTags: [],
  limits: [],
};

const [group] = mappingRequired.dependencies ?? [];
if (group === undefined) throw new TypeError("The scenario has no dependency.");

test("nothing is chosen for the operator, not even a group of the same name", () => {
  const { rows } = mappingsOf(mappingRequired, directory, scenarioContext);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ source: "Field kiosks", word: "Required", chosenId: null });
});

test("progress counts references that are resolved, by id or by decision (PF-10)", () => {
  expect(mappingsOf(mappingRequired, directory, scenarioContext).progress).toBe("1 of 2 resolved");
  expect(mappingsOf(scoped, directory, scenarioContext).progress).toBe("2 of 2 resolved");
});

test("a decided reference stays where it was and can be changed or undone", () => {
  const { rows } = mappingsOf(scoped, directory, scenarioContext);
  expect(rows[0]).toMatchObject({
    word: "Mapped",
    detail: "Mapped to Retail kiosks",
    changeLabel: "Change",
    undo: { label: "Undo this decision" },
  });
});

test("only a group that excludes nobody may be left out", () => {
  const skipOf = (change: object) =>
    mappingsOf({ ...mappingRequired, dependencies: [{ ...group, ...change }] }, directory, scenarioContext).rows[0]
      ?.skip;
  expect(skipOf({})).not.toBeNull();
  expect(skipOf({ excludes: true })).toBeNull();
  expect(skipOf({ kind: "assignment_filter" })).toBeNull();
  expect(skipOf({ kind: "scope_tag" })).toBeNull();
});

const full: TargetDirectory = {
  ...directory,
  assignmentFilters: [{ id: "f", name: "Corporate" }],
  scopeTags: [{ id: "t", name: "" }],
};
const rowsOf = (dependencies: RestoreFacts["dependencies"], held: TargetDirectory | null = full) =>
  mappingsOf({ ...mappingRequired, dependencies }, held, scenarioContext).rows;
const rowOf = (change: Partial<Dependency>, held: TargetDirectory | null = full) => {
  const [row] = rowsOf([{ ...group, ...change }], held);
  if (row === undefined) throw new TypeError("There is no row.");
  return row;
};

describe("BY-5 how a reference stands", () => {
  test.each<[Dependency["resolution"], string, string, string | null, string | null]>([
    [
      { state: "mapped", targetId: "x", targetName: "Retail kiosks" },
      "complete",
      "Mapped",
      "Mapped to Retail kiosks",
      "Change",
    ],
    [{ state: "skipped" }, "unavailable", "Left out", "No assignment to this group is written.", "Change"],
    [{ state: "unresolved", cause: "not_in_target" }, "blocked", "Required", null, null],
    [
      { state: "unresolved", cause: "mapping_broken" },
      "blocked",
      "Required",
      "The group it was mapped to is no longer in the target.",
      null,
    ],
    [{ state: "unresolved", cause: "skip_not_allowed" }, "blocked", "Required", "This group cannot be left out.", null],
    [
      { state: "unresolved", cause: "directory_not_read" },
      "blocked",
      "Required",
      "The target’s directory has not been read.",
      null,
    ],
    [
      { state: "unresolved", cause: "not_listed" },
      "blocked",
      "Required",
      "The target could not list all of this kind, so whether it has this one is not known.",
      null,
    ],
    [
      { state: "unresolved", cause: "other_under_its_id" },
      "blocked",
      "Required",
      "The target has another one under this number.",
      null,
    ],
    [
      { state: "unresolved", cause: "decided_twice" },
      "blocked",
      "Required",
      "Two recorded decisions about it contradict each other, so neither counts. Decide again.",
      null,
    ],
    [
      { state: "unresolved", cause: "several_of_its_name" },
      "blocked",
      "Required",
      "The target has more than one of this name, so none is suggested.",
      null,
    ],
  ])("%j", (resolution, literal, word, detail, changeLabel) => {
    expect(rowOf({ resolution })).toMatchObject({ key: group.key, literal, word, detail, changeLabel });
  });

  test("one that the target knows by its id waits behind a control, and can be decided too", () => {
    const model = mappingsOf(mappingRequired, full, scenarioContext);
    expect(model.same?.label).toBe("Show 1 reference found in the target by id");
    expect(model.same?.rows).toMatchObject([
      {
        source: "Pilot ring",
        literal: "complete",
        word: "Same in target",
        detail: "Pilot ring",
        changeLabel: "Change",
      },
    ]);
    expect(mappingsOf({ ...mappingRequired, dependencies: [group] }, full, scenarioContext).same).toBeNull();
  });

  test("one without a name goes by its id (BY-3)", () => {
    for (const sourceName of [null, ""])
      expect(rowOf({ sourceName }).source).toBe("Name not recorded, id field-kiosks");
  });

  test.each([
    [
      "group",
      "Group, used by 4 items",
      "Choose a target group",
      "Use this group",
      [["field-kiosks-2", "Field kiosks"]],
    ],
    [
      "assignment_filter",
      "Assignment filter, used by 4 items",
      "Choose a target assignment filter",
      "Use this assignment filter",
      [["f", "Corporate"]],
    ],
    [
      "scope_tag",
      "Scope tag, used by 4 items",
      "Choose a target scope tag",
      "Use this scope tag",
      [["t", "Name not recorded, id t"]],
    ],
  ] as const)(
    "a %s is chosen from what the directory holds of its kind",
    (kind, usage, choiceLabel, mapLabel, choices) => {
      const row = rowOf({ kind });
      expect([row.usage, row.choiceLabel, row.mapLabel, row.noChoices]).toEqual([usage, choiceLabel, mapLabel, null]);
      expect(row.choices.map(({ id, name }) => [id, name])).toEqual(choices);
    },
  );

  test("what was decided is the operator's own decision, and can be taken back", () => {
    const decided = (mappings: RestoreFacts["run"]["mappings"]) =>
      mappingsOf({ ...withRun(mappingRequired, { mappings }), dependencies: [group] }, full, scenarioContext).rows[0];
    expect(decided({ [group.key]: { decision: "map", targetId: "field-kiosks-2" } })).toMatchObject({
      chosenId: "field-kiosks-2",
      skip: { label: "Leave this group out" },
      undo: { label: "Undo this decision" },
    });
    expect(decided({ [group.key]: { decision: "skip" } })).toMatchObject({
      chosenId: null,
      skip: null,
      undo: { label: "Undo this decision" },
    });
    expect(decided({})).toMatchObject({ chosenId: null, undo: null });
    expect(rowOf({ key: "constructor" })).toMatchObject({ chosenId: null, undo: null });
  });
});

describe("PF-12 where there is nothing to choose from", () => {
  test.each([
    ["the directory was never read", null, /^The cached directory was never read\./],
    [
      "it holds none of the kind",
      { ...full, groups: [] },
      /^The cached directory holds no group; it is empty or stale\./,
    ],
  ] as const)("%s: the cache is named, never the tenant, and the sync is the way on", (_, held, text) => {
    const { noChoices } = rowOf({}, held);
    expect(noChoices?.text).toMatch(text);
    expect(noChoices).toMatchObject({
      heading: "Resolve target group mapping",
      action: { kind: "link", id: "open_sync:group", label: "Open group sync", href: "#safety_checks/run-checks" },
    });
  });

  test("who may not prepare the run is told why no sync is opened (SI-11)", () => {
    const { rows, control } = mappingsOf({ ...mappingRequired, operator: viewer }, null, scenarioContext);
    expect(rows[0]?.noChoices?.action).toMatchObject({
      kind: "blocked",
      label: "Open group sync",
      reason: expect.stringContaining("workspace administrator"),
    });
    expect(control.state).toBe("shut");
  });
});

describe("PF-10 the resolver as a whole", () => {
  const model = (facts: RestoreFacts) => mappingsOf(facts, full, scenarioContext);

  test("has one title and one explanation for every row", () => {
    const { title, explanation, empty, control } = model(mappingRequired);
    expect([title, empty, control]).toEqual(["Resolve target mappings", null, { state: "open" }]);
    expect(explanation).toMatch(/^Map each reference to what stands for it in the target\./);
  });

  test("without a reference, says which of three it is", () => {
    expect(model({ ...scoped, dependencies: [] })).toMatchObject({
      progress: null,
      rows: [],
      empty: "Nothing in scope refers to a group, an assignment filter or a scope tag.",
    });
    expect(model({ ...scoped, dependencies: null }).empty).toBe(
      "Which groups, filters and scope tags are needed could not be determined.",
    );
    expect(model(sourceSelected).empty).toBe("References are known once the scope is applied.");
  });

  test("tells what another mapping would undo, where there is anything to undo (BY-2)", () => {
    expect(model(previewed).undoes).toBe("Another mapping voids checks and preview.");
    expect(model(mappingRequired).undoes).toBeNull();
  });
});
