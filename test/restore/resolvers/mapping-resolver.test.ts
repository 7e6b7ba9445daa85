import { describe, expect, test } from "vitest";
import {
  mappedChange,
  mappingChange,
  opensSync,
  resolveMappingResolver,
} from "../../../src/restore/resolvers/mapping-resolver.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import type { Dependency } from "../../../src/restore/run/scope.js";
import type { DirectorySync, TargetDirectory } from "../../../src/restore/run/target.js";
import {
  mappingRequired,
  previewed,
  scenarioContext,
  scoped,
  sourceSelected,
  viewer,
  withRun,
} from "../../../src/testing/scenarios/index.js";
import { plain } from "../../support/plain.js";

/** The model as an operator reads it. */
const mappingsOf = (...given: Parameters<typeof resolveMappingResolver>) => {
  const { body } = plain(resolveMappingResolver(...given));
  if (body.state !== "mapping") throw new TypeError("There is nothing to map.");
  return body;
};

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
  expect(rows[0]).toMatchObject({ source: { external: "Field kiosks" }, word: "Required", state: "unresolved" });
  expect(rows[0]).not.toHaveProperty("target");
});

test("progress counts references that are resolved, by id or by decision (PF-10)", () => {
  expect(mappingsOf(mappingRequired, directory, scenarioContext).progress.text).toBe("1 of 2 resolved");
  expect(mappingsOf(scoped, directory, scenarioContext).progress).toEqual({
    resolved: 2,
    total: 2,
    text: "2 of 2 resolved",
  });
});

test("a decided reference stays where it was and can be changed or undone", () => {
  const { rows } = mappingsOf(scoped, directory, scenarioContext);
  expect(rows[0]).toMatchObject({
    word: "Mapped",
    target: { name: { external: "Retail kiosks" } },
    choose: { label: "Change" },
    undo: { label: "Undo this decision" },
  });
});

