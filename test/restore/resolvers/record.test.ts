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
import { findFalseClaimsInModel } from "../../../src/safety/index.js";
import { externalTextsOf } from "../../../src/view-models/external-text.js";
import {
  catalogue,
  executed,
  freshDraft,
  scenario,
  scenarioContext,
  withRun,
} from "../../../src/testing/scenarios/index.js";

const german = restoreContext({ locale: "de-DE", timeZone: "Europe/Berlin", href: ({ step }) => `#${step}` });
const events = (facts: RestoreFacts) => {
  const { body } = resolveTimeline(facts, scenarioContext);
  return body.state === "recorded" ? body.events : [];
};
const told = (facts: RestoreFacts) =>
  events(facts).map(({ sentence, when }) => [sentence.text, when.state === "recorded" ? when.at.iso : null]);

describe("the models of summary, timeline and receipt fit their contract in every scenario and both languages", () => {
  test.each(catalogue.map(({ id, facts }) => [id, facts] as const))("%s", (_, facts) => {
    for (const context of [scenarioContext, german]) {
      const { summary } = resolveResult(facts, context);
      expect(parseViewModel("ResultSummaryViewModel", structuredClone(summary))).toMatchObject({ ok: true });
      expect(parseViewModel("RunTimelineViewModel", resolveTimeline(facts, context))).toMatchObject({ ok: true });
      expect(parseViewModel("ReceiptViewModel", resolveReceipt(facts, context))).toMatchObject({ ok: true });
    }
  });
});

describe("RR-12 timeline and receipt claim nothing that their result may not", () => {
  test.each(catalogue.map(({ id, facts }) => [id, facts] as const))("%s", (_, facts) => {
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
      detail: { text: "Typed label: Contoso Production", quotes: [{ external: "Contoso Production" }] },
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

  test("it always says that a hash shows no maker, and that nothing of recovery is shown", () => {
    for (const { facts: each } of catalogue) {
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
      label: { text: "Accepted: identity, settings_catalog/02" },
      value: { external: "Healthy, says the owner. (Dana Okafor, 20 Nov 2026, 16:50 UTC)" },
    });
    expect(section).toMatchObject({ rows: { length: 22 }, more: { count: 5, text: "5 more entries in the document" } });
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
