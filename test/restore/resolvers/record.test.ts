import { describe, expect, test } from "vitest";
import { parseViewModel } from "../../../src/view-models/schemas/index.js";
import { restoreContext } from "../../../src/restore/resolvers/context.js";
import { resolveReceipt, restoreReceipt } from "../../../src/restore/resolvers/receipt.js";
import { resolveResult } from "../../../src/restore/resolvers/result.js";
import { resolveTimeline } from "../../../src/restore/resolvers/timeline.js";
import { restoreClaims } from "../../../src/restore/claims/index.js";
import { verifyReceipt } from "../../../src/restore/rules/receipt/verify.js";
import type { CheckAcceptance } from "../../../src/restore/run/decisions.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import { resultState } from "../../../src/restore/resolvers/result-state.js";
import { findFalseClaimsInModel, setApart } from "../../../src/safety/index.js";
import { externalTextsOf, sentenceOf } from "../../../src/view-models/index.js";
import {
  restoreScenarios,
  executed,
  freshDraft,
  scenario,
  scenarioContext,
  withRun,
} from "../../../src/testing/scenarios/index.js";
import { plain } from "../../support/plain.js";

const german = restoreContext({ locale: "de-DE", timeZone: "Europe/Berlin", href: ({ step }) => `#${step}` });
const events = (facts: RestoreFacts) => {
  const { body } = resolveTimeline(facts, scenarioContext);
  return body.state === "recorded" ? body.events : [];
};
const told = (facts: RestoreFacts) =>
  events(facts).map(({ sentence, when }) => [plain(sentence.text), when.state === "recorded" ? when.at.iso : null]);

describe("the models of summary, timeline and receipt fit their contract in every scenario and both languages", () => {
  test.each(restoreScenarios.map(({ id, facts }) => [id, facts] as const))("%s", (_, facts) => {
    for (const context of [scenarioContext, german]) {
      const { summary } = resolveResult(facts, context);
      expect(parseViewModel("ResultSummaryViewModel", structuredClone(summary))).toMatchObject({ ok: true });
      expect(parseViewModel("RunTimelineViewModel", resolveTimeline(facts, context))).toMatchObject({ ok: true });
      expect(parseViewModel("ReceiptViewModel", resolveReceipt(facts, context))).toMatchObject({ ok: true });
    }
  });
});

describe("RR-12 timeline and receipt claim nothing that their result may not", () => {
  test.each(restoreScenarios.map(({ id, facts }) => [id, facts] as const))("%s", (_, facts) => {
    const policy = restoreClaims[resultState(facts)];
    for (const context of [scenarioContext, german]) {
      const models = { timeline: resolveTimeline(facts, context), receipt: resolveReceipt(facts, context) };
      expect(findFalseClaimsInModel(models, policy, { names: externalTextsOf(models), fields: [] })).toEqual([]);
    }
  });
});

