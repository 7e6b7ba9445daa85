import { describe, expect, test } from "vitest";
import { restoreGates } from "../../../src/restore/resolvers/gates.js";
import { resolveResult } from "../../../src/restore/resolvers/result.js";
import { operationProof, resultState } from "../../../src/restore/resolvers/result-state.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import { followUpOf } from "../../../src/restore/resolvers/result-attention.js";
import { resolveResultDetails } from "../../../src/restore/resolvers/steps/result-details.js";
import { outcomeRecord } from "../../../src/restore/rules/outcome.js";
import type { ItemOutcome, RunResults } from "../../../src/restore/run/outcome.js";
import { resolveWizard } from "../../../src/restore/resolvers/wizard.js";
import { contexts, said } from "../../contract/languages.js";
import {
  executed,
  freshDraft,
  resultOf,
  scenario,
  scenarioContext,
  type RestoreScenarioId,
  withRun,
} from "../../../src/testing/scenarios/index.js";

const exact = {
  not_executed: [
    "Not executed",
    "This record proves preview truth, not environment recovery.",
    "No execution proof or post-run evidence exists yet.",
    "Review preview",
  ],
  in_progress: [
    "Execution in progress",
    "Restore execution is currently running.",
    "Results and evidence are not final yet.",
    "View operation progress",
  ],
  completed_proof_incomplete: [
    "Completed, recovery proof incomplete",
    "Execution completed, but post-run evidence is not available yet.",
    "Do not treat this restore as verified recovery until evidence has been reviewed.",
    "Open operation proof",
  ],
  completed_with_evidence: [
    "Completed with evidence available",
    "Execution proof and post-run evidence are available.",
    "Review evidence before treating the restore as recovery proof.",
    "Open evidence",
  ],
  needs_review: [
    "Completed with items needing review",
    "Some items were skipped, partially applied, or failed.",
    "Review item outcomes before relying on the result.",
    "Review item outcomes",
  ],
  failed: [
    "Restore failed",
    "The restore did not complete successfully.",
    "Some requested changes may not have been applied.",
    "Review failure details",
  ],
  blocked_or_cancelled: [
    "Restore blocked / cancelled",
    "Restore did not execute due to cancellation or blocker.",
    "No recovery proof exists.",
    "Review blocker",
  ],
} as const;

const ruleOf = {
  not_executed: "RR-1",
  in_progress: "RR-2",
  completed_proof_incomplete: "RR-3",
  completed_with_evidence: "RR-4",
  needs_review: "RR-5",
  failed: "RR-6",
  blocked_or_cancelled: "RR-7",
} as const;

/** Facts that tell no more than the state does; where they tell which of its ways it took, its words are more exact (SI-18). */
function plainly(state: keyof typeof exact): RestoreFacts {
  const { facts } = scenario(state);
  const nothing = { startedAt: null, done: 0 } as const;
  if (state === "failed")
    return executed(state, { execution: { startedAt: null }, operation: { outcome: state, ...nothing } });
  if (state !== "blocked_or_cancelled") return facts;
  return executed("cancelled", { execution: { startedAt: null }, operation: { outcome: "blocked", ...nothing } });
}

describe.each(Object.entries(exact))("%s", (id, [status, reason, impact, action]) => {
  const state = id as keyof typeof exact;
  test(`${ruleOf[state]} speaks the exact copy and offers the one action (SI-8)`, () => {
    const { decision, state: resolved } = resolveResult(plainly(state), scenarioContext);
    expect(resolved).toBe(state);
    expect([decision.status.text, decision.reason, decision.impact, decision.primaryAction.label]).toEqual([
      status,
      reason,
      impact,
      action,
    ]);
  });
});

