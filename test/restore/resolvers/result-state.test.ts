import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resolveResult } from "../../../src/restore/resolvers/result.js";
import {
  evidenceProof,
  operationProof,
  type ResultState,
  resultState,
  statedStatus,
} from "../../../src/restore/resolvers/result-state.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import type { EvidenceSnapshot } from "../../../src/restore/run/operation.js";
import { executed, freshDraft, scenario, scenarioContext, withRun } from "../../../src/testing/scenarios/index.js";
import { agree, cases } from "../../support/property.js";
import { axes, factsAt, type Point, points } from "./result-space.js";

const usual: Point = {
  dryRun: false,
  preview: true,
  status: "completed",
  link: "own",
  operation: "finished",
  outcome: "succeeded",
  mayViewOperation: true,
  mayViewEvidence: true,
  snapshot: "active",
  wrote: "recorded_something",
};

const stateAt = (change: Partial<Point>) => resultState(factsAt({ ...usual, ...change }));
const screenAt = (change: Partial<Point>) => {
  const { decision, proof, summary, state } = resolveResult(factsAt({ ...usual, ...change }), scenarioContext);
  const fact = (id: string) => proof.facts.find((each) => each.id === id)?.state;
  return { decision, summary, state, operation: fact("operation_proof"), evidence: fact("post_run_evidence") };
};

/** RR-13 read aloud: the first line that fits. Written from the table, knowing nothing of the rules' code. */
function oracle(p: Point): ResultState {
  const own = p.link === "own" && p.status !== null;
  const outcome = own ? p.outcome : null;
  const operationOpen = own && p.operation !== "finished";
  const runOpen = p.status === "queued" || p.status === "running";
  const mayHaveWritten =
    p.wrote === "recorded_something" ||
    p.wrote === "not_recorded_started" ||
    (p.wrote === "not_recorded_not_started" && (outcome === "succeeded" || outcome === "partial"));
  const stopped = p.status === "cancelled" || outcome === "blocked" || outcome === "cancelled";
  const terminal = outcome !== null;
  const evidence = own && p.snapshot === "active" && p.mayViewEvidence;
  const operationProven = own && p.outcome !== null && p.mayViewOperation;
  if (p.dryRun) return "not_executed";
  if (p.status === "failed" || outcome === "failed") return "failed";
  if (stopped && !mayHaveWritten) return "blocked_or_cancelled";
  if (operationOpen) return "in_progress";
  if (runOpen && !terminal) return "in_progress";
  if (stopped || p.status === "partial" || p.status === "completed_with_errors" || outcome === "partial")
    return "needs_review";
  if (outcome === "strange") return "not_known";
  if (p.status === "completed" || (runOpen && outcome === "succeeded"))
    return evidence && operationProven ? "completed_with_evidence" : "completed_proof_incomplete";
  if (p.status === null) return "not_executed";
  return "not_known";
}

describe("RR-13 every combination of facts has the result that the order gives", () => {
  test("over the whole space the rules agree with the table read aloud", () => {
    const disagreements: unknown[] = [];
    const seen = new Set<ResultState>();
    let count = 0;
    for (const point of points()) {
      count += 1;
      const expected = oracle(point);
      const state = resultState(factsAt(point));
      seen.add(state);
      if (state !== expected && disagreements.length < 5) disagreements.push({ point, expected, state });
    }
    expect(disagreements).toEqual([]);
    expect(seen.size).toBe(8);
    expect(count).toBeGreaterThan(40_000);
  });

  const anyPoint = fc.record(
    Object.fromEntries(Object.entries(axes).map(([axis, values]) => [axis, fc.constantFrom<unknown>(...values)])),
  ) as unknown as fc.Arbitrary<Point>;

  test("whatever the facts, the screen says no more than its row of the table", () => {
    fc.assert(
      fc.property(anyPoint, (point) => {
        const { state, decision, operation, evidence, summary } = screenAt(point);
        const open = ["not_executed", "in_progress", "blocked_or_cancelled", "completed_proof_incomplete", "not_known"];
        const bothProven = operation === "available" && evidence === "available";
        if (open.includes(state)) agree(evidence === "available", false);
        if (state === "completed_with_evidence") agree(bothProven, true);
        if (operation === "available") agree(point.link === "own" && point.mayViewOperation, true);
        if (evidence === "available")
          agree(point.link === "own" && point.snapshot === "active" && point.mayViewEvidence, true);
        if (state === "not_known" || state === "blocked_or_cancelled") agree(decision.claim, null);
        if (point.wrote.startsWith("not_recorded")) agree(summary.body.state, "uncounted");
        if (decision.status.literal === "complete") agree(state, "completed_with_evidence");
      }),
      { numRuns: cases() },
    );
  });
});

