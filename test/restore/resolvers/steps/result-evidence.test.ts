import { describe, expect, test } from "vitest";
import { resolveEvidence } from "../../../../src/restore/resolvers/steps/result-evidence.js";
import type { RestoreFacts } from "../../../../src/restore/run/facts.js";
import type { EvidenceFinding, EvidenceSnapshot } from "../../../../src/restore/run/operation.js";
import { snapshot } from "../../../../src/testing/scenarios/facts/execution.js";
import { executed, previewed, scenario, scenarioContext } from "../../../../src/testing/scenarios/index.js";
import { plain } from "../../../support/plain.js";

const evidence = (facts: RestoreFacts) => plain(resolveEvidence(facts, scenarioContext));
const read = (change: Partial<EvidenceSnapshot>) => executed("completed", { evidence: [{ ...snapshot, ...change }] });

/** The target was read back after an operation of which nobody recorded how it ended. */
const unproven = executed("completed", { operation: { outcome: null }, evidence: [snapshot] });

const parts: NonNullable<EvidenceFinding["parts"]> = [
  { phase: "settings", result: "as_intended" },
  { phase: "assignments", result: "as_intended" },
  { phase: "scope_tags", result: "as_intended" },
];
const finding = (name: string, result: EvidenceFinding["result"], more: Partial<EvidenceFinding> = {}) =>
  ({ itemId: `id of ${name}`, name, result, parts, detail: null, ...more }) satisfies EvidenceFinding;
const notRead = [
  { phase: "settings", result: "as_intended" },
  { phase: "assignments", result: "not_compared", cause: "not_returned" },
  { phase: "scope_tags", result: "not_compared", cause: "left_untouched" },
] as const;
const whole = { checked: 1, notChecked: 0 };

describe("RR-8 what the target says now", () => {
  test("is complete only where everything was read, every part compared, and all is as intended", () => {
    const model = evidence(read({ coverage: whole, findings: [finding("a", "as_intended")] }));
    expect(model).toMatchObject({
      title: "Post-run evidence",
      literal: "complete",
      text: "1 of 1 item read back",
      detail: "The target was read 20 Nov 2026, 17:02 UTC and compared with what was intended.",
      coverage: [],
      rows: [{ id: "id of a", name: "a", literal: "recorded", word: "As intended", detail: null }],
    });
  });

  test.each<[string, Partial<EvidenceSnapshot>]>([
    ["an item differs", { coverage: whole, findings: [finding("a", "differs")] }],
    ["an item was not checked", { coverage: { checked: 1, notChecked: 1 }, findings: [finding("a", "as_intended")] }],
    ["nothing was checked", { coverage: { checked: 0, notChecked: 0 }, findings: [finding("a", "as_intended")] }],
    ["the coverage is not recorded", { coverage: null, findings: [finding("a", "as_intended")] }],
    [
      "fewer findings are recorded than were counted",
      { coverage: { checked: 2, notChecked: 0 }, findings: [finding("a", "as_intended")] },
    ],
    [
      "one item has two findings, and another none",
      { coverage: { checked: 2, notChecked: 0 }, findings: [finding("a", "as_intended"), finding("a", "as_intended")] },
    ],
    ["a part was not compared", { coverage: whole, findings: [finding("a", "as_intended", { parts: notRead })] }],
    ["its parts are not recorded", { coverage: whole, findings: [finding("a", "as_intended", { parts: null })] }],
    ["no finding is recorded", { coverage: whole, findings: null }],
    ["there is no finding", { coverage: whole, findings: [] }],
  ])("asks for a look where %s", (_, change) => {
    expect(evidence(read(change)).literal).toBe("attention");
  });

  test("asks for a look where an item was executed that the evidence does not name", () => {
    const items = ["a", "b"].map((name) => ({
      itemId: `id of ${name}`,
      name,
      type: "settings_catalog",
      outcome: "applied" as const,
      skipReason: null,
      reason: null,
      phases: [],
    }));
    const facts = executed("completed", {
      evidence: [{ ...snapshot, coverage: whole, findings: [finding("a", "as_intended")] }],
      execution: { results: { counts: null, items } },
    });
    expect(evidence(facts).literal).toBe("attention");
  });

  test("of a run that may have been started elsewhere since is not said to be that of nothing (SI-2)", () => {
    const { evidenceGap } = scenarioContext.words.proof;
    expect(evidence(previewed).detail).toBe(scenarioContext.words.results.evidence.nothingExecuted);
    expect(evidence({ ...previewed, superseded: true })).toMatchObject({
      literal: "unavailable",
      detail: plain(evidenceGap.superseded),
    });
  });

  test("is read with what is missing and what differs first, and an unknown result never as intended", () => {
    const rows = evidence(
      read({
        findings: [
          finding("fine", "as_intended"),
          finding("from another version", "renamed" as EvidenceFinding["result"]),
          finding("not checked", "not_checked"),
          finding("differs", "differs"),
          finding("missing", "missing", { detail: "It is gone." }),
        ],
      }),
    ).rows;
    expect(rows.map(({ name, literal, word }) => [name, literal, word])).toEqual([
      ["missing", "attention", "Missing"],
      ["differs", "attention", "Differs"],
      ["from another version", "unknown", "Not checked"],
      ["not checked", "unknown", "Not checked"],
      ["fine", "recorded", "As intended"],
    ]);
    expect(rows[0]?.detail).toBe("It is gone.");
  });

  test("says how much was read, and that it is not recorded", () => {
    expect(evidence(read({ coverage: { checked: 10, notChecked: 2 } })).text).toBe("10 of 12 items read back");
    expect(evidence(read({ coverage: null })).text).toBe("Coverage not recorded");
  });

  test("counts of each part what was compared and why the rest was not (BY-3)", () => {
    const findings = [finding("a", "as_intended"), finding("b", "not_checked", { parts: notRead })];
    expect(evidence(read({ findings })).coverage).toEqual([
      "Settings: 2 of 2 compared.",
      "Assignments: 1 of 2 compared (1 not returned by the target).",
      "Scope tags: 1 of 2 compared (1 left alone by the restore).",
    ]);
    const without = finding("c", "as_intended", { parts: null });
    expect(evidence(read({ findings: [without] })).coverage).toEqual([
      "The record does not tell which parts of an item were compared.",
    ]);
  });
});