describe("SI-12 a result has one status for glyph and tone, and says when it ended", () => {
  const strange = executed("completed", { execution: { status: "verified" as never } });
  test.each([
    ["not_executed", scenario("not_executed").facts, "unavailable", null],
    ["in_progress", scenario("in_progress").facts, "running", null],
    ["completed_proof_incomplete", scenario("completed_proof_incomplete").facts, "attention", "2026-11-20T17:01:22Z"],
    ["completed_with_evidence", scenario("completed_with_evidence").facts, "complete", "2026-11-20T17:01:22Z"],
    ["completed_with_evidence", scenario("completed_with_follow_up").facts, "attention", "2026-11-20T17:01:22Z"],
    ["needs_review", scenario("needs_review").facts, "attention", "2026-11-20T17:01:22Z"],
    ["failed", scenario("failed").facts, "blocked", "2026-11-20T17:01:22Z"],
    ["blocked_or_cancelled", scenario("blocked_or_cancelled").facts, "unavailable", "2026-11-20T17:01:22Z"],
    ["not_known", strange, "unknown", "2026-11-20T17:01:22Z"],
  ] as const)("%s", (state, facts, literal, at) => {
    const resolved = resolveResult(facts, scenarioContext);
    expect([resolved.state, resolved.decision.id, resolved.decision.status.literal]).toEqual([
      state,
      "restore-result",
      literal,
    ]);
    expect(resolved.decision.status.at?.iso ?? null).toBe(at);
  });

  test("one that matches no known result leads to the diagnostics", () => {
    expect(resolveResult(strange, scenarioContext).decision.primaryAction).toEqual({
      kind: "link",
      id: "review_diagnostics",
      label: "Review diagnostics",
      href: "#result/diagnostics",
    });
  });
});

describe("RR-1 only a result without execution speaks of the preview that it lacks", () => {
  test.each(["failed", "completed_proof_incomplete", "needs_review"] as const)(
    "%s keeps its own reason and its claim, although its preview is gone from the record",
    (id) => {
      const { decision } = resolveResult(withRun(scenario(id).facts, { preview: null }), scenarioContext);
      expect(decision.reason).toBe(exact[id][1]);
      expect(decision.claim).not.toBeNull();
    },
  );
});

describe("SI-8 the primary cause stands beside the decision", () => {
  const noteOf = (facts: RestoreFacts) => resolveResult(facts, scenarioContext).decision.attention;

  test("with the number of its items where the record tells it", () => {
    expect(noteOf(scenario("needs_review").facts)).toEqual({
      title: "Primary cause",
      text: "The target changed, 1 item. It no longer was what the preview showed, so nothing was written over it.",
    });
  });

  test("and not beside a result that has not ended, or that went as wanted", () => {
    expect(noteOf(scenario("in_progress").facts)).toBeNull();
    expect(noteOf(scenario("not_executed").facts)).toBeNull();
    expect(noteOf(scenario("completed_with_evidence").facts)).toBeNull();
  });
});

describe("RR-1 a record without a preview claims nothing", () => {
  test("it says that no preview was recorded, and offers to continue", () => {
    const { decision } = resolveResult(freshDraft, scenarioContext);
    expect(decision.reason).toBe("No preview has been recorded. Nothing was executed.");
    expect(decision.claim).toBeNull();
    expect(decision.primaryAction.label).toBe("Continue preparation");
  });
});

describe("RR-8 a link alone is never proof", () => {
  const proven = scenario("completed_with_evidence").facts;
  const change = (facts: RestoreFacts, operation: Partial<NonNullable<RestoreFacts["operation"]>>): RestoreFacts => ({
    ...facts,
    operation: facts.operation === null ? null : { ...facts.operation, ...operation },
  });

  test.each([
    ["another workspace", { workspaceId: "fabrikam" }],
    ["another environment", { environmentId: "env_test" }],
    ["another run", { restoreRunId: "rr_1" }],
    ["another id than the run links", { id: "op_1" }],
  ])("an operation of %s is not proof, and neither is its evidence", (_, operation) => {
    const foreign = change(proven, operation);
    expect(operationProof(foreign)).toEqual({ state: "unavailable", cause: "foreign" });
    expect(resultState(foreign)).toBe("completed_proof_incomplete");
  });

  test("an operator who may not see the operation has no operation proof, and reviews the gap", () => {
    const blind = {
      ...proven,
      operator: { ...proven.operator, capabilities: ["restore.prepare" as const, "evidence.view" as const] },
    };
    expect(operationProof(blind)).toEqual({ state: "unavailable", cause: "unauthorised" });
    expect(resolveResult(blind, scenarioContext).decision.primaryAction.label).toBe("Review proof gap");
  });

  test.each([
    ["of another operation", { operationId: "op_1" }],
    ["of another workspace", { workspaceId: "fabrikam" }],
    ["of another environment", { environmentId: "env_test" }],
    ["that failed", { state: "failed" as const }],
    ["that is still generating", { state: "generating" as const, capturedAt: null }],
    ["without a capture time", { capturedAt: null }],
  ])("a snapshot %s is not evidence", (_, snapshot) => {
    const facts = { ...proven, evidence: proven.evidence.map((one) => ({ ...one, ...snapshot })) };
    expect(resultState(facts)).toBe("completed_proof_incomplete");
  });

  test("a generating snapshot shows as in progress", () => {
    const facts = {
      ...proven,
      evidence: proven.evidence.map((one) => ({ ...one, state: "generating" as const, capturedAt: null })),
    };
    const fact = resolveResult(facts, scenarioContext).proof.facts.find(({ id }) => id === "post_run_evidence");
    expect(fact?.state).toBe("in_progress");
  });
});

