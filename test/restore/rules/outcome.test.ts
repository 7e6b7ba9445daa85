import { describe, expect, test } from "vitest";
import type { SkipReason } from "../../../src/restore/run/evidence.js";
import type { ItemOutcome, OutcomeCounts, PhaseOutcome, RunResults } from "../../../src/restore/run/outcome.js";
import {
  countOutcomes,
  finalStatus,
  type ItemStanding,
  outcomeOrder,
  type OutcomeRecord,
  outcomeRecord,
  showsNothingWritten,
  standingOf,
} from "../../../src/restore/rules/outcome.js";

function became(outcome: PhaseOutcome, skipReason: SkipReason | null = null): ItemOutcome {
  return { itemId: outcome, name: outcome, type: "settings_catalog", outcome, skipReason, reason: null, phases: [] };
}

const none = { failed: 0, unknown: 0, partially_applied: 0, skipped: 0, applied: 0, already_in_desired_state: 0 };
const unread = {
  failed: null,
  unknown: null,
  partially_applied: null,
  skipped: null,
  applied: null,
  already_in_desired_state: null,
};

describe("RR-5 counts", () => {
  test("every item is counted in exactly one outcome", () => {
    const items = [became("applied"), became("applied"), became("failed"), became("skipped", "preview_only")];
    expect(countOutcomes(items)).toEqual({
      applied: 2,
      already_in_desired_state: 0,
      skipped: 1,
      partially_applied: 0,
      failed: 1,
      unknown: 0,
    });
  });
});

describe("RW-12 how an execution ends", () => {
  test("everything applied, or already so, is completed", () => {
    expect(finalStatus([became("applied"), became("already_in_desired_state")])).toBe("completed");
  });

  test.each(["preview_only", "metadata_only"] as const)("items announced as %s do not make a run partial", (reason) => {
    expect(finalStatus([became("applied"), became("skipped", reason)])).toBe("completed");
  });

  test.each(["missing_in_target", "identity_undecided", "mapping_unresolved", null] as const)(
    "an item that was meant to be written and skipped for %s does",
    (reason) => {
      expect(finalStatus([became("applied"), became("skipped", reason)])).toBe("partial");
    },
  );

  test.each(["failed", "unknown", "partially_applied"] as const)(
    "one item that is %s makes the run partial",
    (outcome) => {
      expect(finalStatus([became("applied"), became(outcome)])).toBe("partial");
    },
  );

  test("where every attempt failed, the run failed", () => {
    expect(finalStatus([became("failed"), became("failed"), became("skipped", "preview_only")])).toBe("failed");
    expect(finalStatus([became("failed"), became("already_in_desired_state")])).toBe("failed");
  });

  test("what was skipped was no attempt, so beside it the run failed all the same", () => {
    expect(finalStatus([became("failed"), became("skipped", "mapping_unresolved")])).toBe("failed");
  });

  test("an item that failed is never taken for one that was announced, whatever reason stands beside it", () => {
    expect(finalStatus([became("applied"), became("failed", "preview_only")])).toBe("partial");
  });

  test("an unknown outcome may have been applied, so the run is not said to have failed", () => {
    expect(finalStatus([became("failed"), became("unknown")])).toBe("partial");
    expect(finalStatus([became("unknown")])).toBe("partial");
  });

  test("an outcome that nobody knows makes the run partial", () => {
    expect(finalStatus([became("applied"), { ...became("applied"), outcome: "rolled_back" as PhaseOutcome }])).toBe(
      "partial",
    );
  });

  test("where nothing was attempted, and something was meant to be, the run is partial", () => {
    expect(finalStatus([became("skipped", "mapping_unresolved")])).toBe("partial");
    expect(finalStatus([became("skipped", "preview_only")])).toBe("completed");
  });

  test("no outcome at all is never completed", () => {
    expect(finalStatus([])).toBe("failed");
  });
});

