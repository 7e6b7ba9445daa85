import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { entries } from "../../scripts/entries.ts";
import { resolveOperationPage } from "../../src/restore/resolvers/steps/operation-page.js";
import { restoreClaims, type RestoreClaimState } from "../../src/restore/claims/index.js";
import { claimVerdict, findFalseClaimsInModel } from "../../src/safety/index.js";
import { restoreScenarios, resultOf, scenario } from "../../src/testing/scenarios/index.js";
import { ownContext } from "../../examples/words/own-terms.ts";
import { contexts, resultModelsOf, wizardModelsOf } from "./languages.js";
import { importsOf } from "./layers.ts";

const everyId = restoreScenarios.map(({ id }) => id);

/** Names that the scenarios take from outside, and the fields that show nothing else. */
function externalOf(id: (typeof everyId)[number]) {
  const { facts } = scenario(id);
  const names = [
    facts.run.target.label,
    ...(facts.run.preview?.items ?? []).map(({ name }) => name),
    ...(facts.run.execution?.results?.items ?? []).map(({ name }) => name),
    ...(facts.dependencies ?? []).flatMap(({ sourceName }) => sourceName ?? []),
  ];
  return { names, fields: ["name", "item", "source"] };
}

const spoken = { ...contexts, "de with a team's own terms": ownContext("de-DE", contexts.de.href) };
const languages = Object.keys(spoken) as (keyof typeof spoken)[];

describe.each(languages)("RR-12 no scenario makes a forbidden claim in %s", (language) => {
  const ids = everyId.filter((id) => language in contexts || !id.startsWith("ten_thousand"));
  const resultIn = (id: (typeof everyId)[number]) => resultModelsOf(scenario(id), spoken[language]);

  test.each(ids)("in the wizard of %s", (id) => {
    const wizard = wizardModelsOf(scenario(id), spoken[language]);
    const state: RestoreClaimState =
      wizard.frame.execution.state === "available" ? "preparation_complete" : "preparation";
    const prepared = scenario(id).facts.run.execution === null;
    expect(
      findFalseClaimsInModel(wizard, restoreClaims[prepared ? state : resultOf(id).state], externalOf(id)),
    ).toEqual([]);
  });

  test.each(ids)("in the result of %s", (id) => {
    const { result, details } = resultIn(id);
    expect(findFalseClaimsInModel({ result, details }, restoreClaims[result.state], externalOf(id))).toEqual([]);
  });

  test.each(ids)("in the claim of %s, which is one that its state allows", (id) => {
    const { state, decision } = resultIn(id).result;
    expect(claimVerdict(decision.claim, restoreClaims[state])).toEqual({ allowed: true });
  });

  test.each(ids.filter((id) => scenario(id).facts.operation !== null))("on the operation page of %s", (id) => {
    const { facts } = scenario(id);
    if (facts.operation === null) throw new TypeError(`The scenario “${id}” has no operation.`);
    for (const followUp of [true, false]) {
      const restoreRun = { id: facts.run.id, href: "/runs/1", followUp };
      const page = resolveOperationPage({ operation: facts.operation, restoreRun }, spoken[language]);
      expect(findFalseClaimsInModel(page, restoreClaims[resultOf(id).state])).toEqual([]);
    }
  });
});

describe("checkrail/restore/claims", () => {
  test("needs no React, and no package at all", () => {
    const root = resolve(import.meta.dirname, "../..");
    const entry = entries().find(({ subpath }) => subpath === "./restore/claims");
    const seen = new Set<string>();
    const packages = new Set<string>();
    const walk = (path: string) => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const { specifier, typeOnly } of importsOf(path, readFileSync(path, "utf8"))) {
        if (typeOnly) continue;
        if (specifier.startsWith(".")) walk(join(path, "..", specifier).replace(/\.js$/, ".ts"));
        else packages.add(specifier);
      }
    };
    walk(entry?.source ?? "");
    expect([...seen].map((path) => relative(root, path))).toContain(join("src", "safety", "claims", "english.ts"));
    expect([...packages].filter((name) => !name.startsWith("@noble/hashes"))).toEqual([]);
  });
});
