import { describe, expect, test } from "vitest";
import { evidenceFreshness } from "../../../src/restore/run/basis.js";
import {
  acceptanceOf,
  type CheckAcceptance,
  findingReference,
  isAcceptable,
  unacceptedFindings,
  undecidedItems,
} from "../../../src/restore/run/decisions.js";
import type { CheckFinding, PreviewItem } from "../../../src/restore/run/evidence.js";
import type { RunEvent } from "../../../src/restore/run/events.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import { transition } from "../../../src/restore/run/transition.js";
import { checkedWithWarnings, checksOf, previewOfFacts } from "../../../src/testing/scenarios/facts/evidence.js";
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

const recorded = (finding: CheckFinding): CheckAcceptance => ({
  ...findingReference(finding),
  reason: "Looked at by hand.",
  acceptedBy: { id: "dana", name: "Dana Okafor" },
  acceptedAt: at,
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

describe("RW-20 what an operator may accept", () => {
  const widens: CheckFinding["reason"] = { code: "exclusions_dropped", groups: ["Kiosks"], more: 0 };
  const enforces: CheckFinding["reason"] = { code: "would_be_enforced", switches: [], more: 0, written: true };
  const rows: readonly (readonly [string, Partial<CheckFinding>, boolean])[] = [
    ["a check that could have blocked and was not evaluated", {}, true],
    [
      "a reference that could not be read, for which there is nothing to write",
      { check: "assignment_mapping", reason: { code: "references_not_readable", references: [], more: 0 } },
      false,
    ],
    ["one that never blocks and was not evaluated", { check: "newer_than_backup" }, false],
    ["exclusions that fall away as the backup says", { check: "widening", severity: "blocking", reason: widens }, true],
    [
      "filters that fall away as the backup says",
      { check: "widening", severity: "blocking", reason: { code: "filters_dropped", from: ["Kiosks"], more: 0 } },
      true,
    ],
    ["what would begin to be enforced", { check: "enforcement", severity: "blocking", reason: enforces }, true],
    ["the same as a mere warning", { check: "enforcement", severity: "warning", reason: enforces }, false],
    [
      "a policy that could lock everyone out",
      { check: "lockout", severity: "blocking", reason: { code: "applies_to_everyone", written: true } },
      false,
    ],
    ["a conflict that somebody has to settle", { severity: "blocking" }, false],
    ["what was found safe", { severity: "safe" }, false],
  ];

  test.each(rows)("%s", (_, change, acceptable) => {
    const finding = found(change);
    expect(isAcceptable(finding)).toBe(acceptable);
    // Nor does a record of it count where it could not have been accepted.
    expect(acceptanceOf(finding, [recorded(finding)])).toEqual(acceptable ? recorded(finding) : null);
  });

  test.each([
    ["blocking", { severity: "blocking" }, true],
    ["not evaluated, where it could have blocked", {}, true],
    ["not evaluated, where it never blocks", { check: "newer_than_backup" }, false],
    ["a warning", { severity: "warning" }, false],
    ["safe", { severity: "safe" }, false],
    ["of a severity that nobody knows", { severity: "grave" as never }, true],
  ] as const)("a finding that is %s stands in the way or does not, while nobody accepted it", (_, change, blocks) => {
    expect(unacceptedFindings([found(change)], [])).toEqual(blocks ? [found(change)] : []);
  });

  test.each([
    ["of another check", { check: "widening" }],
    ["of another item", { itemId: "settings_catalog/02" }],
    ["of something else found", { finding: "sha256:0" }],
    ["without a reason", { reason: "…" }],
    ["by nobody", { acceptedBy: { id: "", name: "Dana Okafor" } }],
    ["at no moment", { acceptedAt: "yesterday" }],
  ] as const)("a record %s settles nothing", (_, change) => {
    expect(acceptanceOf(found(), [{ ...recorded(found()), ...change }])).toBeNull();
    expect(acceptanceOf(found(), [{ ...recorded(found()), ...change }, recorded(found())])).toEqual(recorded(found()));
  });
});

describe("RW-16 items that are skipped and that nobody has settled", () => {
  const [template] = previewOfFacts(armed).items;
  if (template === undefined) throw new Error("The preview of the armed scenario is empty.");
  const item = (itemId: string, skipReason: PreviewItem["skipReason"]): PreviewItem => ({
    ...template,
    itemId,
    skipReason,
  });
  const unlisted = (itemId: string): CheckFinding =>
    found({
      check: "missing_in_target",
      itemId,
      reason: { code: "not_listed_and_only_updating", cause: "throttled" },
    });
  const undecided = (...given: Parameters<typeof undecidedItems>) =>
    undecidedItems(...given).map(({ skipReason }) => skipReason);

  test("are those that wait for a decision, and no other", () => {
    const items = (
      [null, "preview_only", "metadata_only", "missing_in_target", "identity_undecided", "mapping_unresolved"] as const
    ).map((skipReason) => item("a", skipReason));
    expect(undecided(items, [], [])).toEqual(["missing_in_target", "identity_undecided", "mapping_unresolved"]);
  });

  test("one that the target may hold unlisted is settled by accepting what said so", () => {
    const items = [item("a", "missing_in_target"), item("b", "missing_in_target")];
    const findings = [unlisted("a"), unlisted("b")];
    expect(undecidedItems(items, findings, []).map(({ itemId }) => itemId)).toEqual(["a", "b"]);
    expect(undecidedItems(items, findings, [recorded(unlisted("a"))]).map(({ itemId }) => itemId)).toEqual(["b"]);
  });

  test("accepting another finding of the item settles neither that nor anything else", () => {
    const other = found({ itemId: "a" });
    expect(undecided([item("a", "missing_in_target")], [other], [recorded(other)])).toEqual(["missing_in_target"]);
    const mapping = [item("a", "mapping_unresolved")];
    expect(undecided(mapping, [unlisted("a")], [recorded(unlisted("a"))])).toEqual(["mapping_unresolved"]);
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