describe("RR-5 a record of another version", () => {
  test("an outcome that nobody knows is counted as unknown", () => {
    const strange = { ...became("applied"), outcome: "rolled_back" as PhaseOutcome };
    expect(countOutcomes([strange, became("applied")])).toEqual({ ...none, unknown: 1, applied: 1 });
  });

  test.each<[string, Readonly<Record<string, unknown>> | null, OutcomeRecord["counts"]]>([
    ["no counts", null, null],
    ["counts of which none is one", { applied: "3", failed: -1, unknown: 1.5, skipped: Number.NaN }, null],
    ["no count at all", {}, null],
    ["a count that is no count", { ...none, failed: "2" }, { ...none, failed: null }],
    ["a negative count", { ...none, failed: -1 }, { ...none, failed: null }],
    ["half an item", { ...none, failed: 0.5 }, { ...none, failed: null }],
    ["more than can be counted", { ...none, failed: 2 ** 53 }, { ...none, failed: null }],
    ["a count that is missing", { applied: 1 }, { ...unread, applied: 1 }],
    ["an outcome that nobody knows", { ...none, rolled_back: 2 }, { ...none, unknown: 2 }],
    ["several that nobody knows", { ...none, unknown: 1, a: 1, b: 2 }, { ...none, unknown: 4 }],
    ["none of an outcome that nobody knows", { ...none, rolled_back: 0 }, none],
    ["an outcome that nobody knows, without a count", { ...none, rolled_back: "two" }, { ...none, unknown: null }],
    ["an outcome that nobody knows alone", { rolled_back: 2 }, unread],
    ["an outcome that every object has", { ...none, constructor: 1 }, { ...none, unknown: 1 }],
  ])("%s", (_, counts, expected) => {
    const record = outcomeRecord({ counts: counts as OutcomeCounts | null, items: null });
    expect(record.counts).toEqual(expected);
    expect(record.state).toBe(expected === null ? "not_recorded" : "counts_only");
  });

  test("what a row does not tell reads as not recorded", () => {
    const old = { itemId: "i", name: "I", type: "settings_catalog", outcome: "applied" };
    const phase = { phase: "settings", outcome: "later" };
    const record = outcomeRecord({ counts: null, items: [old, { ...old, phases: [phase] }] as never });
    expect(record).toEqual({
      state: "rows_only",
      counts: null,
      items: [
        { ...old, skipReason: null, reason: null, phases: [] },
        { ...old, skipReason: null, reason: null, phases: [{ phase: "settings", outcome: "unknown", reason: null }] },
      ],
    });
    expect(record.items?.map(standingOf)).toEqual(["partly_left", "partly_left"]);
  });

  test("what a row does tell is kept", () => {
    const reason = { code: "policy_gone" } as const;
    const row: ItemOutcome = {
      ...became("skipped", "preview_only"),
      reason,
      phases: [{ phase: "settings", outcome: "skipped", reason }],
    };
    expect(outcomeRecord({ counts: null, items: [row] }).items).toEqual([row]);
  });
});

describe("RR-11 rows and counts of one record", () => {
  const applied = became("applied");

  test.each<[string, RunResults | null, OutcomeRecord["state"]]>([
    ["nothing", null, "not_recorded"],
    ["neither", { counts: null, items: null }, "not_recorded"],
    ["rows alone", { counts: null, items: [applied] }, "rows_only"],
    ["an empty list alone", { counts: null, items: [] }, "rows_only"],
    ["counts alone", { counts: { ...none, applied: 1 }, items: null }, "counts_only"],
    ["counts that say nothing was affected, and no row", { counts: none, items: [] }, "recorded"],
    ["counts of affected items, and an empty list", { counts: { ...none, applied: 1 }, items: [] }, "counts_only"],
    ["counts that agree with rows", { counts: { ...none, applied: 1 }, items: [applied] }, "recorded"],
    ["counts that say more", { counts: { ...none, applied: 2 }, items: [applied] }, "contradictory"],
    ["counts that say another thing of one", { counts: { ...none, failed: 1 }, items: [applied] }, "contradictory"],
    [
      "a count that cannot be read beside others that agree",
      { counts: { ...none, applied: -1 }, items: [applied] },
      "recorded",
    ],
  ])("%s", (_, results, state) => {
    expect(outcomeRecord(results).state).toBe(state);
  });
});

