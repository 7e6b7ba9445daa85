import { describe, expect, test } from "vitest";
import type { CatalogueItem } from "../../../../src/restore/ports.js";
import { resolveCatalogue } from "../../../../src/restore/resolvers/steps/catalogue.js";
import { resolveScopePicker } from "../../../../src/restore/resolvers/steps/scope-picker.js";
import { type ScopeDraft, scopeDraftOf } from "../../../../src/restore/resolvers/steps/scope-step.js";
import { parseViewModel } from "../../../../src/view-models/schemas/index.js";
import { externalTextsOf } from "../../../../src/view-models/index.js";
import { freshDraft, scenario, scenarioContext, sourceSelected } from "../../../../src/testing/scenarios/index.js";

const item = (id: string, type: string, more: Partial<CatalogueItem> = {}): CatalogueItem => ({
  id,
  name: `Name of ${id}`,
  type,
  platform: "windows",
  modifiedAt: null,
  capture: "full",
  problems: [],
  ...more,
});

const few = [
  item("a", "settings_catalog"),
  item("t", "scope_tag"),
  item("b", "settings_catalog", { capture: "metadata_only", problems: ["payload_unreadable"] }),
  item("c", "conditional_access"),
  item("d", "settings_catalog", { capture: "degraded" }),
];

const selected = (...ids: string[]): ScopeDraft => ({
  ...scopeDraftOf(sourceSelected),
  mode: "selected",
  selection: { kind: "only", itemIds: new Set(ids) },
});

function picker(draft: ScopeDraft, { items = few, query = "", facts = sourceSelected } = {}) {
  const catalogue = resolveCatalogue(items, scenarioContext);
  const model = resolveScopePicker(facts, catalogue, draft, scenarioContext)(query);
  const parsed = parseViewModel("ScopePickerViewModel", model);
  expect(parsed.ok ? [] : parsed.problems).toEqual([]);
  if (model.body.state !== "choosing") throw new TypeError(`The picker is ${model.body.state}.`);
  return { ...model.body, shut: model.shut };
}

describe("RW-4 what there is to choose from", () => {
  test("stands in one list, a group after the other, and the choice counts what is not shown too", () => {
    const { items, groups, chosenText } = picker(selected("a", "t"), { query: "of b" });
    expect(items.map(({ id }) => id)).toEqual(["a", "b", "d", "c", "t"]);
    expect(groups.map(({ title, choice, text }) => [title, choice, text])).toEqual([
      ["Settings catalog policy, Windows", "some", "1 of 3 selected"],
      ["Conditional access policy, Windows", "none", "0 of 1 selected"],
      ["Scope tag", "all", "1 of 1 selected"],
    ]);
    expect(chosenText).toBe("2 of 5 items selected");
  });

  test("select all says how many items it selects, which, and what of them is never written", () => {
    const { selectShown, search } = picker(selected("a"));
    expect(selectShown).toEqual({
      action: { kind: "callback", id: "select_shown", label: "Select 4 items" },
      changes: [{ first: 1, count: 4 }],
      note: "1 of them can only be compared, 1 of them can only be listed.",
    });
    expect(search.text).toBe("5 of 5 items shown");
  });

  test("while something is searched for, it selects what was found and nothing else", () => {
    const { selectShown, clearShown, search } = picker(selected("a", "t"), { query: " NAME OF B " });
    expect(selectShown.action.label).toBe("Select 1 item found");
    expect(selectShown.changes).toEqual([{ first: 1, count: 1 }]);
    expect(clearShown).toMatchObject({
      action: { kind: "blocked", reason: "No item shown is selected." },
      changes: [],
    });
    expect(search).toMatchObject({ query: { external: " NAME OF B " }, shown: [{ first: 1, count: 1 }] });
  });

  test("spaces alone search for nothing, and everything is shown", () => {
    const { selectShown, search } = picker(selected("a"), { query: "  " });
    expect([selectShown.action.label, search.text]).toEqual(["Select 4 items", "5 of 5 items shown"]);
    expect(picker(selected("a")).search.query).toBeNull();
  });

  test("clearing says how many, and nothing of what is never written", () => {
    const { selectShown, clearShown } = picker(selected("a", "b", "d", "c", "t"));
    expect(clearShown).toEqual({
      action: { kind: "callback", id: "clear_shown", label: "Clear 5 items" },
      changes: [{ first: 0, count: 5 }],
      note: null,
    });
    expect(selectShown).toMatchObject({
      action: { kind: "blocked", label: "Select all shown", reason: "Every item shown is selected." },
      note: null,
    });
  });

  test("selecting only what can be written has no note", () => {
    expect(picker(selected("b", "c")).selectShown.note).toBeNull();
  });

  test("where nothing is found, nothing can be selected and that is said", () => {
    const { selectShown, search } = picker(selected(), { query: "nowhere" });
    expect(search).toMatchObject({ shown: [], text: "No item has this in its name." });
    expect(selectShown.action.kind).toBe("blocked");
  });

  test("in mode all every item is in scope, and none can be left out here", () => {
    const { shut, chosen, groups, clearShown } = picker(scopeDraftOf(sourceSelected));
    expect(chosen).toEqual([{ first: 0, count: 5 }]);
    expect(groups.every(({ choice }) => choice === "all")).toBe(true);
    expect(clearShown.action).toMatchObject({ kind: "blocked", reason: shut });
  });

  test("an empty choice is no choice, and never all", () => {
    const { chosen, chosenText } = picker(selected());
    expect([chosen, chosenText]).toEqual([[], "0 of 5 items selected"]);
  });

  test("an id that the backup set does not hold is not counted", () => {
    expect(picker(selected("gone", "a")).chosenText).toBe("1 of 5 items selected");
  });

  test("who may not prepare the run sees why nothing can be chosen", () => {
    const { shut, selectShown } = picker(selected("a"), { facts: scenario("viewer").facts });
    expect(selectShown.action).toMatchObject({ kind: "blocked", reason: shut });
  });
});