describe("RR-1 nothing was executed", () => {
  test.each([
    ["a dry-run, whatever its record says besides", { dryRun: true }],
    ["a dry-run that is said to have failed", { dryRun: true, status: "failed", outcome: "failed" }],
    ["a run that is being prepared", { status: null, link: "absent" }],
  ] as const)("%s", (_, change) => {
    const { state, operation, evidence, decision } = screenAt(change);
    expect([state, operation, evidence]).toEqual(["not_executed", "unavailable", "unavailable"]);
    expect(decision.claim).toBe("Preview evidence exists");
    expect(decision.primaryAction).toMatchObject({ kind: "link", label: "Review preview" });
  });

  test("without a preview it claims nothing and leads on with preparation", () => {
    const { decision } = screenAt({ status: null, link: "absent", preview: false });
    expect(decision.claim).toBeNull();
    expect(decision.primaryAction).toMatchObject({ kind: "link", label: "Continue preparation" });
    expect(resultState(freshDraft)).toBe("not_executed");
  });

  test("a cancelled dry-run cannot be prepared further, and says so", () => {
    const { decision } = screenAt({ dryRun: true, status: "cancelled", preview: false });
    expect(decision.primaryAction).toMatchObject({
      kind: "blocked",
      label: "Continue preparation",
      reason: "This run has left preparation. Create another run to continue.",
    });
  });
});

describe("RR-2 in progress", () => {
  test.each([
    ["a queued run", { status: "queued", operation: "queued", outcome: null }],
    ["a running run", { status: "running", operation: "running", outcome: null }],
    ["a running run whose operation cannot be read", { status: "running", link: "absent" }],
    ["a completed run whose operation still runs", { operation: "running", outcome: null }],
    ["a partial run whose operation still runs", { status: "partial", operation: "running", outcome: null }],
    ["a running operation that already names a good end", { operation: "running" }],
  ] as const)("%s", (_, change) => {
    const { state, operation, evidence, decision } = screenAt(change);
    const queued = "status" in change && change.status === "queued";
    // What waits its turn does not look as if it ran (SI-18).
    expect([state, operation, evidence]).toEqual(["in_progress", queued ? "pending" : "in_progress", "unavailable"]);
    expect(decision.claim).toBe(queued ? null : "Execution in progress");
  });

  test("who may not see the operation reads why the way to it is shut", () => {
    const open = { status: "running", operation: "running", outcome: null } as const;
    expect(screenAt(open).decision.primaryAction).toMatchObject({ kind: "link", label: "View operation progress" });
    expect(screenAt({ ...open, mayViewOperation: false }).decision.primaryAction).toMatchObject({
      kind: "blocked",
      label: "View operation progress",
      reason: "You may not see this operation.",
    });
  });
});

