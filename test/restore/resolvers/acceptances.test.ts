import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { acceptanceChange, resolveCheckList, withdrawalChange } from "../../../src/restore/resolvers/check-list.js";
import { restoreExecution, restoreGates } from "../../../src/restore/resolvers/gates.js";
import { resolveWizard } from "../../../src/restore/resolvers/wizard.js";
import { resolveChecksStep } from "../../../src/restore/resolvers/steps/index.js";
import { findingReference, isAcceptable, unacceptedFindings } from "../../../src/restore/run/decisions.js";
import type { CheckFinding } from "../../../src/restore/run/evidence.js";
import type { FindingReason } from "../../../src/restore/run/findings.js";
import { restoreBasis } from "../../../src/restore/run/basis.js";
import { transition } from "../../../src/restore/run/transition.js";
import { checksOf, previewOfFacts } from "../../../src/testing/scenarios/facts/evidence.js";
import { armed, scenarioContext, withRun } from "../../../src/testing/scenarios/index.js";
import { cases } from "../../support/property.js";
import { plain } from "../../support/plain.js";

const enforced: FindingReason = {
  code: "would_be_enforced",
  switches: [{ setting: "network protection", from: "2", to: "1" }],
  more: 0,
  written: true,
};
const found = (change: Partial<CheckFinding> = {}): CheckFinding => ({
  check: "enforcement",
  severity: "blocking",
  itemId: "settings_catalog/01",
  itemName: "BitLocker",
  reason: enforced,
  ...change,
});
const by = { id: "dana", name: "Dana Okafor" };
const accepted = (finding: CheckFinding) => ({
  ...findingReference(finding),
  reason: "Agreed with security.",
  acceptedBy: by,
  acceptedAt: "2026-11-20T16:41:00Z",
});

function validation(findings: readonly CheckFinding[], acceptances: readonly ReturnType<typeof accepted>[]) {
  const facts = withRun(armed, { checks: checksOf(armed, findings), acceptances });
  const gate = restoreGates(facts).find(({ id }) => id === "validation");
  if (gate === undefined) throw new Error("There is no validation gate.");
  return gate;
}

function groupsOf(findings: readonly CheckFinding[], acceptances: readonly ReturnType<typeof accepted>[]) {
  const { body } = resolveCheckList(
    withRun(armed, { checks: checksOf(armed, findings), acceptances }),
    scenarioContext,
  );
  if (body.state !== "checked") throw new Error("The checks did not run.");
  return body.groups;
}

describe("RW-20, BY-6 what an operator may answer for", () => {
  test.each([
    ["a step from reporting to enforcing", enforced],
    ["an exclusion of the target that the backup lacks", { code: "exclusions_dropped", groups: ["X"], more: 0 }],
    ["a filter of the target that the backup lacks", { code: "filters_dropped", from: ["X"], more: 0 }],
  ] as const)("%s, because it is what the backup says", (_, reason) => {
    expect(isAcceptable(found({ reason }))).toBe(true);
  });

  test.each([
    ["a conflict of identity", found({ check: "identity", reason: { code: "homonyms", policy: "X", count: 2 } })],
    [
      "a reference without a counterpart",
      found({ check: "assignment_mapping", reason: { code: "references_unresolved", references: [], more: 0 } }),
    ],
    [
      "an exclusion that was left out",
      found({ check: "widening", reason: { code: "exclusions_left_out", references: [], more: 0 } }),
    ],
    [
      "a group that would be included and excluded",
      found({
        check: "assignment_mapping",
        reason: { code: "included_and_excluded", group: "X", references: [], more: 0 },
      }),
    ],
    [
      "a policy that could lock everyone out",
      found({ check: "lockout", reason: { code: "applies_to_everyone", written: true } }),
    ],
    ["a warning", found({ severity: "warning" })],
  ] as const)("not %s", (_, finding) => {
    expect(isAcceptable(finding)).toBe(false);
    expect(validation([finding], [accepted(finding)]).verdict).toBe(
      finding.severity === "warning" ? "complete" : "blocked",
    );
  });

  test("an accepted finding no longer blocks, and stays in sight with who and why", () => {
    expect(validation([found()], []).verdict).toBe("blocked");
    const gate = validation([found()], [accepted(found())]);
    expect(gate).toMatchObject({
      verdict: "complete",
      notice: { code: "checks_to_look_at", accepted: { count: 1, by: "Dana Okafor", reason: "Agreed with security." } },
    });
    const { checks_to_look_at: sentence } = scenarioContext.words.reasons;
    if (gate.verdict !== "complete" || gate.notice?.code !== "checks_to_look_at") throw new Error("No notice.");
    expect(plain(sentence(gate.notice))).toContain("1 accepted. First, by Dana Okafor: “Agreed with security.”");
  });

  test("the word of its gate and of its step says that something was accepted, and in no other case (SI-12)", () => {
    const wordsOf = (findings: readonly CheckFinding[], acceptances: readonly ReturnType<typeof accepted>[]) => {
      const facts = withRun(armed, { checks: checksOf(armed, findings), acceptances });
      const { flow, rail } = resolveWizard(facts, "preview", scenarioContext);
      const gate = flow.gates.find(({ id }) => id === "validation");
      return [gate?.word, rail.steps.find(({ id }) => id === "safety_checks")?.note];
    };
    const warning = found({ severity: "warning" });
    expect(wordsOf([found()], [accepted(found())])).toEqual(Array(2).fill("Complete with accepted findings"));
    expect(wordsOf([warning], [])).toEqual(["Complete", "Complete"]);
    expect(wordsOf([found()], [])[0]).toBe("Blocked");
  });

  test("once something else was found, the acceptance counts for nothing and is not mentioned", () => {
    const more = found({ reason: { ...enforced, more: 1 } });
    expect(validation([more], [accepted(found())])).toMatchObject({ verdict: "blocked" });
    const gone = validation([found({ severity: "safe", reason: { code: "present" } })], [accepted(found())]);
    expect(gone).toMatchObject({ verdict: "complete", notice: null });
  });
});

