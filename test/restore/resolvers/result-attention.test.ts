import { describe, expect, test } from "vitest";
import { formatting } from "../../../src/flow/index.js";
import { restoreContext } from "../../../src/restore/resolvers/context.js";
import { findingText, reasonText } from "../../../src/restore/resolvers/outcome-text.js";
import { restoreWords } from "../../../src/restore/resolvers/copy/words.js";
import { restoreGates } from "../../../src/restore/resolvers/gates.js";
import { recoveryEvidence } from "../../../src/restore/resolvers/three-answers.js";
import { resolveResult } from "../../../src/restore/resolvers/result.js";
import { asksForALook, followUpOf, resultAttention } from "../../../src/restore/resolvers/result-attention.js";
import { resolveResultDetails } from "../../../src/restore/resolvers/steps/result-details.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import type { EvidenceFinding, EvidenceSnapshot } from "../../../src/restore/run/operation.js";
import type { ItemOutcome, RunResults } from "../../../src/restore/run/outcome.js";
import type { MovedField, EvidencePart, OutcomeReason } from "../../../src/restore/run/outcome-reason.js";
import {
  freshDraft,
  scenario,
  scenarioContext,
  type RestoreScenarioId,
  withRun,
} from "../../../src/testing/scenarios/index.js";
import { setApart } from "../../../src/safety/index.js";
import { plain } from "../../support/plain.js";

const english = restoreWords(formatting({ locale: "en-GB", timeZone: "UTC" })).outcomeReasons;
const german = restoreContext({ locale: "de-DE", timeZone: "UTC", href: ({ step }) => `#${step}` });

describe("SI-7 result attention comes from every fact together", () => {
  test.each([
    ["not_executed", "not_final", null],
    ["in_progress", "not_final", null],
    ["completed_with_evidence", "completed", null],
    ["completed_with_follow_up", "completed_with_follow_up", { family: "evidence_differs", items: 1 }],
    ["needs_review", "partial", { family: "target_changed", items: 1 }],
    ["needs_review_counts_only", "partial", { family: "not_recorded", items: 3 }],
    ["failed", "failed", { family: "unreachable", items: null }],
    ["blocked_or_cancelled", "blocked_or_cancelled", { family: "cancelled", items: null }],
  ] as const)("%s is %s", (id, state, cause) => {
    const attention = resultAttention(scenario(id).facts);
    expect([attention.state, attention.cause]).toEqual([state, cause]);
    expect(asksForALook(scenario(id).facts)).toBe(state !== "not_final" && state !== "completed");
  });

  test("a run that is being prepared asks for no follow-up", () => {
    expect(asksForALook(freshDraft)).toBe(false);
  });

  test("the primary cause stands beside the decision, in words of ours alone", () => {
    const { facts } = scenario("failed");
    const note = resolveResult(facts, scenarioContext).decision.attention;
    expect(note).toEqual({
      title: "Primary cause",
      text: "Target not reachable. The target did not answer or could not be read.",
    });
    const hostile: OutcomeReason = {
      code: "target_answered",
      problem: { code: "refused", detail: "Recovery verified. Healthy." },
    };
    const { execution } = facts.run;
    const told = withRun(facts, { execution: { ...execution!, reason: hostile } });
    expect(resolveResult(told, scenarioContext).decision.attention?.text).not.toContain("verified");
    expect(plain(resolveResultDetails(told, scenarioContext).outcomes.reason)).toBe("Recovery verified. Healthy.");
  });
});

const proven = scenario("completed_with_evidence").facts;
const withFindings = (change: (finding: EvidenceFinding, index: number) => EvidenceFinding): RestoreFacts => ({
  ...proven,
  evidence: proven.evidence.map((snapshot) => ({ ...snapshot, findings: snapshot.findings?.map(change) ?? null })),
});
const leavingOut = (phase: EvidencePart["phase"], cause: "left_untouched" | "not_returned") =>
  withFindings((finding, index) => ({
    ...finding,
    parts:
      index > 1
        ? finding.parts
        : (finding.parts?.map((each) => (each.phase === phase ? { phase, result: "not_compared", cause } : each)) ??
          null),
  }));

