import { describe, expect, test } from "vitest";
import type { ItemOutcome, PhaseOutcome, PhaseResult } from "../../../src/restore/run/outcome.js";
import type { OutcomeReason, RecordedReason } from "../../../src/restore/run/outcome-reason.js";
import {
  causeFamilies,
  type CauseFamily,
  causesOf,
  codeOfReason,
  familyOfReason,
} from "../../../src/restore/rules/cause.js";

const answered = (code: "not_found" | "changed" | "refused" | "throttled" | "unreachable" | "outcome_unknown") =>
  ({ code: "target_answered", problem: { code, detail: "So it said." } }) as const satisfies OutcomeReason;

function became(outcome: PhaseOutcome, phases: readonly PhaseResult[], change: Partial<ItemOutcome> = {}): ItemOutcome {
  return {
    itemId: "i",
    name: "I",
    type: "settings_catalog",
    outcome,
    skipReason: null,
    reason: null,
    phases,
    ...change,
  };
}
const part = (
  phase: PhaseResult["phase"],
  outcome: PhaseOutcome,
  reason: RecordedReason | null = null,
): PhaseResult => ({
  phase,
  outcome,
  reason,
});
const failed = (reason: RecordedReason | null) =>
  became("failed", [
    part("settings", "failed", reason),
    part("assignments", "skipped", { code: "part_before_failed" }),
    part("scope_tags", "skipped", { code: "part_before_failed" }),
  ]);

describe("SI-8 the primary cause family comes from recorded reasons", () => {
  test.each([
    ["changed", "target_changed"],
    ["not_found", "target_changed"],
    ["refused", "refused"],
    ["throttled", "throttled"],
    ["unreachable", "unreachable"],
    ["outcome_unknown", "outcome_unknown"],
  ] as const)("an answer of the target that is %s is %s", (code, family) => {
    expect(familyOfReason(answered(code))).toBe(family);
    expect(familyOfReason({ code: "policy_not_readable", problem: answered(code).problem })).toBe(family);
    expect(causesOf([failed(answered(code))])).toEqual([{ family, items: 1 }]);
  });

  test.each([
    [{ code: "policy_gone" }, "target_changed"],
    [{ code: "directory_changed" }, "target_changed"],
    [{ code: "backup_set_not_readable" }, "source_not_readable"],
    [{ code: "target_not_readable" }, "unreachable"],
    [{ code: "cancelled_before_item", name: "Dana" }, "cancelled"],
    [{ code: "interrupted_while_writing" }, "interrupted"],
    [{ code: "left_untouched", phase: "assignments", cause: "not_captured" }, "not_captured"],
    ["The target was tired.", "not_classified"],
    [{ code: "from_a_later_version" } as never, "not_classified"],
    [{ code: "target_answered", problem: { code: "bribed", detail: "" } } as never, "not_classified"],
  ] as const)("%j is %s", (reason, family) => {
    expect(familyOfReason(reason)).toBe(family);
  });

  test.each([
    ["preview_only", "not_restorable"],
    ["metadata_only", "not_restorable"],
    ["missing_in_target", "missing_in_target"],
    ["identity_undecided", "identity"],
    ["mapping_unresolved", "mapping"],
  ] as const)("an item skipped as %s is %s", (skipReason, family) => {
    expect(causesOf([became("skipped", [], { skipReason })])).toEqual([{ family, items: 1 }]);
  });

  test("a part that only waited for another is not the cause", () => {
    const item = became("partially_applied", [
      part("settings", "applied"),
      part("assignments", "failed", answered("refused")),
      part("scope_tags", "skipped", { code: "part_before_failed" }),
    ]);
    expect(causesOf([item])).toEqual([{ family: "refused", items: 1 }]);
  });

  test("most items lead, and of as many the graver family", () => {
    const items = [
      failed(answered("throttled")),
      failed(answered("throttled")),
      failed(answered("refused")),
      failed({ code: "policy_gone" }),
    ];
    expect(causesOf(items).map(({ family }) => family)).toEqual(["throttled", "target_changed", "refused"]);
    expect(causeFamilies.indexOf("target_changed")).toBeLessThan(causeFamilies.indexOf("refused"));
  });

  test("an item that went as wanted in every part has no cause, one with a part left alone has", () => {
    const whole = became("applied", [
      part("settings", "applied"),
      part("assignments", "applied"),
      part("scope_tags", "applied"),
    ]);
    const left = became("applied", [
      part("settings", "applied"),
      part("assignments", "skipped", { code: "left_untouched", phase: "assignments", cause: "from_policy_set" }),
      part("scope_tags", "already_in_desired_state"),
    ]);
    expect(causesOf([whole])).toEqual([]);
    expect(causesOf([whole, left])).toEqual([{ family: "not_captured", items: 1 }]);
  });

  test("without a reason an unknown outcome is its own cause, and any other is not recorded", () => {
    expect(causesOf([became("unknown", [])])).toEqual([{ family: "outcome_unknown", items: 1 }]);
    expect(causesOf([became("failed", [])])).toEqual([{ family: "not_recorded", items: 1 }]);
  });
});