describe("RR-3 completed, and proof is incomplete", () => {
  test.each([
    ["no snapshot", { snapshot: "none" }, "unavailable"],
    ["a queued snapshot", { snapshot: "queued" }, "in_progress"],
    ["a generating snapshot", { snapshot: "generating" }, "in_progress"],
    ["a failed snapshot", { snapshot: "failed" }, "unavailable"],
    ["a snapshot whose time cannot be read", { snapshot: "active_undated" }, "unavailable"],
    ["a snapshot that the operator may not see", { mayViewEvidence: false }, "unavailable"],
    ["evidence beside an operation that the operator may not see", { mayViewOperation: false }, "unavailable"],
    ["an operation that cannot be read", { link: "absent" }, "unavailable"],
    ["an operation whose end was not recorded", { outcome: null }, "unavailable"],
  ] as const)("with %s", (_, change, expected) => {
    const { state, operation, evidence, decision } = screenAt(change);
    const proven = !("mayViewOperation" in change) && !("link" in change) && !("outcome" in change);
    expect([state, operation, evidence]).toEqual([
      "completed_proof_incomplete",
      proven ? "available" : "unavailable",
      expected,
    ]);
    expect(decision.primaryAction.label).toBe(proven ? "Open operation proof" : "Review proof gap");
    expect(decision.claim).toBe(proven ? "Execution proof available" : null);
  });
});

describe("RR-4 completed with evidence", () => {
  test("an active snapshot of this operation, workspace and environment that the operator may see", () => {
    const { state, operation, evidence, decision } = screenAt({});
    expect([state, operation, evidence]).toEqual(["completed_with_evidence", "available", "available"]);
    expect(decision.claim).toBe("Evidence snapshot available");
    expect(decision.primaryAction.label).toBe("Open evidence");
  });

  test("an operation that succeeded beats a run that was never told so", () => {
    expect(stateAt({ status: "running" })).toBe("completed_with_evidence");
    expect(stateAt({ status: "queued", snapshot: "none" })).toBe("completed_proof_incomplete");
  });
});

describe("RR-5 items need a look", () => {
  test.each([
    ["a partial run", { status: "partial" }],
    ["an older record with errors", { status: "completed_with_errors" }],
    ["a completed run whose operation ended in part", { outcome: "partial" }],
    ["a running run whose operation ended in part", { status: "running", outcome: "partial" }],
    ["a cancelled run that wrote", { status: "cancelled", outcome: "cancelled" }],
    [
      "a cancelled run of which nothing is recorded but its start",
      { status: "cancelled", wrote: "not_recorded_started" },
    ],
    ["a blocked operation that wrote", { outcome: "blocked" }],
  ] as const)("%s", (_, change) => {
    const { state, decision } = screenAt(change);
    expect(state).toBe("needs_review");
    expect(decision.claim).toBe("Follow-up required");
    expect(decision.primaryAction.label).toBe("Review item outcomes");
  });

  test("its proofs are what the record holds, never more", () => {
    expect(screenAt({ status: "partial", snapshot: "none" })).toMatchObject({
      operation: "available",
      evidence: "unavailable",
    });
    expect(screenAt({ status: "partial", link: "other_workspace" })).toMatchObject({
      operation: "unavailable",
      evidence: "unavailable",
    });
  });
});

describe("RR-6 failed", () => {
  test.each([
    ["a failed run", { status: "failed" }],
    ["a completed run whose operation failed", { outcome: "failed" }],
    ["a cancelled run whose operation failed", { status: "cancelled", outcome: "failed" }],
    ["a running run whose operation failed", { status: "running", outcome: "failed" }],
  ] as const)("%s", (_, change) => {
    const { state, decision } = screenAt({ ...change, snapshot: "none" });
    expect(state).toBe("failed");
    expect(decision.claim).toBe("Execution failed");
  });

  test("the failure of somebody else's operation is not this run's", () => {
    expect(stateAt({ outcome: "failed", link: "other_run" })).toBe("completed_proof_incomplete");
  });
});

