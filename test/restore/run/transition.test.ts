import { describe, expect, test } from "vitest";
import { evidenceFreshness } from "../../../src/restore/run/basis.js";
import type { RunEvent, TransitionRefusal } from "../../../src/restore/run/events.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import { runStatus } from "../../../src/restore/run/status.js";
import { checkedWithWarnings, checksOf, previewOfFacts } from "../../../src/testing/scenarios/facts/evidence.js";
import {
  armed,
  executed,
  freshDraft,
  previewed,
  scoped,
  sourceSelected,
  withRun,
} from "../../../src/testing/scenarios/index.js";
import { after, at, queueRequest, refusal, runAfter } from "./support.js";

type EventName = RunEvent["event"];
type Code = TransitionRefusal["code"];

const cancelled = (attemptedWrites: boolean): RunEvent => ({
  event: "cancelled",
  reason: "Cancelled by Dana Okafor.",
  attemptedWrites,
  results: null,
});
const finished: RunEvent = {
  event: "execution_finished",
  status: "partial",
  results: { counts: null, items: null },
  reason: "One item failed.",
};
const finding = { check: "identity", itemId: "settings_catalog/01", finding: "sha256:0" } as const;

/** One event of every kind, as it would come about these facts. */
function eventsFor(facts: RestoreFacts): { readonly [Name in EventName]: Extract<RunEvent, { event: Name }> } {
  return {
    backup_set_selected: { event: "backup_set_selected", backupSetId: "bs_other" },
    scope_defined: { event: "scope_defined", scope: { mode: "all" }, restoreMode: "create_missing" },
    mapping_decided: { event: "mapping_decided", key: "group/x", decision: { decision: "skip" } },
    identity_decided: { event: "identity_decided", itemId: "a", decision: { decision: "create" } },
    check_accepted: { event: "check_accepted", ...finding, reason: "Seen." },
    acceptance_withdrawn: { event: "acceptance_withdrawn", ...finding },
    dry_run_set: { event: "dry_run_set", dryRun: true },
    target_identity_read: {
      event: "target_identity_read",
      identity: { tenantId: "t", label: "Contoso Production", readAt: at },
    },
    checks_completed: { event: "checks_completed", checks: { ...checksOf(facts, []), capturedAt: at } },
    preview_completed: { event: "preview_completed", preview: { ...previewOfFacts(facts), capturedAt: at } },
    execution_queued: queueRequest(facts),
    execution_started: { event: "execution_started" },
    execution_finished: finished as Extract<RunEvent, { event: "execution_finished" }>,
    cancelled: cancelled(false) as Extract<RunEvent, { event: "cancelled" }>,
  };
}

/** A run at every status, with what each event gives there: the next run, or a refusal by name. */
const nobodyHome = { execution_started: "run_not_queued", execution_finished: "run_not_running" } as const;
const empty: Partial<Record<EventName, Code>> = {
  ...nobodyHome,
  mapping_decided: "scope_not_defined",
  identity_decided: "scope_not_defined",
  check_accepted: "evidence_not_current",
  acceptance_withdrawn: "acceptance_not_recorded",
  checks_completed: "scope_not_defined",
  preview_completed: "scope_not_defined",
  execution_queued: "dry_run_is_on",
};
const prepared: Partial<Record<EventName, Code>> = {
  ...nobodyHome,
  acceptance_withdrawn: "acceptance_not_recorded",
  check_accepted: "finding_not_recorded",
  execution_queued: "dry_run_is_on",
};
const left = Object.fromEntries(
  Object.keys(eventsFor(armed)).map((name) => [name, "run_already_left_preparation"] as const),
) as Record<EventName, Code>;
const over: Partial<Record<EventName, Code>> = { ...left, ...nobodyHome, cancelled: "run_already_finished" };
const { execution_started: _started, cancelled: _whileQueued, ...queuedRefuses } = over;
const { execution_finished: _finished, cancelled: _whileRunning, ...runningRefuses } = over;
const { execution_queued: _now, ...armedRefuses } = prepared;

const matrix: readonly (readonly [string, string, RestoreFacts, Partial<Record<EventName, Code>>])[] = [
  ["an empty draft", "draft", freshDraft, { ...empty, scope_defined: "backup_set_not_selected" }],
  ["a draft with a backup set", "draft", sourceSelected, empty],
  ["a scoped run", "scoped", scoped, { ...prepared, check_accepted: "evidence_not_current" }],
  ["a checked run", "checked", checkedWithWarnings, prepared],
  ["a previewed run", "previewed", previewed, prepared],
  ["a previewed run with dry-run off", "previewed", armed, armedRefuses],
  ["a queued run", "queued", executed("queued", {}), queuedRefuses],
  ["a running run", "running", executed("running", {}), runningRefuses],
  ["a completed run", "completed", executed("completed", {}), over],
  ["a partial run", "partial", executed("partial", {}), over],
  ["an older run with errors", "completed_with_errors", executed("completed_with_errors", {}), over],
  ["a failed run", "failed", executed("failed", {}), over],
  ["a cancelled run", "cancelled", executed("cancelled", {}), over],
];

