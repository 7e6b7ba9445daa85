import { describe, expect, test } from "vitest";
import { presentBlockers, presentExecution, presentFreshness, presentGate, wayForward } from "../../src/flow/index.js";
import type { CompleteGateState, Freshness, OpenGateState } from "../../src/safety/index.js";
import { type AnyReason, anyPresentation } from "../support/workflows.js";

const at = "2026-11-20T16:46:00Z";
const moment = { iso: at, text: at };
const here = { step: "one", anchor: "top" };
const complete: CompleteGateState<string, AnyReason> = {
  id: "a",
  position: "passed",
  verdict: "complete",
  freshness: null,
  reason: { code: "first" },
  notice: null,
};
const open: OpenGateState<string, AnyReason> = {
  id: "a",
  position: "next",
  verdict: "blocked",
  freshness: null,
  blockers: [{ reason: { code: "first" }, clearedBy: null }],
};

describe("a complete gate", () => {
  test("gives its reason, and neither a notice nor freshness where it has none", () => {
    expect(presentGate(complete, anyPresentation)).toEqual({
      id: "a",
      title: "Gate a",
      word: "Complete",
      verdict: "complete",
      position: "passed",
      reason: "Because of first.",
      notice: null,
      freshness: null,
    });
  });

  test("says what deserves a look, and when its evidence was produced", () => {
    const gate = presentGate(
      { ...complete, notice: { code: "second" }, freshness: { state: "current", at } },
      anyPresentation,
    );
    expect(gate).toMatchObject({
      notice: "Because of second.",
      freshness: { state: "current", word: "Current", at: moment },
    });
  });

  test("has a word of its own where the workflow gives it one", () => {
    const copy = { ...anyPresentation.copy, gateWord: () => "Accepted" };
    expect(presentGate(complete, { ...anyPresentation, copy }).word).toBe("Accepted");
    const { gateWord: _, ...plain } = copy;
    expect(presentGate(complete, { ...anyPresentation, copy: plain }).word).toBe("Complete");
  });
});

describe("BY-15 an open gate", () => {
  test("leads with its first reason, lists all, and leads to the first place that clears one", () => {
    const blockers = [
      { reason: { code: "first" }, clearedBy: null },
      { reason: { code: "second" }, clearedBy: here },
      { reason: { code: "third" }, clearedBy: { step: "two", anchor: "below" } },
    ] as const;
    const gate = presentGate({ ...open, blockers }, anyPresentation);
    expect(gate).toMatchObject({
      word: "Blocked",
      reason: "Because of first.",
      freshness: null,
      action: { kind: "link", id: "clear:second", label: "Go to top", href: "/one#top" },
    });
    expect(gate.blockers?.map(({ code, reason, clearedBy }) => [code, reason, clearedBy])).toEqual([
      ["first", "Because of first.", null],
      ["second", "Because of second.", { ...here, label: "Go to top", href: "/one#top" }],
      ["third", "Because of third.", { step: "two", anchor: "below", label: "Go to below", href: "/two#below" }],
    ]);
  });

  test("has no way forward where the operator can clear nothing", () => {
    expect(presentGate(open, anyPresentation)).toMatchObject({ action: null });
    expect(wayForward([])).toBeNull();
  });

  test.each([
    [{ code: "gate_waits_for", gate: "a", missing: "b" }, "Waits for “Gate b”."],
    [{ code: "gate_not_evaluated", gate: "b" }, "“Gate b” could not be evaluated, so it does not count as complete."],
    [
      { code: "gate_evidence_not_current", gate: "b", freshness: { state: "not_run" } },
      "“Gate b” could not be evaluated, so it does not count as complete.",
    ],
  ] as const)("gives the core's own reason %j in the words that every workflow shares", (reason, sentence) => {
    expect(presentBlockers([{ reason, clearedBy: null }], anyPresentation)[0]).toEqual({
      code: reason.code,
      reason: sentence,
      clearedBy: null,
    });
  });
});

describe("SI-5 every freshness has a word, and its moment where there is evidence", () => {
  test.each<[Freshness, object]>([
    [{ state: "not_run" }, { state: "not_run", word: "Not run" }],
    [
      { state: "current", at },
      { state: "current", word: "Current", at: moment },
    ],
    [
      {
        state: "invalidated",
        at,
        changes: [
          { field: "scope", before: 1, after: 2 },
          { field: "mode", before: 1, after: 2 },
        ],
      },
      {
        state: "invalidated",
        word: "Void",
        at: moment,
        causes: [
          { field: "scope", label: "scope", before: "before", after: "after" },
          { field: "mode", label: "mode", before: "before", after: "after" },
        ],
      },
    ],
    [
      { state: "stale", at: null, cause: "basis_not_recorded" },
      { state: "stale", word: "Stale", at: null, reason: anyPresentation.words.staleCause.basis_not_recorded },
    ],
    [
      { state: "stale", at, cause: "capture_time_not_recorded" },
      { state: "stale", word: "Stale", at: moment, reason: anyPresentation.words.staleCause.capture_time_not_recorded },
    ],
  ])("%j", (freshness, model) => {
    expect(presentFreshness(freshness, anyPresentation)).toEqual(model);
    expect(presentGate({ ...open, freshness }, anyPresentation)).toMatchObject({ freshness: model });
  });
});

describe("PF-9 the one answer about execution", () => {
  test("is words, and every reason while it is unavailable", () => {
    expect(presentExecution({ state: "available" }, anyPresentation)).toEqual({
      state: "available",
      text: "Execution available",
    });
    expect(presentExecution({ state: "started" }, anyPresentation)).toEqual({ state: "started", text: "Started" });
    const reasons = [open.blockers[0], { reason: { code: "second" }, clearedBy: here }] as const;
    expect(presentExecution({ state: "unavailable", reasons }, anyPresentation)).toMatchObject({
      state: "unavailable",
      text: "Execution unavailable",
      reasons: [{ code: "first" }, { code: "second" }],
    });
  });
});
