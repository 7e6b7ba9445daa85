import { describe, expect, test } from "vitest";
import type { TargetAnswer, TargetPolicy, TargetProblem } from "../../../src/restore/run/target.js";
import { formatting } from "../../../src/flow/index.js";
import { restoreWords } from "../../../src/restore/resolvers/copy/words.js";
import { findingText } from "../../../src/restore/resolvers/outcome-text.js";
import type { RestorePhase } from "../../../src/restore/run/evidence.js";
import type { EvidenceFinding } from "../../../src/restore/run/operation.js";
import type { EvidencePart } from "../../../src/restore/run/outcome-reason.js";
import { compareWithIntended, coverageByPart } from "../../../src/restore/rules/evidence.js";
import type { PlannedItem } from "../../../src/restore/rules/plan.js";
import { allDevices, allUsers, backupItem, dependencies, policyOf } from "./support.js";
import { plain } from "../../support/plain.js";
import { planRestore } from "./whole-scope.js";

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
  return { ...finding, detail: plain(findingText(finding, words)) };
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

describe("SI-4 evidence part by part", () => {
  const parts = (plan: PlannedItem, answer: TargetAnswer<TargetPolicy>) =>
    compareWithIntended(plan, answer).parts?.map((part) =>
      `${part.phase} ${part.result} ${"cause" in part ? part.cause : "differences" in part ? part.differences : ""}`.trim(),
    );

  test("each part says whether it is as intended, differs, was left alone or was not returned", () => {
    const untagged = { ...item, scopeTagIds: null };
    expect(parts(planned(untagged), now({ payload: { port: 443 }, assignments: null }))).toEqual([
      "settings differs 1",
      "assignments not_compared not_returned",
      "scope_tags not_compared left_untouched",
    ]);
    expect(parts(planned(), now({ scopeTagIds: ["0", "7"] }))).toEqual([
      "settings as_intended",
      "assignments as_intended",
      "scope_tags differs 1",
    ]);
  });

  test("of an item that was not compared, no part was, and only parts that its type has are named", () => {
    const filter = backupItem({ type: "assignment_filter", payload: { port: 80 } });
    expect(compareWithIntended(planned(filter), problem("not_found"))).toEqual({
      itemId: filter.id,
      name: filter.name,
      result: "missing",
      parts: [
        { phase: "settings", result: "not_compared", cause: "item_not_compared" },
        { phase: "scope_tags", result: "not_compared", cause: "item_not_compared" },
      ],
      detail: { code: "absent_in_target" },
    });
  });

  test.each<[string, PlannedItem, TargetAnswer<TargetPolicy>, object]>([
    ["an item that was skipped", planned(backupItem({ type: "unknown" })), now(), { code: "not_part_of_restore" }],
    ["a policy of another type", planned(), now({ type: "compliance_policy" }), { code: "another_type_in_target" }],
    [
      "a target that did not answer",
      planned(),
      problem("throttled"),
      { code: "read_refused", problem: { code: "throttled" } },
    ],
  ])("%s has its own reason", (_, plan, answer, detail) => {
    const finding = compareWithIntended(plan, answer);
    expect(finding.detail).toMatchObject(detail);
    expect(new Set(finding.parts?.map((part) => "cause" in part && part.cause))).toEqual(
      new Set(["item_not_compared"]),
    );
  });

  test("a write without settings is no part of the restore, even where it is no skip", () => {
    const plan = planned();
    const empty: PlannedItem = { ...plan, intended: { ...plan.intended, payload: null } };
    expect(compareWithIntended(empty, now())).toMatchObject({
      result: "not_checked",
      detail: { code: "not_part_of_restore" },
    });
    const skipped: PlannedItem = { ...plan, action: "skip" };
    expect(compareWithIntended(skipped, now())).toMatchObject({
      result: "not_checked",
      detail: { code: "not_part_of_restore" },
    });
  });
});

describe("BY-12 how much evidence compared", () => {
  const finding = (parts: EvidenceFinding["parts"]): EvidenceFinding => ({
    itemId: "i",
    name: "I",
    result: "differs",
    parts,
    detail: null,
  });
  const without = (phase: RestorePhase, cause: string) => ({ phase, result: "not_compared", cause }) as EvidencePart;
  const nothing = { compared: 0, notCompared: { left_untouched: 0, not_returned: 0, item_not_compared: 0 } };

  test("parts are counted by what became of them", () => {
    const findings = [
      finding([
        { phase: "settings", result: "as_intended" },
        without("assignments", "left_untouched"),
        without("scope_tags", "not_returned"),
      ]),
      finding([{ phase: "settings", result: "differs", differences: 2 }, without("assignments", "item_not_compared")]),
      finding([without("settings", "item_not_compared"), without("assignments", "left_untouched")]),
    ];
    expect(coverageByPart(findings)).toEqual([
      { phase: "settings", compared: 2, notCompared: { left_untouched: 0, not_returned: 0, item_not_compared: 1 } },
      { phase: "assignments", compared: 0, notCompared: { left_untouched: 2, not_returned: 0, item_not_compared: 1 } },
      { phase: "scope_tags", compared: 0, notCompared: { left_untouched: 0, not_returned: 1, item_not_compared: 0 } },
    ]);
  });

  test("a cause or a result that nobody knows was not compared", () => {
    const strange = [without("settings", "from_a_later_version"), { phase: "settings", result: "as_hoped" } as never];
    expect(coverageByPart([finding(strange)])?.[0]).toEqual({
      phase: "settings",
      compared: 0,
      notCompared: { left_untouched: 0, not_returned: 0, item_not_compared: 2 },
    });
    const contradictory = { phase: "settings", result: "as_intended", cause: "left_untouched" } as never;
    expect(coverageByPart([finding([contradictory])])?.[0]).toMatchObject({
      compared: 1,
      notCompared: nothing.notCompared,
    });
  });

  test("one finding that does not tell its parts leaves the whole unknown, never zero", () => {
    expect(coverageByPart([finding([]), finding(null)])).toBeNull();
    expect(coverageByPart([finding(undefined as never)])).toBeNull();
    expect(coverageByPart([])).toEqual([
      { phase: "settings", ...nothing },
      { phase: "assignments", ...nothing },
      { phase: "scope_tags", ...nothing },
    ]);
  });
});
