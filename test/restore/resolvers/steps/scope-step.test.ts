import { describe, expect, test } from "vitest";
import type { CatalogueItem } from "../../../../src/restore/ports.js";
import { resolveCatalogue } from "../../../../src/restore/resolvers/steps/catalogue.js";
import type { ItemSelection } from "../../../../src/restore/resolvers/steps/item-selection.js";
import { draftAfter } from "../../../../src/restore/resolvers/steps/scope-picker.js";
import {
  isUnsent,
  resolveScopeStep,
  scopeChangeOf,
  type ScopeDraft,
  scopeDraftOf,
  scopeOfDraft,
} from "../../../../src/restore/resolvers/steps/scope-step.js";
import {
  executed,
  freshDraft,
  mappingRequired,
  previewed,
  scenario,
  scenarioContext,
  scoped,
  sourceSelected,
  viewer,
  withRun,
} from "../../../../src/testing/scenarios/index.js";

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

const catalogue = resolveCatalogue(
  [
    item("a", "settings_catalog"),
    item("b", "settings_catalog", { capture: "metadata_only" }),
    item("c", "conditional_access"),
    item("d", "scope_tag"),
  ],
  scenarioContext,
);
const only = (...ids: readonly string[]): ItemSelection => ({ kind: "only", itemIds: new Set(ids) });
const next = { kind: "link", id: "next", label: "Next: Safety & conflict checks", href: "#next" } as const;

describe("RW-4 what is applied is what the operator sees", () => {
  const chosen: ScopeDraft = { mode: "selected", selection: only("a"), restoreMode: "update_only" };

  test("a choice item by item is not applied while the items are not loaded", () => {
    expect(scopeChangeOf(chosen, null)).toBeNull();
    expect(scopeChangeOf(chosen, catalogue)).toEqual({
      event: "scope_defined",
      scope: { mode: "selected", itemIds: ["a"] },
      restoreMode: "update_only",
    });
  });

  test("everything is everything, loaded or not", () => {
    const all = { event: "scope_defined", scope: { mode: "all" }, restoreMode: "update_only" };
    for (const known of [null, catalogue]) expect(scopeChangeOf({ ...chosen, mode: "all" }, known)).toEqual(all);
  });
});

test("foundations stand apart from policies, and what is never written is marked (RW-5)", () => {
  expect(catalogue.families.map(({ id, title, note }) => [id, title, note])).toEqual([
    ["policy", "Policies", null],
    ["foundation", "Foundations", "Other items depend on these."],
  ]);
  const rows = catalogue.families.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
  expect(rows.map(({ id, mark }) => [id, mark?.word ?? null])).toEqual([
    ["a", null],
    ["b", "Metadata only"],
    ["c", "Compare only"],
    ["d", null],
  ]);
});

test("items stand by type and platform, in the order of the backup set (RW-4)", () => {
  const mixed = resolveCatalogue(
    [
      item("a", "settings_catalog"),
      item("b", "settings_catalog", { platform: null }),
      item("t", "scope_tag", { platform: null }),
      item("c", "settings_catalog"),
    ],
    scenarioContext,
  );
  const groups = mixed.families.flatMap((family) => family.groups);
  expect(groups.map(({ title, rows }) => [title, rows.map(({ id }) => id)])).toEqual([
    ["Settings catalog policy, Windows", ["a", "c"]],
    ["Settings catalog policy, platform not recorded", ["b"]],
    ["Scope tag", ["t"]],
  ]);
  expect(new Set(groups.map(({ id }) => id)).size).toBe(3);
  expect(mixed.itemIds).toEqual(["a", "b", "t", "c"]);
  expect(resolveCatalogue([item("t", "scope_tag")], scenarioContext).families).toHaveLength(1);
});