describe("RW-13 the timeline tells stored facts in order, and says where a time is missing", () => {
  test("a finished run is told from its creation to its evidence", () => {
    expect(told(scenario("completed_with_evidence").facts)).toEqual([
      ["Run created", "2026-11-20T16:30:00Z"],
      ["Identity read from the target", "2026-11-20T16:31:00Z"],
      ["Backup set selected: Nightly policy set, 18 November", null],
      ["Scope defined", null],
      ["Checks recorded", "2026-11-20T16:40:00Z"],
      ["Preview recorded", "2026-11-20T16:46:00Z"],
      ["Execution confirmed", "2026-11-20T16:58:00Z"],
      ["Execution queued", "2026-11-20T16:58:00Z"],
      ["Execution started", "2026-11-20T16:58:02Z"],
      ["Execution completed", "2026-11-20T17:01:22Z"],
      ["Reading the target back was requested", "2026-11-20T17:01:22Z"],
      ["Target read back", "2026-11-20T17:02:10Z"],
    ]);
  });

  test("who acted is named where a person did, and their names are external text", () => {
    const [created, ...others] = events(scenario("completed_with_evidence").facts);
    expect(created?.actor).toEqual({ external: "Dana Okafor" });
    const confirmed = others.find(({ id }) => id === "confirmed");
    expect(confirmed).toMatchObject({
      actor: { external: "Dana Okafor" },
      detail: sentenceOf(`Typed label: ${setApart("Contoso Production")}`),
    });
    expect(others.find(({ id }) => id === "started")?.actor).toBeNull();
  });

  test("SI-14 evidence that became void is told last, with no invented time", () => {
    expect(told(scenario("scope_changed").facts).slice(-2)).toEqual([
      ["Checks became void", null],
      ["Preview became void", null],
    ]);
    expect(told(scenario("preview_stale").facts).at(-1)).toEqual(["Preview cannot be shown to be current", null]);
    expect(told(scenario("failed").facts).filter(([text]) => text?.includes("void"))).toEqual([]);
  });

  test("a run that was just created has its creation and nothing else that did not happen", () => {
    expect(told(freshDraft).map(([text]) => text)).toEqual(["Run created", "Identity read from the target"]);
  });

  test("a running run has not finished, and a cancelled one was never started", () => {
    expect(told(scenario("in_progress").facts).at(-1)?.[0]).toBe("Execution started");
    expect(told(scenario("blocked_or_cancelled").facts).map(([text]) => text)).not.toContain("Execution started");
    expect(told(scenario("blocked_or_cancelled").facts).at(-1)?.[0]).toBe("Run cancelled");
  });

  test("who cancelled is told, and what was cancelled in the middle did not just end in part", () => {
    const last = (facts: RestoreFacts) => {
      const { sentence, actor } = events(facts).at(-1)!;
      return [sentence.text, actor];
    };
    const { facts } = scenario("cancelled_after_writes");
    const dana = { external: "Dana Okafor" };
    expect(last(facts)).toEqual(["Execution cancelled after it had begun", dana]);
    expect(last(scenario("blocked_or_cancelled").facts)).toEqual(["Run cancelled", dana]);
    expect(last(scenario("needs_review").facts).at(-1)).toBeNull();
    const inWords = withRun(facts, { execution: { ...facts.run.execution!, reason: "Stopped by hand." } });
    expect(last({ ...inWords, operation: null })).toEqual(["Execution ended in part", null]);
    expect(last(scenario("failed").facts)).toEqual(["Execution failed", null]);
  });

  test("a time that cannot be read is said to be missing, and order goes by real time", () => {
    const facts = executed("completed", { execution: { queuedAt: "then", startedAt: "2026-11-20T20:00:00+03:00" } });
    expect(told(facts).slice(-4)).toEqual([
      ["Execution confirmed", "2026-11-20T16:58:00Z"],
      ["Execution queued", null],
      ["Execution started", "2026-11-20T20:00:00+03:00"],
      ["Execution completed", "2026-11-20T17:01:22Z"],
    ]);
  });

  test("evidence of others, and evidence that the operator may not see, is no event", () => {
    const { facts } = scenario("completed_with_evidence");
    const foreign = { ...facts, evidence: facts.evidence.map((each) => ({ ...each, workspaceId: "fabrikam" })) };
    const blind = { ...facts, operator: { ...facts.operator, capabilities: ["restore.prepare" as const] } };
    for (const each of [foreign, blind])
      expect(told(each).map(([text]) => text)).not.toContain("Reading the target back was requested");
    expect(events(blind).flatMap(({ action }) => action?.id ?? [])).toEqual(["review_preview"]);
  });

  test("a thousand readings stay bounded, and what is left out is counted", () => {
    const { facts } = scenario("completed_with_evidence");
    const [snapshot] = facts.evidence;
    const evidence = Array.from({ length: 1000 }, (_, index) => ({ ...snapshot!, id: `ev_${index}` }));
    const { body } = resolveTimeline({ ...facts, evidence }, scenarioContext);
    expect(body).toMatchObject({ events: { length: 100 }, earlier: { count: 1910, text: "1,910 earlier events" } });
  });

  test("a status that nobody knows is told as such", () => {
    const facts = executed("completed", { execution: { status: "verified" as never } });
    expect(events(facts).at(-1)).toMatchObject({
      status: "unknown",
      sentence: { text: "Execution ended in a way that is not known" },
    });
  });
});