describe("RR-7 blocked or cancelled with nothing written", () => {
  test.each([
    ["a cancelled run", { status: "cancelled", outcome: "cancelled" }, "Review cancellation"],
    ["a blocked operation", { outcome: "blocked" }, "Review blocker"],
    ["a cancelled run whose operation cannot be read", { status: "cancelled", link: "absent" }, "Review cancellation"],
  ] as const)("%s", (_, change, label) => {
    for (const wrote of ["recorded_nothing", "not_recorded_not_started"] as const) {
      const { state, evidence, decision } = screenAt({ ...change, wrote });
      expect([state, evidence]).toEqual(["blocked_or_cancelled", "unavailable"]);
      expect(decision.claim).toBeNull();
      expect(decision.primaryAction.label).toBe(label);
    }
  });

  const cancelled = executed("cancelled", {
    execution: { startedAt: null, results: null },
    operation: { outcome: "cancelled", startedAt: null, done: 0 },
  });
  const withOperation = (change: Partial<NonNullable<RestoreFacts["operation"]>>): RestoreFacts => ({
    ...cancelled,
    operation: cancelled.operation === null ? null : { ...cancelled.operation, ...change },
  });
  const withResults = (results: NonNullable<RestoreFacts["run"]["execution"]>["results"]): RestoreFacts =>
    withRun(cancelled, { execution: { ...cancelled.run.execution!, results } });
  const zero = { applied: 0, already_in_desired_state: 0, skipped: 0, partially_applied: 0, failed: 0, unknown: 0 };

  test("an operation that was started, or did something, is not said to have executed nothing", () => {
    expect(resultState(cancelled)).toBe("blocked_or_cancelled");
    expect(resultState(withOperation({ startedAt: "2026-11-20T16:58:02Z" }))).toBe("needs_review");
    expect(resultState(withOperation({ done: 1 }))).toBe("needs_review");
    expect(resultState(withOperation({ outcome: "succeeded" }))).toBe("needs_review");
  });

  test("a count that cannot be read is not a count of nothing", () => {
    const { unknown: _, ...older } = { ...zero, skipped: 12 };
    expect(resultState(withResults({ counts: older as never, items: null }))).toBe("needs_review");
    expect(resultState(withResults({ counts: { ...zero, skipped: 12, failed: Number.NaN }, items: null }))).toBe(
      "needs_review",
    );
    expect(resultState(withResults({ counts: { ...zero, skipped: 12 }, items: null }))).toBe("blocked_or_cancelled");
  });

  test("counts of nothing at all tell nothing of a run that was started", () => {
    const facts = withResults({ counts: zero, items: [] });
    expect(resultState(facts)).toBe("blocked_or_cancelled");
    expect(resultState({ ...facts, operation: withOperation({ startedAt: "2026-11-20T16:58:02Z" }).operation })).toBe(
      "needs_review",
    );
  });

  test("rows that contradict the counts are believed in what they show to have been written", () => {
    const [row] = scenario("needs_review").facts.run.execution?.results?.items ?? [];
    if (row === undefined) throw new TypeError("The scenario has no rows.");
    expect(resultState(withResults({ counts: { ...zero, skipped: 1 }, items: [row] }))).toBe("needs_review");
    expect(resultState(withResults({ counts: null, items: [row] }))).toBe("needs_review");
  });
});

describe("RR-13 what matches nothing is not known", () => {
  test.each([
    ["a status that nobody knows", { status: "strange" }],
    ["a completed run whose operation ended in a way that nobody knows", { outcome: "strange" }],
    ["a running run whose operation ended in a way that nobody knows", { status: "running", outcome: "strange" }],
  ] as const)("%s", (_, change) => {
    const { state, decision, operation, evidence, summary } = screenAt(change);
    expect([state, operation, evidence]).toEqual(["not_known", "unavailable", "unavailable"]);
    expect(decision.claim).toBeNull();
    expect(decision.status.literal).toBe("unknown");
    expect(summary.title).toBe("Result summary");
  });
});