test("what an item's own problem is takes the place of what every item of its mark has (RW-5)", () => {
  const marked = resolveCatalogue(
    [
      item("a", "conditional_access", { capture: "degraded", problems: ["sidecar_missing"] }),
      item("b", "conditional_access", { capture: "metadata_only", problems: ["payload_unreadable"] }),
      item("c", "settings_catalog", { capture: "degraded", problems: ["sidecar_missing"] }),
      item("d", "settings_catalog", { capture: "degraded" }),
    ],
    scenarioContext,
  );
  const rows = marked.families.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
  expect(rows.map(({ mark }) => [mark?.id, mark?.note])).toEqual([
    ["preview_only", "Compared, never written."],
    ["metadata_only", "Its payload could not be read: listed, never restored."],
    ["degraded", "The file with its settings is missing or cannot be read."],
    ["degraded", "Captured with a known quality problem."],
  ]);
});

const selected = (...ids: readonly string[]): ScopeDraft => ({
  ...scopeDraftOf(sourceSelected),
  mode: "selected",
  selection: only(...ids),
});
const step = (facts: typeof sourceSelected, draft: ScopeDraft = scopeDraftOf(facts), loaded = true) =>
  resolveScopeStep(facts, loaded ? catalogue : null, draft, next, scenarioContext);

const { scope: mappingFacts } = mappingRequired;
if (mappingFacts === null) throw new TypeError("The scenario has no scope.");

/** A run whose scope is these items of the catalogue. */
const scopedTo = (...itemIds: readonly string[]) => ({
  ...withRun(mappingRequired, { scope: { mode: "selected", itemIds } }),
  scope: { ...mappingFacts, requestedItems: itemIds },
});

describe("RW-4 what is chosen", () => {
  test("is everything to begin with, and nothing is applied by itself", () => {
    const draft = scopeDraftOf(sourceSelected);
    expect(draft).toEqual({ mode: "all", selection: only(), restoreMode: "create_missing" });
    const model = step(sourceSelected);
    expect(model.apply).toEqual({ kind: "callback", id: "apply_scope", label: "Apply scope" });
    expect(model.summary).toBeNull();
  });

  test("is the run's own scope where it has one", () => {
    const updating = withRun(scopedTo("a", "d"), { restoreMode: "update_only" });
    expect(scopeDraftOf(updating)).toEqual({
      mode: "selected",
      selection: only("a", "d"),
      restoreMode: "update_only",
    });
  });

  test("an empty selection can never be applied, and so never means all", () => {
    for (const draft of [selected(), selected("gone")]) {
      expect(step(sourceSelected, draft).apply).toEqual({
        kind: "blocked",
        id: "apply_scope",
        label: "Apply scope",
        reason: "No item is selected. An empty selection never means all.",
        clearedBy: null,
      });
    }
    expect(scopeOfDraft(selected("gone"), catalogue)).toEqual({ mode: "selected", itemIds: [] });
  });

  test("the same choice is the same scope, whatever the order of ticking", () => {
    expect(scopeOfDraft(selected("d", "a"), catalogue)).toEqual({ mode: "selected", itemIds: ["a", "d"] });
    expect(scopeOfDraft(scopeDraftOf(sourceSelected), catalogue)).toEqual({ mode: "all" });
  });

  test("all but some of what is not loaded yet is not an empty scope (BY-3)", () => {
    const butOne: ScopeDraft = { ...selected(), selection: { kind: "all_but", itemIds: new Set(["a"]) } };
    expect(scopeOfDraft(butOne, null)).not.toEqual({ mode: "selected", itemIds: [] });
  });

  test("changes by runs of the picker's list, and the rest of the draft stays as it was", () => {
    const draft = { ...selected("a", "gone"), restoreMode: "update_only" as const };
    const chosen = draftAfter(draft, catalogue, [{ first: 1, count: 2 }], true);
    expect(chosen).toEqual({ ...draft, selection: { kind: "all_but", itemIds: new Set(["d"]) } });
    const runs = [
      { first: 0, count: 1 },
      { first: 2, count: 9 },
    ];
    expect(scopeOfDraft(draftAfter(chosen, catalogue, runs, false), catalogue)).toMatchObject({ itemIds: ["b"] });
    expect(draft.selection).toEqual(only("a", "gone"));
  });

  test("names both modes, and what each means for what the target no longer has (RW-18)", () => {
    const { modes, restoreModes } = step(sourceSelected);
    expect(modes.map(({ id, label }) => [id, label])).toEqual([
      ["all", "All 4 items"],
      ["selected", "Selected items"],
    ]);
    expect(modes[0]?.note).toMatch(/^Everything in the backup set/);
    expect(restoreModes.map(({ id, label }) => [id, label])).toEqual([
      ["create_missing", "Create missing"],
      ["update_only", "Update only"],
    ]);
  });
});