describe("RW-5 what cannot be written is marked", () => {
  test("with one explanation for all, and the item's own reason where there is one", () => {
    const { items, marks } = picker(selected());
    expect(items.map(({ id, mark, note }) => [id, mark, note])).toEqual([
      ["a", null, null],
      ["b", "metadata_only", "Its payload could not be read: listed, never restored."],
      ["d", "degraded", null],
      ["c", "preview_only", null],
      ["t", null, null],
    ]);
    expect(marks.map(({ id, note }) => [id, note])).toEqual([
      ["preview_only", "Compared, never written."],
      ["metadata_only", "Payload not captured: listed, never restored."],
      ["degraded", "Captured with a known quality problem."],
    ]);
  });

  test("a mark that no item has is not explained", () => {
    expect(picker(selected(), { items: [item("a", "settings_catalog")] }).marks).toEqual([]);
  });

  test("foundations stand in a section of their own", () => {
    const { sections, groups } = picker(selected());
    expect(sections.map(({ id }) => id)).toEqual(["policy", "foundation"]);
    expect(groups.map(({ section }) => section)).toEqual(["policy", "policy", "foundation"]);
  });
});

describe("BY-3 items that are not there are not zero items", () => {
  test("before they are loaded, and before a backup set is selected", () => {
    const body = (facts: typeof sourceSelected) =>
      resolveScopePicker(facts, null, scopeDraftOf(facts), scenarioContext)("").body;
    expect(body(sourceSelected)).toMatchObject({ state: "loading", rows: 148 });
    expect(body(freshDraft)).toMatchObject({ state: "empty", text: "No backup set is selected." });
  });

  test("are not expected in a number that nobody recorded", () => {
    const { backupSet } = sourceSelected;
    if (backupSet === null) throw new TypeError("The scenario has no backup set.");
    for (const itemCount of [null, 0]) {
      const facts = { ...sourceSelected, backupSet: { ...backupSet, quality: { ...backupSet.quality, itemCount } } };
      const { body } = resolveScopePicker(facts, null, scopeDraftOf(facts), scenarioContext)("");
      expect(body).not.toHaveProperty("rows");
    }
  });

  test("a backup set without items says so", () => {
    const catalogue = resolveCatalogue([], scenarioContext);
    expect(resolveScopePicker(sourceSelected, catalogue, selected(), scenarioContext)("").body).toEqual({
      state: "empty",
      text: "The backup set holds no item.",
    });
  });

  test("an item without a name is told so in our words, and every other name is marked as from outside (BY-13)", () => {
    const { items } = picker(selected(), {
      items: [item("x", "settings_catalog", { name: "" }), item("y", "settings_catalog", { name: "سياسة الأجهزة" })],
    });
    expect(items.map(({ name }) => name)).toEqual([{ text: "Name not recorded" }, { external: "سياسة الأجهزة" }]);
    expect(externalTextsOf(items)).toEqual(["سياسة الأجهزة"]);
  });
});

describe("RW-14 ten thousand items", () => {
  const items = Array.from({ length: 10_000 }, (_, index) => item(`i${index}`, "settings_catalog"));
  const catalogue = resolveCatalogue(items, scenarioContext);
  test("are each looked up once, and their names read once", () => {
    let lookedUp = 0;
    let read = 0;
    class Counting extends Set<string> {
      override has(id: string): boolean {
        lookedUp += 1;
        return super.has(id);
      }
    }
    const rows = catalogue.rows.map((row) => ({
      ...row,
      get searched() {
        read += 1;
        return row.searched;
      },
    }));
    const counted = { ...catalogue, rows };
    const itemIds = new Counting(items.map(({ id }) => id));
    const draft: ScopeDraft = { ...selected(), selection: { kind: "only", itemIds } };
    const { body } = resolveScopePicker(sourceSelected, counted, draft, scenarioContext)("i99");
    expect(body.state === "choosing" ? body.chosen : []).toEqual([{ first: 0, count: 10_000 }]);
    expect(lookedUp).toBe(10_000);
    expect(read).toBe(10_000);
  });

  test("are described once, whatever is chosen and searched for", () => {
    const before = resolveScopePicker(sourceSelected, catalogue, selected(), scenarioContext)("").body;
    const after = resolveScopePicker(sourceSelected, catalogue, selected("i1"), scenarioContext)("i1").body;
    if (before.state !== "choosing" || after.state !== "choosing") throw new TypeError("The picker is not choosing.");
    expect(after.items).toBe(before.items);
  });

  test("cost little more than their names, because groups and choices are runs", () => {
    const model = resolveScopePicker(sourceSelected, catalogue, selected(), scenarioContext)("");
    const names = JSON.stringify(items.map(({ id, name }) => [id, name])).length;
    expect(JSON.stringify(model).length).toBeLessThan(4 * names);
  });
});