describe("RR-9 follow-up stays visible beside a completed result", () => {
  test("the evidence's differences come before the words of a result without any, and the decision stands without its calm", () => {
    const { decision } = resultOf("completed_with_follow_up");
    expect(decision.status).toMatchObject({ text: "Completed with evidence available", literal: "attention" });
    expect(decision.reason).toBe(
      "Evidence shows 1 item that differs from what was intended. Execution proof and post-run evidence are available.",
    );
    expect(decision.impact).toBe(
      "For 1 item the target does not hold what was intended. Review evidence before treating the restore as recovery proof.",
    );
    expect(decision.attention).toEqual({
      title: "Completed with follow-up",
      text: "Evidence differs, 1 item.",
    });
  });

  test("and its one action leads to where the item that differs stands first", () => {
    const { facts } = scenario("completed_with_follow_up");
    expect(resultOf("completed_with_follow_up").decision.primaryAction).toMatchObject({ href: "#result/evidence" });
    const { evidence, outcomes } = resolveResultDetails(facts, scenarioContext);
    expect(evidence.rows[0]).toMatchObject({ name: "Firewall, all devices", word: "Differs" });
    expect(outcomes.groups[0]?.title).toBe("Written or unchanged, 12 items, 1 not as intended");
    expect(outcomes.groups[0]?.rows[0]).toMatchObject({ readBack: "Read back: Differs" });
  });

  test("what was not read back is not known from here, in German too", () => {
    const { facts } = scenario("completed_with_evidence");
    const unread = { coverage: { checked: 10, notChecked: 2 } };
    const partly = { ...facts, evidence: facts.evidence.map((one) => ({ ...one, ...unread })) };
    const { decision } = resolveResult(partly, scenarioContext);
    expect(decision.reason).toMatch(/^Evidence did not look at 2 items\. Execution proof/);
    expect(decision.impact).toMatch(/^What the target holds of 2 items is not known from here\. Review evidence/);
    expect(resolveResult(partly, contexts.de).decision.impact).toMatch(
      /^Was das Ziel von 2 Elementen enthält, ist von hier aus nicht bekannt\. Prüfen Sie/,
    );
    expect(resolveResult(scenario("completed_with_follow_up").facts, contexts.de).decision.impact).toMatch(
      /^Das Ziel enthält bei 1 Element nicht, was beabsichtigt war\. Prüfen Sie/,
    );
  });
});