describe("RR-8 what cannot be shown says why, within what the result allows", () => {
  const at = (change: Partial<Point>) => {
    const facts = factsAt({ ...usual, ...change });
    const cause = (proof: ReturnType<typeof operationProof> | ReturnType<typeof evidenceProof>) =>
      proof.state === "unavailable" ? proof.cause : proof.state;
    return [resultState(facts), cause(operationProof(facts)), cause(evidenceProof(facts))];
  };

  test.each([
    [{ dryRun: true }, ["not_executed", "not_executed", "not_executed"]],
    [{ status: null, link: "absent" }, ["not_executed", "not_executed", "not_executed"]],
    [{ status: "running", operation: "running", outcome: null }, ["in_progress", "in_progress", "not_final"]],
    [{ status: "strange", outcome: null }, ["not_known", "result_not_known", "result_not_known"]],
    [{ status: "cancelled", wrote: "recorded_nothing" }, ["blocked_or_cancelled", "available", "not_executed"]],
    [{ mayViewOperation: false }, ["completed_proof_incomplete", "unauthorised", "operation_not_proven"]],
    [{ mayViewEvidence: false }, ["completed_proof_incomplete", "available", "unauthorised"]],
    [{ outcome: null }, ["completed_proof_incomplete", "outcome_not_recorded", "operation_not_proven"]],
    [{ link: "absent" }, ["completed_proof_incomplete", "not_readable", "operation_not_proven"]],
    [{ link: "absent", snapshot: "other_environment" }, ["completed_proof_incomplete", "not_readable", "foreign"]],
    [{ link: "other_run" }, ["completed_proof_incomplete", "foreign", "foreign"]],
    [{ link: "other_run", snapshot: "none" }, ["completed_proof_incomplete", "foreign", "none"]],
    [{ snapshot: "other_workspace" }, ["completed_proof_incomplete", "available", "foreign"]],
    [{ snapshot: "failed" }, ["completed_proof_incomplete", "available", "failed"]],
    [{ snapshot: "generating" }, ["completed_proof_incomplete", "available", "in_progress"]],
    [{ snapshot: "active_undated" }, ["completed_proof_incomplete", "available", "capture_time_not_readable"]],
    [{ snapshot: "before_end" }, ["completed_proof_incomplete", "available", "captured_before_end"]],
    [{ snapshot: "before_end", outcome: "partial" }, ["needs_review", "available", "captured_before_end"]],
    [{ link: "other_kind" }, ["completed_proof_incomplete", "other_kind", "foreign"]],
    [{}, ["completed_with_evidence", "available", "available"]],
    [{ outcome: "partial" }, ["needs_review", "available", "available"]],
    [{ outcome: "cancelled" }, ["needs_review", "available", "available"]],
    [{ outcome: "blocked" }, ["needs_review", "available", "available"]],
    [{ outcome: "failed" }, ["failed", "available", "available"]],
    [{ status: "failed", link: "absent", snapshot: "none" }, ["failed", "not_readable", "none"]],
    [{ status: "partial", outcome: "strange" }, ["needs_review", "outcome_not_recorded", "available"]],
  ] as const)("%j", (change, expected) => {
    expect(at(change)).toEqual(expected);
  });

  test("a run that links no operation has none, whatever stands beside it", () => {
    const facts = executed("completed", { execution: { operationId: null } });
    expect(operationProof(facts)).toEqual({ state: "unavailable", cause: "none" });
  });

  test("among several snapshots that are no evidence, the reason is the one that the operator can act on", () => {
    const [proven] = scenario("completed_with_evidence").facts.evidence;
    const of = (...changes: readonly Partial<EvidenceSnapshot>[]) => {
      const evidence = changes.map((change, index) => ({ ...proven!, id: `ev_${index}`, ...change }));
      return evidenceProof({ ...executed("completed", {}), evidence });
    };
    const failed = { state: "failed", capturedAt: null } as const;
    const undated = { capturedAt: null };
    const later = { state: "superseded" as never, capturedAt: null };
    expect(of(undated, failed)).toEqual({ state: "unavailable", cause: "capture_time_not_readable" });
    expect(of(later, failed)).toEqual({ state: "unavailable", cause: "failed" });
    expect(of(later)).toEqual({ state: "unavailable", cause: "none" });
  });

  test.each([
    ["since its operation started", executed("running", {}), "2026-11-20T16:58:02Z"],
    ["queued, so since no moment yet", executed("queued", {}), null],
    [
      "since the run says that it started, where the operation cannot be read",
      { ...executed("running", { execution: { startedAt: "2026-11-20T16:59:00Z" } }), operation: null },
      "2026-11-20T16:59:00Z",
    ],
    [
      "since the operation's own start, which beats the run's",
      executed("running", { execution: { startedAt: "2026-11-20T16:59:00Z" } }),
      "2026-11-20T16:58:02Z",
    ],
  ] as const)("an operation is in progress %s", (_, facts, started) => {
    expect(operationProof(facts)).toEqual({ state: "in_progress", at: started });
  });

  test("an operation that is queued is in progress, although the run is said to have completed (RR-2)", () => {
    const facts = executed("completed", { operation: { status: "queued", startedAt: null } });
    expect([resultState(facts), operationProof(facts)]).toEqual(["in_progress", { state: "in_progress", at: null }]);
  });
});

