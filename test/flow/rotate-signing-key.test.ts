import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { basisOf, englishGrammar, findFalseClaimsInModel, type ForbiddenClaim } from "../../src/safety/index.js";
import { rotation, type RotationFacts, rotationScenarios, trialBasis } from "../../src/testing/index.js";
import { parseViewModel, type RootModels } from "../../src/view-models/schemas/index.js";
import { disagreements } from "../contract/agreement.js";
import { plain } from "../support/plain.js";

const ids = rotationScenarios.map(({ id }) => id);

function scenario(id: (typeof ids)[number]) {
  return rotationScenarios.find((one) => one.id === id) ?? expect.fail();
}

describe("PF-1 rotating a signing key gets every view from its own evaluators and copy", () => {
  test.each(ids)("in %s, six models pass the contract and agree (PF-16)", (id) => {
    const { flow, decision, compact, proof, quality, diagnostics, execution } = scenario(id).views;
    const models: Partial<RootModels> = {
      ProcessFlowViewModel: flow,
      DecisionCardViewModel: decision,
      CompactSafetyStatusViewModel: compact,
      ProofAsideViewModel: proof,
      BackupQualitySummaryViewModel: quality,
      CollapsedDiagnosticsViewModel: diagnostics,
    };
    const parsed = Object.entries(models).map(([name, model]) => parseViewModel(name as keyof RootModels, model));
    expect(parsed.flatMap((one) => (one.ok ? [] : one.problems))).toEqual([]);
    expect(disagreements({ flow, decision, compact, execution })).toEqual([]);
  });

  test("the operator can retire the old key when every verifier accepted the new one, and once", () => {
    const answers = rotationScenarios.map(({ id, views }) => [id, views.execution.state]);
    expect(answers.filter(([, state]) => state !== "unavailable")).toEqual([
      ["rotation_armed", "available"],
      ["rotation_running", "started"],
      ["rotation_done", "started"],
    ]);
  });

  test("the operator reads which key was tried and which one is there now (BY-1)", () => {
    expect(plain(scenario("rotation_void").views.flow.gates[2])).toMatchObject({
      title: "Trial by the verifiers",
      freshness: {
        state: "invalidated",
        causes: [{ label: "New key", before: "tokens-2026-11", after: "tokens-2026-11b" }],
      },
    });
  });

  test("a verifier that is added after the trial voids it as well", () => {
    const { facts } = scenario("rotation_armed");
    const verifiers = [...(facts.verifiers ?? []), "webhooks"];
    const { execution, flow } = rotation("later", { ...facts, verifiers });
    expect(execution.state).toBe("unavailable");
    expect(flow.gates[2]).toMatchObject({ freshness: { state: "invalidated", causes: [{ label: "Verifiers" }] } });
  });

  test.each<[what: string, verifiers: RotationFacts["verifiers"]]>([
    ["nobody listed a verifier", null],
    ["the list is empty", []],
  ])("nothing can start where %s, although nobody refused", (_, verifiers) => {
    const facts = { ...scenario("rotation_armed").facts, verifiers };
    const trial = { basis: basisOf(trialBasis(facts)), at: "2026-11-20T09:40:00Z", refusedBy: [] };
    expect(rotation("unlisted", { ...facts, trial }).execution.state).toBe("unavailable");
  });

  test("facts, evaluators and copy of all six take fewer than 150 lines", () => {
    const source = new URL("../../src/testing/scenarios/rotate-signing-key.ts", import.meta.url);
    expect(readFileSync(source, "utf8").trimEnd().split("\n").length).toBeLessThan(150);
  });
});

describe("SI-10 no state of a rotation claims what its facts do not carry", () => {
  const claim = (id: string, ...words: ForbiddenClaim["words"]): ForbiddenClaim => ({
    id,
    kind: "quality",
    order: "any",
    gap: 4,
    words,
  });
  const never = [
    claim(
      "rotation_works",
      ["rotation", "rotated"],
      ["works", "worked", "complete", "completed", "successful", "successfully", "safe"],
    ),
    claim(
      "every_verifier_follows",
      ["all verifiers", "every verifier", "everyone", "everything"],
      ["new key", "works", "reported"],
    ),
  ];
  const calm = claim("calm", ["safe", "safely", "ready", "fine", "ok", "done"]);
  const stopped = claim("old_key_stopped", ["tokens-2026-05", "old key"], ["stopped", "retired", "is gone"]);
  const accepted = claim("new_key_accepted", ["new key", "tokens-2026-11"], ["accepted", "verified by", "trusted"]);

  const forbidden: Readonly<Record<(typeof ids)[number], readonly ForbiddenClaim[]>> = {
    rotation_draft: [...never, calm, stopped, accepted],
    rotation_blocked: [...never, calm, stopped, accepted],
    rotation_void: [...never, calm, stopped, accepted],
    rotation_armed: [...never, stopped],
    rotation_running: [...never, stopped],
    rotation_done: never,
  };

  test.each(ids)("%s", (id) => {
    const policy = {
      scope: id,
      languages: [{ grammar: englishGrammar, forbidden: forbidden[id] }],
      list: "closed" as const,
      allowed: [],
    };
    expect(findFalseClaimsInModel(scenario(id).views, policy)).toEqual([]);
  });

  test("a rotation that ended says which verifiers did not report, and counts only those that did", () => {
    const { views } = scenario("rotation_done");
    const unreported = "No signature of the new key was reported by ledger and support.";
    expect(views.decision.impact).toBe(unreported);
    expect(views.proof.facts.at(-1)).toMatchObject({
      state: "unknown",
      text: "7 verifiers reported a signature of the new key.",
      detail: unreported,
    });
  });
});