describe("RW-13 the timeline of an execution tells what the record holds, and no more", () => {
  const shown = (facts: RestoreFacts) =>
    events(facts).map(({ id, status, action }) => [id, status, action?.id ?? null]);
  const from = (facts: RestoreFacts, id: string) => shown(facts).slice(shown(facts).findIndex(([each]) => each === id));
  const prepared = [
    ["created", "recorded", null],
    ["target_read", "recorded", null],
    ["backup_set_selected", "recorded", null],
    ["scope_defined", "recorded", null],
    ["checks", "recorded", null],
    ["preview", "recorded", "review_preview"],
  ];

  const withoutOperations = (facts: RestoreFacts): RestoreFacts => ({
    ...facts,
    operator: {
      ...facts.operator,
      capabilities: facts.operator.capabilities.filter((capability) => capability !== "operation.view"),
    },
  });

  test.each([
    ["a queued run", executed("queued", {}), [["queued", "recorded", "open_operation"]]],
    [
      "a running run",
      executed("running", {}),
      [
        ["queued", "recorded", "open_operation"],
        ["started", "running", null],
      ],
    ],
    [
      "a running run that does not say when it was started",
      executed("running", { execution: { startedAt: null } }),
      [
        ["queued", "recorded", "open_operation"],
        ["started", "running", null],
      ],
    ],
    [
      "a queued run that was started already",
      executed("queued", { execution: { startedAt: "2026-11-20T16:58:02Z" } }),
      [
        ["queued", "recorded", "open_operation"],
        ["started", "running", null],
      ],
    ],
    [
      "a queued run whose operation has ended",
      scenario("blocked_before_writes").facts,
      [
        ["queued", "recorded", "open_operation"],
        ["operation_ended", "blocked", null],
      ],
    ],
    [
      "a queued run whose operation has ended, for whoever may not see it",
      withoutOperations(scenario("blocked_before_writes").facts),
      [["queued", "recorded", null]],
    ],
    [
      "a running run whose operation has ended: nothing of it goes on",
      scenario("operation_failed_first").facts,
      [
        ["queued", "recorded", "open_operation"],
        ["started", "recorded", null],
        ["operation_ended", "blocked", null],
      ],
    ],
    [
      "a partial run",
      executed("partial", {}),
      [
        ["queued", "recorded", "open_operation"],
        ["started", "recorded", null],
        ["finished", "attention", null],
      ],
    ],
    [
      "a failed run without a start",
      executed("failed", { execution: { startedAt: null } }),
      [
        ["queued", "recorded", "open_operation"],
        ["finished", "blocked", null],
      ],
    ],
  ] as const)("of %s", (_, facts, expected) => {
    expect(shown(facts)).toEqual([...prepared, ["confirmed", "recorded", null], ...expected]);
  });

  test.each([
    ["completed", "recorded"],
    ["completed_with_errors", "attention"],
    ["cancelled", "unavailable"],
    ["toString", "unknown"],
  ] as const)("%s ends it as %s", (status, literal) => {
    expect(events(executed(status as "completed", {})).at(-1)).toMatchObject({ id: "finished", status: literal });
  });

  test("a run that was cancelled before anything was queued was never queued", () => {
    const nothing = { operationId: null, queuedAt: null, startedAt: null, safetySnapshot: null };
    const facts = { ...executed("cancelled", { execution: nothing }), operation: null };
    expect(shown(facts)).toEqual([...prepared, ["finished", "unavailable", null]]);
    const linked = executed("cancelled", { execution: { ...nothing, operationId: "op_5521" } });
    expect(from(linked, "queued")[0]).toEqual(["queued", "recorded", "open_operation"]);
    const dated = executed("cancelled", { execution: { ...nothing, queuedAt: "2026-11-20T16:58:00Z" } });
    expect(from(dated, "queued")[0]).toEqual(["queued", "recorded", null]);
  });

  test("once it was executed, what has moved since is no part of its history (SI-6)", () => {
    const moved = { ...executed("completed", {}), directoryVersion: "sha256:later" };
    expect(shown(moved).map(([id]) => id)).not.toContain("checks_void");
    expect(shown(withRun(moved, { execution: null })).map(([id]) => id)).toContain("checks_void");
  });

  test.each([
    ["queued", [["evidence_requested/ev_771", "pending", null]]],
    ["generating", [["evidence_requested/ev_771", "running", null]]],
    [
      "failed",
      [
        ["evidence_requested/ev_771", "recorded", null],
        ["evidence_failed/ev_771", "attention", null],
      ],
    ],
    [
      "active",
      [
        ["evidence_requested/ev_771", "recorded", null],
        ["evidence_read/ev_771", "recorded", "open_evidence"],
      ],
    ],
  ] as const)("reading the target back that is %s", (state, expected) => {
    const { facts } = scenario("completed_with_evidence");
    const evidence = facts.evidence.map((each) => ({ ...each, state }));
    expect(from({ ...facts, evidence }, "evidence_requested/ev_771")).toEqual(expected);
  });

  test("what was recorded earlier stands earlier, whatever kind of event it is", () => {
    const early = executed("completed", { execution: { queuedAt: "2026-11-20T16:35:00Z" } });
    const ids = shown(early).map(([id]) => id);
    expect(ids.indexOf("queued")).toBeLessThan(ids.indexOf("checks"));
    expect(ids.indexOf("queued")).toBeGreaterThan(ids.indexOf("target_read"));
    expect(ids.slice(-2)).toEqual(["started", "finished"]);
  });

  test("numbers and names are those of the record", () => {
    const detail = (facts: RestoreFacts, id: string) => events(facts).find((each) => each.id === id)?.detail;
    const facts = executed("completed", {});
    expect(detail(facts, "preview")?.text).toContain("11");
    expect(detail(facts, "scope_defined")).not.toEqual(
      detail(withRun(facts, { scope: { mode: "all" } }), "scope_defined"),
    );
    const unlabelled = withRun(facts, {
      requestedBy: { id: "x", name: "" },
      execution: facts.run.execution && {
        ...facts.run.execution,
        safetySnapshot: facts.run.execution.safetySnapshot && { ...facts.run.execution.safetySnapshot, typedLabel: "" },
      },
    });
    expect(detail(unlabelled, "confirmed")?.quotes).toEqual([]);
    expect(detail(unlabelled, "confirmed")?.text).toBe(scenarioContext.words.record.timeline.confirmedDetail(""));
    expect(events(unlabelled)[0]?.actor).toBeNull();
  });
});