describe("RW-20 an acceptance that does not say who, when and why", () => {
  test.each([
    ["a time that is none", { acceptedAt: "yesterday" }],
    ["a day that no calendar has", { acceptedAt: "2026-02-30T16:41:00Z" }],
    ["a reason that nobody can read", { reason: " \u200b… " }],
    ["nobody who accepted it", { acceptedBy: { id: "", name: "" } }],
  ])("with %s counts for nothing: the gate blocks, and the list asks for it", (_, broken) => {
    const acceptance = { ...accepted(found()), ...broken };
    expect(validation([found()], [acceptance]).verdict).toBe("blocked");
    const [group] = groupsOf([found()], [acceptance]);
    expect(group).toMatchObject({ id: "blocking", status: "blocked", accepted: null });
    expect(group?.findings[0]?.acceptance.state).not.toBe("given");
  });

  test("does not stand in the way of another one that does", () => {
    const unreadable = { ...accepted(found()), acceptedAt: "" };
    expect(validation([found()], [unreadable, accepted(found())]).verdict).toBe("complete");
  });
});

describe("RW-20 a group whose findings were all accepted", () => {
  const other = found({ itemId: "settings_catalog/02", itemName: "Firewall" });

  test("neither blocks nor reads calm, and says who accepted what, when and why", () => {
    const [group] = groupsOf([found(), other], [accepted(found()), accepted(other)]);
    expect(group).toMatchObject({ status: "attention", accepted: { state: "all", count: 2, text: "2 of 2 accepted" } });
    expect(group?.note).toBe("Each was accepted by name, with a reason, so none blocks.");
    expect(group?.findings.map(({ affected, acceptance }) => [affected?.items[0].name, acceptance])).toEqual(
      ["BitLocker", "Firewall"].map((external) => [
        { external },
        {
          state: "given",
          by: { external: by.name },
          at: { iso: "2026-11-20T16:41:00Z", text: "20 Nov 2026, 16:41 UTC" },
          reason: { external: "Agreed with security." },
          text: expect.stringContaining("20 Nov 2026, 16:41 UTC"),
          withdraw: expect.objectContaining({ kind: "callback" }),
        },
      ]),
    );
  });

  test("still blocks for the one that nobody accepted, which comes first", () => {
    const [group] = groupsOf([found(), other], [accepted(found())]);
    expect(group).toMatchObject({ status: "blocked", accepted: { state: "some", count: 1, text: "1 of 2 accepted" } });
    expect(group?.note).toBe("Each must be settled before a preview.");
    expect(group?.findings.map(({ acceptance }) => acceptance.state)).toEqual(["open", "given"]);
  });

  test("is not accepted as a whole beside what was not evaluated and cannot be accepted", () => {
    const notListed = found({ severity: "not_evaluated", reason: { code: "enforcement_in_target_not_told" } });
    const age = found({
      check: "newer_than_backup",
      severity: "not_evaluated",
      reason: { code: "modified_time_not_told" },
    });
    const [, group] = groupsOf([notListed, age], [accepted(notListed)]);
    expect(group).toMatchObject({ id: "not_evaluated", status: "unknown", accepted: { state: "some", count: 1 } });
  });

  test("is not accepted as a whole where more was counted than is on record", () => {
    const checks = checksOf(armed, [found()]);
    const facts = withRun(armed, {
      checks: { ...checks, summary: { ...checks.summary, blocking: 2 } },
      acceptances: [accepted(found())],
    });
    const { body } = resolveCheckList(facts, scenarioContext);
    expect(body).toMatchObject({
      state: "checked",
      groups: [{ status: "blocked", accepted: { state: "some", text: "1 of 2 accepted" } }, {}, {}, {}],
    });
  });

  test("on the page of step 3, too", () => {
    const facts = withRun(armed, { checks: checksOf(armed, [found()]), acceptances: [accepted(found())] });
    expect(resolveChecksStep(facts, scenarioContext).list).toEqual(resolveCheckList(facts, scenarioContext));
  });
});