test("only a group that excludes nobody may be left out", () => {
  const skipOf = (change: object) =>
    mappingsOf({ ...mappingRequired, dependencies: [{ ...group, ...change }] }, directory, scenarioContext).rows[0]
      ?.skip?.state;
  expect(skipOf({})).toBe("possible");
  expect(skipOf({ excludes: true })).toBe("refused");
  expect(skipOf({ kind: "assignment_filter" })).toBe("refused");
  expect(skipOf({ kind: "scope_tag" })).toBe("refused");
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
  test.each<[Dependency["resolution"], object]>([
    [
      { state: "mapped", targetId: "x", targetName: "Retail kiosks" },
      { state: "mapped", word: "Mapped", target: { id: "x", name: { external: "Retail kiosks" } } },
    ],
    [
      { state: "skipped" },
      {
        state: "left_out",
        word: "Left out",
        consequence:
          "No assignment to this group is written. If a policy in the target is assigned to it today, restoring that policy removes the assignment.",
      },
    ],
    [
      { state: "unresolved", cause: "not_in_target" },
      { state: "unresolved", word: "Required", reason: null },
    ],
    ...(
      [
        ["mapping_broken", "The group it was mapped to is no longer in the target."],
        ["skip_not_allowed", "This group cannot be left out."],
        ["directory_not_read", "The target’s directory has not been read."],
        ["not_listed", "The target could not list all of this kind, so whether it has this one is not known."],
        ["other_under_its_id", "The target has another one under this number."],
        ["decided_twice", "Two recorded decisions about it contradict each other, so neither counts. Decide again."],
        ["several_of_its_name", "The target has more than one of this name, so none is suggested."],
      ] as const
    ).map(([cause, text]): [Dependency["resolution"], object] => [
      { state: "unresolved", cause },
      { state: "unresolved", word: "Required", reason: { text } },
    ]),
  ])("%j", (resolution, row) => {
    expect(rowOf({ resolution })).toMatchObject({ key: group.key, ...row });
  });

  test("what has no name in the target is the tag that every tenant has, and is called that (BY-6)", () => {
    const tag = {
      ...group,
      kind: "scope_tag",
      resolution: { state: "same_id", targetId: "0", targetName: null },
    } as const;
    const { same } = mappingsOf({ ...mappingRequired, dependencies: [tag] }, full, scenarioContext);
    expect(same?.rows[0]?.target).toEqual({ id: "0", name: { text: "Default" }, detail: null });
  });

  test("one that the target knows by its id waits behind a control, and can be decided too", () => {
    const { same } = mappingsOf(mappingRequired, full, scenarioContext);
    expect(same?.label).toBe("Show 1 reference found in the target by id");
    expect(same?.rows).toMatchObject([
      {
        source: { external: "Pilot ring" },
        state: "same",
        word: "Same in target",
        target: { name: { external: "Pilot ring" } },
        choose: { label: "Change" },
      },
    ]);
    expect(mappingsOf({ ...mappingRequired, dependencies: [group] }, full, scenarioContext).same).toBeNull();
  });

  test("one without a name goes by its id (BY-3)", () => {
    for (const sourceName of [null, ""])
      expect(rowOf({ sourceName }).source).toEqual({ text: "Name not recorded, id field-kiosks" });
  });

  test.each([
    [
      "group",
      "Group, used by 4 items",
      "Choose a target group",
      "Use this group",
      [{ id: "field-kiosks-2", name: { external: "Field kiosks" } }],
    ],
    [
      "assignment_filter",
      "Assignment filter, used by 4 items",
      "Choose a target assignment filter",
      "Use this assignment filter",
      [{ id: "f", name: { external: "Corporate" } }],
    ],
    [
      "scope_tag",
      "Scope tag, used by 4 items",
      "Choose a target scope tag",
      "Use this scope tag",
      [{ id: "t", name: { text: "Name not recorded, id t" } }],
    ],
  ] as const)("a %s is chosen from what the directory holds of its kind", (kind, usage, choose, useLabel, entries) => {
    const { rows, pickers } = mappingsOf(
      { ...mappingRequired, dependencies: [{ ...group, kind }] },
      full,
      scenarioContext,
    );
    expect(rows[0]).toMatchObject({ kind, usage, choose: { label: choose } });
    expect(pickers).toMatchObject([{ kind, state: "filled", useLabel, entries }]);
  });

  test("a suggestion among others that the directory holds is confirmed by an action of its own", () => {
    const suggestion = { targetId: "field-kiosks-2", targetName: "Field kiosks", basis: "name" } as never;
    const held = { ...full, groups: [{ id: "other", name: "Other" }, ...full.groups] };
    expect(rowOf({ suggestion }, held)).toMatchObject({
      suggestion: {
        target: { id: "field-kiosks-2" },
        confirm: { kind: "callback", id: `confirm:${group.key}`, label: "Confirm this suggestion" },
      },
    });
    expect(rowOf({ suggestion }, { ...full, groups: [{ id: "other", name: "Other" }] })).toMatchObject({
      suggestion: null,
    });
  });

  test("a picker says when its directory was read, or no time where none can be read", () => {
    const noteOf = (readAt: string) => {
      const [picker] = mappingsOf(mappingRequired, { ...full, readAt }, scenarioContext).pickers;
      return picker.state === "filled" ? picker.note : null;
    };
    expect(noteOf("2026-11-20T16:31:00Z")).toBe(
      "This is the directory as it was read 20 Nov 2026, 16:31 UTC. The tenant may hold more.",
    );
    expect(noteOf("then")).toBe("This is the cached directory. The tenant may hold more.");
  });

  test("groups of one name are told apart by their ids, and the others are not cluttered", () => {
    const groups = ["1", "2", "3"].map((id) => ({ id, name: id === "3" ? "Kiosks" : "Pilot" }));
    const { pickers } = mappingsOf(mappingRequired, { ...full, groups }, scenarioContext);
    const [groupPicker] = pickers.filter(({ kind }) => kind === "group");
    expect(groupPicker?.entries?.map(({ detail }) => detail)).toEqual(["Id 1", "Id 2", null]);
  });

  test("what was decided and does not hold can be taken back, and what was never decided cannot", () => {
    const undoOf = (key: string, mappings: RestoreFacts["run"]["mappings"]) => {
      const facts = { ...withRun(mappingRequired, { mappings }), dependencies: [{ ...group, key }] };
      return mappingsOf(facts, full, scenarioContext).rows[0]?.undo ?? null;
    };
    expect(undoOf(group.key, { [group.key]: { decision: "map", targetId: "gone" } })).toMatchObject({
      label: "Undo this decision",
    });
    expect(undoOf(group.key, {})).toBeNull();
    expect(undoOf("constructor", {})).toBeNull();
  });
});

