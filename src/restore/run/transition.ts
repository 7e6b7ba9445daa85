import { acceptFinding, withdrawAcceptance } from "./accept.js";
import {
  type Change,
  changed,
  type Circumstances,
  type PreparationEvent,
  refuse,
  type Refused,
  type RunCancelled,
  type RunEvent,
} from "./events.js";
import { queueExecution } from "./queue-execution.js";
import { recordChecks, recordPreview } from "./record-evidence.js";
import type { RestoreRun } from "./run.js";
import { decisionKey } from "./scope.js";

/** The next run, or a named refusal; nothing is ignored and nothing is thrown. */
export type TransitionResult = { readonly ok: true; readonly run: RestoreRun } | Refused;

/**
 * Applies one event and raises the revision. Evidence is never removed here: a change moves the basis, and the evidence
 * shows itself invalidated (RW-3).
 */
export function transition(run: RestoreRun, event: RunEvent, now: Circumstances): TransitionResult {
  const result = changeOf(run, event, now);
  if (!result.ok) return result;
  return { ok: true, run: { ...run, ...result.change, revision: run.revision + 1, updatedAt: now.at } };
}

function changeOf(run: RestoreRun, event: RunEvent, now: Circumstances): Change {
  const { execution } = run;
  if (event.event === "execution_started") {
    if (execution?.status !== "queued") return refuse({ code: "run_not_queued" });
    return changed({ execution: { ...execution, status: "running", startedAt: now.at } });
  }
  if (event.event === "execution_finished") {
    if (execution?.status !== "running") return refuse({ code: "run_not_running" });
    const { status, results, reason } = event;
    // Whoever ends a run as one that is queued, or as nobody knows what, would have it start once more.
    if (!endings.includes(status)) return refuse({ code: "event_not_known" });
    return changed({ execution: { ...execution, status, results, reason, finishedAt: now.at } });
  }
  if (event.event === "cancelled") return cancel(run, event, now);
  if (execution !== null) return refuse({ code: "run_already_left_preparation", status: execution.status });
  return prepare(run, event, now);
}

const endings: readonly Extract<RunEvent, { event: "execution_finished" }>["status"][] = [
  "completed",
  "partial",
  "failed",
];

function prepare(run: RestoreRun, event: PreparationEvent, now: Circumstances): Change {
  switch (event.event) {
    case "backup_set_selected":
      return selectBackupSet(run, event.backupSetId);
    case "scope_defined":
      if (run.backupSetId === null) return refuse({ code: "backup_set_not_selected" });
      return changed({ scope: event.scope, restoreMode: event.restoreMode });
    case "mapping_decided":
      return inScope(run, { mappings: withDecision(run.mappings, event.key, event.decision, decisionKey) });
    case "identity_decided":
      return inScope(run, { identityDecisions: withDecision(run.identityDecisions, event.itemId, event.decision) });
    case "check_accepted":
      return acceptFinding(run, event, now);
    case "acceptance_withdrawn":
      return withdrawAcceptance(run, event);
    case "dry_run_set":
      return changed({ dryRun: event.dryRun });
    case "target_identity_read":
      return changed({ targetIdentity: event.identity });
    case "checks_completed":
      return recordChecks(run, event.checks, now);
    case "preview_completed":
      return recordPreview(run, event.preview, now);
    case "execution_queued":
      return queueExecution(run, event, now);
    default:
      return refuse({ code: "event_not_known" });
  }
}

/** Decisions are about items of one set; in another, the same ids name other items. */
function selectBackupSet(run: RestoreRun, backupSetId: string): Change {
  if (backupSetId === run.backupSetId) return changed({});
  return changed({ backupSetId, scope: null, mappings: {}, identityDecisions: {}, acceptances: [] });
}

function cancel({ execution }: RestoreRun, event: RunCancelled, now: Circumstances): Change {
  if (execution !== null && execution.status !== "queued" && execution.status !== "running") {
    return refuse({ code: "run_already_finished", status: execution.status });
  }
  // Only a running run writes, so whoever says that another one did knows something else than this record.
  if (event.attemptedWrites && execution?.status !== "running") return refuse({ code: "run_not_running" });
  return changed({
    execution: {
      status: event.attemptedWrites ? "partial" : "cancelled",
      operationId: execution?.operationId ?? null,
      queuedAt: execution?.queuedAt ?? null,
      startedAt: execution?.startedAt ?? null,
      finishedAt: now.at,
      safetySnapshot: execution?.safetySnapshot ?? null,
      results: event.results,
      reason: event.reason,
    },
  });
}

function inScope(run: RestoreRun, change: Partial<RestoreRun>): Change {
  return run.scope === null ? refuse({ code: "scope_not_defined" }) : changed(change);
}

function withDecision<Decision>(
  decisions: Readonly<Record<string, Decision>>,
  key: string,
  decision: Decision | null,
  spelled: (key: string) => string = (own) => own,
): Readonly<Record<string, Decision>> {
  const others = Object.entries(decisions).filter(([existing]) => spelled(existing) !== spelled(key));
  return Object.fromEntries(decision === null ? others : [...others, [spelled(key), decision] as const]);
}