describe("RR-8 the first words of a result say where its evidence cannot speak for the restore (SI-18)", () => {
  const proven = scenario("completed_with_evidence").facts;
  const withEvidence = (change: Partial<RestoreFacts["evidence"][number]>): RestoreFacts => ({
    ...proven,
    evidence: proven.evidence.map((snapshot) => ({ ...snapshot, ...change })),
  });
  const withoutEnd = withOperation({ finishedAt: null });
  const gap = {
    en: scenarioContext.words.proof.evidenceGap,
    de: contexts.de.words.proof.evidenceGap,
  };

  function withOperation(change: Partial<NonNullable<RestoreFacts["operation"]>>): RestoreFacts {
    return { ...proven, operation: proven.operation && { ...proven.operation, ...change } };
  }

  test.each([
    ["of another environment", scenario("evidence_foreign").facts, "foreign"],
    ["of another operation", withEvidence({ operationId: "op_1" }), "foreign"],
    ["captured before the end", withEvidence({ capturedAt: "2026-11-20T17:00:00Z" }), "captured_before_end"],
    ["of an operation whose end nobody recorded", withoutEnd, "operation_end_not_recorded"],
    ["captured at no time that can be read", withEvidence({ capturedAt: "soon" }), "capture_time_not_readable"],
  ] as const)("%s", (_, facts, cause) => {
    const { state, decision } = resolveResult(facts, scenarioContext);
    expect(state).toBe("completed_proof_incomplete");
    expect(decision).toMatchObject({
      status: { literal: "attention", text: "Completed, but the evidence cannot speak for this restore" },
      reason: `${gap.en[cause]} Post-run evidence of this restore is not available yet.`,
      impact: "Do not treat this restore as verified recovery until evidence of it has been reviewed.",
      primaryAction: { label: "Open operation proof" },
      claim: "Execution proof available",
    });
    const german = resolveResult(facts, contexts.de).decision;
    expect(german.status.text).toBe("Abgeschlossen, aber der Nachweis kann nichts über diese Wiederherstellung sagen");
    expect(german.reason).toBe(`${gap.de[cause]} Nachweise zu diesem Lauf liegen noch nicht vor.`);
  });

  test.each([
    ["there is none", executed("completed", {})],
    ["it is being read", scenario("evidence_generating").facts],
    ["reading it failed", withEvidence({ state: "failed" })],
    ["the operator may not see it", scenario("evidence_not_authorised").facts],
    ["the operation that it names cannot be read, so that nothing shows whose it is", { ...proven, operation: null }],
  ])("and say no such thing where %s", (_, facts) => {
    expect(resolveResult(facts, scenarioContext).decision.status.text).toBe("Completed, recovery proof incomplete");
  });

  test("what has to be reviewed first leads, whatever the evidence is of", () => {
    const facts = withEvidence({ environmentId: "env_test" });
    const partial = withRun(facts, { execution: facts.run.execution && { ...facts.run.execution, status: "partial" } });
    expect(resolveResult(partial, scenarioContext).decision.status.text).toBe("Completed with items needing review");
  });
});

describe.each(["en", "de"] as const)(
  "RR-8 to an operator who may not see evidence nothing is said of whether it exists, in %s",
  (language) => {
    const { facts } = scenario("evidence_not_authorised");
    const context = contexts[language];

    test("neither that it is there nor that it is not, anywhere on the page", () => {
      const frame = resolveWizard(facts, "confirm_execute", context);
      const texts = said([resolveResult(facts, context), frame, resolveResultDetails(facts, context)]).map(
        ({ text }) => text,
      );
      const gap = context.words.proof.evidenceGap.unauthorised;
      expect(
        texts.filter((text) => /not available yet|noch nicht vor|this evidence|diese Nachweise/.test(text)),
      ).toEqual([]);
      expect(texts.filter((text) => text === gap).length).toBeGreaterThan(1);
    });

    test("the status and what it means stay those of RR-3", () => {
      const { status, impact } = resolveResult(facts, context).decision;
      const told = context.words.results.told.completed_proof_incomplete;
      expect([status.text, impact]).toEqual([told.status, told.impact]);
    });

    test("the next action is one that this operator can take", () => {
      const { action } = context.words.results;
      const labelFor = (...capabilities: RestoreFacts["operator"]["capabilities"]) =>
        resolveResult({ ...facts, operator: { ...facts.operator, capabilities } }, context).decision.primaryAction
          .label;
      expect(labelFor()).toBe(action.review_item_outcomes);
      expect(labelFor("operation.view")).toBe(action.open_operation_proof);
    });
  },
);

