import { describe, expect, test } from "vitest";
import { restoreExecution } from "../../../src/restore/resolvers/gates.js";
import { restoreBasis } from "../../../src/restore/run/basis.js";
import type { ConfirmationInputs, RestoreFacts } from "../../../src/restore/run/facts.js";
import { findingReference } from "../../../src/restore/run/decisions.js";
import type { CheckFinding, PreviewItem, SkipReason } from "../../../src/restore/run/evidence.js";
import { transition } from "../../../src/restore/run/transition.js";
import { checksOf, previewOfFacts } from "../../../src/testing/scenarios/facts/evidence.js";
import { armed, withRun } from "../../../src/testing/scenarios/index.js";
import { at, now, queueRequest, refusal, runAfter } from "./support.js";

const found = (change: Partial<CheckFinding>): CheckFinding => ({
  check: "identity",
  severity: "safe",
  itemId: "settings_catalog/01",
  itemName: "BitLocker",
  reason: { code: "nothing_alike" },
  ...change,
});
const withFinding = (change: Partial<CheckFinding>): RestoreFacts =>
  withRun(armed, { checks: checksOf(armed, [found({}), found(change)]) });
const withItem = (change: Partial<PreviewItem>): RestoreFacts => {
  const preview = previewOfFacts(armed);
  const items = preview.items.map((item, index) => (index === 3 ? { ...item, ...change } : item));
  return withRun(armed, { preview: { ...preview, items } });
};
const previewOver = (facts: RestoreFacts, items: readonly PreviewItem[]): RestoreFacts => {
  const checked = withRun(facts, { checks: checksOf(facts, [found({})]) });
  return withRun(checked, { preview: { ...previewOfFacts(checked), items } });
};
/** Checks of the present basis that say nothing of the first items of the scope. */
const checkedWithout = (count: number): RestoreFacts => {
  const checks = checksOf(armed, []);
  const silent = new Set(previewItems.slice(0, count).map(({ itemId }) => itemId));
  return withRun(armed, {
    checks: { ...checks, findings: checks.findings.filter(({ itemId }) => !silent.has(itemId)) },
  });
};
const previewItems = previewOfFacts(armed).items;
/** Everything in the backup set is in scope, and the set says how many items it has. */
const everything = (itemCount: number | null): RestoreFacts => {
  const facts = withRun(armed, { scope: { mode: "all" } });
  const { backupSet } = facts;
  if (backupSet === null) throw new Error("The armed scenario has no backup set.");
  return { ...facts, backupSet: { ...backupSet, quality: { ...backupSet.quality, itemCount } } };
};
const confirming = (change: Partial<ConfirmationInputs>): RestoreFacts => ({
  ...armed,
  confirmation: { ...armed.confirmation, ...change },
});
const scopeOf = ({ scope }: RestoreFacts): NonNullable<RestoreFacts["scope"]> => {
  if (scope === null) throw new Error("The armed scenario has no scope.");
  return scope;
};
const nothingInScope = (): RestoreFacts => {
  const empty = withRun(armed, { scope: { mode: "selected", itemIds: [] } });
  return { ...previewOver(empty, []), scope: { ...scopeOf(armed), inScope: 0, writable: 0, requestedItems: [] } };
};
const identity = armed.run.targetIdentity;
if (identity === null) throw new Error("The armed scenario has no target identity.");

