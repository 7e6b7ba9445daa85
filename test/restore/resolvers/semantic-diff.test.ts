import { describe, expect, test } from "vitest";
import { restoreContext } from "../../../src/restore/resolvers/context.js";
import { resolveSemanticDiff } from "../../../src/restore/resolvers/semantic-diff.js";
import type { ItemChange } from "../../../src/restore/run/change.js";
import type { PreviewItem } from "../../../src/restore/run/evidence.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import { consequenceOrder, diffContent } from "../../../src/restore/rules/diff.js";
import {
  executed,
  restoreScenarios,
  previewed,
  scenarioContext,
  viewer,
  withRun,
} from "../../../src/testing/scenarios/index.js";
import { parseViewModel } from "../../../src/view-models/schemas/index.js";
import { allUsers, backupItem, choices, exclude, include, policyOf } from "../rules/support.js";
import { piecesOf } from "../../../src/view-models/index.js";

const german = restoreContext({ locale: "de-DE", timeZone: "Europe/Berlin", href: scenarioContext.href });

/** A preview with these items, each of them like the first one of the scenario but for what is given. */
function previewOf(...items: readonly Partial<PreviewItem>[]): RestoreFacts {
  const recorded = previewed.run.preview;
  const [first] = recorded?.items ?? [];
  if (recorded === null || first === undefined) throw new TypeError("The scenario has no preview.");
  return withRun(previewed, {
    preview: { ...recorded, items: items.map((item, index) => ({ ...first, itemId: `item-${index}`, ...item })) },
  });
}

function only(facts: RestoreFacts, context = scenarioContext) {
  const { body } = resolveSemanticDiff(facts, context);
  const [item] = body.state === "compared" ? body.items : [];
  if (item === undefined) throw new TypeError("The model has no item.");
  return item;
}

const manyChanges = (): readonly ItemChange[] => {
  const policy = policyOf(
    backupItem({
      payload: {
        ...choices({ x: "0", y: "on" }),
        password: "a",
        empty: "",
        note: "n".repeat(500),
        list: ["a", "b"],
        gone: 1,
      },
    }),
    { assignments: [exclude("g1"), include("g2", { filter: { id: "f1", mode: "include" } })], scopeTagIds: null },
  );
  const after = {
    name: "Compliant devices",
    payload: {
      ...choices({ x: "1", y: "off" }),
      password: "b",
      empty: "x",
      note: "m",
      list: ["b", "a"],
      on: true,
      rules: [{}, { "": 2 }],
    },
    assignments: [allUsers, include("g2")],
    scopeTagIds: ["0", "7"],
  };
  return diffContent(policy, after, { names: new Map([["g1", "Healthy laptops"]]) }).changes;
};

describe("RW-8 the semantic diff as the contract wants it", () => {
  const parsed = (facts: RestoreFacts, context: typeof scenarioContext) => {
    const result = parseViewModel("SemanticDiffViewModel", resolveSemanticDiff(facts, context));
    return result.ok ? [] : result.problems;
  };

  test.each(restoreScenarios.map((scenario) => [scenario.id, scenario.facts] as const))(
    "of %s is accepted in both languages",
    (_, facts) => {
      expect(parsed(facts, scenarioContext)).toEqual([]);
      expect(parsed(facts, german)).toEqual([]);
    },
  );

  test("of every kind of value and of every action is accepted in both languages", () => {
    const counts = { widens: 1, removes_protection: 2, enforces: 3, changes: 4, adds: 5 };
    const facts = previewOf(
      { changes: manyChanges(), changesNotListed: counts, noiseHidden: 1 },
      { action: "create", assignmentsCaptured: false },
      { action: "none", changes: [] },
      { action: "skip", skipReason: "preview_only" },
      { action: "skip", skipReason: "metadata_only", changes: [] },
      { action: "skip", skipReason: "identity_undecided", changes: [] },
      { action: "skip", skipReason: null, changes: [] },
    );
    expect(manyChanges().length).toBeGreaterThan(12);
    for (const context of [scenarioContext, german]) expect(parsed(facts, context)).toEqual([]);
  });

  test("before any preview says that nothing is known, not that nothing differs", () => {
    const { body } = resolveSemanticDiff(withRun(previewed, { preview: null }), scenarioContext);
    expect(body).toMatchObject({ state: "not_run", text: expect.stringMatching(/not known until/) });
  });
});