describe("RR-3 without evidence, what the target holds is not known", () => {
  const unread = "The target has not been read back since the execution. What it holds now is not known from here.";

  test.each<[string, RestoreFacts, string]>([
    ["before execution", previewed, "Nothing has been executed, so there is nothing to read back."],
    ["while it runs", executed("running", {}), "The target is read back once the execution has ended."],
    ["where it was not read back", executed("completed", {}), unread],
    [
      "where reading it back failed",
      read({ state: "failed", capturedAt: null, coverage: null, findings: null }),
      "The target could not be read back. What it holds now is not known from here.",
    ],
    [
      "where what was read belongs to another environment",
      scenario("evidence_foreign").facts,
      `The snapshot belongs to another operation, workspace or environment. ${unread}`,
    ],
    [
      "of a run that was cancelled before anything was written",
      scenario("blocked_or_cancelled").facts,
      "Nothing has been executed, so there is nothing to read back.",
    ],
    [
      "where it was read back, and when cannot be read",
      read({ capturedAt: "soon" }),
      "When it was captured cannot be read, so it cannot be shown to be the latest.",
    ],
    [
      "where it was read before the operation ended",
      read({ capturedAt: "2026-11-20T17:00:00Z" }),
      "It was captured before the operation ended, so it says nothing of what the restore left.",
    ],
    [
      "where nobody recorded when the operation ended",
      executed("completed", { operation: { finishedAt: null }, evidence: [snapshot] }),
      "When the operation ended was not recorded, so this cannot be shown to be captured after it.",
    ],
    [
      "where the record fits no known result",
      executed("completed", { operation: { outcome: "strange" as never }, evidence: [snapshot] }),
      "The result of this run is not known, so nothing of it counts as proof.",
    ],
    [
      "where it was read back, and its operation did not tell how it ended",
      unproven,
      "Evidence counts only beside its operation, which cannot be shown.",
    ],
    [
      "for an operator who may not see it",
      scenario("evidence_not_authorised").facts,
      "You may not see whether evidence exists.",
    ],
  ])("%s", (_, facts, detail) => {
    expect(evidence(facts)).toMatchObject({
      title: "Post-run evidence",
      literal: "unavailable",
      text: "Unavailable",
      detail,
      coverage: [],
      rows: [],
    });
  });

  test("while the target is being read, that is said and nothing is asked for twice", () => {
    expect(evidence(read({ state: "generating", capturedAt: null, coverage: null, findings: null }))).toMatchObject({
      literal: "running",
      text: "In progress",
      detail: "The target is being read back.",
      request: null,
      coverage: [],
      rows: [],
    });
  });
});

describe("SI-5 another reading", () => {
  const request = { kind: "callback", id: "request_evidence", label: "Read the target back" };
  const blind = (facts: RestoreFacts) => ({ ...facts, operator: { ...facts.operator, capabilities: [] } });

  test("can be asked for once the execution ended", () => {
    for (const facts of [
      read({}),
      executed("completed", {}),
      scenario("needs_review").facts,
      scenario("failed").facts,
    ]) {
      expect(evidence(facts).request).toEqual(request);
    }
  });

  test("makes no sense before that, nor where nothing was written", () => {
    for (const facts of [previewed, executed("running", {}), scenario("blocked_or_cancelled").facts]) {
      expect(evidence(facts).request).toBeNull();
    }
  });

  test("is not offered to an operator who may not see evidence (SI-11)", () => {
    expect(evidence(blind(executed("completed", {}))).request).toBeNull();
  });
});