describe("RW-12 every event at every status gives the next run or a named refusal", () => {
  describe.each(matrix)("%s", (_, status, facts, refusals) => {
    test(`stands at ${status}`, () => {
      expect(runStatus(facts)).toBe(status);
    });

    test.each(Object.entries(eventsFor(facts)))("%s", (name, event) => {
      expect(refusal(facts, event)).toBe(refusals[name as EventName] ?? null);
    });
  });

  test("what is no event is refused by name too", () => {
    const unknown = { event: "restore_everything" } as unknown as RunEvent;
    expect(refusal(armed, unknown)).toBe("event_not_known");
    expect(refusal(executed("queued", {}), unknown)).toBe("run_already_left_preparation");
  });

  test("a refusal leaves the run as it was, and a step raises the revision by one at its moment", () => {
    const before = JSON.stringify(armed.run);
    expect(refusal(armed, { event: "execution_started" })).not.toBeNull();
    const next = runAfter(armed, { event: "dry_run_set", dryRun: true });
    expect(JSON.stringify(armed.run)).toBe(before);
    expect([next.revision, next.updatedAt, next.createdAt]).toEqual([armed.run.revision + 1, at, armed.run.createdAt]);
  });
});

describe("RW-3 choosing another backup set", () => {
  const changed = () => runAfter(previewed, { event: "backup_set_selected", backupSetId: "bs_other" });

  test("undoes scope and decisions, and keeps the evidence readable (SI-3)", () => {
    expect(changed()).toMatchObject({
      backupSetId: "bs_other",
      scope: null,
      mappings: {},
      identityDecisions: {},
      acceptances: [],
    });
    expect(changed().checks).toBe(previewed.run.checks);
    expect(changed().preview).toBe(previewed.run.preview);
  });

  test("shows checks and preview invalidated, with the backup set as a cause (SI-14)", () => {
    const other = {
      ...previewed,
      run: changed(),
      backupSet: previewed.backupSet && { ...previewed.backupSet, id: "bs_other", name: "Older set" },
    };
    const { checks, preview } = evidenceFreshness(other);
    expect([checks.state, preview.state]).toEqual(["invalidated", "invalidated"]);
    expect(checks.state === "invalidated" ? checks.changes[0].field : null).toBe("backupSet");
  });

  test("the same set again undoes nothing", () => {
    const same = runAfter(previewed, { event: "backup_set_selected", backupSetId: previewed.run.backupSetId ?? "" });
    expect(same).toEqual({ ...previewed.run, revision: previewed.run.revision + 1, updatedAt: at });
  });
});

describe("RW-12 the status before the queue falls back to the last stage whose evidence is current", () => {
  const scope = { mode: "selected", itemIds: ["settings_catalog/01"] } as const;
  const narrowed = () => after(previewed, { event: "scope_defined", scope, restoreMode: "update_only" });

  test("a narrowed() scope is scoped, and keeps what was asked", () => {
    expect(narrowed().run).toMatchObject({ scope, restoreMode: "update_only" });
    expect(runStatus(narrowed())).toBe("scoped");
  });

  test("with checks run again it is checked, whatever the old preview says", () => {
    expect(runStatus(withRun(narrowed(), { checks: checksOf(narrowed(), []) }))).toBe("checked");
  });

  test("a current preview without current checks does not count", () => {
    expect(runStatus(withRun(narrowed(), { preview: previewOfFacts(narrowed()) }))).toBe("scoped");
  });

  test("the old scope again is previewed again", () => {
    const { scope: old, restoreMode } = previewed.run;
    const restored = after(narrowed(), { event: "scope_defined", scope: old ?? { mode: "all" }, restoreMode });
    expect(runStatus(restored)).toBe("previewed");
  });

  test("a set without a scope is a draft, and a scope without a set as well", () => {
    expect(runStatus(withRun(previewed, { scope: null }))).toBe("draft");
    expect(runStatus(withRun(previewed, { backupSetId: null }))).toBe("draft");
  });
});

