import { describe, expect, test } from "vitest";
import { presentWorkflow } from "../../src/flow/index.js";
import { type AnyFinding, anyPresentation, evaluated } from "../support/workflows.js";

const done: AnyFinding = { verdict: "complete", freshness: null, reason: { code: "first" }, notice: null };
const here = { step: "one", anchor: "top" };

function open(clearedBy: typeof here | null): AnyFinding {
  return { verdict: "blocked", freshness: null, blockers: [{ reason: { code: "second" }, clearedBy }] };
}

/** The views of a workflow of two conditions and its execution. */
function views(first: AnyFinding, second: AnyFinding, { started = false, executionGate = "run" } = {}) {
  const findings = { first, second, run: open(null) };
  const gates = Object.entries(findings).map(([id, finding]) => ({ id, requires: [], finding }));
  const { gates: list } = evaluated({ gates, executionGate, started });
  return presentWorkflow("any", list, { gate: executionGate, started }, anyPresentation);
}

describe("PF-5 the decision of any workflow", () => {
  test("while a gate is open, its status and reason lead, with the one way forward", () => {
    const { decision, compact, execution } = views(done, open(here));
    expect(decision).toEqual({
      contract: compact.contract,
      id: "any-decision",
      name: "Decision",
      status: { literal: "blocked", text: "Open: second", at: null },
      reason: "Because of second.",
      impact: "It may not run.",
      primaryAction: { kind: "link", id: "clear:second", label: "Go to top", href: "/one#top" },
      claim: null,
      attention: null,
    });
    // The card says why; the answer beside the gates does not say it once more.
    expect(execution.text).toBe("Execution unavailable");
  });

  test("where the operator can clear nothing, the action stays and is blocked with the reason", () => {
    expect(views(open(null), done).decision.primaryAction).toEqual({
      kind: "blocked",
      id: "no_way_forward",
      label: "Go on",
      reason: "Because of second.",
      clearedBy: null,
    });
  });

  test("where it only waits for what is on its way, nobody is asked to mend anything", () => {
    const running: AnyFinding = {
      verdict: "running",
      freshness: null,
      blockers: [{ reason: { code: "second" }, clearedBy: null }],
    };
    expect(views(running, done).decision.primaryAction).toMatchObject({ kind: "blocked", waits: true });
  });

  test("with every gate before it complete, execution is available and the workflow's own action leads", () => {
    const { decision, compact } = views(done, done);
    expect(decision).toMatchObject({
      status: { literal: "next", text: "Settled" },
      reason: "Every gate is complete.",
      impact: "It may run.",
      primaryAction: { kind: "callback", id: "go" },
    });
    expect(compact.execution).toEqual({ state: "available", text: "Execution available" });
  });

  test("once started, nothing offers to start it again", () => {
    const { decision, execution } = views(done, done, { started: true });
    expect(execution).toEqual({ state: "started", text: "Started" });
    expect(decision.status).toEqual({ literal: "recorded", text: "Started", at: null });
  });

  test("an execution that needs a person says so, and one that only happened is on record", () => {
    const gates = evaluated({
      gates: [{ id: "run", requires: [], finding: open(null) }],
      executionGate: "run",
      started: true,
    }).gates;
    const { copy } = anyPresentation;
    const shown = (literal?: "attention") =>
      presentWorkflow(
        "any",
        gates,
        { gate: "run", started: true },
        {
          ...anyPresentation,
          copy: { ...copy, startedDecision: { ...copy.startedDecision, ...(literal && { literal }) } },
        },
      ).decision.status.literal;
    expect(shown("attention")).toBe("attention");
    expect(shown()).toBe("recorded");
  });

  test("a workflow without words of its own for what started says what its decision says", () => {
    const { startedText: _, ...copy } = anyPresentation.copy;
    const { gates } = evaluated({
      gates: [{ id: "run", requires: [], finding: open(null) }],
      executionGate: "run",
      started: true,
    });
    const { execution } = presentWorkflow(
      "any",
      gates,
      { gate: "run", started: true },
      {
        ...anyPresentation,
        copy: { ...copy, startedDecision: { ...copy.startedDecision, status: "It is under way" } },
      },
    );
    expect(execution).toEqual({ state: "started", text: "It is under way" });
  });

  test("where all is complete and still nothing may run, the status is not known instead of fine", () => {
    const gates = [{ id: "first", requires: [], finding: done }];
    const { gates: list } = evaluated({ gates, executionGate: "run", started: false });
    const { decision, compact } = presentWorkflow("any", list, { gate: "run", started: false }, anyPresentation);
    expect(decision).toMatchObject({
      status: { literal: "unknown", text: "Not known" },
      reason: "“Gate run” could not be evaluated, so it does not count as complete.",
      impact: "Execution unavailable",
    });
    expect(compact.nextGate).toBeNull();
  });
});

describe("PF-9 the compact status of any workflow", () => {
  test("names the next gate and opens the same flow under an id of its own", () => {
    const { compact, flow } = views(done, open(here));
    expect(compact).toMatchObject({
      id: "any-status",
      name: "Status",
      nextGate: { id: "second", text: "Next gate: Gate second" },
      viewGatesLabel: "View safety gates",
    });
    expect(flow).toMatchObject({
      id: "any-gates",
      title: "Gates",
      progress: { complete: 1, total: 3, text: "1/3 gates complete" },
    });
    expect(compact.flow).toEqual({ ...flow, id: "any-status-gates" });
  });

  test("says what comes before any gate, where the workflow does", () => {
    const { gates } = evaluated({
      gates: [{ id: "first", requires: [], finding: open(null) }],
      executionGate: "run",
      started: false,
    });
    const saying = (text: string | null) =>
      presentWorkflow(
        "any",
        gates,
        { gate: "run", started: false },
        { ...anyPresentation, copy: { ...anyPresentation.copy, comesFirst: () => text } },
      ).compact.nextGate;
    expect(saying("Next: read it again")).toEqual({ id: "first", text: "Next: read it again" });
    expect(saying(null)).toEqual({ id: "first", text: "Next gate: Gate first" });
  });
});

test("a workflow without gates is refused by name", () => {
  expect(() => presentWorkflow("any", [], { gate: "run", started: false }, anyPresentation)).toThrow(
    "A workflow without gates cannot be presented",
  );
});
