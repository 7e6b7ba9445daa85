import { describe, expect, test } from "vitest";
import { restoreWords } from "../../../src/restore/resolvers/copy/words.js";
import { catalogue, scenarioContext, wizardOf } from "../../../src/testing/scenarios/index.js";

describe("RW-1 the wizard has five steps", () => {
  test.each(["fresh_draft", "armed", "failed"] as const)("in the same order, whatever is known in %s", (id) => {
    expect(wizardOf(id).rail.steps.map(({ title }) => title)).toEqual([
      "Select backup set",
      "Define restore scope",
      "Safety & conflict checks",
      "Preview",
      "Confirm & execute",
    ]);
  });
});

test("each step asks its one question (RW-21)", () => {
  expect(Object.values(restoreWords(scenarioContext).steps.question)).toEqual([
    "What are we restoring from?",
    "What exactly should be restored?",
    "Is this dangerous?",
    "What would happen?",
    "Do you really want to do this?",
  ]);
});

test("a stored run holds no gate, proof, quality or diagnostics: they are derived from it each time (PF-18)", () => {
  for (const { facts } of catalogue) {
    const stored = JSON.parse(JSON.stringify(facts.run)) as object;
    expect(Object.keys(stored).filter((field) => /gate|proof|quality|diagnostic/i.test(field))).toEqual([]);
  }
});