describe("SI-7 evidence that looked at too little is no evidence of much", () => {
  const available = exact.completed_with_evidence[1];
  const proven = scenario("completed_with_evidence").facts;
  const withSnapshot = (change: Partial<RestoreFacts["evidence"][number]>): RestoreFacts => ({
    ...proven,
    evidence: proven.evidence.map((snapshot) => ({ ...snapshot, ...change })),
  });

  test.each([
    ["nothing was checked", { coverage: { checked: 0, notChecked: 12 } }, "Evidence did not look at 12 items."],
    ["an item was not checked", { coverage: { checked: 11, notChecked: 1 } }, "Evidence did not look at 1 item."],
    ["coverage was not recorded", { coverage: null }, "The evidence does not record what it covers."],
    [
      "an empty coverage was recorded",
      { coverage: { checked: 0, notChecked: 0 } },
      "The evidence does not record what it covers.",
    ],
    ["findings were not recorded", { findings: null }, "The evidence records no findings."],
  ])("where %s the result asks for a look, and the last gate stays open", (_, change, text) => {
    const facts = withSnapshot(change);
    const { decision } = resolveResult(facts, scenarioContext);
    expect(decision.reason).toBe(`${text} ${available}`);
    expect(decision.status.literal).toBe("attention");
    expect(restoreGates(facts).at(-1)?.verdict).toBe("attention");
  });

  const withItems = (change: (items: readonly ItemOutcome[]) => readonly ItemOutcome[] | null): RestoreFacts => {
    const { execution } = proven.run;
    const results = execution?.results ?? null;
    if (execution === null || results?.items == null) throw new Error("The scenario has no item rows.");
    return withRun(proven, { execution: { ...execution, results: { ...results, items: change(results.items) } } });
  };

  test("an item whose assignments were left alone asks for a look, although the item counts as applied", () => {
    const facts = withItems((items) =>
      items.map((item, index) =>
        index > 1
          ? item
          : {
              ...item,
              phases: item.phases.map((phase) =>
                phase.phase === "assignments" ? { ...phase, outcome: "skipped", reason: "Not captured." } : phase,
              ),
            },
      ),
    );
    const { decision } = resolveResult(facts, scenarioContext);
    expect(decision.reason).toBe(`2 items were left in part as they were. ${available}`);
    expect(decision.status.literal).toBe("attention");
    expect(restoreGates(facts).at(-1)?.verdict).toBe("attention");
  });

  test("counts without item rows ask for a look, because nobody knows what was left alone", () => {
    expect(
      resolveResult(
        withItems(() => null),
        scenarioContext,
      ).decision.reason,
    ).toBe(`What was left as it was in part was not recorded. ${available}`);
  });

  test("with every item read back as intended nothing is left to look at", () => {
    expect(resolveResult(proven, scenarioContext).decision.attention).toBeNull();
  });
});

const mixed = (() => {
  const found = scenario("needs_review").facts.run.execution?.results ?? null;
  if (found?.counts == null || found.items === null) throw new TypeError("The scenario has no outcomes.");
  return { counts: found.counts, items: found.items };
})();

function withResults(id: RestoreScenarioId, results: RunResults | null): RestoreFacts {
  const { facts } = scenario(id);
  const { execution } = facts.run;
  if (execution === null) throw new TypeError("The scenario was not executed.");
  return withRun(facts, { execution: { ...execution, results } });
}

describe("RR-10 counts only where they were recorded", () => {
  test.each([
    ["in_progress", "In progress"],
    ["failed", "Failure details required"],
    ["blocked_or_cancelled", "Unavailable"],
    ["not_executed", "Result summary unavailable"],
  ] as const)("%s without counts says “%s”", (id, text) => {
    expect(resultOf(id).summary.body).toMatchObject({ state: "uncounted", text });
  });

  test.each(["completed_proof_incomplete", "completed_with_evidence", "needs_review"] as const)(
    "%s without counts says “Result summary unavailable”",
    (id) => {
      expect(resolveResult(withResults(id, null), scenarioContext).summary.body).toMatchObject({
        state: "uncounted",
        text: "Result summary unavailable",
      });
    },
  );

  test("a count that an older record lacks is not shown as a zero", () => {
    const { unknown: _, ...older } = { ...mixed.counts };
    const { summary } = resolveResult(
      withResults("needs_review", { counts: older as never, items: null }),
      scenarioContext,
    );
    const counts = summary.body.state === "counted" ? summary.body.counts : [];
    expect(counts.find(({ id }) => id === "unknown")?.measure).toEqual({
      state: "unavailable",
      text: "Not recorded",
      reason: "The record does not count this outcome.",
    });
    expect(counts.find(({ id }) => id === "failed")?.measure).toMatchObject({ state: "known", value: 1 });
  });

  test("counts that contradict their rows are not shown, and the contradiction is told", () => {
    const contradictory = { ...mixed, counts: { ...mixed.counts, failed: 0, applied: 9 } };
    expect(resolveResult(withResults("needs_review", contradictory), scenarioContext).summary.body).toMatchObject({
      state: "uncounted",
      reason: expect.stringContaining("contradict each other"),
    });
    const { decision } = resolveResult(withResults("completed_with_evidence", contradictory), scenarioContext);
    expect(decision.status.literal).toBe("attention");
    expect(decision.reason).toContain("contradict each other");
  });
});

