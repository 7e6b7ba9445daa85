import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fixtures } from "../../scripts/fixtures.js";
import { rootModels } from "../../scripts/schemas.js";
import { parseViewModel } from "../../src/view-models/schemas/index.js";
import { catalogue } from "../../src/testing/scenarios/index.js";

const all = fixtures();

describe("fixtures for backends in other languages", () => {
  test("there is one of every model and of every scenario, and forged ones of every model", () => {
    const accepted = all.filter(({ refused }) => refused === null);
    expect(new Set(accepted.map(({ model }) => model))).toEqual(new Set(rootModels));
    expect(new Set(all.filter(({ refused }) => refused !== null).map(({ model }) => model))).toEqual(
      new Set(rootModels),
    );
    const scenarios = new Set(accepted.flatMap(({ scenarios: shown }) => shown));
    const states = catalogue.map(({ id }) => id).filter((id) => !id.startsWith("ten_thousand"));
    expect(states.filter((id) => !scenarios.has(id))).toEqual([]);
  });

  test("our own validators say of each what Python has to say", () => {
    const wrong = all.filter(({ model, value, refused }) => parseViewModel(model, value).ok !== (refused === null));
    expect(wrong).toEqual([]);
  });

  test("the answer of the Laravel page is a decision card", () => {
    const answer = readFileSync(new URL("../../examples/backends/laravel/decision.json", import.meta.url), "utf8");
    expect(parseViewModel("DecisionCardViewModel", JSON.parse(answer))).toMatchObject({ ok: true });
  });
});
