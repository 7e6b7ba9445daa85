import { describe, expect, test } from "vitest";
import { resolveChecksStep } from "../../../../src/restore/resolvers/steps/checks-step.js";
import { findingReference } from "../../../../src/restore/run/decisions.js";
import type { CheckFinding } from "../../../../src/restore/run/evidence.js";
import type { RestoreFacts } from "../../../../src/restore/run/facts.js";
import { checksOf } from "../../../../src/testing/scenarios/facts/evidence.js";
import {
  executed,
  freshDraft,
  scenario,
  scenarioContext,
  type RestoreScenarioId,
  scoped,
  sourceSelected,
  viewer,
  withRun,
} from "../../../../src/testing/scenarios/index.js";
import type { FindingModel } from "../../../../src/view-models/index.js";
import { plain } from "../../../support/plain.js";

const checks = (facts: RestoreFacts) => plain(resolveChecksStep(facts, scenarioContext));
const checkedOf = (facts: RestoreFacts) => {
  const { body } = checks(facts).list;
  if (body.state !== "checked") throw new TypeError("The checks did not run.");
  return body;
};
const factsOf = (id: RestoreScenarioId): RestoreFacts => scenario(id).facts;

const found = (item: string, change: Partial<CheckFinding> = {}): CheckFinding => ({
  check: "missing_in_target",
  severity: "warning",
  itemId: item,
  itemName: `Policy ${item}`,
  reason: { code: "missing_would_be_created" },
  ...change,
});
const blocking = (item: string) =>
  found(item, { check: "identity", severity: "blocking", reason: { code: "nothing_alike" } });
const enforced = (item: string) =>
  found(item, {
    check: "enforcement",
    severity: "blocking",
    reason: { code: "would_be_enforced", switches: [], more: 0, written: true },
  });
const unknown = (item: string) =>
  found(item, { severity: "not_evaluated", reason: { code: "not_listed", cause: "throttled" } });
const newer = (item: string, severity: CheckFinding["severity"] = "warning") =>
  found(item, {
    check: "newer_than_backup",
    severity,
    reason: { code: "modified_after_capture", at: "2026-11-19T09:26:00.000Z" },
  });
const clear = (item: string) => found(item, { severity: "safe", reason: { code: "present" } });

/** Current checks with these findings. */
const withFindings = (...findings: readonly CheckFinding[]) => withRun(scoped, { checks: checksOf(scoped, findings) });

/** The same, and somebody accepted some of them by name. */
function accepting(facts: RestoreFacts, ...accepted: readonly CheckFinding[]): RestoreFacts {
  const acceptances = accepted.map((finding) => ({
    ...findingReference(finding),
    reason: "Agreed in change 4711.",
    acceptedBy: { id: "dana", name: "Dana Okafor" },
    acceptedAt: "2026-11-20T16:46:00Z",
  }));
  return withRun(facts, { acceptances });
}

/** The same findings, and counts that were recorded beside them. */
function counted(facts: RestoreFacts, counts: Partial<Record<CheckFinding["severity"], number>>): RestoreFacts {
  const { checks: recorded } = facts.run;
  if (recorded === null) throw new TypeError("The checks did not run.");
  return withRun(facts, { checks: { ...recorded, summary: { ...recorded.summary, ...counts } } });
}

test.each(["checks_required", "checks_running", "checks_failed"] as const)(
  "SI-10 a page that was overtaken says of no checks that they have not run, are running or failed last, in %s",
  (id) => {
    expect(checks({ ...factsOf(id), superseded: true }).lead).toMatchObject({
      literal: "unknown",
      text: "Page out of date",
      detail: "What this page shows may no longer be so.",
    });
    expect(checks(factsOf(id)).lead.text).not.toBe("Page out of date");
  },
);