describe("BY-3 items that are not loaded are not zero items", () => {
  test("nothing is counted of them, and what is chosen of them cannot be applied yet", () => {
    const model = step(sourceSelected, selected("a"), false);
    expect(model.modes[0]?.label).toBe("All items");
    expect(model.apply).toMatchObject({
      kind: "blocked",
      waits: true,
      reason: "Loading the items of the backup set.",
      clearedBy: null,
    });
    expect(step(sourceSelected, scopeDraftOf(sourceSelected), false).apply).toMatchObject({ kind: "callback" });
  });

  test("nothing is on its way where no backup set is selected", () => {
    const model = step(freshDraft, scopeDraftOf(freshDraft), false);
    expect(model.apply).toMatchObject({
      kind: "blocked",
      reason: "No backup set is selected.",
      clearedBy: { step: "select_backup_set", anchor: "backup-set" },
    });
  });
});

describe("RW-4 the applied scope", () => {
  test("is told in words, with what happens to what the target no longer has", () => {
    expect(step(mappingRequired).summary).toEqual({
      text: "12 items selected",
      detail: expect.stringMatching(/^Create missing: /),
    });
    expect(step(scenario("scope_all").facts).summary?.text).toBe("All 148 items");
    expect(step({ ...mappingRequired, scope: null }).summary?.text).toBe("The items in scope cannot be read");
  });

  test("is neither applied nor undone again while the page shows just that", () => {
    for (const facts of [scopedTo("a", "b"), scenario("scope_all").facts]) {
      expect(step(facts)).toMatchObject({ apply: null, next: null, undoes: null });
    }
    const both = scopedTo("a", "b");
    expect(step(both, selected("b", "a")).apply).toBeNull();
  });

  test("that names what the backup set does not hold is put right by applying it again", () => {
    const facts = { ...scopedTo("a", "gone"), scope: { ...mappingFacts, requestedItems: ["a"] } };
    expect(step(facts)).toMatchObject({ apply: { kind: "callback" }, next: { kind: "blocked" } });
    expect(step({ ...facts, scope: null }).apply).toBeNull();
  });

  test.each<[string, ScopeDraft]>([
    ["another item", selected("a", "c")],
    ["an item less", selected("a")],
    ["an item more", selected("a", "b", "c")],
    ["everything", { ...selected("a", "b"), mode: "all" }],
    ["another restore mode", { ...selected("a", "b"), restoreMode: "update_only" }],
  ])("%s is another scope, and Next waits until it is applied", (_, draft) => {
    const model = step(scopedTo("a", "b"), draft);
    expect(model.apply).toMatchObject({ kind: "callback" });
    expect(model.next).toEqual({
      kind: "blocked",
      id: "next",
      label: "Next: Safety & conflict checks",
      reason: "The scope on this page is not applied yet.",
      clearedBy: {
        step: "define_restore_scope",
        anchor: "apply-scope",
        label: "Go to “Apply scope”",
        href: "#define_restore_scope/apply-scope",
      },
    });
  });

  test("what is ticked in mode all is no other scope", () => {
    const all = scenario("scope_all").facts;
    expect(step(all, { ...scopeDraftOf(all), selection: only("a") }).apply).toBeNull();
  });

  test("Next is not taken over before there is a scope, nor where the wizard has none", () => {
    expect(step(sourceSelected, selected("a")).next).toBeNull();
    expect(resolveScopeStep(scopedTo("a"), catalogue, selected("b"), null, scenarioContext).next).toBeNull();
  });
});