describe("RW-20 what accepting a row of the list asks for", () => {
  const other = found({ itemId: "settings_catalog/02", itemName: "Firewall" });
  const settledOnly = found({ check: "identity", reason: { code: "homonyms", policy: "X", count: 2 } });
  const facts = (...acceptances: readonly ReturnType<typeof accepted>[]) =>
    withRun(armed, { checks: checksOf(armed, [found(), other, settledOnly]), acceptances });
  const rows = (present: ReturnType<typeof facts>) => {
    const { body } = resolveCheckList(present, scenarioContext);
    return body.state === "checked" ? body.groups[0].findings : [];
  };

  test("is that one finding by name, with the reason, and no other", () => {
    const changes = rows(facts()).map(({ id, acceptance }) => [
      acceptance.state,
      acceptanceChange(facts(), id, "Agreed.", scenarioContext),
    ]);
    const accepts = (finding: CheckFinding) => ({
      event: "check_accepted",
      reason: "Agreed.",
      ...findingReference(finding),
    });
    expect(changes).toEqual([
      ["open", accepts(found())],
      ["open", accepts(other)],
      ["none", null],
    ]);
    expect(acceptanceChange(facts(), "no such row", "Agreed.", scenarioContext)).toBeNull();
    expect(acceptanceChange(withRun(armed, { checks: null }), "a", "Agreed.", scenarioContext)).toBeNull();
  });

  test("is taken back for the one that it was given for, and for none that nobody accepted", () => {
    const given = facts(accepted(other));
    const actions = rows(given).flatMap(({ acceptance }) =>
      acceptance.state === "given" && acceptance.withdraw !== null ? [acceptance.withdraw.id] : [],
    );
    expect(actions.map((id) => withdrawalChange(given, id))).toEqual([
      { event: "acceptance_withdrawn", ...findingReference(other) },
    ]);
    expect(withdrawalChange(facts(), actions[0] ?? "")).toBeNull();
    expect(withdrawalChange(withRun(given, { checks: null }), actions[0] ?? "")).toBeNull();
    expect(withdrawalChange(given, "accept:enforcement/settings_catalog/02")).toBeNull();
  });

  test("of two findings of one check and item each is accepted and taken back for itself", () => {
    const exclusions = found({ check: "widening", reason: { code: "exclusions_dropped", groups: ["X"], more: 0 } });
    const filters = found({ check: "widening", reason: { code: "filters_dropped", from: ["X"], more: 0 } });
    const rowsOf = (...acceptances: readonly ReturnType<typeof accepted>[]) =>
      groupsOf([exclusions, filters], acceptances).flatMap((group) => group.findings);
    const taken = rowsOf(accepted(exclusions), accepted(filters)).flatMap(({ acceptance }) =>
      acceptance.state === "given" && acceptance.withdraw !== null ? [acceptance.withdraw.id] : [],
    );
    const both = withRun(armed, {
      checks: checksOf(armed, [exclusions, filters]),
      acceptances: [accepted(exclusions), accepted(filters)],
    });
    expect(taken.map((id) => withdrawalChange(both, id))).toEqual(
      [exclusions, filters].map((one) => ({ event: "acceptance_withdrawn", ...findingReference(one) })),
    );
    const states = rowsOf(accepted(exclusions)).map(({ acceptance }) => acceptance.state);
    expect(states.filter((state) => state !== "none").toSorted()).toEqual(["given", "open"]);
  });
});

