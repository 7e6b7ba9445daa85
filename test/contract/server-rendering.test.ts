import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { CollapsedDiagnostics, CompactSafetyStatus, DecisionCard, ProcessFlow, StepRail } from "../../src/index.js";
import { catalogue, wizardOf } from "../../src/testing/scenarios/index.js";

test("there is no browser here", () => {
  expect(typeof window).toBe("undefined");
  expect(typeof document).toBe("undefined");
});

test.each(catalogue.map((one) => one.id))("a server without a browser draws the page of %s", (id) => {
  const { rail, decision, flow, compact, diagnostics } = wizardOf(id);
  const page = createElement("main", null, [
    createElement(StepRail, { key: "rail", model: rail }),
    createElement(DecisionCard, { key: "decision", model: decision }),
    createElement(ProcessFlow, { key: "flow", model: flow }),
    createElement(CompactSafetyStatus, { key: "compact", model: compact }),
    createElement(CollapsedDiagnostics, { key: "diagnostics", model: diagnostics }),
  ]);
  const html = renderToString(page);
  for (const gate of flow.gates) expect(html).toContain(`id="${flow.id}-${gate.id}"`);
  // Diagnostics are closed: a server sends none of their entries.
  for (const entry of diagnostics.entries) expect(html).not.toContain(entry.label);
});
