import { describe, expect, test } from "vitest";
import { catalogue, thirtyGates, wizardOf } from "../../src/testing/scenarios/index.js";
import { parseViewModel } from "../../src/view-models/schemas/index.js";
import { disagreements } from "./agreement.js";
import { requirements } from "./requirements.js";

describe("the catalogue of scenarios", () => {
  const shown = new Set<string>(catalogue.flatMap(({ rules }) => rules));

  test.each(requirements.map(({ id }) => id).filter((id) => /^(?:PF|RW|SI|RR)-/.test(id)))("shows %s", (id) => {
    expect(shown.has(id)).toBe(true);
  });

  test("names every state once", () => {
    const ids = catalogue.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const titles = catalogue.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe("PF-1 a workflow of thirty gates", () => {
  test.each([0, 1, 29, 30])("with %i of them complete has models that hold and agree", (met) => {
    const views = thirtyGates(met);
    expect(parseViewModel("ProcessFlowViewModel", views.flow)).toMatchObject({ ok: true });
    expect(parseViewModel("DecisionCardViewModel", views.decision)).toMatchObject({ ok: true });
    expect(parseViewModel("CompactSafetyStatusViewModel", views.compact)).toMatchObject({ ok: true });
    expect(disagreements(views)).toEqual([]);
    expect(views.flow.progress.text).toBe(`${met}/30 gates complete`);
  });
});

describe("RW-14 a preview of ten thousand items", () => {
  test("counts every one of them, and is available to the operator", () => {
    expect(wizardOf("ten_thousand_items").flow.gates.find(({ id }) => id === "preview")?.reason).toBe(
      "Preview is current: 10,000 of 10,000 items would be written.",
    );
  });
});
