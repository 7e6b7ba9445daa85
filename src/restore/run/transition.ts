import type { CheckEvidence, PreviewEvidence } from "./evidence.js";
import type { RunResults } from "./outcome.js";
import type { ExecutionSafetySnapshot, ExecutionStatus, RestoreRun, TargetIdentity } from "./run.js";
import type { MappingDecision, RestoreMode, RestoreScope } from "./scope.js";

/** A change the operator makes while preparing a run. */
export type RunChange =
  | { readonly event: "backup_set_selected"; readonly backupSetId: string }
  | { readonly event: "scope_defined"; readonly scope: RestoreScope; readonly restoreMode: RestoreMode }
  /** A null decision makes the dependency unresolved again. */
  | { readonly event: "mapping_decided"; readonly key: string; readonly decision: MappingDecision | null }
  | { readonly event: "dry_run_set"; readonly dryRun: boolean };

/** Everything that can happen to a run. */
export type RunEvent =
  | RunChange
  | { readonly event: "target_identity_read"; readonly identity: TargetIdentity }
  | { readonly event: "checks_completed"; readonly checks: CheckEvidence }
  | { readonly event: "preview_completed"; readonly preview: PreviewEvidence }
  | {
      readonly event: "execution_queued";
      readonly operationId: string;
      readonly safetySnapshot: ExecutionSafetySnapshot;
    }
  | { readonly event: "execution_started" }
  | {
      readonly event: "execution_finished";
      readonly status: Extract<ExecutionStatus, "completed" | "partial" | "failed">;
      readonly results: RunResults;
      readonly reason: string | null;
    }
  /** `attemptedWrites` decides the end: a run that wrote anything is partial, never cancelled (RW-12). */
  | {
      readonly event: "cancelled";
      readonly reason: string;
      readonly attemptedWrites: boolean;
      readonly results: RunResults | null;
    };

/** Why an event does not apply. */
export type TransitionRefusal =
  | { readonly code: "run_already_left_preparation"; readonly status: ExecutionStatus }
  | { readonly code: "dry_run_is_on" }
  | { readonly code: "backup_set_not_selected" }
  | { readonly code: "scope_not_defined" }
  | { readonly code: "run_not_queued" }
  | { readonly code: "run_not_running" }
  | { readonly code: "run_already_finished"; readonly status: ExecutionStatus };

/** The next run, or a named refusal; nothing is ignored and nothing is thrown. */
export type TransitionResult =
  | { readonly ok: true; readonly run: RestoreRun }
  | { readonly ok: false; readonly refusal: TransitionRefusal };

/**
 * Applies one event at one moment (RFC 3339) and raises the revision.
 * Evidence is never removed here: a change moves the basis, and the evidence shows itself invalidated (RW-3).
 */
export function transition(run: RestoreRun, event: RunEvent, at: string): TransitionResult {
  switch (event.event) {
    case "backup_set_selected":
      if (event.backupSetId === run.backupSetId) return preparing(run, at, {});
      return preparing(run, at, { backupSetId: event.backupSetId, scope: null, mappings: {} });
    case "scope_defined":
      if (run.backupSetId === null) return refuse({ code: "backup_set_not_selected" });
      return preparing(run, at, { scope: event.scope, restoreMode: event.restoreMode });
    case "mapping_decided":
      if (run.scope === null) return refuse({ code: "scope_not_defined" });
      return preparing(run, at, { mappings: withDecision(run.mappings, event.key, event.decision) });
    case "dry_run_set":
      return preparing(run, at, { dryRun: event.dryRun });
    case "target_identity_read":
      return preparing(run, at, { targetIdentity: event.identity });
    case "checks_completed":
      if (run.scope === null) return refuse({ code: "scope_not_defined" });
      return preparing(run, at, { checks: event.checks });
    case "preview_completed":
      if (run.scope === null) return refuse({ code: "scope_not_defined" });
      return preparing(run, at, { preview: event.preview });
    case "execution_queued":
      if (run.dryRun) return refuse({ code: "dry_run_is_on" });
      return preparing(run, at, {
        execution: {
          status: "queued",
          operationId: event.operationId,
          queuedAt: at,
          startedAt: null,
          finishedAt: null,
          safetySnapshot: event.safetySnapshot,
          results: null,
          reason: null,
        },
      });
    case "execution_started":
      if (run.execution?.status !== "queued") return refuse({ code: "run_not_queued" });
      return next(run, at, { execution: { ...run.execution, status: "running", startedAt: at } });
    case "execution_finished":
      if (run.execution?.status !== "running") return refuse({ code: "run_not_running" });
      return next(run, at, {
        execution: {
          ...run.execution,
          status: event.status,
          finishedAt: at,
          results: event.results,
          reason: event.reason,
        },
      });
    case "cancelled":
      return cancel(run, event, at);
  }
}

function cancel(run: RestoreRun, event: Extract<RunEvent, { event: "cancelled" }>, at: string): TransitionResult {
  const { execution } = run;
  if (execution !== null && execution.status !== "queued" && execution.status !== "running") {
    return refuse({ code: "run_already_finished", status: execution.status });
  }
  return next(run, at, {
    execution: {
      status: event.attemptedWrites ? "partial" : "cancelled",
      operationId: execution?.operationId ?? null,
      queuedAt: execution?.queuedAt ?? null,
      startedAt: execution?.startedAt ?? null,
      finishedAt: at,
      safetySnapshot: execution?.safetySnapshot ?? null,
      results: event.results,
      reason: event.reason,
    },
  });
}

function preparing(run: RestoreRun, at: string, change: Partial<RestoreRun>): TransitionResult {
  if (run.execution !== null) {
    return refuse({ code: "run_already_left_preparation", status: run.execution.status });
  }
  return next(run, at, change);
}

function next(run: RestoreRun, at: string, change: Partial<RestoreRun>): TransitionResult {
  return { ok: true, run: { ...run, ...change, revision: run.revision + 1, updatedAt: at } };
}

function refuse(refusal: TransitionRefusal): TransitionResult {
  return { ok: false, refusal };
}

function withDecision(
  mappings: RestoreRun["mappings"],
  key: string,
  decision: MappingDecision | null,
): RestoreRun["mappings"] {
  const others = Object.entries(mappings).filter(([existing]) => existing !== key);
  const all = decision === null ? others : [...others, [key, decision] as const];
  return Object.fromEntries(all);
}
