import { describe, expect, test } from "vitest";
import { englishFlowWords, formatting, presentWorkflow, type WorkflowCopy } from "../../src/flow/index.js";
import {
  basisOf,
  canonicalJson,
  evaluateGates,
  executionAvailability,
  freshnessOf,
  type GateDefinition,
} from "../../src/safety/index.js";
import { parseViewModel } from "../../src/view-models/schemas/index.js";

type KeyGate = "new_key_published" | "old_key_retired";
type KeyReason =
  | { readonly code: "no_key" }
  | { readonly code: "published"; readonly verifiers: number }
  | { readonly code: "publication_changed" }
  | { readonly code: "not_retired" };

interface KeyFacts {
  readonly key: string | null;
  readonly publishedFor: string | null;
  readonly retired: boolean;
}

const definitions: readonly GateDefinition<KeyFacts, KeyGate, KeyReason>[] = [
  {
    id: "new_key_published",
    requires: [],
    evaluate: ({ key, publishedFor }) => {
      if (key === null || publishedFor === null) {
        return {
          verdict: "pending",
          freshness: null,
          blockers: [{ reason: { code: "no_key" }, clearedBy: { step: "key", anchor: "publish" } }],
        };
      }
      const freshness = freshnessOf(
        { basis: basisOf({ key: publishedFor }), capturedAt: "2026-11-20T10:00:00Z" },
        { key },
      );
      if (freshness.state === "current")
        return { verdict: "complete", freshness, reason: { code: "published", verifiers: 3 }, notice: null };
      return {
        verdict: "pending",
        freshness,
        blockers: [{ reason: { code: "publication_changed" }, clearedBy: { step: "key", anchor: "publish" } }],
      };
    },
  },
  {
    id: "old_key_retired",
    requires: ["new_key_published"],
    evaluate: ({ retired }) =>
      retired
        ? { verdict: "complete", freshness: null, reason: { code: "published", verifiers: 3 }, notice: null }
        : { verdict: "unavailable", freshness: null, blockers: [{ reason: { code: "not_retired" }, clearedBy: null }] },
  },
];

const sentences: { readonly [Code in KeyReason["code"]]: string } = {
  no_key: "No new key is published.",
  published: "Verifiers accept the new key.",
  publication_changed: "The key changed after it was published.",
  not_retired: "The old key still signs.",
};

const copy: WorkflowCopy<KeyGate, KeyReason> = {
  flowTitle: "Rotation gates",
  decisionName: "Rotation",
  compactName: "Rotation status",
  gateTitle: { new_key_published: "New key published", old_key_retired: "Old key retired" },
  reason: (reason) => sentences[reason.code],
  placeLabel: () => "Publish the new key",
  openDecision: () => ({ status: "Rotation cannot start", impact: "Signatures keep using the old key." }),
  readyDecision: {
    status: "Rotation may start",
    reason: "The new key is accepted everywhere.",
    impact: "The old key stops signing.",
    action: { kind: "callback", id: "rotate", label: "Retire the old key" },
  },
  startedDecision: {
    status: "Rotation requested",
    reason: "The old key is being retired.",
    impact: "Signatures switch over.",
    action: { kind: "link", id: "watch", label: "Watch rotation", href: "/rotation" },
  },
  startedText: "Rotation requested",
  stuckAction: "Continue rotation",
  change: ({ field, before, after }) => ({
    field,
    label: field,
    before: canonicalJson(before ?? null),
    after: canonicalJson(after ?? null),
  }),
  gateWord: () => null,
};

function views(facts: KeyFacts, started = false) {
  const gates = evaluateGates(definitions, facts);
  return presentWorkflow("keys", gates, executionAvailability(gates, "old_key_retired", started), {
    copy,
    words: englishFlowWords(formatting({ locale: "en-GB", timeZone: "UTC" })),
    context: { href: ({ step, anchor }) => `/${step}#${anchor}`, instant: (iso) => ({ iso, text: iso }) },
  });
}

describe("PF-1 another workflow gets every view from its own gates and words", () => {
  test("an open gate leads the decision, with the one way forward", () => {
    const { decision, compact } = views({ key: null, publishedFor: null, retired: false });
    expect(decision).toMatchObject({
      name: "Rotation",
      reason: "No new key is published.",
      primaryAction: { kind: "link", label: "Publish the new key", href: "/key#publish" },
    });
    expect(compact).toMatchObject({
      name: "Rotation status",
      execution: { state: "unavailable" },
      nextGate: { id: "new_key_published" },
    });
  });

  test("evidence for another key is void, and names the key that moved (BY-1)", () => {
    const { flow } = views({ key: "k2", publishedFor: "k1", retired: false });
    expect(flow.gates[0]).toMatchObject({
      word: "Void",
      freshness: { state: "invalidated", causes: [{ field: "key", before: '"k1"', after: '"k2"' }] },
    });
  });

  test("with every gate before it complete, execution is available and the workflow's own action leads", () => {
    const { decision, execution } = views({ key: "k2", publishedFor: "k2", retired: false });
    expect(execution.state).toBe("available");
    expect(decision.primaryAction).toMatchObject({ kind: "callback", id: "rotate" });
  });

  test("once started, nothing offers to start it again", () => {
    const { decision, execution } = views({ key: "k2", publishedFor: "k2", retired: false }, true);
    expect(execution).toEqual({ state: "started", text: "Rotation requested" });
    expect(decision.primaryAction).toMatchObject({ id: "watch" });
  });

  test("every model passes the published schema", () => {
    const { flow, decision, compact } = views({ key: "k2", publishedFor: "k1", retired: false });
    const parsed = [
      parseViewModel("ProcessFlowViewModel", flow),
      parseViewModel("DecisionCardViewModel", decision),
      parseViewModel("CompactSafetyStatusViewModel", compact),
    ];
    expect(parsed.flatMap((one) => (one.ok ? [] : one.problems))).toEqual([]);
  });
});

test("a workflow without gates is refused by name", () => {
  expect(() =>
    presentWorkflow<KeyGate, KeyReason>(
      "keys",
      [],
      { state: "available" },
      {
        copy,
        words: englishFlowWords(formatting({ locale: "en-GB", timeZone: "UTC" })),
        context: { href: () => "/", instant: (iso) => ({ iso, text: iso }) },
      },
    ),
  ).toThrow("A workflow without gates cannot be presented");
});