describe("RR-8 evidence is the latest of the active snapshots", () => {
  const proven = scenario("completed_with_evidence").facts;
  const [base] = proven.evidence;
  if (base === undefined) throw new TypeError("The scenario has no evidence.");
  const snapshot = (id: string, capturedAt: string | null, requestedAt: string): EvidenceSnapshot => ({
    ...base,
    id,
    capturedAt,
    requestedAt,
  });
  const atOf = (...evidence: readonly EvidenceSnapshot[]) => {
    const forwards = evidenceProof({ ...proven, evidence });
    expect(evidenceProof({ ...proven, evidence: [...evidence].reverse() })).toEqual(forwards);
    return forwards;
  };

  test("the later one counts in real time, whatever the offsets spell", () => {
    const early = snapshot("a", "2026-11-20T18:30:00+05:00", "2026-11-20T13:00:00Z");
    const late = snapshot("b", "2026-11-20T17:02:10Z", "2026-11-20T17:01:22Z");
    expect(atOf(early, late)).toEqual({ state: "available", at: late.capturedAt });
  });

  test("of two at the same moment the one asked for later counts, and then the greater id", () => {
    const one = snapshot("a", "2026-11-20T17:02:10Z", "2026-11-20T17:01:00Z");
    const other = snapshot("b", "2026-11-20T18:02:10+01:00", "2026-11-20T17:01:30Z");
    expect(atOf(one, other)).toEqual({ state: "available", at: other.capturedAt });
    const twin = snapshot("c", "2026-11-20T19:02:10+02:00", "2026-11-20T17:01:30Z");
    expect(atOf(other, twin)).toEqual({ state: "available", at: twin.capturedAt });
  });

  test.each(["2026-02-30T10:00:00Z", "20 November", "2026-11-20", "2026-11-20T25:00:00Z", "", null])(
    "a capture time of %j is none",
    (capturedAt) => {
      expect(atOf(snapshot("a", capturedAt, "2026-11-20T17:00:00Z"))).toEqual({
        state: "unavailable",
        cause: "capture_time_not_readable",
      });
    },
  );

  test("one without a readable time might be the latest, unless it was asked for before", () => {
    const good = snapshot("b", "2026-11-20T17:02:10Z", "2026-11-20T17:01:22Z");
    const before = snapshot("a", null, "2026-11-20T17:00:00Z");
    expect(atOf(before, good).state).toBe("available");
    for (const requestedAt of ["2026-11-20T17:03:00Z", good.requestedAt, "whenever"]) {
      expect(atOf(snapshot("a", null, requestedAt), good)).toEqual({
        state: "unavailable",
        cause: "capture_time_not_readable",
      });
    }
  });

  test("beside a dated one, any number without a readable time is harmless only where each was asked for before", () => {
    const good = snapshot("g", "2026-11-20T17:02:10Z", "2026-11-20T17:01:22Z");
    const older = snapshot("h", "2026-11-20T16:00:00Z", "2026-11-20T15:59:00Z");
    const before = snapshot("a", "?", "2026-11-20T17:00:00Z");
    const after = snapshot("b", "?", "2026-11-20T17:05:00Z");
    expect(atOf(older, before, good)).toEqual({ state: "available", at: good.capturedAt });
    expect(atOf(before, after, good).state).toBe("unavailable");
    expect(atOf(snapshot("g", good.capturedAt, "whenever"), before).state).toBe("unavailable");
  });

  test("another that is still being captured does not hide the one that exists", () => {
    const coming = { ...snapshot("z", null, "2026-11-20T18:00:00Z"), state: "generating" as const };
    expect(atOf(base, coming)).toEqual({ state: "available", at: base.capturedAt });
    expect(atOf(coming, { ...coming, id: "y", requestedAt: "2026-11-20T18:10:00Z", state: "queued" })).toEqual({
      state: "in_progress",
      at: "2026-11-20T18:10:00Z",
    });
  });

  test("who may not see evidence is not told whether there is any", () => {
    const blind = { ...proven, operator: { ...proven.operator, capabilities: ["operation.view" as const] } };
    expect(evidenceProof({ ...blind, evidence: [] })).toEqual(evidenceProof(blind));
  });

  test("an operation that ended at no recorded time is proof of its end, and the time is said to be missing", () => {
    const facts = executed("completed", { operation: { finishedAt: null } });
    expect(operationProof(facts)).toEqual({ state: "available", at: facts.operation?.startedAt });
    const fact = resolveResult(facts, scenarioContext).proof.facts.find(({ id }) => id === "operation_proof");
    expect(fact).toMatchObject({ state: "available", detail: "When it ended was not recorded." });
    const timeless = executed("completed", { operation: { finishedAt: null, startedAt: "?", createdAt: "?" } });
    expect(operationProof(timeless)).toEqual({ state: "unavailable", cause: "not_readable" });
  });
});