describe("BY-2 what another scope would undo", () => {
  test("is told before it is applied", () => {
    const draft: ScopeDraft = { ...scopeDraftOf(previewed), restoreMode: "update_only" };
    expect(step(previewed, draft).undoes).toBe("Applying another scope voids checks and preview.");
  });

  test("is told too while the items are on their way", () => {
    expect(step(previewed, selected("a"), false).undoes).toBe("Applying another scope voids checks and preview.");
    expect(step(previewed, { ...selected(), mode: "all" }, false).undoes).toBe(
      "Applying another scope voids checks and preview.",
    );
    const selection = { kind: "all_but", itemIds: new Set(["a"]) } as const;
    expect(step(previewed, { ...selected(), selection }, false).undoes).toBe(
      "Applying another scope voids checks and preview.",
    );
  });

  test("is nothing where the same items are ticked, and what the backup set holds of them is still to be loaded", () => {
    const { scope } = previewed;
    if (scope === null) throw new TypeError("The scenario has no scope.");
    const lacking = { ...previewed, scope: { ...scope, requestedItems: scope.requestedItems.slice(1) } };
    expect(step(lacking, scopeDraftOf(lacking), false).undoes).toBeNull();
  });

  test("is nothing where nothing was found yet", () => {
    expect(step(scoped, selected("a")).undoes).toBeNull();
  });
});

describe("SI-11 who may not change the scope", () => {
  test("sees it, and why it cannot be changed", () => {
    const model = step({ ...scopedTo("a"), operator: viewer }, selected("b"));
    expect(model).toMatchObject({
      changeLabel: "Show scope",
      control: { state: "shut" },
      apply: { kind: "blocked", reason: expect.stringContaining("workspace administrator") },
      next: null,
    });
    expect(step(scopedTo("a"))).toMatchObject({ changeLabel: "Change scope", control: { state: "open" } });
  });

  test("nobody applies a scope to a run that left preparation (RW-12)", () => {
    expect(step(executed("completed", {}), selected("b"))).toMatchObject({ apply: null, next: null, undoes: null });
  });
});

describe("BY-14 what the run does not know yet", () => {
  const held = scopeDraftOf(scoped);
  const [first = "", ...others] = held.selection.itemIds;

  test("is any other choice of items, of all of them, or of what happens to a missing policy", () => {
    expect(isUnsent(scoped, held, null)).toBe(false);
    expect(isUnsent(scoped, { ...held, selection: only(...others, first) }, null)).toBe(false);
    for (const change of [
      { mode: "all" },
      { restoreMode: "update_only" },
      { selection: only(first, ...others, "another") },
      { selection: only(...others) },
      { selection: only(...others, "another") },
    ] as const) {
      expect(isUnsent(scoped, { ...held, ...change }, null)).toBe(true);
    }
  });

  test("is not everything, where the run has no scope yet", () => {
    expect(isUnsent(sourceSelected, scopeDraftOf(sourceSelected), null)).toBe(false);
    expect(isUnsent(withRun(sourceSelected, { scope: null }), scopeDraftOf(sourceSelected), null)).toBe(false);
  });

  test("is not the run’s own choice said the other way round, once the items are there to tell", () => {
    const itemIds = [first, "left out", ...others];
    const butOne: ScopeDraft = { ...held, selection: { kind: "all_but", itemIds: new Set(["left out"]) } };
    expect(isUnsent(scoped, butOne, { itemIds })).toBe(false);
    expect(isUnsent(scoped, butOne, { itemIds: [...itemIds, "another"] })).toBe(true);
    expect(isUnsent(scoped, butOne, { itemIds: ["left out", ...others] })).toBe(true);
    expect(isUnsent(scoped, butOne, null)).toBe(true);
  });
});