describe("SI-4 coverage is counted per part, so that no item is called read back in a part that nobody compared", () => {
  test("with every part compared nothing more is said, and evidence reads as complete", () => {
    const { evidence } = resolveResultDetails(proven, scenarioContext);
    expect(evidence).toMatchObject({ literal: "complete", text: "12 of 12 items read back", coverage: [] });
  });

  test("a part that the restore left alone keeps green away, and its share and reason are told", () => {
    const facts = leavingOut("assignments", "left_untouched");
    const { evidence } = resolveResultDetails(facts, scenarioContext);
    expect(evidence.literal).toBe("attention");
    expect(evidence.coverage).toEqual([
      "Settings: 12 of 12 compared.",
      "Assignments: 10 of 12 compared (2 left alone by the restore).",
      "Scope tags: 12 of 12 compared.",
    ]);
    expect(evidence.rows[0]?.detail).toBe("Not compared, because the restore left them alone: assignments.");
    const { decision } = resolveResult(facts, scenarioContext);
    expect(decision.status.literal).toBe("attention");
    expect(decision.reason).toMatch(/^Evidence compared 2 items only in part\. Execution proof/);
    expect(resultAttention(facts).cause).toEqual({ family: "evidence_incomplete", items: 2 });
  });

  test("a part that the target did not return is told as such", () => {
    const { evidence } = resolveResultDetails(leavingOut("scope_tags", "not_returned"), scenarioContext);
    expect(evidence.coverage.at(-1)).toBe("Scope tags: 10 of 12 compared (2 not returned by the target).");
  });

  test("a record that does not tell of parts is not taken for whole", () => {
    const facts = withFindings((finding) => ({ ...finding, parts: null, detail: "All is well." }));
    const { evidence } = resolveResultDetails(facts, scenarioContext);
    expect(evidence.literal).toBe("attention");
    expect(evidence.coverage).toEqual(["The record does not tell which parts of an item were compared."]);
    expect(evidence.rows[0]?.detail).toBe(setApart("All is well."));
    expect(resolveResult(facts, scenarioContext).decision.reason).toMatch(
      /^The evidence does not record which parts it compared\. Execution proof/,
    );
  });

  test("findings that show more unlooked at than the coverage says are believed", () => {
    const facts = withFindings((finding, index) => (index < 3 ? { ...finding, result: "not_checked" } : finding));
    expect(resultAttention(facts).followUp?.notChecked).toBe(3);
    const strange = withFindings((finding, index) =>
      index < 2 ? { ...finding, result: "verified" as never } : finding,
    );
    expect(resultAttention(strange).followUp?.notChecked).toBe(2);
    expect(resolveResultDetails(strange, scenarioContext).evidence.rows[0]).toMatchObject({
      word: "Not checked",
      literal: "unknown",
    });
  });

  test("items that were executed and never looked at count as not looked at", () => {
    const facts = {
      ...proven,
      evidence: proven.evidence.map((snapshot) => ({
        ...snapshot,
        coverage: { checked: 3, notChecked: 0 },
        findings: snapshot.findings?.slice(0, 3) ?? null,
      })),
    };
    expect(resultAttention(facts).followUp?.notChecked).toBe(9);
  });
});