/** Every code of a reason, with what else it has to say. */
const codes: readonly (readonly [OutcomeReason, CauseFamily])[] = [
  [{ code: "part_before_failed" }, "not_classified"],
  [{ code: "no_value_planned" }, "not_classified"],
  [{ code: "not_in_preview" }, "target_changed"],
  [{ code: "policy_appeared", name: "Firewall" }, "target_changed"],
  [{ code: "policy_changed", fields: [], notNamed: 0 }, "target_changed"],
  [{ code: "match_changed" }, "target_changed"],
  [{ code: "write_changed" }, "target_changed"],
  [{ code: "references_not_recorded" }, "not_recorded"],
  [{ code: "reference_changed", kind: "group", name: "Finance", change: { how: "gone" } }, "target_changed"],
  [{ code: "directory_changed" }, "target_changed"],
  [{ code: "backup_set_not_readable" }, "source_not_readable"],
  [{ code: "target_not_readable" }, "unreachable"],
  [
    {
      code: "target_is_another",
      expected: { label: "Contoso", tenantId: "a" },
      actual: { label: "Contoso", tenantId: "b" },
    },
    "wrong_target",
  ],
  [{ code: "cancelled_by", name: "Dana" }, "cancelled"],
  [{ code: "cancelled_before_item", name: "Dana" }, "cancelled"],
  [{ code: "found_after_interruption" }, "interrupted"],
  [{ code: "interrupted_while_writing" }, "interrupted"],
  [{ code: "interrupted_before" }, "interrupted"],
  [{ code: "interrupted_each_time", times: 3 }, "interrupted"],
  [{ code: "left_untouched", phase: "assignments", cause: "not_captured" }, "not_captured"],
];

describe("SI-8 every reason has a family and a code", () => {
  test.each(codes)("%j is %s", (reason, family) => {
    expect(familyOfReason(reason)).toBe(family);
    expect(codeOfReason(reason)).toBe(reason.code);
  });

  test("what the target answered stands behind the code of the reason", () => {
    expect(codeOfReason(answered("throttled"))).toBe("target_answered.throttled");
    expect(codeOfReason({ code: "target_identity_not_readable", problem: answered("refused").problem })).toBe(
      "target_identity_not_readable.refused",
    );
  });

  test.each([
    [{ code: "from_a_later_version" }],
    [{ code: "toString" }],
    [{ code: "target_answered", problem: { code: "bribed", detail: "" } }],
    [{ code: "target_answered", problem: { code: "constructor", detail: "" } }],
    [{ code: "from_a_later_version", problem: { code: "refused", detail: "" } }],
  ])("%j has no code that is known", (reason) => {
    expect(codeOfReason(reason as never)).toBeNull();
  });

  test("of two families with as many items, the one that is listed first leads, wherever they stand", () => {
    const items = [
      failed({ code: "cancelled_by", name: "Dana" }),
      failed(answered("refused")),
      failed({ code: "match_changed" }),
    ];
    const order = ["target_changed", "refused", "cancelled"];
    expect(causesOf(items).map(({ family }) => family)).toEqual(order);
    expect(causesOf(items.toReversed()).map(({ family }) => family)).toEqual(order);
  });

  test("of several parts that ask for a look, the gravest tells the cause", () => {
    const item = became("partially_applied", [
      part("settings", "skipped", { code: "left_untouched", phase: "assignments", cause: "not_captured" }),
      part("assignments", "unknown", answered("outcome_unknown")),
      part("scope_tags", "failed", answered("refused")),
    ]);
    expect(causesOf([item])).toEqual([{ family: "refused", items: 1 }]);
  });

  test("the reason of a part that went as wanted is no cause", () => {
    const item = became("failed", [
      part("settings", "applied", answered("throttled")),
      part("assignments", "already_in_desired_state", answered("unreachable")),
      part("scope_tags", "failed", answered("refused")),
    ]);
    expect(causesOf([item])).toEqual([{ family: "refused", items: 1 }]);
  });

  test.each(["applied", "already_in_desired_state"] as const)(
    "the reason of a part that is %s does not stand in for one that is not told",
    (outcome) => {
      const parts = [part("settings", outcome, answered("throttled")), part("assignments", "skipped")];
      const item = became("partially_applied", parts, { reason: { code: "policy_gone" } });
      expect(causesOf([item])).toEqual([{ family: "target_changed", items: 1 }]);
    },
  );

  test("where no part tells a reason, the item's own does", () => {
    const item = became("failed", [part("settings", "failed")], { reason: { code: "policy_gone" } });
    expect(causesOf([item])).toEqual([{ family: "target_changed", items: 1 }]);
    const waited = became("failed", [part("settings", "skipped", { code: "part_before_failed" })]);
    expect(causesOf([waited])).toEqual([{ family: "not_recorded", items: 1 }]);
  });

  test("a part without a reason does not hide that of a less grave one", () => {
    const item = became("failed", [part("settings", "failed"), part("assignments", "unknown", answered("throttled"))]);
    expect(causesOf([item])).toEqual([{ family: "throttled", items: 1 }]);
  });

  test("an item that was skipped for what nobody knows is not classified", () => {
    expect(causesOf([became("skipped", [], { skipReason: "toString" as never })])).toEqual([
      { family: "not_classified", items: 1 },
    ]);
  });

  test("a sentence of a former record, in a part, is not classified", () => {
    expect(causesOf([failed("The target was tired.")])).toEqual([{ family: "not_classified", items: 1 }]);
  });
});