describe("RW-20 an acceptance never unblocks another finding", () => {
  const reasons: readonly FindingReason[] = [
    enforced,
    { ...enforced, more: 2 },
    { code: "not_listed", cause: "throttled" },
    { code: "exclusions_dropped", groups: ["X"], more: 0 },
    { code: "homonyms", policy: "X", count: 2 },
  ];
  const findings = fc.array(
    fc.record({
      check: fc.constantFrom("enforcement", "widening", "identity", "missing_in_target"),
      severity: fc.constantFrom("blocking", "not_evaluated", "warning", "safe"),
      itemId: fc.constantFrom("a", "b"),
      itemName: fc.constant("N"),
      reason: fc.constantFrom(...reasons),
    }),
    { maxLength: 6 },
  );

  test("what remains is what blocks and was not itself accepted, or may not be", () => {
    fc.assert(
      fc.property(findings, findings, (all, taken) => {
        const names = new Set(taken.map((finding) => findingReference(finding).finding));
        const open = unacceptedFindings(all, taken.map(accepted));
        const blocking = all.filter(({ severity }) => severity === "blocking" || severity === "not_evaluated");
        expect(open).toEqual(
          blocking.filter((finding) => !isAcceptable(finding) || !names.has(findingReference(finding).finding)),
        );
      }),
      { numRuns: cases() },
    );
  });
});

describe("PF-16 a severity that nobody knows", () => {
  const checks = checksOf(armed, [found({ severity: "grave" as never })]);
  const facts = withRun(armed, { checks });

  test("blocks on the screen as it does when the run is to be queued", () => {
    const gate = restoreGates(facts).find(({ id }) => id === "validation");
    expect(gate).toMatchObject({ verdict: "blocked", blockers: [{ reason: { code: "checks_blocking", count: 1 } }] });
    expect(restoreExecution(facts).state).toBe("unavailable");
    expect(resolveChecksStep(facts, scenarioContext).lead.literal).toBe("blocked");
  });
});

describe("PF-11, RW-20 a reference that could not be read has one answer: it is mapped, left out or taken out of scope", () => {
  const key = "group/field-kiosks";
  const notRead = found({
    check: "assignment_mapping",
    severity: "not_evaluated",
    reason: {
      code: "references_not_readable",
      references: [{ kind: "group", id: "field-kiosks", name: "Field kiosks" }],
      more: 0,
    },
  });
  const dependencies = (armed.dependencies ?? []).map((row) =>
    row.key === key ? { ...row, resolution: { state: "unresolved", cause: "not_listed" } as const } : row,
  );
  const recorded = withRun(armed, { checks: checksOf(armed, [notRead]), acceptances: [accepted(notRead)] });
  const facts = { ...withRun(recorded, { preview: previewOfFacts(recorded) }), dependencies };

  test("the mapping blocks, the checks block, and nothing is queued, although a record says that somebody accepted it", () => {
    const open = restoreGates(facts).flatMap((gate) =>
      gate.verdict === "complete" ? [] : gate.blockers.map(({ reason }) => `${gate.id} ${reason.code}`),
    );
    expect(open.slice(0, 2)).toEqual([
      "scope_dependency_mapping mappings_unresolved",
      "validation checks_not_evaluated",
    ]);
    const { confirmation, operator } = facts;
    const request = {
      event: "execution_queued",
      operationId: "op_1",
      fingerprint: restoreBasis(facts).fingerprint,
      confirmation,
    } as const;
    expect(transition(facts.run, request, { ...facts, at: "2026-11-20T18:00:00Z", by: operator })).toEqual({
      ok: false,
      refusal: { code: "checks_not_evaluated", count: 1 },
    });
  });

  test("the list offers nobody to accept it, and the way to the mapping", () => {
    const { body } = resolveCheckList(facts, scenarioContext);
    if (body.state !== "checked") throw new Error("The checks did not run.");
    const group = body.groups.find(({ id }) => id === "not_evaluated");
    expect(group).toMatchObject({ accepted: null, status: "unknown" });
    expect(group?.findings[0]).toMatchObject({
      acceptance: { state: "none" },
      settledAt: { step: "define_restore_scope", anchor: "mappings" },
    });
  });
});
