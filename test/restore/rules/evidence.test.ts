import { describe, expect, test } from "vitest";
import type { TargetAnswer, TargetPolicy, TargetProblem } from "../../../src/restore/run/target.js";
import { formatting } from "../../../src/flow/index.js";
import { restoreWords } from "../../../src/restore/resolvers/copy/words.js";
import { findingText } from "../../../src/restore/resolvers/outcome-text.js";
import { compareWithIntended } from "../../../src/restore/rules/evidence.js";
import { type PlannedItem, planRestore } from "../../../src/restore/rules/plan.js";
import { allDevices, allUsers, backupItem, dependencies, policyOf } from "./support.js";

const item = backupItem({ payload: { port: 80 }, assignments: [allDevices] });

function planned(each = item): PlannedItem {
  const [only] = planRestore({
    items: [each],
    policies: [policyOf(each, { payload: { port: 443 } })],
    limits: [],
    dependencies: dependencies([each]),
    restoreMode: "create_missing",
  });
  if (only === undefined) throw new Error("The plan lost its item.");
  return only;
}

const now = (fields: Partial<TargetPolicy> = {}): TargetAnswer<TargetPolicy> => ({
  ok: true,
  value: policyOf(item, fields),
});
const words = restoreWords(formatting({ locale: "en-GB", timeZone: "UTC" })).outcomeReasons;
/** The result of a comparison, and what the operator reads about it. */
const compared = (plan: PlannedItem, answer: TargetAnswer<TargetPolicy>) => {
  const finding = compareWithIntended(plan, answer);
  return { ...finding, detail: findingText(finding, words) };
};
const problem = (code: TargetProblem["code"]): TargetAnswer<TargetPolicy> => ({
  ok: false,
  problem: { code, detail: "The target said so." },
});

describe("SI-4 evidence compares the target with what was intended", () => {
  test("a policy that is as intended is said to be, whatever its version and timestamps", () => {
    const answer = now({ payload: { port: 80, version: 7 }, modifiedAt: "2030-01-01T00:00:00Z" });
    expect(compared(planned(), answer)).toEqual({
      itemId: item.id,
      name: item.name,
      result: "as_intended",
      parts: [
        { phase: "settings", result: "as_intended" },
        { phase: "assignments", result: "as_intended" },
        { phase: "scope_tags", result: "as_intended" },
      ],
      detail: null,
    });
  });

  test("every part that differs is named, with how many differences it has", () => {
    const answer = now({ payload: { port: 443, host: "x" }, assignments: [allDevices, allUsers] });
    expect(compared(planned(), answer)).toMatchObject({
      result: "differs",
      detail: "Different from what was intended: settings (2), assignments (1).",
    });
  });

  test("a policy under another name than the restore wrote is not as intended", () => {
    const named = backupItem({ payload: { displayName: "Firewall", port: 80 } });
    const answer = { ok: true, value: policyOf(named, { name: "Firewall v2" }) } as const;
    expect(compared(planned(named), answer)).toMatchObject({ result: "differs" });
    expect(compared(planned(named), { ok: true, value: policyOf(named) }).result).toBe("as_intended");
  });

  test("a policy that is gone is missing", () => {
    expect(compared(planned(), problem("not_found")).result).toBe("missing");
  });

  test.each(["unreachable", "throttled", "refused", "outcome_unknown"] as const)(
    "a target that answers %s leaves the item not checked, with the reason",
    (code) => {
      expect(compared(planned(), problem(code))).toMatchObject({
        result: "not_checked",
        detail: "The target could not be read: The target said so.",
      });
    },
  );

  test("a part that the target does not tell is not checked, never as intended", () => {
    expect(compared(planned(), now({ assignments: null }))).toMatchObject({
      result: "not_checked",
      detail: "The target did not return: assignments.",
    });
    expect(compared(planned(), now({ payload: null })).result).toBe("not_checked");
  });

  test("a difference that is known outweighs a part that is not", () => {
    expect(compared(planned(), now({ payload: { port: 1 }, assignments: null })).result).toBe("differs");
  });

  test("a part that the restore left alone is not compared, and the finding says so", () => {
    const uncaptured = planned({ ...item, assignments: null });
    expect(compared(uncaptured, now({ assignments: [allUsers] }))).toMatchObject({
      result: "as_intended",
      detail: "Not compared, because the restore left them alone: assignments.",
    });
  });

  test("an item that was skipped is not evidence of anything", () => {
    expect(compared(planned(backupItem({ type: "unknown" })), now()).result).toBe("not_checked");
  });

  test("another policy under the same id is not the one that was restored", () => {
    expect(compared(planned(), now({ type: "compliance_policy" })).result).toBe("differs");
  });
});
