import { describe, expect, test } from "vitest";
import { evidenceFreshness } from "../../../src/restore/run/basis.js";
import { findingReference, unacceptedFindings } from "../../../src/restore/run/decisions.js";
import type { CheckFinding } from "../../../src/restore/run/evidence.js";
import type { RunEvent } from "../../../src/restore/run/events.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import { transition } from "../../../src/restore/run/transition.js";
import { checkedWithWarnings, checksOf } from "../../../src/testing/scenarios/facts/evidence.js";
import { armed, freshDraft, scoped, withRun } from "../../../src/testing/scenarios/index.js";
import { after, at, now, refusal, runAfter } from "./support.js";

const found = (change: Partial<CheckFinding> = {}): CheckFinding => ({
  check: "identity",
  severity: "not_evaluated",
  itemId: "settings_catalog/01",
  itemName: "BitLocker",
  reason: { code: "not_listed", cause: "throttled" },
  ...change,
});

const withFindings = (...findings: readonly CheckFinding[]): RestoreFacts =>
  withRun(scoped, { checks: checksOf(scoped, findings) });

const accept = (
  finding: CheckFinding,
  reason = "Looked at by hand.",
): Extract<RunEvent, { event: "check_accepted" }> => ({
  event: "check_accepted",
  ...findingReference(finding),
  reason,
});

const withdraw = (finding: CheckFinding): RunEvent => ({
  event: "acceptance_withdrawn",
  ...findingReference(finding),
});

describe("RW-20 accepting one check by name", () => {
  const facts = withFindings(found());

  test("records what was accepted, why, by whom and when", () => {
    expect(runAfter(facts, accept(found(), "  Looked at by hand.\n")).acceptances).toEqual([
      {
        ...findingReference(found()),
        reason: "Looked at by hand.",
        acceptedBy: { id: "dana", name: "Dana Okafor" },
        acceptedAt: at,
      },
    ]);
  });

  test("records nothing of the operator but id and name", () => {
    const { acceptances } = runAfter(facts, accept(found()));
    expect(Object.keys(acceptances[0]?.acceptedBy ?? {})).toEqual(["id", "name"]);
  });

  test("settles that finding and no other", () => {
    const other = found({ itemId: "settings_catalog/02" });
    const both = withFindings(found(), other);
    const { acceptances } = runAfter(both, accept(found()));
    expect(unacceptedFindings([found(), other], [])).toEqual([found(), other]);
    expect(unacceptedFindings([found(), other], acceptances)).toEqual([other]);
  });

  test.each([
    ["another check", { check: "orphaned_group" }],
    ["another item", { itemId: "settings_catalog/02" }],
    ["another reason", { reason: { code: "not_listed", cause: "not_licensed" } }],
  ] as const)("does not settle a finding of %s", (_, change) => {
    const { acceptances } = runAfter(facts, accept(found()));
    expect(unacceptedFindings([found(change)], acceptances)).toEqual([found(change)]);
  });

  test("holds under another name of the item, because the name is not what was found", () => {
    const { acceptances } = runAfter(facts, accept(found()));
    expect(unacceptedFindings([found({ itemName: "Renamed" })], acceptances)).toEqual([]);
  });

  test("a second acceptance of one finding replaces the first, with its reason", () => {
    const twice = after(after(facts, accept(found(), "First.")), accept(found(), "Second."));
    expect(twice.run.acceptances.map(({ reason }) => reason)).toEqual(["Second."]);
  });

  test("acceptances of several findings stand beside each other, oldest first", () => {
    const other = found({ itemId: "settings_catalog/02" });
    const both = after(after(withFindings(found(), other), accept(found())), accept(other));
    expect(both.run.acceptances.map(({ itemId }) => itemId)).toEqual(["settings_catalog/01", "settings_catalog/02"]);
  });

  test.each(["", "   ", "\n\t", "\u00a0", "\u200b\u200d", "…", "-"])(
    "is refused for the reason “%s”, which says nothing",
    (reason) => {
      expect(refusal(facts, accept(found(), reason))).toBe("acceptance_without_reason");
    },
  );

  test.each(["ok", "7", "見た"])("takes the reason “%s”", (reason) => {
    expect(refusal(facts, accept(found(), reason))).toBeNull();
  });

  test.each(["blocking", "warning", "safe"] as const)("is refused for a finding that is %s", (severity) => {
    const checked = withFindings(found({ severity }));
    expect(transition(checked.run, accept(found({ severity })), now(checked))).toEqual({
      ok: false,
      refusal: { code: "finding_not_acceptable", severity },
    });
  });

  test("is refused for a check that never blocks, because it never blocked", () => {
    const finding = found({ check: "newer_than_backup" });
    expect(refusal(withFindings(finding), accept(finding))).toBe("finding_not_acceptable");
  });

  test.each([
    ["of another item", { itemId: "settings_catalog/99" }],
    ["of another check", { check: "orphaned_group" }],
    ["with a made-up fingerprint", { finding: "sha256:0" }],
  ] as const)("is refused for a finding %s, which the checks do not hold", (_, change) => {
    expect(refusal(facts, { ...accept(found()), ...change })).toBe("finding_not_recorded");
  });

  test("is refused before the checks ran, and once they are void", () => {
    expect(transition(scoped.run, accept(found()), now(scoped))).toEqual({
      ok: false,
      refusal: { code: "evidence_not_current", evidence: "checks" },
    });
    const voided = after(facts, { event: "scope_defined", scope: { mode: "all" }, restoreMode: "update_only" });
    expect(refusal(voided, accept(found()))).toBe("evidence_not_current");
    expect(refusal(facts, accept(found()), { backupSet: null })).toBe("evidence_not_current");
  });

  test("can be taken back, also after the finding is gone", () => {
    const accepted = after(facts, accept(found()));
    expect(runAfter(accepted, withdraw(found())).acceptances).toEqual([]);
    const rechecked = withRun(accepted, { checks: checksOf(accepted, []) });
    expect(runAfter(rechecked, withdraw(found())).acceptances).toEqual([]);
  });

  test("taking it back under the name of another check or item is refused", () => {
    const accepted = after(facts, accept(found()));
    for (const change of [{ check: "orphaned_group" }, { itemId: "settings_catalog/02" }] as const) {
      expect(refusal(accepted, { event: "acceptance_withdrawn", ...findingReference(found()), ...change })).toBe(
        "acceptance_not_recorded",
      );
    }
  });

  test("taking back what nobody accepted is refused", () => {
    expect(refusal(facts, withdraw(found()))).toBe("acceptance_not_recorded");
    expect(
      refusal(
        after(facts, accept(found())),
        withdraw(found({ reason: { code: "not_listed", cause: "not_licensed" } })),
      ),
    ).toBe("acceptance_not_recorded");
  });

  test("voids a preview made before it, and not the checks that it accepts a finding of", () => {
    const open = withRun(armed, { checks: checksOf(armed, [found()]) });
    const freshness = evidenceFreshness(after(open, accept(found())));
    expect(freshness.checks.state).toBe("current");
    expect(freshness.preview).toMatchObject({ state: "invalidated", changes: [{ field: "acceptances" }] });
  });
});