describe("RW-12 what the run records of its execution", () => {
  const queued = () => after(armed, queueRequest(armed));
  const running = () => after(queued(), { event: "execution_started" }, { at: "2026-11-20T18:00:01Z" });

  test("when it started, and how it ended", () => {
    expect(running().run.execution).toEqual({
      ...queued().run.execution,
      status: "running",
      startedAt: "2026-11-20T18:00:01Z",
    });
    expect(runAfter(running(), finished).execution).toEqual({
      ...running().run.execution,
      status: "partial",
      finishedAt: at,
      results: { counts: null, items: null },
      reason: "One item failed.",
    });
  });

  test("cancelling before the first attempted write ends cancelled, after it partial", () => {
    expect(runAfter(running(), cancelled(false)).execution?.status).toBe("cancelled");
    expect(runAfter(running(), cancelled(true)).execution?.status).toBe("partial");
  });

  test("cancelling keeps what was known until then", () => {
    const results = { counts: null, items: null };
    expect(runAfter(running(), { ...cancelled(true), results } as RunEvent).execution).toEqual({
      ...running().run.execution,
      status: "partial",
      finishedAt: at,
      results,
      reason: "Cancelled by Dana Okafor.",
    });
  });

  test("a draft that is cancelled was never queued", () => {
    expect(runAfter(freshDraft, cancelled(false)).execution).toEqual({
      status: "cancelled",
      operationId: null,
      queuedAt: null,
      startedAt: null,
      finishedAt: at,
      safetySnapshot: null,
      results: null,
      reason: "Cancelled by Dana Okafor.",
    });
  });

  test.each([
    ["a draft", () => freshDraft],
    ["a queued run", queued],
  ] as const)("%s cannot have written anything, whoever says so", (_, facts) => {
    expect(refusal(facts(), cancelled(true))).toBe("run_not_running");
  });
});

describe("BY-5 a mapping", () => {
  const map = (key: string, targetId: string): RunEvent => ({
    event: "mapping_decided",
    key,
    decision: { decision: "map", targetId },
  });

  test("is recorded by reference, replaced by a later one, and unresolved again once taken back", () => {
    const mapped = after(scoped, map("group/x", "y"));
    expect(mapped.run.mappings).toEqual({ ...scoped.run.mappings, "group/x": { decision: "map", targetId: "y" } });
    const again = after(mapped, map("group/x", "z"));
    expect(again.run.mappings["group/x"]).toEqual({ decision: "map", targetId: "z" });
    expect(runAfter(again, { event: "mapping_decided", key: "group/x", decision: null }).mappings).toEqual(
      scoped.run.mappings,
    );
  });

  test("of one reference is one decision, however its id is spelled", () => {
    const once = after(scoped, map("group/AB", "y"));
    expect(once.run.mappings).toEqual({ ...scoped.run.mappings, "group/ab": { decision: "map", targetId: "y" } });
    const recordedEarlier = withRun(once, {
      mappings: { ...once.run.mappings, "group/Ab": { decision: "skip" }, "group/AB": { decision: "skip" } },
    });
    expect(runAfter(recordedEarlier, map("group/aB", "z")).mappings).toEqual({
      ...scoped.run.mappings,
      "group/ab": { decision: "map", targetId: "z" },
    });
    expect(runAfter(recordedEarlier, { event: "mapping_decided", key: "group/AB", decision: null }).mappings).toEqual(
      scoped.run.mappings,
    );
  });
});

describe("RW-9 dry-run", () => {
  test("is what the operator last set it to", () => {
    expect(runAfter(armed, { event: "dry_run_set", dryRun: true }).dryRun).toBe(true);
    expect(runAfter(previewed, { event: "dry_run_set", dryRun: false }).dryRun).toBe(false);
  });
});

test("PF-17 what the target says of itself is recorded as it said it", () => {
  const identity = { tenantId: "someone", label: "Someone else", readAt: at };
  expect(runAfter(armed, { event: "target_identity_read", identity }).targetIdentity).toEqual(identity);
});

describe("RW-16 an end that is none starts nothing once more", () => {
  const running = executed("running", {});

  test.each(["queued", "running", "cancelled", "completed_with_errors", "verified", "toString", ""])(
    "a run that is said to have finished as “%s” is still running, and cannot be started again",
    (status) => {
      const end = { event: "execution_finished", status, results: { counts: null, items: null }, reason: null };
      expect(refusal(running, end as RunEvent)).toBe("event_not_known");
    },
  );

  test.each(["completed", "partial", "failed"] as const)("a run that finished as %s is over", (status) => {
    const end: RunEvent = {
      event: "execution_finished",
      status,
      results: { counts: null, items: null },
      reason: null,
    };
    const ended = after(running, end);
    expect(ended.run.execution?.status).toBe(status);
    expect(refusal(ended, { event: "execution_started" })).toBe("run_not_queued");
  });
});