describe("BY-5 what an action of a reference asks for", () => {
  const suggestion = { targetId: "field-kiosks-2", targetName: "Field kiosks", basis: "name" } as never;
  const facts = { dependencies: [{ ...group, suggestion }] };
  const decided = (decision: unknown) => ({ event: "mapping_decided", key: group.key, decision });

  test("is a decision about that one reference", () => {
    expect(mappingChange(facts, null, `skip:${group.key}`)).toEqual(decided({ decision: "skip" }));
    expect(mappingChange(facts, null, `undo:${group.key}`)).toEqual(decided(null));
    expect(mappingChange(facts, null, `confirm:${group.key}`)).toEqual(
      decided({ decision: "map", targetId: "field-kiosks-2" }),
    );
    expect(mappedChange(group.key, { id: "x" }, null)).toEqual(decided({ decision: "map", targetId: "x" }));
  });

  test("names the directory that it was chosen from, so that a choice from an old one is refused", () => {
    const chosen = { ...decided({ decision: "map", targetId: "field-kiosks-2" }), directoryVersion: full.version };
    expect(mappedChange(group.key, { id: "field-kiosks-2" }, full)).toEqual(chosen);
    expect(mappingChange(facts, full, `confirm:${group.key}`)).toEqual(chosen);
    expect(mappingChange(facts, full, `skip:${group.key}`)).not.toHaveProperty("directoryVersion");
  });

  test("is nothing for a reference that is not there, a suggestion that was not made, or another action", () => {
    expect(mappingChange(facts, null, "skip:group/another")).toBeNull();
    expect(mappingChange({ dependencies: [{ ...group, suggestion: null }] }, null, `confirm:${group.key}`)).toBeNull();
    expect(mappingChange(facts, null, `choose:${group.key}`)).toBeNull();
    expect(mappingChange(facts, null, "open_sync:group")).toBeNull();
    expect(mappingChange({ dependencies: null }, null, `skip:${group.key}`)).toBeNull();
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
    const { pickers } = mappingsOf({ ...mappingRequired, dependencies: [group] }, held, scenarioContext);
    expect(pickers).toMatchObject([
      {
        state: "empty",
        text: expect.stringMatching(text),
        heading: "Resolve target group mapping",
        primaryAction: { kind: "callback", id: "open_sync:group", label: "Open group sync" },
      },
    ]);
  });

  test("who may not prepare the run is told why no sync is opened, and decides nothing (SI-11)", () => {
    const { rows, pickers } = mappingsOf({ ...mappingRequired, operator: viewer }, null, scenarioContext);
    const reason = expect.stringContaining("workspace administrator");
    expect(pickers[0]).toMatchObject({ primaryAction: { kind: "blocked", label: "Open group sync", reason } });
    expect(rows[0]?.choose).toMatchObject({ kind: "blocked", reason });
  });
});

