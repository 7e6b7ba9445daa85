import { describe, expect, test } from "vitest";
import type { RunEvent } from "../../../src/restore/run/events.js";
import type { RestoreRun } from "../../../src/restore/run/run.js";
import { transition } from "../../../src/restore/run/transition.js";
import { evidenceFreshness } from "../../../src/restore/run/basis.js";
import { runStatus } from "../../../src/restore/run/status.js";
import { armed, freshDraft, previewed, sourceSelected } from "../../../src/testing/scenarios/index.js";
import { at, now, queueRequest } from "./support.js";

function apply(run: RestoreRun, event: RunEvent): RestoreRun {
  const result = transition(run, event, now(armed));
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.run;
}

function refusal(run: RestoreRun, event: RunEvent): string | null {
  const result = transition(run, event, now(armed));
  return result.ok ? null : result.refusal.code;
}

const queue = queueRequest(armed);

describe("RW-3 choosing another backup set", () => {
  const changed = apply(previewed.run, { event: "backup_set_selected", backupSetId: "bs_other" });

  test("undoes scope and mappings, and keeps the evidence readable", () => {
    expect(changed.scope).toBeNull();
    expect(changed.mappings).toEqual({});
    expect(changed.checks).toBe(previewed.run.checks);
    expect(changed.preview).toBe(previewed.run.preview);
  });

  test("shows checks and preview invalidated, with the backup set as a cause (SI-14)", () => {
    const other = {
      ...previewed,
      run: changed,
      backupSet: { ...previewed.backupSet!, id: "bs_other", name: "Older set" },
      scope: null,
    };
    const { checks, preview } = evidenceFreshness(other);
    expect([checks.state, preview.state]).toEqual(["invalidated", "invalidated"]);
    expect(checks.state === "invalidated" ? checks.changes[0].field : null).toBe("backupSet");
  });

  test("selecting the same set again undoes nothing", () => {
    const same = apply(previewed.run, { event: "backup_set_selected", backupSetId: previewed.run.backupSetId ?? "" });
    expect(same.scope).toEqual(previewed.run.scope);
    expect(same.mappings).toEqual(previewed.run.mappings);
  });
});

describe("RW-12 lifecycle", () => {
  test("the status before the queue falls back to the last stage whose evidence is current", () => {
    expect(runStatus(freshDraft)).toBe("draft");
    expect(runStatus(sourceSelected)).toBe("draft");
    expect(runStatus(previewed)).toBe("previewed");
    const narrowed = {
      ...previewed,
      run: apply(previewed.run, {
        event: "scope_defined",
        scope: { mode: "selected", itemIds: ["settings_catalog/01"] },
        restoreMode: "create_missing",
      }),
      scope: { inScope: 1, writable: 1, previewOnly: 0, metadataOnly: 0, requestedItems: ["settings_catalog/01"] },
    };
    expect(runStatus(narrowed)).toBe("scoped");
  });

  test("a run is queued, runs and ends", () => {
    const queued = apply(armed.run, queue);
    expect(queued.execution).toMatchObject({ status: "queued", operationId: "op_1", queuedAt: at });
    const running = apply(queued, { event: "execution_started" });
    expect(running.execution).toMatchObject({ status: "running", startedAt: at });
    const done = apply(running, {
      event: "execution_finished",
      status: "partial",
      results: { counts: null, items: null },
      reason: null,
    });
    expect(done.execution).toMatchObject({ status: "partial", finishedAt: at });
    expect(done.revision).toBe(armed.run.revision + 3);
  });

  test("RW-9 dry-run on cannot be queued", () => {
    expect(refusal(previewed.run, queue)).toBe("dry_run_is_on");
  });

  test("a run that left preparation takes no change", () => {
    const queued = apply(armed.run, queue);
    expect(refusal(queued, queue)).toBe("run_already_left_preparation");
    expect(refusal(queued, { event: "dry_run_set", dryRun: true })).toBe("run_already_left_preparation");
    expect(refusal(queued, { event: "backup_set_selected", backupSetId: "x" })).toBe("run_already_left_preparation");
    expect(refusal(queued, { event: "mapping_decided", key: "group/x", decision: null })).toBe(
      "run_already_left_preparation",
    );
  });

  test("steps out of order are named, not ignored", () => {
    expect(
      refusal(freshDraft.run, { event: "scope_defined", scope: { mode: "all" }, restoreMode: "create_missing" }),
    ).toBe("backup_set_not_selected");
    expect(
      refusal(sourceSelected.run, { event: "mapping_decided", key: "group/x", decision: { decision: "skip" } }),
    ).toBe("scope_not_defined");
    expect(refusal(armed.run, { event: "execution_started" })).toBe("run_not_queued");
    expect(
      refusal(armed.run, {
        event: "execution_finished",
        status: "completed",
        results: { counts: null, items: null },
        reason: null,
      }),
    ).toBe("run_not_running");
  });

  test("cancelling before a write ends cancelled, after the first attempted write partial", () => {
    const running = apply(apply(armed.run, queue), { event: "execution_started" });
    const cancel = (attemptedWrites: boolean): RunEvent => ({
      event: "cancelled",
      reason: "Cancelled.",
      attemptedWrites,
      results: null,
    });
    expect(apply(running, cancel(false)).execution?.status).toBe("cancelled");
    expect(apply(running, cancel(true)).execution?.status).toBe("partial");
    expect(apply(armed.run, cancel(false)).execution?.status).toBe("cancelled");
    expect(refusal(apply(running, cancel(true)), cancel(true))).toBe("run_already_finished");
  });

  test("a decision that is taken back leaves the mapping unresolved", () => {
    const mapped = apply(armed.run, {
      event: "mapping_decided",
      key: "group/x",
      decision: { decision: "map", targetId: "y" },
    });
    expect(mapped.mappings["group/x"]).toEqual({ decision: "map", targetId: "y" });
    expect(apply(mapped, { event: "mapping_decided", key: "group/x", decision: null }).mappings).not.toHaveProperty(
      "group/x",
    );
  });
});
