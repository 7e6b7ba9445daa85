import { describe, expect, test } from "vitest";
import { resolveSourceStep } from "../../../../src/restore/resolvers/steps/source-step.js";
import type { BackupSetSummary } from "../../../../src/restore/run/backup-set.js";
import { executed, freshDraft, previewed, sourceSelected, viewer } from "../../../../src/testing/scenarios/index.js";
import { scenario, scenarioContext } from "../../../../src/testing/scenarios/index.js";
import { plain } from "../../../support/plain.js";

/** The model as an operator reads it. */
const sourceStep = (...given: Parameters<typeof resolveSourceStep>) => plain(resolveSourceStep(...given));

function setOf(facts: typeof sourceSelected): BackupSetSummary {
  if (facts.backupSet === null) throw new TypeError("The scenario has no backup set.");
  return facts.backupSet;
}

const words = scenarioContext.words.source;
const nightly = setOf(sourceSelected);
const weekly: BackupSetSummary = { ...nightly, id: "bs_0413", name: "Weekly policy set" };
const factOf = (facts: typeof sourceSelected, id: string, chosen = setOf(facts)) =>
  sourceStep(facts, [chosen], chosen.id, scenarioContext).facts.find((fact) => fact.id === id)?.value;

test("the operator reads timestamp, tenant, item count and types of the chosen set (RW-2)", () => {
  const { facts } = sourceStep(sourceSelected, [nightly], nightly.id, scenarioContext);
  expect(facts.map(({ label, value }) => [label, value.text])).toEqual([
    ["Snapshot timestamp", "18 Nov 2026, 02:14 UTC"],
    ["Tenant name", "Contoso · The target’s own tenant"],
    ["Item count", "148"],
    ["Types", "5 types: Settings catalog policy, Compliance policy, Update ring, Assignment filter, Scope tag"],
  ]);
});

test("what an older set did not record is said in words, never as zero", () => {
  const { facts } = scenario("source_quality_not_recorded");
  expect(factOf(facts, "item_count")).toMatchObject({ state: "unavailable", text: "Not recorded" });
  expect(factOf(facts, "snapshot_timestamp")).toMatchObject({ state: "unavailable", text: "Not recorded" });
});

test("nothing is chosen for the operator", () => {
  const model = sourceStep(freshDraft, [nightly, weekly], null, scenarioContext);
  expect(model.chosenId).toBeNull();
  expect(model.apply).toBeNull();
});

test("a set in the selector changes the run only through an action of its own", () => {
  expect(sourceStep(sourceSelected, [nightly, weekly], nightly.id, scenarioContext).apply).toBeNull();
  const model = sourceStep(sourceSelected, [nightly, weekly], weekly.id, scenarioContext);
  expect(model.apply).toMatchObject({ kind: "callback", id: "use_backup_set" });
  expect(model.keep).toMatchObject({ label: `Keep “${nightly.name}”` });
});

test("what another set would undo is said only where it exists", () => {
  expect(sourceStep(sourceSelected, [nightly], nightly.id, scenarioContext).undoes).toBeNull();
  const confirming = { ...previewed, confirmation: { reviewedImpact: true, typedLabel: "", pasted: false } };
  expect(sourceStep(confirming, [nightly], nightly.id, scenarioContext).undoes).toBe(
    "Choosing another set voids checks and preview, and clears scope, mappings and confirmation.",
  );
});

test("two sets of one name can be told apart by their capture time", () => {
  const twin = { ...nightly, id: "bs_0499", capturedAt: null };
  const { options } = sourceStep(sourceSelected, [nightly, twin], nightly.id, scenarioContext);
  expect(new Set(options.map(({ text }) => text)).size).toBe(2);
});

test("a run that was executed, and a member who may only look, say why nothing can be chosen", () => {
  expect(sourceStep(executed("completed", {}), [nightly], nightly.id, scenarioContext).control.state).toBe("shut");
  expect(
    sourceStep({ ...sourceSelected, operator: viewer }, [nightly], nightly.id, scenarioContext).control,
  ).toMatchObject({
    state: "shut",
    reason: expect.stringContaining("workspace administrator"),
  });
});

