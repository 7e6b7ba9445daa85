import { describe, expectTypeOf, test } from "vitest";
import type {
  ActionModel,
  CompleteGate,
  CurrentFreshness,
  DecisionCardViewModel,
  ExecutionModel,
  FreshnessModel,
  GateModel,
  InvalidatedFreshness,
  MeasureModel,
  OpenGate,
  ProofFactModel,
} from "../../src/view-models/index.js";

const base = { id: "preview", title: "Preview", word: "Complete", reason: "Preview is current." } as const;
const at = { iso: "2026-11-20T16:46:00Z", text: "20 Nov 2026, 16:46 UTC" } as const;
const current: CurrentFreshness = { state: "current", word: "Current", at };
const voided: InvalidatedFreshness = {
  state: "invalidated",
  word: "Void",
  at,
  causes: [{ field: "requestedItems", label: "selected items", before: "12 items", after: "10 items" }],
};

describe("states that would mislead the operator do not compile", () => {
  test("a complete gate rests on current evidence or on none", () => {
    const complete: CompleteGate = {
      ...base,
      verdict: "complete",
      position: "passed",
      freshness: current,
      notice: null,
    };
    expectTypeOf(complete).toExtend<GateModel>();
    // @ts-expect-error void evidence cannot make a gate complete
    const forged: GateModel = { ...base, verdict: "complete", position: "passed", freshness: voided, notice: null };
    void forged;
  });

  test("a complete gate is never the next gate, and carries no blockers", () => {
    // @ts-expect-error position is not completion
    const next: CompleteGate = { ...base, verdict: "complete", position: "next", freshness: null, notice: null };
    const blocked: CompleteGate = {
      ...base,
      verdict: "complete",
      position: "passed",
      freshness: null,
      notice: null,
      // @ts-expect-error a complete gate has nothing left to clear
      blockers: [{ code: "x", reason: "x", clearedBy: null }],
    };
    void [next, blocked];
  });

  test("an open gate says at least one reason", () => {
    const silent: OpenGate = {
      ...base,
      verdict: "blocked",
      position: "next",
      freshness: null,
      // @ts-expect-error an empty list of blockers is no reason
      blockers: [],
      action: null,
    };
    void silent;
  });

  test("a blocked action carries its reason, and cannot be followed", () => {
    // @ts-expect-error blocked is a reason, not a grey button
    const grey: ActionModel = { kind: "blocked", id: "restore", label: "Restore", clearedBy: null };
    // @ts-expect-error a blocked action has no address
    const leaky: ActionModel = {
      kind: "blocked",
      id: "restore",
      label: "Restore",
      reason: "Dry-run is on.",
      clearedBy: null,
      href: "/execute",
    };
    // @ts-expect-error the place that clears it is stated, or stated to be none
    const lost: ActionModel = { kind: "blocked", id: "restore", label: "Restore", reason: "Dry-run is on." };
    void [grey, leaky, lost];
  });

  test("a count is known with a value, or unavailable with a reason", () => {
    // @ts-expect-error an unavailable count has no stand-in value
    const zero: MeasureModel = { state: "unavailable", text: "0", reason: "not recorded", value: 0 };
    // @ts-expect-error an unavailable count says why
    const silent: MeasureModel = { state: "unavailable", text: "Not recorded" };
    void [zero, silent];
  });

  test("freshness carries what its state needs and nothing else", () => {
    // @ts-expect-error invalidated evidence names its cause
    const causeless: FreshnessModel = { state: "invalidated", word: "Void", at };
    // @ts-expect-error stale evidence says why it cannot prove that it is current
    const silent: FreshnessModel = { state: "stale", word: "Stale", at };
    // @ts-expect-error evidence that never ran has no time
    const timed: FreshnessModel = { state: "not_run", word: "Not run", at };
    void [causeless, silent, timed];
  });

  test("unavailable execution lists its reasons, and available execution has none", () => {
    // @ts-expect-error no reason, no refusal
    const silent: ExecutionModel = { state: "unavailable", text: "Execution unavailable" };
    const both: ExecutionModel = {
      state: "available",
      text: "Execution available",
      // @ts-expect-error available and refused at once
      reasons: [{ code: "x", reason: "x", clearedBy: null }],
    };
    void [silent, both];
  });

  test("a missing proof says why, and proof that exists says since when", () => {
    // @ts-expect-error unavailable without a reason
    const silent: ProofFactModel = {
      id: "operation_proof",
      label: "Operation proof",
      text: "Unavailable",
      state: "unavailable",
      detail: null,
      action: null,
    };
    // @ts-expect-error proof without a time
    const timeless: ProofFactModel = {
      id: "operation_proof",
      label: "Operation proof",
      text: "Available",
      state: "available",
      detail: null,
      action: null,
    };
    void [silent, timeless];
  });

  test("a decision has exactly one primary action", () => {
    expectTypeOf<DecisionCardViewModel["primaryAction"]>().toEqualTypeOf<ActionModel>();
  });
});
