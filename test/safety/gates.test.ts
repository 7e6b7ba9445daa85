import { describe, expect, test } from "vitest";
import {
  completeFinding,
  evaluateGates,
  executionAvailability,
  findingOnEvidence,
  type Freshness,
  type GateDefinition,
  type GateFinding,
  gateWriter,
  openFinding,
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

  test.each(["nowhere" as Id, "source", "review"] as const)(
    "a gate that requires “%s”, which is no earlier gate, is never complete",
    (required) => {
      const gates = gatesOf({ source: done, review: done, run: done }, { source: [required] });
      expect(gates[0]).toMatchObject({
        verdict: "pending",
        blockers: [{ reason: { code: "gate_waits_for", missing: required }, clearedBy: null }],
      });
    },
  );

  test("a gate rests on every gate that it requires, not only on the first", () => {
    const gates = gatesOf({ source: done, review: open("unread"), run: done }, { run: ["source", "review"] });
    expect(gates[2]).toMatchObject({ blockers: [{ reason: { code: "gate_waits_for", missing: "review" } }] });
  });

  test("an open gate gives its own reasons, not that it waits for another", () => {
    const gates = gatesOf({ source: open("no_source"), review: open("unread"), run: done }, { review: ["source"] });
    expect(gates[1]).toMatchObject({ blockers: [{ reason: { code: "unread" } }] });
  });

  test("of two gates with one id the second is unknown, so that it cannot lend its verdict to the first", () => {
    const twice = (["source", "source", "run"] as const).map((id, index): GateDefinition<null, Id, TestReason> => ({
      id,
      requires: id === "run" ? ["source"] : [],
      evaluate: () => (index === 0 ? open("no_source") : done),
    }));
    expect(evaluateGates(twice, null).map((gate) => gate.verdict)).toEqual(["pending", "unknown", "pending"]);
    const [source, again, run] = twice;
    const fineFirst = [again, source, run].filter((one) => one !== undefined);
    expect(evaluateGates(fineFirst, null).map((gate) => gate.verdict)).toEqual(["complete", "unknown", "pending"]);
  });

  test.each([
    "nothing",
    {},
    { verdict: "complete", freshness: { state: "fresh" } },
    { verdict: "blocked", freshness: { state: "fresh" }, blockers: [{ reason: { code: "a" }, clearedBy: null }] },
  ])("a finding that no evaluator may give (%j) leaves its gate unknown", (answer) => {
    const finding = (answer === "nothing" ? undefined : answer) as unknown as Finding;
    expect(gatesOf({ source: () => finding, review: done, run: done })[0]).toMatchObject({
      verdict: "unknown",
      freshness: null,
      blockers: [{ reason: { code: "gate_not_evaluated", gate: "source" }, clearedBy: null }],
    });
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

  test("a second person's approval is one more gate before it: while that is open, nothing is available (RW-17)", () => {
    const gates = (approved: boolean) =>
      gatesOf({ source: done, review: approved ? done : open("not_approved"), run: open("not_run") });
    expect(executionAvailability(gates(false), "run", false)).toMatchObject({
      state: "unavailable",
      reasons: [{ reason: { code: "not_approved" } }],
    });
    expect(executionAvailability(gates(true), "run", false)).toEqual({ state: "available" });
  });

  test("what was started cannot be started again", () => {
    expect(executionAvailability(clear(), "run", true)).toEqual({ state: "started" });
  });

  test("an execution gate that is complete has had its execution, whatever else is said", () => {
    expect(executionAvailability(gatesOf({ source: done, review: done, run: done }), "run", false)).toEqual({
      state: "started",
    });
  });

  test.each([
    ["no gates", [], "run"],
    ["no gate before execution", clear().slice(2), "run"],
    ["a list that goes on after execution", clear(), "review"],
    ["a list without execution", clear(), "elsewhere"],
  ] as const)("%s is never available, and says that execution could not be evaluated", (_, gates, executionGate) => {
    expect(executionAvailability<Id, TestReason>(gates, executionGate as Id, false)).toEqual({
      state: "unavailable",
      reasons: [{ reason: { code: "gate_not_evaluated", gate: executionGate }, clearedBy: null }],
    });
  });
});

describe("SI-2 a gate that rests on evidence", () => {
  const changes = [{ field: "key", before: "a", after: "b" }] as const;
  const notCurrent: Freshness[] = [
    { state: "not_run" },
    { state: "invalidated", at, changes },
    { state: "stale", at, cause: "basis_not_recorded" },
  ];

  test.each(notCurrent)("does not hear what evidence that is $state would say", (freshness) => {
    const finding = findingOnEvidence(
      freshness,
      () => expect.fail("The evidence was heard."),
      (state) => openFinding("pending", { code: state }, null),
    );
    expect(finding).toEqual({
      verdict: "pending",
      freshness,
      blockers: [{ reason: { code: freshness.state }, clearedBy: null }],
    });
  });

  test("says what current evidence says, with when it was captured", () => {
    const freshness: Freshness = { state: "current", at };
    const found = findingOnEvidence(
      freshness,
      () => completeFinding({ code: "accepted" }, { code: "one_warning" }),
      () => expect.fail("Current evidence was not heard."),
    );
    expect(found).toEqual({
      verdict: "complete",
      freshness,
      reason: { code: "accepted" },
      notice: { code: "one_warning" },
    });
    expect(completeFinding({ code: "accepted" }).notice).toBeNull();
  });
});

describe("PF-1 the gates of a workflow are written from codes and anchors", () => {
  const written = gateWriter<{ readonly listed: boolean | null }, "none" | "listed" | "old" | "waiting", "list">("one");

  test.each(["running", "blocked", "attention", "pending", "unknown", "unavailable"] as const)(
    "%s says why, and the place on its step that clears it, where there is one",
    (verdict) => {
      expect(written[verdict]("none", "list")).toEqual(
        openFinding(verdict, { code: "none" }, { step: "one", anchor: "list" }),
      );
      expect(written[verdict]("none")).toEqual(openFinding(verdict, { code: "none" }, null));
    },
  );

  test("a condition that holds may deserve a look", () => {
    expect(written.complete("listed")).toEqual(completeFinding({ code: "listed" }));
    expect(written.complete("listed", "old")).toEqual(completeFinding({ code: "listed" }, { code: "old" }));
  });

  test("they stand in the order in which they are written, each under its own name", () => {
    const definitions = written.gates({
      list: written.gate([], ({ listed }) => (listed ? written.complete("listed") : written.pending("none", "list"))),
      run: written.gate(["list"], () => written.pending("waiting")),
    });
    expect(definitions.map(({ id, requires }) => [id, requires])).toEqual([
      ["list", []],
      ["run", ["list"]],
    ]);
    expect(evaluateGates(definitions, { listed: true }).map(({ verdict }) => verdict)).toEqual(["complete", "pending"]);
    expect(evaluateGates(definitions, { listed: null })).toMatchObject([
      { blockers: [{ reason: { code: "none" } }] },
      { blockers: [{ reason: { code: "waiting" } }] },
    ]);
  });

  test("a gate cannot rest on one that is not there", () => {
    const nobody = written.gate(["nobody"], () => written.pending("waiting"));
    // @ts-expect-error: no gate is called "nobody".
    expect(written.gates({ run: nobody })).toHaveLength(1);
  });
});
