import { describe, expect, test } from "vitest";
import { allowedClaims } from "../../src/restore/claims/index.js";
import { renameRestoreTerms, type RenamedRestoreTerms, restoreTerms } from "../../src/restore/index.js";
import { restoreScenarios, scenarioDirectory } from "../../src/testing/scenarios/index.js";
import { contexts, modelsOf, said } from "../contract/languages.js";

// Ten thousand items say nothing that twelve do not.
const few = restoreScenarios.filter(({ id }) => !id.startsWith("ten_thousand"));

/** Every term in words that no language has. */
const unheard = Object.fromEntries(
  Object.entries(restoreTerms).map(([language, terms]) => [
    language,
    Object.fromEntries(
      Object.entries(terms).map(([name, forms]) => [
        name,
        Object.fromEntries(Object.keys(forms).map((form) => [form, `Qx${name}${form}`.replaceAll("_", "")])),
      ]),
    ),
  ]),
) as RenamedRestoreTerms;

/** Places and literals, which a machine reads. */
const machine = /(^|\.)(id|href|anchor|step|section|literal|state|code|key|field|kind|path|external|mark|choice)(\.|$)/;

/** Sentences whose denial or instruction the nonsense would cut off from a claim, and which keep their own words for that. */
const keptForTheirClaims = [
  "Do not treat this restore as verified recovery until evidence has been reviewed.",
  "Do not treat this restore as verified recovery until evidence of it has been reviewed.",
  "No execution proof or post-run evidence exists yet.",
  "Post-run evidence is available, and does not show every item as intended.",
  "Review evidence before treating the restore as recovery proof.",
];

describe.each(["en", "de"] as const)("a team renames every term of Restore Run in %s", (language) => {
  const renamed = renameRestoreTerms(contexts[language], unheard);
  const spelled = Object.values(restoreTerms[language]).flatMap((forms): readonly string[] => Object.values(forms));
  const old = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${spelled.join("|")})(?![\\p{L}\\p{N}_])`, "iu");

  test("and no sentence of any scenario says an old one", () => {
    const allowed = Object.values(allowedClaims).flatMap((claims): readonly string[] => claims[language]);
    const left = few.flatMap((scenario) => {
      const given = new Set([...said([scenario.facts, scenarioDirectory]).map(({ text }) => text), ...allowed]);
      return said(modelsOf(scenario, renamed))
        .filter(({ text, path }) => !given.has(text) && !machine.test(path))
        .flatMap(({ text }) => text.replaceAll(/\u2068[^\u2069]*\u2069/g, "…").split(/(?<=\.) /))
        .filter((sentence) => old.test(sentence));
    });
    expect([...new Set(left)].sort()).toEqual(language === "en" ? keptForTheirClaims : []);
  });

  test("and a language that the team does not mention keeps ours", () => {
    const { words } = renameRestoreTerms(contexts[language], {});
    expect(words.steps).toEqual(contexts[language].words.steps);
  });
});
