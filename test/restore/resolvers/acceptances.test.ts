import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { restoreGates } from "../../../src/restore/resolvers/gates.js";
import { findingReference, isAcceptable, unacceptedFindings } from "../../../src/restore/run/decisions.js";
import type { CheckFinding } from "../../../src/restore/run/evidence.js";
import type { FindingReason } from "../../../src/restore/run/findings.js";
import { checksOf } from "../../../src/testing/scenarios/facts/evidence.js";
import { armed, scenarioContext, withRun } from "../../../src/testing/scenarios/index.js";
import { cases } from "../../support/property.js";

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
    expect(sentence(gate.notice)).toContain("1 accepted. First, by Dana Okafor: “Agreed with security.”");
  });

  test("once something else was found, the acceptance counts for nothing and is not mentioned", () => {
    const more = found({ reason: { ...enforced, more: 1 } });
    expect(validation([more], [accepted(found())])).toMatchObject({ verdict: "blocked" });
    const gone = validation([found({ severity: "safe", reason: { code: "present" } })], [accepted(found())]);
    expect(gone).toMatchObject({ verdict: "complete", notice: null });
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