describe("BY-12 the receipt shows its document section by section", () => {
  const { facts } = scenario("completed_with_evidence");
  const rowsOf = (given: RestoreFacts, section: string) => {
    const { body } = resolveReceipt(given, scenarioContext);
    const found = body.state === "issued" ? body.sections.find(({ id }) => id === section) : undefined;
    return found?.rows.map(({ id, value, format }) => [id, value.external ?? `(${value.text})`, format]) ?? [];
  };
  const basis = facts.run.checks?.basis?.fingerprint;
  const none = [["none", "(Not recorded)", "text"]];

  test.each([
    [
      "run",
      [
        ["id", "rr_2041", "code"],
        ["target", "Contoso Production", "text"],
        ["tenant", facts.run.target.tenantId, "code"],
        ["requested_by", "Dana Okafor", "text"],
        ["created", "(20 Nov 2026, 16:30 UTC)", "text"],
        ["dry_run", "(No)", "text"],
      ],
    ],
    [
      "source",
      [
        ["name", "Nightly policy set, 18 November", "text"],
        ["captured", "(18 Nov 2026, 02:14 UTC)", "text"],
        ["content", facts.backupSet?.contentHash, "code"],
      ],
    ],
    [
      "basis",
      [
        ["checks", basis, "code"],
        ["preview", facts.run.preview?.basis?.fingerprint, "code"],
        ["executed", facts.run.execution?.safetySnapshot?.fingerprint, "code"],
      ],
    ],
    [
      "checks",
      [
        ["captured", "(20 Nov 2026, 16:40 UTC)", "text"],
        ["blocking", "(0)", "text"],
        ["not_evaluated", "(0)", "text"],
        ["warning", "(2)", "text"],
        ["safe", "(12)", "text"],
      ],
    ],
    [
      "preview",
      [
        ["captured", "(20 Nov 2026, 16:46 UTC)", "text"],
        ["items_in_scope", "(12)", "text"],
        ["written", "(11)", "text"],
      ],
    ],
    [
      "confirmation",
      [
        ["confirmed_by", "Dana Okafor", "text"],
        ["confirmed_at", "(20 Nov 2026, 16:58 UTC)", "text"],
        ["typed_label", "Contoso Production", "text"],
      ],
    ],
    [
      "operation",
      [
        ["id", "op_5521", "code"],
        ["outcome", "succeeded", "code"],
        ["finished", "(20 Nov 2026, 17:01 UTC)", "text"],
      ],
    ],
    [
      "outcomes",
      [
        ["status", "completed", "code"],
        ["failed", "(0)", "text"],
        ["unknown", "(0)", "text"],
        ["partially_applied", "(0)", "text"],
        ["skipped", "(0)", "text"],
        ["applied", "(11)", "text"],
        ["already_in_desired_state", "(1)", "text"],
      ],
    ],
    [
      "evidence",
      [
        ["captured", "(20 Nov 2026, 17:02 UTC)", "text"],
        ["settings", "(12 of 12 compared)", "text"],
        ["assignments", "(12 of 12 compared)", "text"],
        ["scope_tags", "(12 of 12 compared)", "text"],
      ],
    ],
  ] as const)("%s", (section, expected) => {
    expect(rowsOf(facts, section)).toEqual(expected);
  });

  test.each(["source", "checks", "preview", "confirmation", "operation", "evidence"])(
    "%s is said not to be recorded where it was not",
    (section) => {
      const bare = withRun(executed("cancelled", { execution: { safetySnapshot: null, operationId: null } }), {
        checks: null,
        preview: null,
      });
      expect(rowsOf({ ...bare, backupSet: null, operation: null }, section)).toEqual(none);
    },
  );

  test("one recorded thing is enough for a receipt, and an empty name is not recorded", () => {
    const issued = (given: RestoreFacts) => resolveReceipt(given, scenarioContext).body.state;
    const { checks, preview } = facts.run;
    for (const change of [{ checks }, { preview }]) expect(issued(withRun(freshDraft, change))).toBe("issued");
    expect(issued(withRun(facts, { checks: null, preview: null }))).toBe("issued");
    expect(rowsOf(withRun(facts, { requestedBy: { id: "x", name: "" } }), "run")[3]).toEqual([
      "requested_by",
      "(Not recorded)",
      "text",
    ]);
    const timeless = withRun(executed("cancelled", { execution: { operationId: null, safetySnapshot: null } }), {
      createdAt: "?",
      updatedAt: "?",
      checks: null,
      preview: null,
    });
    expect(issued({ ...timeless, operation: null })).toBe("missing");
  });

  test("it is of the latest moment, wherever that stands", () => {
    const at = (given: RestoreFacts) => {
      const { body } = resolveReceipt(given, scenarioContext);
      return body.state === "issued" ? body.issuedAt.iso : null;
    };
    expect(at(withRun(facts, { updatedAt: "2026-11-21T08:00:00Z" }))).toBe("2026-11-21T08:00:00Z");
    expect(at({ ...facts, evidence: [] })).toBe("2026-11-20T17:01:22Z");
    expect(at(withRun(facts, { createdAt: "?" }))).toBe("2026-11-20T17:02:10Z");
    // What it holds is never younger than it.
    const [checked, previewedAt] = [scenario("checks_blocking").facts, scenario("preview_current").facts];
    expect(at(checked)).toBe(checked.run.checks?.capturedAt);
    expect(at(previewedAt)).toBe(previewedAt.run.preview?.capturedAt);
    expect(at({ ...executed("queued", {}), operation: null })).toBe("2026-11-20T16:58:00Z");
    const accepted = {
      check: "identity" as const,
      itemId: "a",
      finding: "f",
      reason: "r",
      acceptedBy: { id: "d", name: "D" },
    };
    const acceptances = [{ ...accepted, acceptedAt: "2026-11-20T16:59:00Z" } as const];
    expect(at({ ...withRun(executed("queued", {}), { acceptances }), operation: null })).toBe("2026-11-20T16:59:00Z");
  });

  test("why a run failed as a whole is told by its code, and how much of a part was compared by its share", () => {
    expect(rowsOf(scenario("failed").facts, "outcomes")[1]?.[0]).toBe("reason");
    const left = {
      ...facts,
      evidence: facts.evidence.map((snapshot) => ({
        ...snapshot,
        findings:
          snapshot.findings?.map((finding, index) => ({
            ...finding,
            parts:
              finding.parts?.map((part) =>
                index < 3 && part.phase === "assignments"
                  ? ({ phase: "assignments", result: "not_compared", cause: "not_returned" } as const)
                  : part,
              ) ?? null,
          })) ?? null,
      })),
    };
    expect(rowsOf(left, "evidence")[2]).toEqual(["assignments", "(9 of 12 compared)", "text"]);
    const untold = { ...facts, evidence: facts.evidence.map((snapshot) => ({ ...snapshot, findings: null })) };
    expect(rowsOf(untold, "evidence")).toHaveLength(1);
  });
});