describe("SI-8 the counts name what is behind them only where they ask for a look", () => {
  const bodyOf = (facts: RestoreFacts) => resolveResult(facts, scenarioContext).summary.body;

  test("failures have their cause, and the rows that tell it", () => {
    expect(bodyOf(scenario("needs_review").facts)).toMatchObject({
      rows: { state: "recorded" },
      cause: { id: "target_changed", title: "The target changed" },
    });
  });

  test("what only the evidence asks a look for is none of theirs", () => {
    expect(bodyOf(scenario("completed_with_follow_up").facts)).toMatchObject({ state: "counted", cause: null });
    expect(bodyOf(scenario("completed_with_evidence").facts)).toMatchObject({ state: "counted", cause: null });
  });
});

describe("RR-5 every outcome of BY-9 counts at most once", () => {
  test("failed, unknown, partial and skipped items are counted, and what went as wanted is not", () => {
    const counts = {
      failed: 1,
      unknown: 2,
      partially_applied: 4,
      skipped: 8,
      applied: 16,
      already_in_desired_state: 32,
    };
    expect(followUpOf(withResults("completed_with_evidence", { counts, items: null }))?.outcomes).toBe(15);
  });

  test("an outcome that nobody knows asks for a look", () => {
    const strange = mixed.items.map((item) => ({ ...item, outcome: "verified" as never }));
    const { state, items } = outcomeRecord({ counts: null, items: strange });
    expect([state, items?.every(({ outcome }) => outcome === "unknown")]).toEqual(["rows_only", true]);
  });
});

describe("RR-11 counts without rows", () => {
  test("they are labelled as metadata-only evidence", () => {
    expect(resultOf("needs_review_counts_only").summary.body).toMatchObject({
      state: "counted",
      rows: { state: "missing", text: "Metadata-only evidence: counts were recorded, item rows were not." },
    });
  });

  test("an empty list of rows beside counts of affected items is no list of no items", () => {
    const facts = withResults("needs_review", { counts: mixed.counts, items: [] });
    expect(resolveResult(facts, scenarioContext).summary.body).toMatchObject({ rows: { state: "missing" } });
    expect(resolveResultDetails(facts, scenarioContext).outcomes.empty).toBe("Item rows were not recorded.");
  });
});

describe("RR-13 precedence", () => {
  const completed = scenario("completed_with_evidence").facts;
  const outcome = (value: "failed" | "blocked" | "partial" | "cancelled"): RestoreFacts => ({
    ...completed,
    operation: completed.operation === null ? null : { ...completed.operation, outcome: value },
  });

  test("a failed operation beats a completed run", () => {
    expect(resultState(outcome("failed"))).toBe("failed");
  });

  test("a partial operation beats a completed run", () => {
    expect(resultState(outcome("partial"))).toBe("needs_review");
  });

  test("dry-run comes first", () => {
    expect(resultState(withRun(outcome("failed"), { dryRun: true }))).toBe("not_executed");
  });

  test("a run that is still running while its operation runs is in progress", () => {
    expect(resultState(executed("running", {}))).toBe("in_progress");
    expect(resultState(executed("queued", {}))).toBe("in_progress");
  });

  test("a status from an unknown future is not known, and claims nothing", () => {
    const strange = withRun(completed, { execution: { ...completed.run.execution!, status: "verified" as never } });
    const facts = { ...strange, operation: null };
    expect(resultState(facts)).toBe("not_known");
    expect(resolveResult(facts, scenarioContext).decision.claim).toBeNull();
  });
});