describe("RR-7 whether nothing was written", () => {
  const rows = (...items: readonly ItemOutcome[]): RunResults => ({ counts: null, items });
  const counts = (change: Partial<OutcomeCounts>): RunResults => ({ counts: { ...none, ...change }, items: null });
  const phases = (...outcomes: readonly PhaseOutcome[]) =>
    outcomes.map((outcome) => ({ phase: "settings", outcome, reason: null }) as const);

  test.each<[string, RunResults | null, boolean | null]>([
    ["no record", null, null],
    ["no row and no count", rows(), null],
    ["counts of nothing", counts({}), null],
    ["counts of skipped items", counts({ skipped: 2 }), true],
    ["counts of items that were so already", counts({ already_in_desired_state: 1 }), true],
    ["a count of applied items", counts({ skipped: 2, applied: 1 }), false],
    ["a count of failed items, of which a part may have been written", counts({ failed: 1 }), false],
    ["a count that cannot be read", counts({ skipped: 2, applied: -1 }), false],
    ["skipped rows", rows(became("skipped")), true],
    ["an unknown row", rows(became("skipped"), became("unknown")), false],
    [
      "a skipped row of which a part was applied",
      rows({ ...became("skipped"), phases: phases("skipped", "applied") }),
      false,
    ],
    [
      "a skipped row of which every part was so already",
      rows({ ...became("skipped"), phases: phases("already_in_desired_state") }),
      true,
    ],
    ["rows that agree with their counts", { counts: { ...none, skipped: 1 }, items: [became("skipped")] }, true],
    ["rows that contradict their counts", { counts: { ...none, skipped: 2 }, items: [became("skipped")] }, false],
  ])("%s", (_, results, expected) => {
    expect(showsNothingWritten(outcomeRecord(results))).toBe(expected);
  });
});

describe("BY-9 whether an item asks for a look", () => {
  const whole = (outcome: PhaseOutcome, parts: readonly PhaseOutcome[]): ItemOutcome => ({
    ...became(outcome),
    phases: (["settings", "assignments", "scope_tags"] as const).flatMap((phase, index) => {
      const part = parts[index];
      return part === undefined ? [] : [{ phase, outcome: part, reason: null }];
    }),
  });

  test.each<[PhaseOutcome, readonly PhaseOutcome[], ItemStanding]>([
    ["applied", ["applied", "applied", "already_in_desired_state"], "written_or_unchanged"],
    [
      "already_in_desired_state",
      ["already_in_desired_state", "already_in_desired_state", "applied"],
      "written_or_unchanged",
    ],
    ["applied", ["applied", "skipped", "applied"], "partly_left"],
    ["applied", ["applied", "applied", "failed"], "partly_left"],
    ["applied", ["applied", "applied"], "partly_left"],
    ["applied", [], "partly_left"],
    ["skipped", ["applied", "applied", "applied"], "needs_follow_up"],
    ["failed", [], "needs_follow_up"],
    ["unknown", [], "needs_follow_up"],
    ["partially_applied", ["applied", "applied", "applied"], "needs_follow_up"],
  ])("%s with %j: %s", (outcome, parts, standing) => {
    expect(standingOf(whole(outcome, parts))).toBe(standing);
  });

  test("failures come first, and every outcome has its place", () => {
    expect(outcomeOrder[0]).toBe("failed");
    expect(outcomeOrder.toSorted()).toEqual(Object.keys(none).toSorted());
  });
});
