import { expect, test } from "vitest";
import { resolveSourceStep } from "../../../../src/restore/resolvers/steps/source-step.js";
import type { BackupSetSummary } from "../../../../src/restore/run/backup-set.js";
import { executed, freshDraft, previewed, sourceSelected, viewer } from "../../../../src/testing/scenarios/index.js";
import { scenario, scenarioContext } from "../../../../src/testing/scenarios/index.js";

function setOf(facts: typeof sourceSelected): BackupSetSummary {
  if (facts.backupSet === null) throw new TypeError("The scenario has no backup set.");
  return facts.backupSet;
}

const nightly = setOf(sourceSelected);
const weekly: BackupSetSummary = { ...nightly, id: "bs_0413", name: "Weekly policy set" };
const factOf = (facts: typeof sourceSelected, id: string, chosen = setOf(facts)) =>
  resolveSourceStep(facts, [chosen], chosen.id, scenarioContext).facts.find((fact) => fact.id === id)?.value;

test("the operator reads timestamp, tenant, item count and types of the chosen set (RW-2)", () => {
  const { facts } = resolveSourceStep(sourceSelected, [nightly], nightly.id, scenarioContext);
  expect(facts.map(({ label, value }) => [label, value.text])).toEqual([
    ["Snapshot timestamp", "18 Nov 2026, 02:14 UTC"],
    ["Tenant name", "Contoso"],
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
  const model = resolveSourceStep(freshDraft, [nightly, weekly], null, scenarioContext);
  expect(model.chosenId).toBeNull();
  expect(model.apply).toBeNull();
});

test("a set in the selector changes the run only through an action of its own", () => {
  expect(resolveSourceStep(sourceSelected, [nightly, weekly], nightly.id, scenarioContext).apply).toBeNull();
  const model = resolveSourceStep(sourceSelected, [nightly, weekly], weekly.id, scenarioContext);
  expect(model.apply).toMatchObject({ kind: "callback", id: "use_backup_set" });
  expect(model.keep).toMatchObject({ label: `Keep “${nightly.name}”` });
});

test("what another set would undo is said only where it exists", () => {
  expect(resolveSourceStep(sourceSelected, [nightly], nightly.id, scenarioContext).undoes).toBeNull();
  const confirming = { ...previewed, confirmation: { reviewedImpact: true, typedLabel: "", pasted: false } };
  expect(resolveSourceStep(confirming, [nightly], nightly.id, scenarioContext).undoes).toBe(
    "Choosing another set voids checks and preview, and clears scope, mappings and confirmation.",
  );
});

test("two sets of one name can be told apart by their capture time", () => {
  const twin = { ...nightly, id: "bs_0499", capturedAt: null };
  const { options } = resolveSourceStep(sourceSelected, [nightly, twin], nightly.id, scenarioContext);
  expect(new Set(options.map(({ text }) => text)).size).toBe(2);
});

test("a run that was executed, and a member who may only look, say why nothing can be chosen", () => {
  expect(resolveSourceStep(executed("completed", {}), [nightly], nightly.id, scenarioContext).control.state).toBe(
    "shut",
  );
  expect(
    resolveSourceStep({ ...sourceSelected, operator: viewer }, [nightly], nightly.id, scenarioContext).control,
  ).toMatchObject({
    state: "shut",
    reason: expect.stringContaining("workspace administrator"),
  });
});
