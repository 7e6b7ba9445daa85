import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { entries } from "../../scripts/entries.ts";
import { resolveOperationPage } from "../../src/restore/resolvers/steps/operation-page.js";
import {
  resolveChecksStep,
  resolveConfirmStep,
  resolveMappings,
  resolvePreviewStep,
  resolveResultDetails,
} from "../../src/restore/resolvers/steps/index.js";
import { restoreClaims, type RestoreClaimState } from "../../src/restore/claims/index.js";
import { claimVerdict, findFalseClaimsInModel } from "../../src/safety/index.js";
import { catalogue, resultOf, scenario, scenarioContext, wizardOf } from "../../src/testing/scenarios/index.js";
import { importsOf } from "./layers.ts";

const ids = catalogue.map(({ id }) => id);

/** Names that the scenarios take from outside, and the fields that show nothing else. */
function externalOf(id: (typeof ids)[number]) {
  const { facts } = scenario(id);
  const names = [
    facts.run.target.label,
    ...(facts.run.preview?.items ?? []).map(({ name }) => name),
    ...(facts.run.execution?.results?.items ?? []).map(({ name }) => name),
    ...(facts.dependencies ?? []).flatMap(({ sourceName }) => sourceName ?? []),
  ];
  return { names, fields: ["name", "item", "source"] };
}

describe("RR-12 no scenario makes a forbidden claim", () => {
  test.each(ids)("in the wizard of %s", (id) => {
    const { facts } = scenario(id);
    const frame = wizardOf(id);
    const state: RestoreClaimState = frame.execution.state === "available" ? "preparation_complete" : "preparation";
    const prepared = facts.run.execution === null;
    const models = {
      frame,
      checks: resolveChecksStep(facts, frame, scenarioContext),
      preview: resolvePreviewStep(facts, frame, scenarioContext),
      confirm: resolveConfirmStep(facts, frame, scenarioContext),
      mappings: resolveMappings(facts, null, scenarioContext),
    };
    const policy = restoreClaims[prepared ? state : resultOf(id).state];
    expect(findFalseClaimsInModel(models, policy, externalOf(id))).toEqual([]);
  });

  test.each(ids)("in the result of %s", (id) => {
    const { facts } = scenario(id);
    const result = resultOf(id);
    const models = { result, details: resolveResultDetails(facts, scenarioContext) };
    expect(findFalseClaimsInModel(models, restoreClaims[result.state], externalOf(id))).toEqual([]);
  });

  test.each(ids)("in the claim of %s, which is one that its state allows", (id) => {
    const { state, decision } = resultOf(id);
    expect(claimVerdict(decision.claim, restoreClaims[state])).toEqual({ allowed: true });
  });

  test.each(ids.filter((id) => scenario(id).facts.operation !== null))("on the operation page of %s", (id) => {
    const { facts } = scenario(id);
    if (facts.operation === null) throw new TypeError(`The scenario “${id}” has no operation.`);
    for (const followUp of [true, false]) {
      const restoreRun = { id: facts.run.id, href: "/runs/1", followUp };
      const page = resolveOperationPage({ operation: facts.operation, restoreRun }, scenarioContext);
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