describe("BY-12 the receipt on the screen says what it shows and what it does not", () => {
  const { facts } = scenario("completed_with_evidence");
  const acceptance: CheckAcceptance = {
    check: "identity",
    itemId: "settings_catalog/02",
    finding: "sha256:f",
    reason: "Healthy, says the owner.",
    acceptedBy: { id: "dana", name: "Dana Okafor" },
    acceptedAt: "2026-11-20T16:50:00Z",
  };
  const issued = (given: RestoreFacts) => {
    const { body } = resolveReceipt(given, scenarioContext);
    if (body.state !== "issued") throw new TypeError(`No receipt: ${body.state}`);
    return body;
  };

  test("its hash is that of the document, which verifies", () => {
    const document = restoreReceipt(facts);
    expect(`sha256:${issued(facts).hash.value}`).toBe(document.hash);
    expect(verifyReceipt(JSON.parse(JSON.stringify(document))).state).toBe("unaltered");
  });

  test("it shows the entry of the audit trail that it is bound to, and no such section where the host keeps none", () => {
    const sections = (given: RestoreFacts) => issued(given).sections.map(({ id }) => id);
    expect(sections(facts)).not.toContain("audit");
    const bound = { ...facts, audit: { sequence: 1234, hash: "sha256:a" } };
    expect(sections(bound).at(-1)).toBe("audit");
    expect(
      issued(bound)
        .sections.at(-1)
        ?.rows.map(({ id, label, value, format }) => [id, label.text, value, format]),
    ).toEqual([
      ["entry", "Last entry about the run", { text: "1,234" }, "text"],
      ["hash", "Hash of the entry", { external: "sha256:a" }, "code"],
    ]);
  });

  test("it always says that a hash shows no maker, and that nothing of recovery is shown", () => {
    for (const { facts: each } of restoreScenarios) {
      const { body } = resolveReceipt(each, scenarioContext);
      if (body.state !== "issued") continue;
      expect(body.doesNotProve[0].text).toContain("does not show who made the document");
      expect(body.doesNotProve.map(({ text }) => text)).toContain("It does not show that the environment recovered.");
    }
  });

  test("it is of the last moment that its facts name, so the same facts give the same receipt", () => {
    expect(issued(facts).issuedAt.iso).toBe("2026-11-20T17:02:10Z");
    expect(issued(structuredClone(facts)).hash).toEqual(issued(facts).hash);
  });

  test("proof that the operator may not be shown is not on it", () => {
    const blind = { ...facts, operator: { ...facts.operator, capabilities: ["restore.prepare" as const] } };
    const { content } = restoreReceipt(blind);
    expect([content.operation, content.evidence]).toEqual([null, null]);
    expect(issued(blind).doesNotProve.at(-1)?.text).toBe("It holds no post-run evidence.");
    expect(issued(facts).doesNotProve).toHaveLength(3);
  });

  test("acceptances are named with their words marked as theirs, bounded and counted", () => {
    const accepting = withRun(facts, { acceptances: Array.from({ length: 25 }, () => acceptance) });
    const section = issued(accepting).sections.find(({ id }) => id === "decisions");
    expect(section?.rows[2]).toMatchObject({
      label: { text: `Accepted: ${setApart("identity")}, ${setApart("settings_catalog/02")}` },
      value: { external: "Healthy, says the owner. (Dana Okafor, 20 Nov 2026, 16:50 UTC)" },
    });
    expect(section).toMatchObject({ rows: { length: 22 }, more: { count: 5, text: "5 more entries in the document" } });
  });

  test("an acceptance whose moment cannot be read says so, and the document can be taken along", () => {
    const undated = issued(withRun(facts, { acceptances: [{ ...acceptance, acceptedAt: "?" }] }));
    const section = undated.sections.find(({ id }) => id === "decisions");
    expect(section?.rows[2]?.value.external).toBe("Healthy, says the owner. (Dana Okafor, Not recorded)");
    expect(section?.more).toBeNull();
    expect(undated.actions.map(({ id, kind }) => [id, kind])).toEqual([
      ["download_receipt", "callback"],
      ["print_receipt", "callback"],
    ]);
  });

  test("what was not recorded is said, and no zero stands for it", () => {
    const counts = issued(scenario("failed").facts).sections.find(({ id }) => id === "outcomes");
    expect(counts?.rows.find(({ id }) => id === "failed")?.value).toEqual({ text: "Not recorded" });
    expect(issued(scenario("failed").facts).sections.find(({ id }) => id === "evidence")?.rows[0].value).toEqual({
      text: "Not recorded",
    });
  });

  test("a run without anything to put on it has none", () => {
    expect(resolveReceipt(freshDraft, scenarioContext).body).toEqual({
      state: "missing",
      reason: "Nothing was checked, previewed or executed, so there is nothing to put on a receipt.",
    });
    expect(resolveReceipt(withRun(facts, { createdAt: "?", updatedAt: "?" }), scenarioContext).body.state).toBe(
      "issued",
    );
  });
});
