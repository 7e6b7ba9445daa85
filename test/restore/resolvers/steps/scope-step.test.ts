import { expect, test } from "vitest";
import type { CatalogueItem } from "../../../../src/restore/ports.js";
import { resolveCatalogue, searchCatalogue } from "../../../../src/restore/resolvers/steps/catalogue.js";
import { resolveScopeStep, scopeDraftOf, scopeOfDraft } from "../../../../src/restore/resolvers/steps/scope-step.js";
import {
  mappingRequired,
  previewed,
  scenarioContext,
  sourceSelected,
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
const next = { kind: "link", id: "next", label: "Next: Safety & conflict checks", href: "#next" } as const;

test("foundations stand apart from policies, and what is never written is marked", () => {
  expect(catalogue.families.map(({ title }) => title)).toEqual(["Policies", "Foundations"]);
  const rows = catalogue.families.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
  expect(rows.map(({ id, mark }) => [id, mark?.word ?? null])).toEqual([
    ["a", null],
    ["b", "Metadata only"],
    ["c", "Compare only"],
    ["d", null],
  ]);
});

test("a search keeps what matches and leaves empty groups out", () => {
  const found = searchCatalogue(catalogue, " name of D ");
  expect(found.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows.map(({ id }) => id)))).toEqual(["d"]);
  expect(found).toHaveLength(1);
});

test("a page opens with everything in scope, and applies nothing by itself", () => {
  const draft = scopeDraftOf(sourceSelected);
  expect(draft).toMatchObject({ mode: "all", restoreMode: "create_missing" });
  expect(resolveScopeStep(sourceSelected, catalogue, draft, next, scenarioContext).apply).toMatchObject({
    kind: "callback",
  });
});

test("an empty selection can never be applied, and so never means all", () => {
  const draft = { ...scopeDraftOf(sourceSelected), mode: "selected" as const, itemIds: new Set<string>() };
  expect(resolveScopeStep(sourceSelected, catalogue, draft, next, scenarioContext).apply).toMatchObject({
    kind: "blocked",
    reason: "No item is selected. An empty selection never means all.",
  });
});

test("the same choice is the same scope, whatever the order of ticking", () => {
  const draft = { ...scopeDraftOf(sourceSelected), mode: "selected" as const, itemIds: new Set(["d", "a"]) };
  expect(scopeOfDraft(draft, catalogue)).toEqual({ mode: "selected", itemIds: ["a", "d"] });
});

test("Next waits while what is on the page is not what the run has", () => {
  const same = scopeDraftOf(mappingRequired);
  expect(resolveScopeStep(mappingRequired, catalogue, same, next, scenarioContext).next).toBeNull();
  const other = { ...same, restoreMode: "update_only" as const };
  expect(resolveScopeStep(mappingRequired, catalogue, other, next, scenarioContext).next).toMatchObject({
    kind: "blocked",
    clearedBy: { anchor: "apply-scope" },
  });
});

test("a scope that names what the backup set does not hold is put right by applying it again", () => {
  const facts = {
    ...withRun(mappingRequired, { scope: { mode: "selected", itemIds: ["a", "gone"] } }),
    scope: { inScope: 1, writable: 1, previewOnly: 0, metadataOnly: 0, requestedItems: ["a"] },
  } as const;
  const step = resolveScopeStep(facts, catalogue, scopeDraftOf(facts), next, scenarioContext);
  expect(step.next).toMatchObject({ kind: "blocked", clearedBy: { anchor: "apply-scope" } });
  expect(step.apply).toMatchObject({ kind: "callback" });
});

test("the operator is told what another scope would undo before applying it (BY-2)", () => {
  const other = { ...scopeDraftOf(previewed), restoreMode: "update_only" as const };
  expect(resolveScopeStep(previewed, catalogue, other, next, scenarioContext).undoes).toBe(
    "Applying another scope voids checks and preview.",
  );
});
