import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  evaluateGates,
  executionAvailability,
  type Freshness,
  type GateDefinition,
  type GateFinding,
} from "../../src/safety/index.js";

interface TestReason {
  readonly code: string;
}
type Finding = GateFinding<TestReason>;

const done: Finding = { verdict: "complete", freshness: null, reason: { code: "fine" }, notice: null };
const at = "2026-11-20T16:46:00Z";

function open(code: string): Finding {
  return {
    verdict: "pending",
    freshness: null,
    blockers: [{ reason: { code }, clearedBy: { step: "one", anchor: code } }],
  };
}

type Id = "source" | "review" | "run";
function gatesOf(
  findings: Readonly<Record<Id, Finding | (() => Finding)>>,
  requires: Partial<Record<Id, readonly Id[]>> = {},
) {
  const definitions = (["source", "review", "run"] as const).map((id): GateDefinition<null, Id, TestReason> => {
    const finding = findings[id];
    return { id, requires: requires[id] ?? [], evaluate: () => (typeof finding === "function" ? finding() : finding) };
  });
  return evaluateGates(definitions, null);
}

describe("gates fail closed", () => {
  test("an evaluator that throws leaves its gate unknown, and the others stand", () => {
    const gates = gatesOf({
      source: done,
      review: () => {
        throw new Error("database gone");
      },
      run: done,
    });
    expect(gates.map((gate) => gate.verdict)).toEqual(["complete", "unknown", "complete"]);
    expect(gates[1]).toMatchObject({
      position: "next",
      blockers: [{ reason: { code: "gate_not_evaluated", gate: "review" } }],
    });
  });

  test.each<Freshness>([
    { state: "not_run" },
    { state: "stale", at: null, cause: "basis_not_recorded" },
    { state: "invalidated", at, changes: [{ field: "scope", before: 1, after: 2 }] },
  ])("a verdict resting on $state evidence does not count as complete", (freshness) => {
    const gates = gatesOf({ source: { ...done, freshness }, review: done, run: done });
    expect(gates[0]).toMatchObject({
      verdict: "pending",
      blockers: [{ reason: { code: "gate_evidence_not_current" } }],
    });
  });

  test("current evidence lets a gate be complete", () => {
    expect(
      gatesOf({ source: { ...done, freshness: { state: "current", at } }, review: done, run: done })[0]?.verdict,
    ).toBe("complete");
  });

  test("an open finding without a reason becomes unknown, with one", () => {
    const silent = { verdict: "blocked", freshness: null, blockers: [] } as unknown as Finding;
    expect(gatesOf({ source: silent, review: done, run: done })[0]).toMatchObject({
      verdict: "unknown",
      blockers: [{ reason: { code: "gate_not_evaluated" } }],
    });
  });

  test("a gate cannot be complete while one it rests on is open, and points at what clears that one", () => {
    const gates = gatesOf(
      { source: open("no_source"), review: done, run: done },
      { review: ["source"], run: ["review"] },
    );
    expect(gates.map((gate) => gate.verdict)).toEqual(["pending", "pending", "pending"]);
    expect(gates[1]).toMatchObject({
      blockers: [{ reason: { code: "gate_waits_for", missing: "source" }, clearedBy: { anchor: "no_source" } }],
    });
  });

  test("a gate that requires one which does not exist is never complete", () => {
    const gates = gatesOf({ source: done, review: done, run: done }, { source: ["nowhere" as Id] });
    expect(gates[0]?.verdict).toBe("pending");
  });
});

describe("position is not completion", () => {
  test("the first open gate is the next one, and complete gates behind it are not passed", () => {
    const gates = gatesOf({ source: done, review: open("unread"), run: done });
    expect(gates.map((gate) => gate.position)).toEqual(["passed", "next", "upcoming"]);
    expect(gates.map((gate) => gate.verdict)).toEqual(["complete", "pending", "complete"]);
  });
});

describe("PF-16 execution has one answer", () => {
  const clear = () => gatesOf({ source: done, review: done, run: open("not_run") });

  test("every gate before execution complete: available", () => {
    expect(executionAvailability(clear(), "run", false)).toEqual({ state: "available" });
  });

  test("every reason is listed, in gate order", () => {
    const gates = gatesOf({ source: open("no_source"), review: open("unread"), run: open("not_run") });
    const execution = executionAvailability(gates, "run", false);
    expect(execution.state === "unavailable" ? execution.reasons.map(({ reason }) => reason.code) : []).toEqual([
      "no_source",
      "unread",
    ]);
  });

  test("what was started cannot be started again", () => {
    expect(executionAvailability(clear(), "run", true)).toEqual({ state: "started" });
  });

  test("no gates, or no gate before execution, is never available", () => {
    expect(executionAvailability<Id, TestReason>([], "run", false).state).toBe("unavailable");
    expect(executionAvailability(clear(), "source", false).state).toBe("unavailable");
    expect(executionAvailability(clear(), "elsewhere" as Id, false).state).toBe("unavailable");
  });

  test("it is available exactly when no gate before it is open", () => {
    const finding = fc.constantFrom<Finding>(done, open("a"), { ...done, freshness: { state: "not_run" } });
    fc.assert(
      fc.property(finding, finding, finding, (source, review, run) => {
        const gates = gatesOf({ source, review, run });
        const clearBefore = gates.slice(0, 2).every((gate) => gate.verdict === "complete");
        expect(executionAvailability(gates, "run", false).state).toBe(clearBefore ? "available" : "unavailable");
      }),
      { numRuns: 2_000 },
    );
  });
});
