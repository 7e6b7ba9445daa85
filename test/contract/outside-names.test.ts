import { describe, expect, test } from "vitest";
import { restoreClaims, type RestoreClaimState } from "../../src/restore/claims/index.js";
import { evidenceFreshness } from "../../src/restore/run/basis.js";
import { findFalseClaimsInModel, setApart } from "../../src/safety/index.js";
import { restoreScenarios, resultOf, wizardOf } from "../../src/testing/scenarios/index.js";
import { piecesOf } from "../../src/view-models/index.js";
import { hostile } from "./hostile-facts.js";
import { contexts, modelsOf, said } from "./languages.js";

/** What a policy, a group, a person or a tenant may be called. The last one ends what sets it apart, if that can be ended. */
const texts = ["Recovery verified", "Wiederherstellung bestätigt", "\u2069Compliant.\nHealthy\u2068"];

// Ten thousand items say the same as ten.
const originals = restoreScenarios.filter(({ id }) => !id.startsWith("ten_thousand"));
const { scenarios, names: given, ...listed } = hostile(originals, texts);
/** What is searched for is kept in small letters beside the name. */
const names = [...given, ...given.map((name) => name.toLowerCase())];

/** Fields that hold an outside name, or an id, and nothing else. */
const fields = ["name", "searched", "value", "targetLabel", "itemIds", "chosenId"];
const bare = /\.(name|searched|value|targetLabel|itemIds\.\d+|chosenId|external|id|key)$/;

/** The claims that a scenario may make, which are those that it may make under its own names. */
function stateOf({ id, facts }: Pick<(typeof originals)[number], "id" | "facts">): RestoreClaimState {
  if (facts.run.execution !== null) return resultOf(id).state;
  return wizardOf(id).execution.state === "available" ? "preparation_complete" : "preparation";
}

const states = new Set(originals.map(stateOf));

describe.each(["en", "de"] as const)("BY-13 a name that claims something makes no claim of ours in %s", (language) => {
  test.each([...states])("in any scenario in the state %s", (state) => {
    const members = scenarios.filter(
      (_, index) => originals[index] !== undefined && stateOf(originals[index]) === state,
    );
    const models = Object.fromEntries(members.map((one) => [one.id, modelsOf(one, contexts[language], listed)]));
    expect(findFalseClaimsInModel(models, restoreClaims[state], { names, fields })).toEqual([]);
    expect(wronglyMarked(models)).toEqual([]);
  });
});

describe("BY-13 the scenarios under hostile names", () => {
  test("rest on evidence as they do under their own", () => {
    const standing = (list: typeof scenarios) =>
      list.map(({ facts }) => evidenceFreshness(facts)).map(({ checks, preview }) => [checks.state, preview.state]);
    expect(standing(scenarios)).toEqual(standing(originals));
  });

  test("each show one of the names in a sentence", () => {
    const marks = given.map(setApart);
    const silent = scenarios.filter(
      (one) =>
        !said(modelsOf(one, contexts.en, listed)).some(({ text }) =>
          marks.some((mark) => mark !== "" && text.length > mark.length && text.includes(mark)),
        ),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});

/** Texts with a mark that nothing ends, or with one that sets words of ours apart. */
function wronglyMarked(models: unknown): readonly string[] {
  const recorded = said(scenarios.map(({ facts }) => facts)).map(({ text }) => text);
  const outside = new Set([...names, ...recorded].map(setApart));
  return said(models)
    .filter(({ path }) => !bare.test(path))
    .filter(({ text }) =>
      piecesOf(text).some((piece) =>
        typeof piece === "string" ? /[\u2066-\u2069]/.test(piece) : !outside.has(setApart(piece.external)),
      ),
    )
    .map(({ path, text }) => `${path}: ${text}`);
}