describe("SI-7 what a finished restore leaves to look at, each item in one count", () => {
  const { execution } = proven.run;
  const rows = execution?.results?.items ?? [];
  const counted = { applied: 12, already_in_desired_state: 0, skipped: 0, partially_applied: 0, failed: 0, unknown: 0 };
  const withResults = (results: RunResults | null): RestoreFacts =>
    withRun(proven, { execution: execution && { ...execution, results } });
  const withRows = (change: (item: ItemOutcome, index: number) => ItemOutcome): RestoreFacts =>
    withResults({ counts: null, items: rows.map(change) });
  const withSnapshot = (change: Partial<EvidenceSnapshot>): RestoreFacts => ({
    ...proven,
    evidence: proven.evidence.map((snapshot) => ({ ...snapshot, ...change })),
  });
  const nothing = {
    outcomes: 0,
    contradictions: 0,
    leftInPart: 0,
    notRecordedInPart: 0,
    differing: 0,
    notChecked: 0,
    notComparedInPart: 0,
  };
  const untold = { outcomes: null, leftInPart: null, notRecordedInPart: null };

  test("with every count recorded and at zero there is nothing", () => {
    expect(followUpOf(proven)).toBeNull();
  });

  test.each([
    ["nothing was recorded", withResults(null), { ...nothing, ...untold }],
    [
      "counts contradict the rows",
      withResults({ counts: { ...counted, applied: 3 }, items: rows }),
      { ...nothing, ...untold, contradictions: 1 },
    ],
    [
      "the first count cannot be read",
      withResults({ counts: { ...counted, failed: -1 }, items: null }),
      { ...nothing, ...untold },
    ],
    [
      "the last count cannot be read",
      withResults({ counts: { ...counted, failed: 2, skipped: Number.NaN }, items: null }),
      { ...nothing, ...untold },
    ],
    [
      "an item was left in part, another has no record of a part, and a third failed",
      withResults({
        counts: { ...counted, applied: 11, failed: 1 },
        items: rows.map((item, index): ItemOutcome => {
          const phases = item.phases.map((each) => ({ ...each, outcome: "applied" }) as const);
          if (index === 0)
            return {
              ...item,
              phases: phases.map((each) => ({ ...each, outcome: "skipped", reason: "Not captured." })),
            };
          if (index === 1) return { ...item, phases: phases.slice(1) };
          if (index === 2)
            return { ...item, outcome: "failed", phases: phases.map((each) => ({ ...each, outcome: "failed" })) };
          return { ...item, outcome: "applied", phases };
        }),
      }),
      { ...nothing, outcomes: 1, leftInPart: 1, notRecordedInPart: 1 },
    ],
    ["findings were not recorded", withSnapshot({ findings: null }), { ...nothing, differing: null }],
    ["coverage was not recorded", withSnapshot({ coverage: null }), { ...nothing, notChecked: null }],
    [
      "half of it was looked at",
      withSnapshot({ coverage: { checked: 6, notChecked: 6 } }),
      { ...nothing, notChecked: 6 },
    ],
    [
      "one item differs and one is gone, and no part of either could be compared",
      withFindings((finding, index) => ({
        ...finding,
        result: index === 0 ? "differs" : index === 1 ? "missing" : finding.result,
        parts:
          index > 1 || finding.parts === null
            ? finding.parts
            : finding.parts.map(({ phase }) => ({ phase, result: "not_compared", cause: "item_not_compared" })),
      })),
      { ...nothing, differing: 2 },
    ],
    [
      "an item could not be looked at because the target did not return its parts",
      withFindings((finding, index) => ({
        ...finding,
        result: index === 0 ? "not_checked" : finding.result,
        parts:
          index > 0 || finding.parts === null
            ? finding.parts
            : finding.parts.map(({ phase }) => ({ phase, result: "not_compared", cause: "not_returned" })),
      })),
      { ...nothing, notChecked: 1 },
    ],
  ] as const)("where %s", (_, facts, expected) => {
    expect(followUpOf(facts)).toEqual(expected);
  });

  test("without evidence nothing of it is to be looked at: that it is missing is what the result itself says", () => {
    expect(followUpOf({ ...withResults(null), evidence: [] })).toEqual({ ...nothing, ...untold });
    expect(followUpOf({ ...proven, evidence: [] })).toBeNull();
  });

  test.each([
    ["completed_with_follow_up", withResults(null), { family: "not_recorded", items: null }],
    [
      "completed_with_follow_up",
      withResults({ counts: { ...counted, applied: 3 }, items: rows }),
      { family: "not_recorded", items: null },
    ],
    // Twelve applied items are counted, and none of them is known to be whole: no number stands for how many are not.
    [
      "completed_with_follow_up",
      withResults({ counts: counted, items: null }),
      { family: "not_recorded", items: null },
    ],
    [
      "completed_with_follow_up",
      withSnapshot({ coverage: { checked: 6, notChecked: 6 } }),
      { family: "evidence_incomplete", items: 6 },
    ],
    [
      "completed_with_follow_up",
      withFindings((finding, index) => ({ ...finding, result: index === 0 ? "missing" : finding.result })),
      { family: "evidence_differs", items: 1 },
    ],
    ["completed", { ...proven, evidence: [] }, null],
    ["not_known", withRun(proven, { execution: execution && { ...execution, status: "verified" as never } }), null],
  ] as const)("%s has its cause", (state, facts, cause) => {
    expect(resultAttention(facts)).toMatchObject({ state, cause });
  });

  test("a run that failed after every item went as wanted still has the cause that was recorded", () => {
    const failed = withRun(proven, {
      execution: execution && {
        ...execution,
        status: "failed",
        reason: { code: "directory_changed" } as OutcomeReason,
      },
    });
    expect(resultAttention(failed)).toEqual({
      state: "failed",
      followUp: null,
      cause: { family: "target_changed", items: null },
    });
  });

  test("a row that asks for a look tells the cause before the reason of the whole run does", () => {
    const facts = withRows((item, index) =>
      index === 0 ? { ...item, outcome: "skipped", skipReason: "mapping_unresolved" } : item,
    );
    expect(resultAttention(facts).cause).toEqual({ family: "mapping", items: 1 });
  });
});