describe("SI-18 a result says which of its state's ways it took, where the record tells", () => {
  const cardOf = (facts: RestoreFacts) => {
    const { status, reason, impact, primaryAction, claim, attention } = resolveResult(facts, scenarioContext).decision;
    const told = [status.literal, status.text, reason, impact, primaryAction.id];
    return { told, claim, cause: attention?.text ?? null };
  };
  const waiting = [
    "pending",
    "Execution queued",
    "It waits for its turn and has not started.",
    "Results and evidence are not final yet.",
    "view_operation_progress",
  ];

  test("RR-2 an execution that waits for its turn is not said to run", () => {
    const queued = cardOf(executed("queued", {}));
    expect([queued.told, queued.claim, queued.cause]).toEqual([waiting, null, null]);
    expect(cardOf({ ...executed("queued", {}), operation: null }).told[1]).toBe("Execution queued");
  });

  test("RR-2 and no longer to wait once the run, or its operation, has begun or ended", () => {
    for (const facts of [
      executed("running", {}),
      { ...executed("running", {}), operation: null },
      executed("queued", { operation: { status: "running" } }),
    ])
      expect(cardOf(facts)).toMatchObject({ told: { 1: "Execution in progress" }, claim: "Execution in progress" });
    const failed = executed("queued", { operation: { status: "queued", outcome: "failed" } });
    expect(cardOf(failed).told[1]).toBe("Restore failed");
  });

  const cancelled = [
    "unavailable",
    "Restore cancelled",
    "Restore did not execute due to cancellation.",
    "No recovery proof exists.",
    "review_cancellation",
  ];

  test("RR-7 a cancelled restore has no blocker to review, and a blocked one no cancellation", () => {
    expect(cardOf(scenario("blocked_or_cancelled").facts).told).toEqual(cancelled);
    expect(cardOf({ ...scenario("blocked_or_cancelled").facts, operation: null }).told).toEqual(cancelled);
    expect(cardOf(scenario("blocked_before_writes").facts).told).toEqual([
      "blocked",
      "Restore blocked",
      "Restore did not execute due to a blocker.",
      "No recovery proof exists.",
      "review_blocker",
    ]);
  });

  test("RR-7 a record that names both says both", () => {
    const both = scenario("blocked_or_cancelled").facts;
    expect(cardOf({ ...both, operation: { ...both.operation!, outcome: "blocked" } }).told).toEqual([
      "unavailable",
      ...exact.blocked_or_cancelled.slice(0, 3),
      "review_blocker",
    ]);
  });

  test("RR-5 a restore that was cancelled in the middle does not read as completed", () => {
    const stopped = [
      "attention",
      "Cancelled, with items needing review",
      "It was cancelled after it had begun: some items may have been written, and others may not.",
      "Review item outcomes before relying on the result.",
      "review_item_outcomes",
    ];
    const { facts } = scenario("cancelled_after_writes");
    expect(cardOf(facts)).toMatchObject({ told: stopped, claim: "Follow-up required" });
    expect(cardOf({ ...facts, operation: null }).told).toEqual(stopped);
    const unnamed = withRun(facts, { execution: { ...facts.run.execution!, reason: null } });
    expect(cardOf(unnamed).told).toEqual(stopped);
    expect(cardOf({ ...unnamed, operation: null }).told.slice(1, 4)).toEqual(exact.needs_review.slice(0, 3));
    expect(cardOf({ ...unnamed, operation: { ...facts.operation!, outcome: "blocked" } }).told).toEqual([
      "attention",
      "Blocked, with items needing review",
      "It was blocked after it had begun: some items may have been written, and others may not.",
      ...stopped.slice(3),
    ]);
    expect(cardOf({ ...facts, operation: { ...facts.operation!, outcome: "blocked" } }).told[1]).toBe(
      "Completed with items needing review",
    );
  });

  test("RR-6 a failed restore that may have written says so, and one that was recorded to have written nothing does not", () => {
    const { facts } = scenario("failed");
    expect(cardOf(facts).told[3]).toBe("Some requested changes may not have been applied. Others may have been.");
    const unstarted = executed("failed", {
      execution: { startedAt: null },
      operation: { outcome: "failed", startedAt: null, done: 0 },
    });
    expect(cardOf(unstarted).told).toEqual(["blocked", ...exact.failed.slice(0, 3), "review_failure_details"]);
  });
});