describe("RR-8 evidence is post-run evidence only where it was captured once the operation had ended", () => {
  const proven = scenario("completed_with_evidence").facts;
  const [base] = proven.evidence;
  const { operation } = proven;
  if (base === undefined || operation === null) throw new TypeError("The scenario has no evidence.");
  const read = (capturedAt: string, finishedAt: string | null = operation.finishedAt, ...others: EvidenceSnapshot[]) =>
    evidenceProof({
      ...proven,
      operation: { ...operation, finishedAt },
      evidence: [{ ...base, capturedAt }, ...others],
    });
  const tooEarly = { state: "unavailable", cause: "captured_before_end" };

  test("at the very moment of the end it is, a moment before it is not, whatever the offsets spell", () => {
    expect(read("2026-11-20T17:01:22Z").state).toBe("available");
    expect(read("2026-11-20T18:01:22+01:00").state).toBe("available");
    expect(read("2026-11-20T17:01:21.999Z")).toEqual(tooEarly);
    expect(read("2026-11-20T22:01:21+05:00")).toEqual(tooEarly);
  });

  test.each([null, "", "yesterday", "2026-02-30T10:00:00Z"])("an end at %j cannot be shown to lie before it", (end) => {
    expect(read(base.capturedAt ?? "", end)).toEqual({ state: "unavailable", cause: "operation_end_not_recorded" });
  });

  test("one that was captured too early neither hides a later one nor one that is being captured", () => {
    const coming = { ...base, id: "z", state: "generating" as const, capturedAt: null };
    expect(read("2026-11-20T17:00:00Z", operation.finishedAt, { ...base, id: "later" })).toEqual({
      state: "available",
      at: base.capturedAt,
    });
    expect(read("2026-11-20T17:00:00Z", operation.finishedAt, coming).state).toBe("in_progress");
  });

  test("the screen says that the reading was too early, and claims no evidence (RR-12)", () => {
    const facts = { ...proven, evidence: [{ ...base, capturedAt: "2026-11-20T17:00:00Z" }] };
    const { state, decision, proof } = resolveResult(facts, scenarioContext);
    expect(state).toBe("completed_proof_incomplete");
    expect(decision.claim).toBe("Execution proof available");
    expect(proof.facts.find(({ id }) => id === "post_run_evidence")).toMatchObject({
      state: "unavailable",
      detail: "It was captured before the operation ended, so it says nothing of what the restore left.",
    });
  });
});

