import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { CollapsedDiagnostics, CompactSafetyStatus, DecisionCard, ProcessFlow, StepRail } from "../../src/index.js";
import { catalogue, restoreScenarios, wizardOf, workflowOf } from "../../src/testing/scenarios/index.js";

test("there is no browser here", () => {
  expect(typeof window).toBe("undefined");
  expect(typeof document).toBe("undefined");
});

test.each(catalogue.map((one) => one.id))("a server without a browser draws the workflow of %s", (id) => {
  const { decision, flow, compact } = workflowOf(id);
  const page = createElement("main", null, [
    createElement(DecisionCard, { key: "decision", model: decision }),
    createElement(ProcessFlow, { key: "flow", model: flow }),
    createElement(CompactSafetyStatus, { key: "compact", model: compact }),
  ]);
  const html = renderToString(page);
  for (const gate of flow.gates) expect(html).toContain(`id="${flow.id}-${gate.id}"`);
});

test.each(restoreScenarios.map((one) => one.id))("a server without a browser draws what is around it in %s", (id) => {
  const { rail, diagnostics } = wizardOf(id);
  const page = createElement("main", null, [
    createElement(StepRail, { key: "rail", model: rail }),
    createElement(CollapsedDiagnostics, { key: "diagnostics", model: diagnostics }),
  ]);
  const html = renderToString(page);
  // Diagnostics are closed: a server sends none of their entries.
  for (const entry of diagnostics.entries) expect(html).not.toContain(entry.label);
});
