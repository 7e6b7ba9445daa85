import { expect, test } from "vitest";
import { scopeLead } from "../../../../src/restore/resolvers/steps/scope-lead.js";
import { resolveWizard } from "../../../../src/restore/resolvers/wizard.js";
import { scenario, scenarioContext, type ScenarioId } from "../../../../src/testing/scenarios/index.js";

function lead(id: ScenarioId) {
  const { facts } = scenario(id);
  return scopeLead(facts, resolveWizard(facts, "define_restore_scope", scenarioContext), scenarioContext);
}

test("a required mapping is named, and the one way forward leads to it", () => {
  const { detail, action } = lead("mapping_required");
  expect(detail).toContain("group Field kiosks");
  expect(action).toMatchObject({
    kind: "link",
    label: "Resolve 1 target mapping",
    href: "#define_restore_scope/mappings",
  });
});

test("before there is a scope, the way forward is to define it", () => {
  expect(lead("source_selected").action).toMatchObject({ kind: "link", label: "Define scope" });
});

test("without a backup set, the way forward is the one that the gate names", () => {
  expect(lead("fresh_draft").action).toMatchObject({ kind: "link", label: "Select backup set" });
});

test("a settled scope, and one that nobody may change any more, ask for nothing", () => {
  expect(lead("checks_required").action).toBeNull();
  expect(lead("completed_with_evidence").action).toBeNull();
});