describe("PF-12 how a fresh reading of the directory stands", () => {
  const asked: DirectorySync = {
    id: "sync-1",
    state: "reading",
    requestedAt: "2026-11-20T16:40:00Z",
    requestedBy: { id: "dana", name: "Dana Okafor" },
    finishedAt: null,
    changed: null,
    problem: null,
  };
  const failed: DirectorySync = {
    ...asked,
    state: "failed",
    finishedAt: "2026-11-20T16:41:00Z",
    problem: { code: "throttled", detail: "" },
  };
  /** What is said above the rows and in the picker, and what is offered there. */
  const standing = (
    change: Partial<DirectorySync> | null,
    held: TargetDirectory | null = null,
    more: Partial<RestoreFacts> = {},
  ) => {
    const facts = { ...mappingRequired, ...more, directorySync: change === null ? null : { ...asked, ...change } };
    const body = mappingsOf(facts, held, scenarioContext);
    const [picker] = body.pickers;
    expect(picker.sync).toEqual(body.sync);
    return {
      status: body.sync?.status ?? null,
      text: body.sync?.sentence.text ?? null,
      action: picker.state === "empty" ? picker.primaryAction : picker.action,
    };
  };

  test("nothing is said where none was asked for, or the last one was done", () => {
    const offered = { kind: "callback", id: "open_sync:group", label: "Open group sync" };
    expect(standing(null)).toEqual({ status: null, text: null, action: offered });
    expect(standing({ state: "succeeded", finishedAt: "2026-11-20T16:41:00Z", changed: false })).toEqual({
      status: null,
      text: null,
      action: offered,
    });
  });

  test.each([
    [
      "queued",
      "pending",
      "Dana Okafor asked for a fresh reading of the target’s directory 20 Nov 2026, 16:40 UTC. It has not begun.",
      "Dana Okafor asked for a fresh reading of the target’s directory. It has not begun.",
    ],
    [
      "reading",
      "running",
      "The target’s directory is being read. Dana Okafor asked for it 20 Nov 2026, 16:40 UTC.",
      "The target’s directory is being read. Dana Okafor asked for it.",
    ],
  ] as const)(
    "%s: since when and by whom, and none is asked for beside it (BY-15)",
    (state, status, text, timeless) => {
      const told = standing({ state });
      expect(told).toMatchObject({
        status,
        text,
        action: { kind: "blocked", waits: true, label: "Open group sync", clearedBy: null },
      });
      expect(told.action).toHaveProperty(
        "reason",
        "The target’s directory is being read already. What it holds shows here once it has been read.",
      );
      expect(standing({ state, requestedAt: "then" }).text).toBe(timeless);
      expect(standing({ state }, full)).toMatchObject({ text, action: { kind: "blocked" } });
    },
  );

  test("failed: when and why, and it can be asked for again", () => {
    expect(standing(failed)).toMatchObject({
      status: "attention",
      text: "The last reading of the target’s directory failed 20 Nov 2026, 16:41 UTC. The target took no more requests.",
      action: { kind: "callback", id: "open_sync:group" },
    });
    expect(standing({ ...failed, problem: { code: "interrupted", detail: "Begun 3 times." } }).text).toBe(
      "The last reading of the target’s directory failed 20 Nov 2026, 16:41 UTC. It was begun again and again, and interrupted each time.",
    );
    expect(standing({ ...failed, finishedAt: "then", problem: null }).text).toBe(
      "The last reading of the target’s directory failed.",
    );
  });

  test("failed before the directory that is shown was read: it is told no more", () => {
    const { finishedAt } = failed;
    if (finishedAt === null) throw new TypeError("It has not ended.");
    expect(standing(failed, { ...full, readAt: "2026-11-20T16:41:01Z" }).text).toBeNull();
    for (const readAt of [finishedAt, "2026-11-20T16:40:59Z", "then"])
      expect(standing(failed, { ...full, readAt }).status).toBe("attention");
    // When it failed is not known, so nothing shows that the directory was read since.
    expect(standing({ ...failed, finishedAt: null }, { ...full, readAt: finishedAt }).status).toBe("attention");
  });

  test("who may not prepare the run is told that first, whatever is being read (SI-11)", () => {
    const reason = expect.stringContaining("workspace administrator");
    expect(standing({ state: "reading" }, null, { operator: viewer }).action).toMatchObject({
      kind: "blocked",
      reason,
    });
  });

  test("only what opens a sync is taken for it", () => {
    expect(["open_sync:group", "open_sync", "skip:open_sync:", "choose:group/a"].map(opensSync)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe("PF-10 the resolver as a whole", () => {
  const model = (facts: RestoreFacts) => plain(resolveMappingResolver(facts, full, scenarioContext));

  test("has one title, one explanation for every row, and words for the control that opens them", () => {
    const { id, title, body } = model(mappingRequired);
    expect([id, title]).toEqual(["mappings", "Resolve target mappings"]);
    expect(body).toMatchObject({
      explanation: expect.stringMatching(/^Map each reference to what stands for it in the target\./),
      unfold: "Show 2 references",
    });
  });

  test("without a reference, says which of three it is", () => {
    expect(model({ ...scoped, dependencies: [] }).body).toEqual({
      state: "empty",
      text: "Nothing in scope refers to a group, an assignment filter or a scope tag.",
    });
    expect(model({ ...scoped, dependencies: null }).body).toMatchObject({
      text: "Which groups, filters and scope tags are needed could not be determined.",
    });
    expect(model(sourceSelected).body).toMatchObject({ text: "References are known once the scope is applied." });
  });

  test("tells what another mapping would undo, where there is anything to undo (BY-2)", () => {
    expect(model(previewed).body).toMatchObject({ undoes: "Another mapping voids checks and preview." });
    expect(model(mappingRequired).body).toMatchObject({ undoes: null });
  });
});