describe("SI-4 an item counts as read back only where a finding says so", () => {
  const { findings, coverage } = proven.evidence[0] ?? { findings: null, coverage: null };
  const all = findings ?? [];
  const notChecked = (change: Partial<EvidenceSnapshot>, executedItems = true) => {
    const facts = { ...proven, evidence: proven.evidence.map((snapshot) => ({ ...snapshot, ...change })) };
    const { execution } = facts.run;
    const given = executedItems
      ? facts
      : withRun(facts, { execution: execution && { ...execution, results: { counts: null, items: null } } });
    return followUpOf(given)?.notChecked ?? 0;
  };

  test("of twelve items that were counted as read, and eleven findings, one was not", () => {
    expect(coverage).toEqual({ checked: 12, notChecked: 0 });
    expect(notChecked({ findings: all })).toBe(0);
    expect(notChecked({ findings: all.slice(1) })).toBe(1);
    expect(notChecked({ findings: [] })).toBe(12);
  });

  test("the same, where nobody recorded the items that were executed", () => {
    expect(notChecked({ findings: all.slice(1) }, false)).toBe(1);
    expect(notChecked({ findings: [] }, false)).toBe(12);
    expect(notChecked({ findings: all }, false)).toBe(0);
  });

  test("a second finding of an item, or one of an item of another run, stands for no other", () => {
    const [first, ...others] = all;
    if (first === undefined) throw new Error("The scenario has no findings.");
    expect(notChecked({ findings: [...others, ...others.slice(0, 1)] })).toBe(1);
    expect(notChecked({ findings: [{ ...first, itemId: "other/1" }, ...others] })).toBe(1);
  });

  test("a finding that looked counts although another one of the same item did not", () => {
    const [first] = all;
    if (first === undefined) throw new Error("The scenario has no findings.");
    expect(notChecked({ findings: [...all, { ...first, result: "not_checked" }] })).toBe(0);
  });

  test("an item that nobody executed and that was not looked at is one that was not checked", () => {
    const [first] = all;
    if (first === undefined) throw new Error("The scenario has no findings.");
    expect(notChecked({ findings: [...all, { ...first, itemId: "other/1", result: "not_checked" }] })).toBe(1);
  });

  test("without findings the count of the evidence itself is all that tells", () => {
    expect(notChecked({ findings: null })).toBe(0);
    expect(notChecked({ findings: null, coverage: { checked: 9, notChecked: 1 } })).toBe(3);
    expect(notChecked({ findings: null, coverage: { checked: 9, notChecked: 1 } }, false)).toBe(1);
  });

  test("evidence without a finding shows nothing to be as intended, whatever it counted", () => {
    const facts = { ...proven, evidence: proven.evidence.map((snapshot) => ({ ...snapshot, findings: [] })) };
    expect(recoveryEvidence(facts)).toBe("asks_for_a_look");
    expect(restoreGates(facts).at(-1)?.verdict).toBe("attention");
  });
});

describe("RR-9 follow-up is told in sentences that repeat nothing", () => {
  const { execution } = proven.run;
  const text = (results: RunResults | null, facts = proven) => {
    const changed = withRun(facts, { execution: execution && { ...execution, results } });
    return resolveResult(changed, scenarioContext).decision.reason;
  };
  const available = scenarioContext.words.results.told.completed_with_evidence.reason;
  const rows = execution?.results?.items ?? [];
  const applied = { applied: 12, already_in_desired_state: 0, skipped: 0, partially_applied: 0, failed: 0, unknown: 0 };

  test.each([
    ["nothing was recorded", null, "Item outcomes were not recorded."],
    [
      "only counts were recorded",
      { counts: applied, items: null },
      "What was left as it was in part was not recorded.",
    ],
    [
      "counts contradict rows",
      { counts: { ...applied, applied: 1 }, items: rows },
      "Recorded counts and item rows contradict each other, so neither can be relied on.",
    ],
    [
      "two items have a part without a record",
      {
        counts: null,
        items: rows.map((item, index) => (index < 2 ? { ...item, phases: item.phases.slice(1) } : item)),
      },
      "Item outcomes were not recorded. What became of a part was not recorded for 2 items.",
    ],
  ] as const)("where %s", (_, results, expected) => {
    expect(text(results)).toBe(`${expected} ${available}`);
  });

  test("several sentences stand one after the other", () => {
    const differing = withFindings((finding, index) => (index === 0 ? { ...finding, result: "differs" } : finding));
    expect(text({ counts: applied, items: null }, differing)).toBe(
      `What was left as it was in part was not recorded. Evidence shows 1 item that differs from what was intended. ${available}`,
    );
  });
});