describe("RW-2 the set in the selector", () => {
  const model = (facts: typeof sourceSelected, sets: readonly BackupSetSummary[], chosenId: string | null) =>
    sourceStep(facts, sets, chosenId, scenarioContext);
  const texts = (...sets: readonly BackupSetSummary[]) => model(freshDraft, sets, null).options.map(({ text }) => text);

  test("is named with its items, and with its capture time only beside another of its name", () => {
    const uncounted = { ...weekly, quality: { ...weekly.quality, itemCount: null } };
    expect(texts(nightly, weekly)).toEqual([
      "Nightly policy set, 18 November · 148 items",
      "Weekly policy set · 148 items",
    ]);
    expect(texts(uncounted)).toEqual([`Weekly policy set · ${words.itemCountNotRecorded}`]);
    expect(texts(nightly, { ...nightly, id: "bs_0499", capturedAt: null })).toEqual([
      "Nightly policy set, 18 November · 18 Nov 2026, 02:14 UTC · 148 items",
      `Nightly policy set, 18 November · ${words.captureTimeNotRecorded} · 148 items`,
    ]);
  });

  test("may be the run's own although the workspace no longer lists it, and no other that is not listed", () => {
    expect(model(sourceSelected, [weekly], nightly.id)).toMatchObject({ chosenId: nightly.id, empty: null });
    const unlisted = model(sourceSelected, [weekly], "bs_gone");
    expect([unlisted.chosenId, unlisted.facts, unlisted.apply, unlisted.keep]).toEqual([null, [], null, null]);
    expect(model(freshDraft, [], "bs_gone").chosenId).toBeNull();
    expect(model({ ...sourceSelected, backupSet: weekly }, [weekly], null).chosenId).toBeNull();
  });

  test("is none where the workspace has no backup set, and that is said", () => {
    expect(model(freshDraft, [], null).empty).toBe(words.empty);
    expect(model(freshDraft, [weekly], null).empty).toBeNull();
    expect(model(sourceSelected, [], nightly.id).empty).toBeNull();
  });

  test("can be given up for the run's own, where the run has one", () => {
    expect(model(sourceSelected, [nightly, weekly], weekly.id).keep).toEqual({
      kind: "callback",
      id: "keep_backup_set",
      label: `Keep “${nightly.name}”`,
    });
    expect(model(sourceSelected, [nightly, weekly], nightly.id).keep).toBeNull();
    expect(model(freshDraft, [weekly], weekly.id).keep).toBeNull();
  });

  test("undoes nothing on a run that has none yet, and what it does on one that has (BY-2)", () => {
    const ticked = { ...freshDraft, confirmation: { reviewedImpact: true, typedLabel: "", pasted: false } };
    expect(model(ticked, [weekly], weekly.id).undoes).toBeNull();
    expect(model(previewed, [nightly, weekly], weekly.id).undoes).toBe(
      "Choosing another set voids checks and preview, and clears scope and mappings.",
    );
  });

  test("has types, or says that they are not recorded (BY-3)", () => {
    const untyped = { ...nightly, types: [] };
    expect(factOf(sourceSelected, "types", untyped)).toMatchObject({ state: "unavailable", text: "Not recorded" });
  });

  test.each<[string, Partial<BackupSetSummary>, object]>([
    ["the target's own", {}, { state: "text", text: "Contoso · The target’s own tenant" }],
    ["another one of the same name", { tenantId: "t-2" }, { state: "text", text: "Contoso · Not the target’s tenant" }],
    [
      "one that was not recorded",
      { tenantId: null },
      { state: "text", text: "Contoso · Whether it is the target’s tenant is not recorded" },
    ],
    ...[null, ""].map((tenantName): [string, Partial<BackupSetSummary>, object] => [
      "the target's own, and its name was not recorded",
      { tenantName },
      {
        state: "unavailable",
        text: "Not recorded",
        reason: "The export does not name its tenant. The target’s own tenant.",
      },
    ]),
  ])("says whether its tenant is the target's: %s", (_, change, value) => {
    expect(factOf(sourceSelected, "tenant_name", { ...nightly, ...change })).toEqual(value);
  });

  test("is told apart in quality from the one of the run (PF-6)", () => {
    const poor = { ...weekly, quality: { ...weekly.quality, itemCount: 7 } };
    const counts = (chosenId: string | null, facts = sourceSelected) =>
      model(facts, [nightly, poor], chosenId).quality.rows.map(({ measure, note }) => [measure.text, note]);
    expect(counts(poor.id)[0]?.[0]).toBe("7");
    expect(counts(null)[0]?.[0]).toBe("148");
    expect(counts(nightly.id).every(([, note]) => note !== "")).toBe(true);
    expect(counts(null, freshDraft)).toEqual(Array.from({ length: 5 }, () => ["Not recorded", ""]));
  });
});
