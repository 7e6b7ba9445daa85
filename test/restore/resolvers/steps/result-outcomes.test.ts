import { describe, expect, test } from "vitest";
import { itemOutcomes } from "../../../../src/restore/resolvers/steps/result-outcomes.js";
import type { RestorePhase } from "../../../../src/restore/run/evidence.js";
import type { RestoreFacts } from "../../../../src/restore/run/facts.js";
import type { EvidenceFinding, EvidenceSnapshot } from "../../../../src/restore/run/operation.js";
import type { ItemOutcome, PhaseOutcome, RunResults } from "../../../../src/restore/run/outcome.js";
import { executed, previewed, scenarioContext } from "../../../../src/testing/scenarios/index.js";
import { snapshot } from "../../../../src/testing/scenarios/facts/execution.js";
import { plain } from "../../../support/plain.js";

const everyPhase: readonly RestorePhase[] = ["settings", "assignments", "scope_tags"];

/** An item of which every part ended as the whole did. */
const item = (name: string, outcome: PhaseOutcome, more: Partial<ItemOutcome> = {}): ItemOutcome => ({
  itemId: `id of ${name}`,
  name,
  type: "settings_catalog",
  outcome,
  skipReason: null,
  reason: null,
  phases: everyPhase.map((phase) => ({ phase, outcome, reason: null })),
  ...more,
});

const results = (items: RunResults["items"]): RunResults => ({ counts: null, items });
const ended = (...items: readonly ItemOutcome[]) => executed("partial", { execution: { results: results(items) } });
const outcomes = (facts: RestoreFacts) => plain(itemOutcomes(facts, scenarioContext));
const rows = (...items: readonly ItemOutcome[]) => outcomes(ended(...items)).groups.flatMap((group) => group.rows);

describe("BY-9 what became of each item, failures first", () => {
  const untouchedPart = everyPhase.map((phase) => ({
    phase,
    outcome: phase === "assignments" ? ("skipped" as const) : ("applied" as const),
    reason: null,
  }));
  const mixed = outcomes(
    ended(
      item("as wanted", "already_in_desired_state"),
      item("skipped", "skipped"),
      item("unknown", "unknown"),
      item("applied", "applied"),
      item("partly", "partially_applied"),
      item("left", "applied", { phases: untouchedPart }),
      item("failed", "failed"),
    ),
  );

  test("in three groups, each no larger than its rows", () => {
    expect(mixed.groups.map(({ id, title, rows: own }) => [id, title, own.map(({ name }) => name)])).toEqual([
      ["needs_follow_up", "Needs follow-up, 4 items", ["failed", "unknown", "partly", "skipped"]],
      ["partly_left", "Partly left as it was, 1 item", ["left"]],
      ["written_or_unchanged", "Written or unchanged, 2 items", ["applied", "as wanted"]],
    ]);
    expect(mixed.columns).toEqual({
      item: "Item",
      phases: [
        { id: "settings", label: "Settings" },
        { id: "assignments", label: "Assignments" },
        { id: "scope_tags", label: "Scope tags" },
      ],
    });
    expect([mixed.title, mixed.empty]).toEqual(["Item outcomes", null]);
  });

  test("what is not shown yet is told by its outcomes", () => {
    const [followUp] = mixed.groups;
    expect(followUp?.showMore(3)).toBe("Show 3 more items: 1 unknown, 1 partially applied, 1 skipped");
    expect(followUp?.showMore(1)).toBe("Show 1 more item: 1 skipped");
  });

  test("phase by phase, each with its own outcome", () => {
    const [row] = rows(item("left", "applied", { phases: untouchedPart }));
    expect(row?.phases).toEqual([
      { id: "settings", label: "Settings", literal: "recorded", word: "Applied", reason: null },
      { id: "assignments", label: "Assignments", literal: "unavailable", word: "Skipped", reason: null },
      { id: "scope_tags", label: "Scope tags", literal: "recorded", word: "Applied", reason: null },
    ]);
    expect([row?.id, row?.name, row?.detail]).toEqual(["id of left", "left", "Settings catalog policy"]);
  });

  test("a part without a record is not said to be left as it was", () => {
    const [group] = outcomes(ended(item("a", "applied", { phases: [] }))).groups;
    expect(group?.title).toBe("Partly left as it was, or not recorded, 1 item");
    expect(group?.rows[0]?.phases.map(({ literal, word }) => [literal, word])).toEqual(
      everyPhase.map(() => ["unavailable", "Not recorded"]),
    );
  });

  test("a group of recorded parts is not said to lack records because of an item in another group", () => {
    const { groups } = outcomes(
      ended(item("left", "applied", { phases: untouchedPart }), item("failed", "failed", { phases: [] })),
    );
    expect(groups.map(({ title }) => title)).toEqual(["Needs follow-up, 1 item", "Partly left as it was, 1 item"]);
  });

  test("a part of a skipped item was skipped, and one that its type lacks does not apply", () => {
    const [skipped, tag] = rows(
      item("a", "skipped", { phases: [] }),
      item("t", "skipped", { type: "scope_tag", phases: [] }),
    );
    expect(skipped?.phases.map(({ word }) => word)).toEqual(["Skipped", "Skipped", "Skipped"]);
    expect(tag?.phases.map(({ word }) => word)).toEqual(["Skipped", "Does not apply", "Does not apply"]);
  });
});