describe("RR-8 a record that is not what it should be proves nothing", () => {
  const proven = executed("completed", {});

  test.each(["restore.dry_run", "restore.preview", "", undefined])(
    "an operation of the kind %j is not the real execution that the run asked for (SI-16)",
    (kind) => {
      const { facts } = scenario("completed_with_evidence");
      if (facts.operation === null) throw new Error("The run has no operation.");
      const other = { ...facts, operation: { ...facts.operation, kind: kind as never } };
      expect([resultState(other), operationProof(other), evidenceProof(other)]).toEqual([
        "completed_proof_incomplete",
        { state: "unavailable", cause: "other_kind" },
        { state: "unavailable", cause: "foreign" },
      ]);
    },
  );

  test("an operation in a state that nobody knows did not finish", () => {
    const { operation } = proven;
    if (operation === null) throw new Error("The run has no operation.");
    const strange = { ...proven, operation: { ...operation, status: "paused" as never } };
    expect(operationProof(strange)).toEqual({ state: "unavailable", cause: "outcome_not_recorded" });
  });

  test("a snapshot that names no operation belongs to none, also where the run has none", () => {
    const { evidence } = scenario("completed_with_evidence").facts;
    const nameless = evidence.map((snapshot) => ({ ...snapshot, operationId: undefined as never }));
    expect(evidenceProof({ ...executed("partial", {}), operation: null, evidence: nameless }).state).toBe(
      "unavailable",
    );
  });
});

describe("RR-7 a run that was cancelled, and of which nobody recorded what it wrote", () => {
  type Change = Parameters<typeof executed>[1];
  const stateWith = ({ execution, operation }: Change) =>
    resultState(
      executed("cancelled", {
        execution: { startedAt: null, ...execution },
        operation: { outcome: "cancelled", startedAt: null, done: 0, ...operation },
      }),
    );

  test("wrote nothing where nothing shows that it began", () => {
    expect(stateWith({})).toBe("blocked_or_cancelled");
    expect(stateWith({ operation: { outcome: "blocked" } })).toBe("blocked_or_cancelled");
  });

  test.each<[string, Change]>([
    ["the run began", { execution: { startedAt: "2026-11-20T16:58:02Z" } }],
    ["its operation began", { operation: { startedAt: "2026-11-20T16:58:02Z" } }],
    ["its operation did one item", { operation: { done: 1 } }],
    ["its operation says that it succeeded", { operation: { outcome: "succeeded" } }],
    ["its operation says that it ended in part", { operation: { outcome: "partial" } }],
  ])("may have written where %s, and asks for a look", (_, change) => {
    expect(stateWith(change)).toBe("needs_review");
  });
});

describe("RR-13 the run's own status beside a result", () => {
  test("is left out where the operation ended and the run does not say so yet", () => {
    expect(statedStatus(scenario("blocked_before_writes").facts)).toBeNull();
    expect(statedStatus(executed("running", { operation: { status: "finished", outcome: "failed" } }))).toBeNull();
  });

  test.each(["queued", "running", "completed", "partial", "failed", "cancelled"] as const)(
    "is %s otherwise",
    (status) => {
      expect(statedStatus(executed(status, {}))).toBe(status);
    },
  );

  test("is that of the last stage whose evidence is current before the queue", () => {
    expect(statedStatus(freshDraft)).toBe("draft");
    expect(statedStatus(scenario("preview_current").facts)).toBe("previewed");
  });
});
