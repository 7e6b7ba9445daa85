import { describe, expect, test } from "vitest";
import type { TargetLimit } from "../../../src/restore/run/target.js";
import type { RestoreMode } from "../../../src/restore/run/scope.js";
import { findingReference, unacceptedFindings, undecidedItems } from "../../../src/restore/run/decisions.js";
import { backupItem, dependencies, policyOf } from "./support.js";
import { planRestore, previewOf, runChecks } from "./whole-scope.js";

const item = backupItem();
const dana = { id: "dana", name: "Dana Okafor" };
const unlisted: TargetLimit = { of: "settings_catalog", access: "read", cause: "throttled" };
const unwritable: TargetLimit = { of: "settings_catalog", access: "write", cause: "not_licensed" };

function inputs(
  policies: readonly ReturnType<typeof policyOf>[],
  limits: readonly TargetLimit[],
  restoreMode: RestoreMode,
) {
  return { items: [item], policies, limits, dependencies: dependencies([item]), restoreMode, backupCapturedAt: null };
}

function severities(policies: readonly ReturnType<typeof policyOf>[], limits: readonly TargetLimit[]) {
  const found = runChecks(inputs(policies, limits, "create_missing"));
  return Object.fromEntries(found.map(({ check, severity, reason }) => [check, `${severity} ${reason.code}`]));
}

describe("RW-19 a target that cannot be read or written in full", () => {
  test.each([
    ["create_missing", "not_listed"],
    ["update_only", "not_listed_and_only_updating"],
  ] as const)(
    "a policy that is not in a partial inventory is not evaluated, never missing (%s)",
    (restoreMode, code) => {
      const found = runChecks(inputs([], [unlisted], restoreMode));
      expect(found.filter(({ check }) => check === "missing_in_target")).toMatchObject([
        { severity: "not_evaluated", reason: { code, cause: "throttled" } },
      ]);
      expect(found.filter(({ check }) => check === "identity")).toEqual([]);
    },
  );

  test("a match by name is not certain where a namesake may be unlisted; one by id is", () => {
    expect(severities([policyOf(item, { id: "x" })], [unlisted])).toMatchObject({
      identity: "not_evaluated namesakes_not_listed",
    });
    expect(severities([policyOf(item)], [unlisted])).toMatchObject({ identity: "safe matched_by_id" });
  });

  test("the checks say that inventory and restore may be partial", () => {
    expect(severities([policyOf(item)], [unlisted])).toMatchObject({
      target_limits: "warning inventory_may_be_partial",
    });
    expect(severities([policyOf(item)], [unwritable])).toMatchObject({
      target_limits: "warning restore_may_be_partial",
      missing_in_target: "safe present",
    });
  });

  test("a limit on another type says nothing about this one", () => {
    expect(severities([], [{ ...unlisted, of: "compliance_policy" }])).toMatchObject({
      missing_in_target: "warning missing_would_be_created",
    });
    expect(severities([], [{ ...unlisted, of: "compliance_policy" }])).not.toHaveProperty("target_limits");
  });

  test("what may exist unlisted is never created or written by name", () => {
    const actions = (policies: readonly ReturnType<typeof policyOf>[]) =>
      planRestore(inputs(policies, [unlisted], "create_missing")).map(({ action, skipReason }) => [action, skipReason]);
    expect(actions([])).toEqual([["skip", "identity_undecided"]]);
    expect(actions([policyOf(item, { id: "x", payload: {} })])).toEqual([["skip", "identity_undecided"]]);
    expect(actions([policyOf(item, { payload: {} })])).toEqual([["update", null]]);
  });

  test("a decision to create it does not tell that it does not exist unlisted, under its own id or name", () => {
    const decided = {
      ...inputs([policyOf(item, { id: "x", name: "FIREWALL" })], [unlisted], "create_missing"),
      identityDecisions: { [item.id]: { decision: "create" } },
    } as const;
    expect(runChecks(decided).filter(({ severity }) => severity === "not_evaluated")).toMatchObject([
      { check: "missing_in_target", reason: { code: "not_listed" } },
    ]);
    expect(planRestore(decided)).toMatchObject([{ action: "skip", skipReason: "identity_undecided" }]);
  });

  test.each([
    ["create_missing", { action: "create", skipReason: null }],
    ["update_only", { action: "skip", skipReason: "missing_in_target" }],
  ] as const)("accepted by name, it is what the finding said: %s (RW-18, RW-20)", (restoreMode, planned) => {
    const asked = inputs([], [unlisted], restoreMode);
    const found = runChecks(asked);
    const [finding] = unacceptedFindings(found, []);
    const acceptances = [
      { ...findingReference(finding!), reason: "Seen.", acceptedBy: dana, acceptedAt: "2026-02-01T00:00:00Z" },
    ];
    expect(planRestore({ ...asked, acceptances })).toMatchObject([planned]);
    expect(unacceptedFindings(found, acceptances)).toEqual([]);
    expect(undecidedItems(previewOf(planRestore({ ...asked, acceptances })).items, found, acceptances)).toEqual([]);
    expect(undecidedItems(previewOf(planRestore(asked)).items, found, [])).toMatchObject([{ itemId: item.id }]);
  });
});