describe("BY-7 what the semantic diff says", () => {
  test("what came from outside is never told as words of ours, so a policy called “Compliant” claims nothing", () => {
    const item = only(previewOf({ changes: manyChanges() }));
    const text = JSON.stringify(item, (_, value: { external?: string } | string) => {
      if (typeof value === "string")
        return piecesOf(value)
          .filter((piece) => typeof piece === "string")
          .join();
      return typeof value === "object" && value !== null && "external" in value ? null : value;
    });
    expect(text).not.toMatch(/Compliant|Healthy/);
    expect(JSON.stringify(item)).toMatch(/Compliant.*|Healthy laptops/);
  });

  test("an uncertain change says why, and a certain one has nothing to say", () => {
    const reasons = (only(previewOf({ changes: manyChanges() })).changes?.groups ?? []).flatMap(({ changes }) =>
      changes.map(({ certainty }) => certainty.reason ?? certainty.state),
    );
    expect(new Set(reasons)).toEqual(
      new Set([
        "certain",
        "The target did not tell this part, so whether it differs is not known.",
        "What this option stands for is not in the export.",
        "Whether the order matters is not recorded.",
      ]),
    );
  });

  test("a widening that is not listed is said to be among those that are not", () => {
    const changesNotListed = { widens: 2, removes_protection: 0, enforces: 1, changes: 4, adds: 0 };
    expect(only(previewOf({ changesNotListed })).changes?.more).toEqual({
      count: 7,
      text: "7 more changes are counted and not listed, among them 2 that widen who is reached, 1 that starts to enforce.",
    });
    expect(
      only(previewOf({ changesNotListed: { ...changesNotListed, widens: 0, enforces: 0 } })).changes?.more?.text,
    ).toBe("4 more changes are counted and not listed.");
  });

  test("the gravest comes first, then what is skipped, then what is as wanted", () => {
    const change = (consequence: ItemChange["consequence"]) =>
      manyChanges()
        .slice(0, 1)
        .map((one) => ({ ...one, consequence }));
    const facts = previewOf(
      { itemId: "none", action: "none", changes: [] },
      { itemId: "skip", action: "skip", skipReason: "preview_only", changes: change("widens") },
      { itemId: "adds", changes: change("adds") },
      { itemId: "enforces", changes: change("enforces") },
      { itemId: "removes", changes: change("removes_protection") },
      { itemId: "widens", changes: change("widens") },
    );
    const { body } = resolveSemanticDiff(facts, scenarioContext);
    const ids = body.state === "compared" ? body.items.map(({ id }) => id) : [];
    expect(ids).toEqual(["widens", "removes", "enforces", "adds", "skip", "none"]);
  });

  test("who may prepare the run is led to what is undecided, and who may not is told only what it is", () => {
    const undecided = previewOf({ action: "skip", skipReason: "identity_undecided", changes: [] });
    expect(only(undecided)).toMatchObject({
      state: "undecided",
      settledAt: { step: "safety_checks", anchor: "identity" },
    });
    expect(only({ ...undecided, operator: viewer })).toMatchObject({ state: "undecided", settledAt: null });
  });

  test("a long text is cut, and says how much is left out apart from it", () => {
    const [group] =
      only(previewOf({ changes: manyChanges().filter(({ before }) => before.kind === "text" && before.leftOut > 0) }))
        .changes?.groups ?? [];
    expect(group?.changes[0].before).toEqual({
      state: "known",
      value: { external: "n".repeat(200) },
      cut: { count: 300, text: "300 more characters" },
    });
  });

  test.each([
    [{ action: "create" }, { state: "created", status: "removes_protection" }],
    [{ action: "update" }, { state: "updated", status: "removes_protection" }],
    [
      { action: "update", changes: [] },
      { state: "updated", status: "next" },
    ],
    [
      { action: "none", changes: [] },
      { state: "unchanged", status: "unchanged" },
    ],
    [
      { action: "skip", skipReason: "preview_only" },
      { state: "skipped", status: "unavailable" },
    ],
    [
      { action: "skip", skipReason: "identity_undecided" },
      { state: "undecided", status: "blocked" },
    ],
  ] as const)("an item with %j is %j", (change, { state, status }) => {
    const item = only(previewOf(change));
    expect(item.state).toBe(state);
    expect(item.status).toBe(status === "removes_protection" ? item.changes?.groups[0]?.status : status);
  });

  test("a skipped item says why, and shows what was compared where anything was", () => {
    const none = { widens: 0, removes_protection: 0, enforces: 0, changes: 0, adds: 0 };
    const skipped = (change: Partial<PreviewItem>) =>
      only(previewOf({ action: "skip", skipReason: "preview_only", ...change }));
    expect(skipped({ changes: [] })).toMatchObject({
      reason: { text: "It can be compared and never written." },
      changes: null,
    });
    expect(skipped({ skipReason: null, changes: [] })).toMatchObject({ reason: { text: "Why is not recorded." } });
    expect(skipped({ changes: manyChanges(), changesNotListed: none }).changes?.more).toBeNull();
    expect(skipped({ changes: [], changesNotListed: { ...none, adds: 2 } }).changes).toMatchObject({
      text: "2 changes",
      groups: [],
      more: { count: 2 },
    });
  });

  test("every change stands once, under the consequence that it has, and all are counted", () => {
    const changes = manyChanges();
    const notListed = { widens: 0, removes_protection: 0, enforces: 0, changes: 3, adds: 0 };
    const model = only(previewOf({ changes, changesNotListed: notListed })).changes;
    expect(model?.text).toBe(`${changes.length + 3} changes`);
    expect(model?.groups.map(({ consequence, changes: own }) => [consequence, own.length])).toEqual(
      [...new Set(changes.map(({ consequence }) => consequence))]
        .sort((left, right) => consequenceOrder.indexOf(left) - consequenceOrder.indexOf(right))
        .map((consequence) => [consequence, changes.filter((each) => each.consequence === consequence).length]),
    );
  });

  test("what carries no meaning is hidden and counted, and assignments that stay are told (BY-3)", () => {
    expect(only(previewOf({ noiseHidden: 3 })).noiseHidden).toEqual({
      count: 3,
      text: "3 differences without meaning hidden.",
    });
    expect(only(previewOf({ noiseHidden: 0 })).noiseHidden).toBeNull();
    expect(only(previewOf({ assignmentsCaptured: false })).notes).toEqual([
      { text: "Assignments were not captured: the target’s stay untouched.", quotes: [] },
    ]);
    expect(only(previewOf({ assignmentsCaptured: true })).notes).toEqual([]);
    expect(only(previewOf({ action: "create", assignmentsCaptured: false })).notes).toEqual([
      { text: "Assignments were not captured: it would be created without any and reach nobody.", quotes: [] },
    ]);
  });

  test("a preview of no items says so, and one with items does not", () => {
    expect(resolveSemanticDiff(previewOf(), scenarioContext).body).toMatchObject({ empty: "No item was compared." });
    expect(resolveSemanticDiff(previewOf({}), scenarioContext).body).toMatchObject({ empty: null });
  });
});

test("a finished run whose preview is no longer on record is not said to have changed nothing (BY-3)", () => {
  const { body } = resolveSemanticDiff(withRun(executed("completed", {}), { preview: null }), scenarioContext);
  expect(body).toMatchObject({ state: "not_run" });
});