describe("PF-13 the largest words of step 3 are what matters most", () => {
  const waitsForOne = "A preview waits until it is settled.";
  const waits = "A preview waits until they are settled.";
  const doNotBlock = "What was not evaluated does not block, and is not known to be free of conflict.";
  const acceptedUnknown = "Whether there is a conflict is not known. It was accepted by name, so nothing waits for it.";

  test.each<[string, RestoreFacts, string, string, string]>([
    ["a blocker", withFindings(blocking("a"), clear("b")), "blocked", "1 blocking finding", waitsForOne],
    [
      "blockers before what was not evaluated, and the warnings beside them",
      withFindings(blocking("a"), blocking("b"), unknown("c"), found("d")),
      "blocked",
      "2 blocking findings",
      `${waits} 1 warning to look at.`,
    ],
    [
      "a blocker that nobody accepted before those that somebody did",
      accepting(withFindings(enforced("a"), enforced("b")), enforced("a")),
      "blocked",
      "1 blocking finding",
      waitsForOne,
    ],
    [
      "what could have blocked and was not evaluated",
      withFindings(unknown("a")),
      "unknown",
      "1 check not evaluated",
      waitsForOne,
    ],
    [
      "what was not evaluated and somebody accepted",
      accepting(withFindings(unknown("a"), found("b")), unknown("a")),
      "unknown",
      "1 check not evaluated and accepted",
      `${acceptedUnknown} 1 warning to look at.`,
    ],
    [
      "what never blocks and was not evaluated",
      withFindings(newer("a", "not_evaluated")),
      "unknown",
      "1 check not evaluated",
      doNotBlock,
    ],
    [
      "what was not evaluated, for a member who may not prepare the run either",
      { ...withFindings(newer("a", "not_evaluated")), operator: viewer },
      "unknown",
      "1 check not evaluated",
      doNotBlock,
    ],
    [
      "what somebody accepted",
      accepting(withFindings(enforced("a"), found("b")), enforced("a")),
      "attention",
      "1 blocking finding accepted",
      "What was accepted would happen. 1 warning to look at.",
    ],
    [
      "policies that are newer in the target",
      withFindings(newer("a"), newer("b"), newer("c", "safe"), found("d")),
      "attention",
      "2 items are newer in the target",
      "What was changed there since would be overwritten where it differs from the backup. 3 warnings in all. Warnings do not block.",
    ],
    [
      "any other warning",
      withFindings(found("a"), newer("b", "safe")),
      "attention",
      "1 warning, no blocker",
      "Warnings do not block. Look at each before you go on.",
    ],
    [
      "that nothing was found, which is not that nothing can happen",
      withFindings(clear("a")),
      "complete",
      "No blocker found",
      "The checks that ran found no conflict. They do not look for everything that can go wrong.",
    ],
    [
      "that nothing is known",
      scoped,
      "next",
      "Checks have not run",
      "They read the target and compare it with the scope. They write nothing.",
    ],
    [
      "that what was found is void",
      factsOf("scope_changed"),
      "invalidated",
      "Checks are void",
      "The findings below stay readable and no longer apply. Run the checks again.",
    ],
    [
      "that nobody can tell what it was found from",
      withRun(scoped, { checks: { ...checksOf(scoped, [clear("a")]), basis: null } }),
      "stale",
      "Checks are stale",
      "The record cannot be shown to be current. Run the checks again.",
    ],
  ])("%s", (_, facts, literal, text, detail) => {
    expect(checks(facts).lead).toEqual({ id: "checks-lead", label: "Checks", literal, text, detail });
  });

  test("before anything else, that the target is not the one expected, whatever the checks found (PF-17)", () => {
    const { targetIdentity } = factsOf("target_differs").run;
    const lead = {
      id: "checks-lead",
      label: "Checks",
      literal: "blocked",
      text: "Target is not the one expected",
      detail:
        "The target now says it is Contoso Staging. This run was created for Contoso Production. Create a run in the right environment. Nothing can be written while that is so. Running the checks reads the target again.",
    };
    expect(checks(factsOf("target_differs")).lead).toEqual(lead);
    expect(checks(withRun(withFindings(blocking("a")), { targetIdentity })).lead).toEqual(lead);
    expect(checks({ ...factsOf("target_differs"), operator: viewer }).lead).toEqual(lead);
    const failed = checks({ ...factsOf("checks_failed"), run: factsOf("target_differs").run }).lead;
    expect(failed).toMatchObject({ literal: "blocked", text: lead.text });
    expect(failed.detail).toContain(checks(factsOf("checks_failed")).lead.detail);
    expect(checks(withRun(executed("completed", {}), { targetIdentity })).lead.text).not.toBe(lead.text);
  });

  test("what is listed was found, whatever the recorded counts say (RW-7)", () => {
    expect(checks(counted(withFindings(newer("a", "not_evaluated")), { not_evaluated: 0 })).lead.literal).toBe(
      "unknown",
    );
    expect(checks(counted(withFindings(found("a")), { warning: 0 })).lead.text).toBe("1 warning, no blocker");
    expect(checks(counted(withFindings(found("a")), { warning: 3 })).lead.text).toBe("3 warnings, no blocker");
  });
});

