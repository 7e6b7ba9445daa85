import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { englishFlowWords, formatting, presentDiagnostics, presentProof } from "../../src/flow/index.js";
import { presentQuality, presentWorkflow, type WorkflowCopy } from "../../src/flow/index.js";
import { basisOf, evaluateGates } from "../../src/safety/index.js";
import { freshnessOf, type GateDefinition } from "../../src/safety/index.js";
import { parseViewModel, type RootModels } from "../../src/view-models/schemas/index.js";
import { disagreements } from "../contract/agreement.js";

type GateId = "new_key_made" | "new_key_accepted" | "old_key_retired";
type Reason = {
  readonly code: "no_key" | "made" | "not_tried" | "tried" | "tried_another" | "still_signs";
};

/** What is known of a rotation: its new key, a trial of a key by every verifier, and the request to retire the old one. */
interface Facts {
  readonly newKey: string | null;
  readonly trial: { readonly key: string; readonly at: string } | null;
  readonly requested: boolean;
  readonly verifiers: number | null;
}

const definitions: readonly GateDefinition<Facts, GateId, Reason>[] = [
  {
    id: "new_key_made",
    requires: [],
    evaluate: ({ newKey }) => (newKey === null ? open("no_key", "make") : done("made")),
  },
  {
    id: "new_key_accepted",
    requires: ["new_key_made"],
    evaluate: ({ newKey, trial }) => {
      const evidence = trial === null ? null : { basis: basisOf({ key: trial.key }), capturedAt: trial.at };
      const freshness = freshnessOf(evidence, { key: newKey });
      if (freshness.state === "current") return { ...done("tried"), freshness };
      return { ...open(trial === null ? "not_tried" : "tried_another", "try"), freshness };
    },
  },
  { id: "old_key_retired", requires: ["new_key_accepted"], evaluate: () => open("still_signs", null) },
];

function done(code: Reason["code"]) {
  return { verdict: "complete", freshness: null, reason: { code }, notice: null } as const;
}

function open(code: Reason["code"], anchor: string | null) {
  const clearedBy = anchor === null ? null : { step: "keys", anchor };
  return { verdict: "pending", freshness: null, blockers: [{ reason: { code }, clearedBy }] } as const;
}

const sentences: Readonly<Record<Reason["code"], string>> = {
  no_key: "There is no new key.",
  made: "A new key was made.",
  not_tried: "No verifier has tried the new key.",
  tried: "Every verifier accepts the new key.",
  tried_another: "The key changed after the verifiers tried it.",
  still_signs: "The old key still signs.",
};

const quoted = (value: unknown) => JSON.stringify(value);

const copy: WorkflowCopy<GateId, Reason> = {
  flowTitle: "Rotation gates",
  decisionName: "Key rotation",
  compactName: "Rotation status",
  gateTitle: { new_key_made: "New key made", new_key_accepted: "New key accepted", old_key_retired: "Old key retired" },
  reason: ({ code }) => sentences[code],
  placeLabel: ({ anchor }) => (anchor === "make" ? "Make a key" : "Let the verifiers try it"),
  openDecision: () => ({ status: "Rotation cannot start", impact: "The old key keeps signing." }),
  readyDecision: {
    status: "Rotation may start",
    reason: "Every verifier accepts the new key.",
    impact: "The old key stops signing.",
    action: { kind: "callback", id: "rotate", label: "Retire the old key" },
  },
  startedDecision: {
    status: "Rotation requested",
    reason: "The old key is being retired.",
    impact: "Signatures change over.",
    action: { kind: "link", id: "watch", label: "Watch the rotation", href: "/rotation" },
  },
  startedText: "Rotation requested",
  stuckAction: "Continue the rotation",
  change: ({ field, before, after }) => ({ field, label: "Key", before: quoted(before), after: quoted(after) }),
  gateWord: () => null,
};

function rotation(facts: Facts) {
  const format = formatting({ locale: "en-GB", timeZone: "UTC" });
  const words = englishFlowWords(format);
  const context = { ...format, href: ({ anchor }: { readonly anchor: string }) => `#${anchor}` };
  const gates = evaluateGates(definitions, facts);
  const execution = { gate: "old_key_retired", started: facts.requested } as const;
  const proof = [
    { id: "key", label: "New key", state: "recorded", text: facts.newKey ?? "None", detail: null, at: null },
    { id: "rotation", label: "Rotation", state: "unavailable", detail: "Nothing was rotated." },
  ] as const;
  const verifiers = { id: "verifiers", label: "Verifiers", count: facts.verifiers, note: "Known", attention: false };
  const input = { title: "Verifiers", disclaimer: "A trial proves no rotation.", missing: "Nobody counted them." };
  const entries = [{ id: "key", label: "New key", value: facts.newKey ?? "None", format: "code" }] as const;
  return {
    ...presentWorkflow("key", gates, execution, { copy, words, context }),
    proof: presentProof("key-proof", "Rotation proof", proof, words, context),
    quality: presentQuality("key-quality", input, [verifiers], words, context),
    diagnostics: presentDiagnostics("key-diagnostics", entries, words),
  };
}

const at = "2026-11-20T10:00:00Z";
const states: Readonly<Record<string, Facts>> = {
  "no key": { newKey: null, trial: null, requested: false, verifiers: null },
  "an untried key": { newKey: "k2", trial: null, requested: false, verifiers: 3 },
  "another key tried": { newKey: "k3", trial: { key: "k2", at }, requested: false, verifiers: 3 },
  "an accepted key": { newKey: "k2", trial: { key: "k2", at }, requested: false, verifiers: 3 },
  "a requested rotation": { newKey: "k2", trial: { key: "k2", at }, requested: true, verifiers: 3 },
};

describe("PF-1 rotating a signing key gets every view from its own evaluators and copy", () => {
  test.each(Object.entries(states))("with %s, six models pass the contract and agree (PF-16)", (_, facts) => {
    const { flow, decision, compact, proof, quality, diagnostics, execution } = rotation(facts);
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

  test("the operator can rotate with an accepted key alone, and once", () => {
    const answers = Object.entries(states).map(([name, facts]) => [name, rotation(facts).execution.state]);
    expect(answers.filter(([, state]) => state !== "unavailable")).toEqual([
      ["an accepted key", "available"],
      ["a requested rotation", "started"],
    ]);
    expect(rotation(states["another key tried"] ?? expect.fail()).flow.gates[1]).toMatchObject({
      freshness: { state: "invalidated", causes: [{ field: "key", before: '"k2"', after: '"k3"' }] },
    });
  });

  test("all of it takes fewer than 150 lines, these included", () => {
    expect(readFileSync(import.meta.filename, "utf8").split("\n").length).toBeLessThan(150);
  });
});