describe("BY-9 reasons are data, and records outlive versions", () => {
  const finding = (change: Partial<EvidenceFinding>): EvidenceFinding => ({
    itemId: "i",
    name: "I",
    result: "not_checked",
    parts: null,
    detail: null,
    ...change,
  });

  test("a sentence of a former record is shown as it came", () => {
    expect(reasonText("The target was tired.", english)).toBe(setApart("The target was tired."));
    expect(findingText(finding({ detail: "It was elsewhere." }), english)).toBe(setApart("It was elsewhere."));
  });

  test("a finding tells what its parts show beyond its result, and nothing where they show nothing", () => {
    const part = (
      phase: EvidencePart["phase"],
      result: "as_intended" | "not_returned" | "left_untouched",
    ): EvidencePart =>
      result === "as_intended" ? { phase, result } : { phase, result: "not_compared", cause: result };
    const differs: EvidencePart = { phase: "settings", result: "differs", differences: 2 };
    const whole = part("scope_tags", "as_intended");
    const told = (change: Partial<EvidenceFinding>) => findingText(finding(change), english);
    const sentence = {
      differs: english.differs([differs] as never),
      notReturned: english.notReturned(["assignments"]),
      leftAlone: english.leftAlone(["assignments"]),
    };
    const unread = part("assignments", "not_returned");
    const alone = part("assignments", "left_untouched");
    expect(told({ result: "differs", parts: [differs, whole] })).toBe(sentence.differs);
    expect(told({ result: "as_intended", parts: [differs, whole] })).toBeNull();
    expect(told({ result: "differs", parts: [whole] })).toBeNull();
    expect(told({ result: "differs", parts: null })).toBeNull();
    expect(told({ parts: [whole, unread] })).toBe(sentence.notReturned);
    expect(told({ parts: [whole, alone] })).toBe(sentence.leftAlone);
    expect(told({ result: "differs", parts: [differs, unread] })).toBe(`${sentence.differs} ${sentence.notReturned}`);
    expect(told({ result: "missing", detail: { code: "absent_in_target" } })).not.toBeNull();
    expect(told({ result: "as_intended", detail: "  " })).toBeNull();
  });

  test.each([
    ["an empty sentence", "  "],
    ["a code of a later version", { code: "from_a_later_version" }],
    ["a known code without its data", { code: "policy_changed" }],
    ["a name that every object has", { code: "toString" }],
  ])("%s is told as a reason that is not known", (_, reason) => {
    expect(reasonText(reason as never, english)).toBe("The record gives a reason that this version does not know.");
  });

  test("the target's own sentence stands as it came in English, and behind ours in German", () => {
    const reason: OutcomeReason = {
      code: "target_answered",
      problem: { code: "throttled", detail: "Too many requests." },
    };
    expect(reasonText(reason, english)).toBe(setApart("Too many requests."));
    expect(plain(reasonText(reason, german.words.outcomeReasons))).toBe(
      "Das Ziel nahm keine weiteren Anfragen an: „Too many requests.“",
    );
    const silent: OutcomeReason = { code: "target_answered", problem: { code: "throttled", detail: "" } };
    expect(reasonText(silent, english)).toBe("The target took no more requests.");
  });

  test("what moved since the preview is named, and what is not named is counted", () => {
    const text = (words: string) => ({ text: words, leftOut: 0 });
    const field: MovedField = {
      path: [
        { kind: "field", ...text("firewall") },
        { kind: "field", ...text("inboundAction") },
      ],
      before: { kind: "text", ...text("Block") },
      after: { kind: "absent" },
    };
    expect(plain(reasonText({ code: "policy_changed", fields: [field], notNamed: 1204 }, english))).toBe(
      "Changed since the preview: Firewall › Inbound action (was Block, is not set); and 1,204 more. Nothing was written.",
    );
  });
});

describe("SI-21 every result speaks German too", () => {
  const ids: readonly RestoreScenarioId[] = [
    "not_executed",
    "in_progress",
    "completed_with_follow_up",
    "needs_review",
    "failed",
  ];
  test.each(ids)("%s shares no sentence with the English screen", (id) => {
    const { facts } = scenario(id);
    const spoken = (context: typeof german) => {
      const { decision, summary, proof } = resolveResult(facts, context);
      const { evidence, outcomes } = resolveResultDetails(facts, context);
      const { status, reason, impact, primaryAction, claim, attention } = decision;
      return [status.text, reason, impact, primaryAction.label, claim, attention?.text, summary.title, proof.title]
        .concat(evidence.title, evidence.detail, outcomes.title)
        .filter((text) => text != null);
    };
    const shared = new Set(spoken(scenarioContext));
    expect(spoken(german).filter((text) => shared.has(text))).toEqual([]);
  });
});
