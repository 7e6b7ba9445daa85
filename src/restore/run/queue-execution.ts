import { compareTypedConfirmation } from "../../safety/index.js";
import { evidenceFreshness, restoreBasis } from "./basis.js";
import type { BackupSetSummary } from "./backup-set.js";
import { severityOf, unacceptedFindings, undecidedItems } from "./decisions.js";
import {
  type Change,
  changed,
  type Circumstances,
  type ExecutionQueued,
  refuse,
  type TransitionRefusal,
} from "./events.js";
import type { CheckEvidence, PreviewEvidence, PreviewItem } from "./evidence.js";
import { missingFrom } from "./evidence-coverage.js";
import type { RestoreRun } from "./run.js";
import type { RestoreScope } from "./scope.js";
import { isSameTarget } from "./target.js";
import { isDryRun } from "./status.js";

/**
 * Queues a real execution, and builds the record of what allowed it (SI-6). The gates are the full answer; this is the last
 * line, which believes no caller: whatever the run itself can tell is asked of the run again (SI-15, RW-16).
 */
export function queueExecution(run: RestoreRun, event: ExecutionQueued, now: Circumstances): Change {
  const inputs = { ...now, run };
  const { checks, preview } = run;
  const freshness = evidenceFreshness(inputs);
  const { fingerprint } = restoreBasis(inputs);
  const prepared = preparedFrom(run, now);
  if ("code" in prepared) return refuse(prepared);
  if (checks === null || freshness.checks.state !== "current") {
    return refuse({ code: "evidence_not_current", evidence: "checks" });
  }
  if (preview === null || freshness.preview.state !== "current") {
    return refuse({ code: "evidence_not_current", evidence: "preview" });
  }
  const refusal =
    whyBlocked(run, checks, preview) ??
    whyNotPreviewed(prepared, preview) ??
    whyNotChecked(prepared, checks) ??
    whyNotConfirmed(run, event, fingerprint);
  if (refusal !== null) return refuse(refusal);
  return changed({
    execution: {
      status: "queued",
      operationId: event.operationId,
      queuedAt: now.at,
      startedAt: null,
      finishedAt: null,
      safetySnapshot: {
        fingerprint,
        checksCapturedAt: freshness.checks.at,
        checksFreshness: "current",
        checkWarnings: checks.findings.filter(({ severity }) => severity === "warning").length,
        previewCapturedAt: freshness.preview.at,
        previewFreshness: "current",
        confirmedAt: now.at,
        confirmedBy: { id: now.by.id, name: now.by.name },
        typedLabel: event.confirmation.typedLabel,
        labelPasted: event.confirmation.pasted,
      },
      results: null,
      reason: null,
    },
  });
}

/** What a real execution is about, which no run can be queued without. */
interface Prepared {
  readonly scope: RestoreScope;
  readonly backupSet: BackupSetSummary;
}

function preparedFrom(run: RestoreRun, { backupSet }: Circumstances): Prepared | TransitionRefusal {
  if (isDryRun(run)) return { code: "dry_run_is_on" };
  if (run.backupSetId === null) return { code: "backup_set_not_selected" };
  if (backupSet?.id !== run.backupSetId) return { code: "backup_set_not_readable" };
  if (run.scope === null) return { code: "scope_not_defined" };
  const { scope, target, targetIdentity } = run;
  if (targetIdentity === null) return { code: "target_identity_not_read" };
  return isSameTarget(targetIdentity, target) ? { scope, backupSet } : { code: "target_identity_differs" };
}

/** Checks that say nothing of an item did not find it free of conflict (RW-20). */
function whyNotChecked({ scope, backupSet }: Prepared, { findings }: CheckEvidence): TransitionRefusal | null {
  const count = missingFrom(findings, scope, backupSet);
  return count === 0 ? null : { code: "checks_incomplete", count };
}

function whyBlocked(
  { acceptances }: RestoreRun,
  { findings }: CheckEvidence,
  { items }: PreviewEvidence,
): TransitionRefusal | null {
  const open = unacceptedFindings(findings, acceptances);
  const blocking = open.filter((finding) => severityOf(finding) === "blocking").length;
  if (blocking > 0) return { code: "checks_blocking", count: blocking };
  if (open.length > 0) return { code: "checks_not_evaluated", count: open.length };
  const undecided = undecidedItems(items, findings, acceptances).length;
  return undecided > 0 ? { code: "preview_undecided", count: undecided } : null;
}

/** Asked of the preview that was on the page: one that shows less than would be executed was not looked at (RW-16). */
function whyNotPreviewed({ scope, backupSet }: Prepared, { items }: PreviewEvidence): TransitionRefusal | null {
  const count = missingFrom(items, scope, backupSet);
  if (count !== 0) return { code: "preview_incomplete", count };
  return items.every(isNeverWritten) ? { code: "nothing_writable" } : null;
}

function isNeverWritten({ skipReason }: PreviewItem): boolean {
  return skipReason === "preview_only" || skipReason === "metadata_only";
}

function whyNotConfirmed(
  { target }: RestoreRun,
  { confirmation, fingerprint: shown }: ExecutionQueued,
  fingerprint: string,
): TransitionRefusal | null {
  if (shown !== fingerprint) return { code: "basis_moved" };
  if (!confirmation.reviewedImpact) return { code: "impact_not_reviewed" };
  const { state } = compareTypedConfirmation(confirmation.typedLabel, target.label);
  return state === "matches" ? null : { code: "typed_confirmation_not_met" };
}