describe("BY-9 why", () => {
  test("an item ended so is said once: its own reason, else why it was skipped, else what it is", () => {
    const said = rows(
      item("told", "failed", { reason: "The write was refused.", skipReason: "preview_only" }),
      item("skipped", "skipped", { skipReason: "preview_only" }),
      item("plain", "applied"),
    ).map(({ detail }) => detail);
    expect(said).toEqual([
      "The write was refused.",
      "It can be compared and never written.",
      "Settings catalog policy",
    ]);
  });

  test("a part ended so is said where it is not what the item says already", () => {
    const phase = (id: RestorePhase, reason: string) => ({ phase: id, outcome: "failed", reason }) as const;
    const [row] = rows(
      item("a", "failed", {
        reason: "The write was refused.",
        phases: [phase("settings", "The write was refused."), phase("assignments", "The part before it failed.")],
      }),
    );
    expect(row?.phases.map(({ reason }) => reason)).toEqual([null, "The part before it failed.", null]);
  });

  test("the execution as a whole ended so is said where it was recorded", () => {
    const stopped = executed("failed", { execution: { results: null, reason: "The target is another one." } });
    expect(outcomes(stopped).reason).toBe("The target is another one.");
    expect(outcomes(ended()).reason).toBeNull();
    expect(outcomes(previewed).reason).toBeNull();
  });
});

describe("RR-11 outcomes that are not there are not zero items", () => {
  test.each<[string, RestoreFacts, string]>([
    ["before anything was executed", previewed, "Nothing was executed, so there is no outcome."],
    ["where rows were not recorded", executed("completed", {}), "Item rows were not recorded."],
    ["where no item was in the execution", ended(), "No item was in the execution."],
    [
      "while it is running",
      executed("running", {}),
      "5 of 12 items done. Outcomes are recorded when the execution ends.",
    ],
    [
      "while it is running, beside the progress of somebody else's operation (RR-8)",
      executed("running", { operation: { restoreRunId: "rr_1" } }),
      "Outcomes are recorded when the execution ends.",
    ],
    [
      "while it is running, for somebody who may not see its operation (RR-8)",
      { ...executed("running", {}), operator: { ...previewed.operator, capabilities: ["restore.prepare"] } },
      "Outcomes are recorded when the execution ends.",
    ],
    [
      "while it is running and nothing tells how far it is",
      { ...executed("running", {}), operation: null },
      "Outcomes are recorded when the execution ends.",
    ],
  ])("%s", (_, facts, empty) => {
    expect(outcomes(facts)).toMatchObject({ groups: [], empty });
  });
});

describe("SI-4 a row that was written and reads otherwise now", () => {
  const readBackWith = (...findings: NonNullable<EvidenceSnapshot["findings"]>) => {
    const written = ["a", "b", "c"].map((name) => item(name, "applied"));
    const facts = executed("completed", {
      execution: { results: results(written) },
      evidence: [{ ...snapshot, findings }],
    });
    return outcomes(facts).groups.flatMap((group) => group.rows.map(({ readBack }) => readBack));
  };
  const finding = (name: string, result: EvidenceFinding["result"]): EvidenceFinding => ({
    itemId: `id of ${name}`,
    name,
    result,
    parts: null,
    detail: null,
  });

  test("says both, and no other row says anything of it", () => {
    expect(readBackWith(finding("a", "differs"), finding("b", "missing"), finding("c", "as_intended"))).toEqual([
      "Read back: Differs",
      "Read back: Missing",
      null,
    ]);
    expect(readBackWith(finding("a", "not_checked"))).toEqual([null, null, null]);
  });

  test("comes first in a group that went as wanted, whose title does not pass it over", () => {
    const written = ["a", "b", "c"].map((name) => item(name, "applied"));
    const facts = executed("completed", {
      execution: { results: results([item("failed", "failed"), item("unknown", "unknown"), ...written]) },
      evidence: [{ ...snapshot, findings: [finding("c", "missing"), finding("unknown", "differs")] }],
    });
    expect(outcomes(facts).groups.map(({ title, rows: own }) => [title, own.map(({ name }) => name)])).toEqual([
      ["Needs follow-up, 2 items", ["failed", "unknown"]],
      ["Written or unchanged, 3 items, 1 not as intended", ["c", "a", "b"]],
    ]);
  });
});