describe("BY-4 deciding which policy an item is", () => {
  const decide = (
    itemId: string,
    decision: Extract<RunEvent, { event: "identity_decided" }>["decision"],
  ): RunEvent => ({
    event: "identity_decided",
    itemId,
    decision,
  });

  test("is recorded by item, and withdrawn by deciding nothing", () => {
    const decided = after(
      after(scoped, decide("a", { decision: "match", targetId: "t" })),
      decide("b", { decision: "create" }),
    );
    expect(decided.run.identityDecisions).toEqual({
      a: { decision: "match", targetId: "t" },
      b: { decision: "create" },
    });
    expect(runAfter(decided, decide("a", null)).identityDecisions).toEqual({ b: { decision: "create" } });
  });

  test("a later decision replaces the earlier one", () => {
    const decided = after(
      after(scoped, decide("a", { decision: "create" })),
      decide("a", { decision: "match", targetId: "t" }),
    );
    expect(decided.run.identityDecisions).toEqual({ a: { decision: "match", targetId: "t" } });
  });

  test("waits for a scope", () => {
    expect(refusal(freshDraft, decide("a", { decision: "create" }))).toBe("scope_not_defined");
  });

  test.each(["__proto__", "constructor", "toString"])("an item called %s is an item like every other", (itemId) => {
    const { identityDecisions } = runAfter(scoped, decide(itemId, { decision: "create" }));
    expect(Object.entries(identityDecisions)).toEqual([[itemId, { decision: "create" }]]);
    expect(Object.getPrototypeOf(identityDecisions)).toBe(Object.prototype);
  });

  test("voids checks and preview, each naming the decisions (BY-1)", () => {
    const { checks, preview } = evidenceFreshness(after(armed, decide("a", { decision: "create" })));
    for (const freshness of [checks, preview]) {
      expect(freshness).toMatchObject({
        state: "invalidated",
        changes: [{ field: "identityDecisions", before: {}, after: { a: "create" } }],
      });
    }
  });
});

test("another backup set takes every decision with it, because its items are others under the same ids", () => {
  const finding = found();
  const checked = withRun(checkedWithWarnings, { checks: checksOf(checkedWithWarnings, [finding]) });
  const accepted = after(checked, accept(finding));
  const decided = after(accepted, { event: "identity_decided", itemId: "a", decision: { decision: "create" } });
  expect(runAfter(decided, { event: "backup_set_selected", backupSetId: "bs_other" })).toMatchObject({
    scope: null,
    mappings: {},
    identityDecisions: {},
    acceptances: [],
  });
});