describe("SI-15 the run itself is asked again before it is queued, whatever the gates said", () => {
  const without: readonly (readonly [string, RestoreFacts, string])[] = [
    ["dry-run off", withRun(armed, { dryRun: true }), "dry_run_is_on"],
    ["a word that it is no dry-run", withRun(armed, { dryRun: undefined as never }), "dry_run_is_on"],
    ["a backup set", withRun(armed, { backupSetId: null }), "backup_set_not_selected"],
    ["a backup set that can be read", { ...armed, backupSet: null }, "backup_set_not_readable"],
    ["the backup set that the run has", withRun(armed, { backupSetId: "bs_other" }), "backup_set_not_readable"],
    ["a scope", withRun(armed, { scope: null }), "scope_not_defined"],
    ["a target that said who it is", withRun(armed, { targetIdentity: null }), "target_identity_not_read"],
    [
      "the target's own label",
      withRun(armed, { targetIdentity: { ...identity, label: "Renamed" } }),
      "target_identity_differs",
    ],
    [
      "the target's own tenant",
      withRun(armed, { targetIdentity: { ...identity, tenantId: "another" } }),
      "target_identity_differs",
    ],
    ["checks", withRun(armed, { checks: null }), "evidence_not_current"],
    ["current checks", withRun(armed, { restoreMode: "update_only" }), "evidence_not_current"],
    [
      "checks that prove their basis",
      withRun(armed, { checks: { ...checksOf(armed, []), basis: null } }),
      "evidence_not_current",
    ],
    ["checks without a blocking finding", withFinding({ severity: "blocking" }), "checks_blocking"],
    ["every check evaluated that could block", withFinding({ severity: "not_evaluated" }), "checks_not_evaluated"],
    ["a preview", withRun(armed, { preview: null }), "evidence_not_current"],
    [
      "a current preview",
      withRun(armed, {
        restoreMode: "update_only",
        checks: checksOf(withRun(armed, { restoreMode: "update_only" }), []),
      }),
      "evidence_not_current",
    ],
    [
      "a preview that says when it was made",
      withRun(armed, { preview: { ...previewOfFacts(armed), capturedAt: null } }),
      "evidence_not_current",
    ],
    [
      "a decision about every item",
      withItem({ action: "skip", skipReason: "identity_undecided" }),
      "preview_undecided",
    ],
    ["every mapping", withItem({ action: "skip", skipReason: "mapping_unresolved" }), "preview_undecided"],
    ["every policy", withItem({ action: "skip", skipReason: "missing_in_target" }), "preview_undecided"],
    ["every item of the scope in the checks", checkedWithout(1), "checks_incomplete"],
    ["any item in the checks", checkedWithout(12), "checks_incomplete"],
    ["every item of the scope in the preview", previewOver(armed, previewItems.slice(1)), "preview_incomplete"],
    ["an item in the preview", previewOver(armed, []), "preview_incomplete"],
    [
      "every item in the preview once, and not another one twice",
      previewOver(armed, [...previewItems.slice(1), ...previewItems.slice(1, 2)]),
      "preview_incomplete",
    ],
    ["an item in scope", nothingInScope(), "nothing_writable"],
    [
      "an item that was captured, or may be written",
      {
        ...previewOver(
          armed,
          previewItems.map((item, index) => ({
            ...item,
            action: "skip",
            skipReason: index === 0 ? "preview_only" : "metadata_only",
          })),
        ),
        scope: { ...scopeOf(armed), writable: 0, previewOnly: 1, metadataOnly: 11 },
      },
      "nothing_writable",
    ],
    [
      "an item that may be written",
      {
        ...previewOver(
          armed,
          previewItems.map((item) => ({ ...item, action: "skip", skipReason: "preview_only" })),
        ),
        scope: { ...scopeOf(armed), writable: 0, previewOnly: 12 },
      },
      "nothing_writable",
    ],
    ["the tick", confirming({ reviewedImpact: false }), "impact_not_reviewed"],
    ["the typed label", confirming({ typedLabel: "" }), "typed_confirmation_not_met"],
    ["the exact label", confirming({ typedLabel: "contoso production" }), "typed_confirmation_not_met"],
    [
      "a label without spaces around it",
      confirming({ typedLabel: " Contoso Production" }),
      "typed_confirmation_not_met",
    ],
  ];

  test.each(without)("without %s nothing is queued, and the refusal says so", (_, facts, code) => {
    expect(refusal(facts, queueRequest(facts))).toBe(code);
  });

  test.each(without)("without %s the gates refuse as well: the last line never has to", (_, facts) => {
    expect(restoreExecution(facts).state).toBe("unavailable");
  });

  const changedMode = withRun(armed, { restoreMode: "update_only" });
  test.each([
    ["checks", withRun(armed, { checks: null })],
    ["checks", changedMode],
    ["preview", withRun(armed, { preview: null })],
    ["preview", withRun(changedMode, { checks: checksOf(changedMode, []) })],
  ] as const)("a refusal says that it is the %s that do not hold any more (SI-2)", (evidence, facts) => {
    expect(transition(facts.run, queueRequest(facts), now(facts))).toEqual({
      ok: false,
      refusal: { code: "evidence_not_current", evidence },
    });
  });

  test.each([
    [
      "checks_blocking",
      [found({ severity: "blocking" }), found({ severity: "blocking" }), found({ severity: "warning" })],
    ],
    ["checks_not_evaluated", [found({ severity: "not_evaluated" }), found({ severity: "not_evaluated" })]],
  ] as const)("a refusal for %s counts the findings that stand in the way", (code, findings) => {
    const facts = withRun(armed, { checks: checksOf(armed, findings) });
    expect(transition(facts.run, queueRequest(facts), now(facts))).toEqual({ ok: false, refusal: { code, count: 2 } });
  });

  test("a refusal for undecided items counts them, and no other", () => {
    const facts = withItem({ action: "skip", skipReason: "identity_undecided" });
    expect(transition(facts.run, queueRequest(facts), now(facts))).toEqual({
      ok: false,
      refusal: { code: "preview_undecided", count: 1 },
    });
  });

  test("a refusal for a preview that lacks items counts those that it lacks", () => {
    const facts = previewOver(armed, previewItems.slice(2));
    expect(transition(facts.run, queueRequest(facts), now(facts))).toEqual({
      ok: false,
      refusal: { code: "preview_incomplete", count: 2 },
    });
  });

  test.each([
    ["as many items as the set holds", 12, null],
    ["fewer items than the set holds", 13, { code: "preview_incomplete", count: 1 }],
    ["an unknown share of the set", null, { code: "preview_incomplete", count: null }],
  ] as const)("where everything is in scope, the preview has to show %s", (_, itemCount, refused) => {
    const facts = previewOver(everything(itemCount), previewItems);
    const result = transition(facts.run, queueRequest(facts), now(facts));
    expect(result.ok ? null : result.refusal).toEqual(refused);
  });

  test("where everything is in scope, one item that is shown twice stands for no other", () => {
    const facts = previewOver(everything(13), [...previewItems, ...previewItems.slice(0, 1)]);
    expect(refusal(facts, queueRequest(facts))).toBe("preview_incomplete");
  });

  test("with all of it the run is queued", () => {
    expect(refusal(armed, queueRequest(armed))).toBeNull();
  });

  test.each(["", "sha256:0", restoreBasis(withRun(armed, { restoreMode: "update_only" })).fingerprint])(
    "the fingerprint “%s” is not that of what would be executed",
    (fingerprint) => {
      expect(refusal(armed, { ...queueRequest(armed), fingerprint })).toBe("basis_moved");
    },
  );

  test("what the target may hold unlisted is left out where only updating, once that finding was accepted (RW-18, RW-20)", () => {
    const finding = found({
      check: "missing_in_target",
      severity: "not_evaluated",
      reason: { code: "not_listed_and_only_updating", cause: "throttled" },
    });
    const given = { reason: "Not there.", acceptedBy: { id: "dana", name: "Dana Okafor" }, acceptedAt: at };
    const queueing = (skipReason: SkipReason, itemId: string) => {
      const onlyUpdating = withRun(armed, { restoreMode: "update_only" });
      const acceptances = [{ ...findingReference(finding), ...given }];
      const accepted = withRun(onlyUpdating, { acceptances, checks: checksOf(onlyUpdating, [finding]) });
      const preview = previewOfFacts(accepted);
      const items = preview.items.map((item) =>
        item.itemId === itemId ? { ...item, action: "skip" as const, skipReason } : item,
      );
      const facts = withRun(accepted, { preview: { ...preview, items } });
      return [restoreExecution(facts).state, refusal(facts, queueRequest(facts))];
    };
    expect(queueing("missing_in_target", finding.itemId)).toEqual(["available", null]);
    // Nobody accepted anything about another item, or about another reason to skip this one.
    expect(queueing("missing_in_target", "settings_catalog/02")).toEqual(["unavailable", "preview_undecided"]);
    expect(queueing("identity_undecided", finding.itemId)).toEqual(["unavailable", "preview_undecided"]);
  });

  test("a finding accepted after the preview leaves nothing to queue on until there is another one", () => {
    const acceptance = {
      check: "identity",
      itemId: "a",
      finding: "sha256:f",
      reason: "Seen.",
      acceptedBy: { id: "dana", name: "Dana Okafor" },
      acceptedAt: at,
    } as const;
    const accepted = withRun(armed, { acceptances: [acceptance] });
    expect(refusal(accepted, queueRequest(accepted))).toBe("evidence_not_current");
  });

  test("a label that nobody can read is never confirmed, not even by itself", () => {
    const target = { ...armed.run.target, label: "" };
    const nameless = withRun(armed, { target, targetIdentity: { ...identity, label: "" } });
    const facts = withRun(nameless, { checks: checksOf(nameless, []), preview: previewOfFacts(nameless) });
    const empty = { ...facts, confirmation: { reviewedImpact: true, typedLabel: "", pasted: false } };
    expect(refusal(empty, queueRequest(empty))).toBe("typed_confirmation_not_met");
  });
});