describe("RW-7 findings by severity", () => {
  const groupsOf = (facts: RestoreFacts) => checkedOf(facts).groups;
  const namesOf = ({ affected }: FindingModel) => affected?.items.map(({ name }) => name.external ?? name.text) ?? [];
  const rowsOf = (facts: RestoreFacts, severity: CheckFinding["severity"]) =>
    groupsOf(facts).find(({ id }) => id === severity)?.findings ?? [];

  test("blockers come first, and what was not evaluated is counted apart from what is free of conflict", () => {
    expect(
      groupsOf(factsOf("checks_blocking")).map(({ id, title, status, count, unfold }) => [
        id,
        title,
        status,
        count.text,
        unfold,
      ]),
    ).toEqual([
      ["blocking", "Blocking", "blocked", "1", null],
      ["not_evaluated", "Not evaluated", null, "0", null],
      ["warning", "Warning", "attention", "2", null],
      ["safe", "No conflict found", null, "12", "Show each check"],
    ]);
  });

  test("a count that the findings contradict is no count, and never reads as none", () => {
    const [group] = groupsOf(counted(withFindings(blocking("a")), { blocking: 0 }));
    expect(group).toMatchObject({ status: "blocked", count: { state: "unavailable", text: "Not recorded" } });
  });

  test("findings that say the same are one row that names its items", () => {
    const other = found("c", { reason: { code: "missing_and_only_updating" } });
    const rows = rowsOf(withFindings(found("a"), other, found("b")), "warning");
    expect(rows.map((row) => [row.affected?.text, namesOf(row)])).toEqual([
      ["2 items", ["Policy a", "Policy b"]],
      ["1 item", ["Policy c"]],
    ]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
  });

  test("the same sentence of two checks is two rows", () => {
    const reason = { code: "recorded_in_words", text: "Look at it." } as const;
    const rows = rowsOf(withFindings(found("a", { reason }), found("b", { check: "lockout", reason })), "warning");
    expect(rows.map(({ check, sentence }) => [check, sentence.text])).toEqual([
      ["Presence in target", "Look at it."],
      ["Lockout", "Look at it."],
    ]);
  });

  test("what can be accepted stands alone, and what still blocks comes before what was accepted (RW-20)", () => {
    const facts = accepting(withFindings(unknown("a"), unknown("b")), unknown("a"));
    expect(rowsOf(facts, "not_evaluated").map(namesOf)).toEqual([["Policy b"], ["Policy a"]]);
  });

  test("an item without a name is told so in our words (BY-3)", () => {
    const nameless = (item: string) => found(item, { itemName: "" });
    expect(rowsOf(withFindings(nameless("a"), found("b")), "warning").map(namesOf)).toEqual([
      ["Name not recorded", "Policy b"],
    ]);
  });
});

describe("SI-3 findings that no longer hold", () => {
  test.each<[RestoreScenarioId, string, string]>([
    ["scope_changed", "invalidated", "Void since the selected items changed"],
    ["checks_blocking", "current", "Checks current: produced from exactly these inputs"],
  ])("%s", (id, state, text) => {
    const { band } = checks(factsOf(id));
    expect([band.freshness.state, band.text, band.id]).toEqual([state, text, "checks-freshness"]);
    expect(checkedOf(factsOf(id))).toMatchObject({ freshness: { state }, groups: { length: 4 } });
  });

  test("a record that cannot show what it was produced from is marked too", () => {
    const facts = withRun(scoped, { checks: { ...checksOf(scoped, [clear("a")]), basis: null } });
    expect(checks(facts).band.text).toBe("Checks stale: what it was produced from cannot be shown");
    expect(checkedOf(facts).freshness.state).toBe("stale");
  });

  test("a run that was executed keeps what its checks were worth when it was queued (SI-6)", () => {
    const facts = { ...executed("completed", {}), directoryVersion: "sha256:moved-on" };
    const { band } = checks(facts);
    expect(band.freshness).toMatchObject({ state: "current", at: { iso: "2026-11-20T16:40:00Z" } });
    expect([checkedOf(facts).freshness.state, band.action]).toEqual(["current", null]);
  });

  test("checks that have not run are not said to have found nothing (BY-3)", () => {
    const { band, list } = checks(factsOf("checks_required"));
    expect(band.text).toBe("Checks have not run");
    expect(list.body).toMatchObject({ state: "not_run", text: expect.stringMatching(/^Nothing is known/) });
  });
});

describe("SI-5 the one next step of the checks", () => {
  test("is to run them, and to run them again once they ran", () => {
    expect(checks(scoped).band.action).toEqual({ kind: "callback", id: "run_checks", label: "Run checks" });
    expect(checks(factsOf("scope_changed")).band.action).toMatchObject({ kind: "callback", label: "Run checks again" });
  });

  test("waits for a scope, and leads to what defines it (BY-15)", () => {
    expect(checks(sourceSelected).band.action).toMatchObject({
      kind: "blocked",
      reason: "The restore scope is not defined.",
      clearedBy: { step: "define_restore_scope", anchor: "scope" },
    });
    expect(checks(freshDraft).band.action).toMatchObject({
      kind: "blocked",
      clearedBy: { step: "select_backup_set", anchor: "backup-set" },
    });
  });

  test("is refused to a member who may not prepare the run, before anything else is asked (SI-11)", () => {
    for (const facts of [scoped, freshDraft]) {
      expect(checks({ ...facts, operator: viewer }).band.action).toMatchObject({
        kind: "blocked",
        reason: expect.stringContaining("workspace administrator"),
        clearedBy: null,
      });
    }
  });
});