describe("RW-20 what never blocks does not stand in the way of the queue", () => {
  test.each([
    ["a warning", withFinding({ severity: "warning" })],
    [
      "a check that never blocks and was not evaluated",
      withFinding({ check: "newer_than_backup", severity: "not_evaluated" }),
    ],
    ["an item that is only compared", withItem({ action: "skip", skipReason: "preview_only" })],
    ["an item whose content was not captured", withItem({ action: "skip", skipReason: "metadata_only" })],
  ] as const)("%s", (_, facts) => {
    expect(refusal(facts, queueRequest(facts))).toBeNull();
  });
});

describe("SI-6 the record of what allowed the execution is built from the run, never received", () => {
  const facts = withRun(armed, {
    checks: checksOf(armed, [found({ severity: "warning" }), found({ severity: "warning" }), found({})]),
  });
  const execution = () => runAfter(facts, queueRequest(facts)).execution;

  test("basis, both freshnesses, and the confirmation with who and when", () => {
    expect(execution()).toEqual({
      status: "queued",
      operationId: "op_1",
      queuedAt: at,
      startedAt: null,
      finishedAt: null,
      safetySnapshot: {
        fingerprint: restoreBasis(facts).fingerprint,
        checksCapturedAt: facts.run.checks?.capturedAt,
        checksFreshness: "current",
        checkWarnings: 2,
        previewCapturedAt: facts.run.preview?.capturedAt,
        previewFreshness: "current",
        confirmedAt: at,
        confirmedBy: { id: "dana", name: "Dana Okafor" },
        typedLabel: "Contoso Production",
        labelPasted: false,
      },
      results: null,
      reason: null,
    });
  });

  test("counts warnings among the findings, whatever the recorded summary says", () => {
    const summary = { blocking: 0, warning: 99, safe: 0, not_evaluated: 0 };
    const told = withRun(armed, { checks: { ...checksOf(armed, [found({})]), summary } });
    expect(runAfter(told, queueRequest(told)).execution?.safetySnapshot?.checkWarnings).toBe(0);
  });

  test("holds nothing of the operator but id and name", () => {
    expect(Object.keys(execution()?.safetySnapshot?.confirmedBy ?? {})).toEqual(["id", "name"]);
  });
});
