import {
  type Blocker,
  completeFinding,
  compareTypedConfirmation,
  evaluateGates,
  executionAvailability,
  type ExecutionAvailability,
  type Freshness,
  type GateDefinition,
  type GateFinding,
  type Gates,
  type OpenFinding,
  openFinding,
  type Place,
} from "../../safety/index.js";
import type { Execution } from "../../flow/index.js";
import { evidenceFreshness } from "../run/basis.js";
import { lacksSafetyRecord } from "../run/safety-record.js";
import type { BackupSetSummary, RecordedCount } from "../run/backup-set.js";
import {
  acceptanceOf,
  type CheckAcceptance,
  severityOf,
  unacceptedFindings,
  undecidedItems,
} from "../run/decisions.js";
import type { CheckSeverity } from "../run/evidence.js";
import type { RestoreFacts } from "../run/facts.js";
import { notCovered } from "../run/evidence-coverage.js";
import type { Dependency } from "../run/scope.js";
import type { FrozenTarget, RestoreRun } from "../run/run.js";
import { isDryRun } from "../run/status.js";
import { isSameTarget } from "../run/target.js";
import { unknownItems } from "../rules/scope.js";
import { type Attempt, attemptOf } from "./attempt.js";
import { foundAsRead, isOvertaken, overtakenBlocker } from "./overtaken.js";
import { places, type RestoreGateId, type RestoreReason } from "./reasons.js";
import { followUpOf } from "./result-attention.js";
import { hidesEvidence, resultState } from "./result-state.js";

type Finding = GateFinding<RestoreReason>;
type RestoreGate = GateDefinition<RestoreFacts, RestoreGateId, RestoreReason>;

/**
 * What each gate rests on, and what it asks (PF-2). An approval by a second person (RW-17) is one more row, between preview
 * and confirmation: it requires the preview, confirmation requires it, and every view and the API follow.
 */
export const restoreGateDefinitions: readonly RestoreGate[] = [
  { id: "usable_source_selected", requires: [], evaluate: usableSource },
  { id: "target_selected", requires: [], evaluate: targetSelected },
  { id: "scope_dependency_mapping", requires: ["usable_source_selected"], evaluate: scopeMapped },
  { id: "validation", requires: ["target_selected", "scope_dependency_mapping"], evaluate: validation },
  { id: "preview", requires: ["validation"], evaluate: preview },
  { id: "confirmation", requires: ["preview"], evaluate: confirmation },
  { id: "execution_and_evidence", requires: ["confirmation"], evaluate: executionAndEvidence },
];

const definitionsAsRead: readonly RestoreGate[] = restoreGateDefinitions.map((definition, index) => ({
  ...definition,
  evaluate: (facts) => foundAsRead(definition.evaluate(facts), index === 0),
}));

/** The seven gates of a Restore Run, from facts alone (PF-2, PF-18). */
export function restoreGates(facts: RestoreFacts): Gates<RestoreGateId, RestoreReason> {
  return evaluateGates(isOvertaken(facts) ? definitionsAsRead : restoreGateDefinitions, facts);
}

/** Which gate stands for the execution, and whether it was requested. */
export function requestedExecution({ run }: Pick<RestoreFacts, "run">): Execution<RestoreGateId> {
  return { gate: "execution_and_evidence", started: run.execution !== null };
}

/** Answers: may this run execute now? The button, every view and the API read this one answer (PF-16, RW-10). */
export function restoreExecution(facts: RestoreFacts): ExecutionAvailability<RestoreGateId, RestoreReason> {
  const { gate, started } = requestedExecution(facts);
  return executionAvailability(restoreGates(facts), gate, started);
}

/** Answers: is there anything in this backup set that could be restored? (PF-3) */
function usableSource({ run, backupSet }: RestoreFacts): Finding {
  if (run.backupSetId === null) return open("pending", { code: "backup_set_not_selected" }, places.backupSet);
  if (backupSet === null || backupSet.id !== run.backupSetId) {
    return open("unknown", { code: "backup_set_not_readable" }, places.backupSet);
  }
  const { itemCount, usableItems } = backupSet.quality;
  if (itemCount === null || usableItems === null) {
    return open("unknown", { code: "backup_quality_not_recorded" }, places.backupSet);
  }
  if (itemCount === 0) return open("blocked", { code: "backup_set_empty" }, places.backupSet);
  if (usableItems === 0) return open("blocked", { code: "no_usable_items", items: itemCount }, places.backupSet);
  return {
    ...completeFinding({ code: "source_usable", usable: usableItems, items: itemCount }),
    notice: sourceTenantNotice(backupSet, run.target),
  };
}

/** A backup of another tenant, or of one that it does not name, may be restored, and never without saying so. */
function sourceTenantNotice(backupSet: BackupSetSummary, target: FrozenTarget): RestoreReason | null {
  switch (sourceTenant(backupSet, target)) {
    case "same":
      return null;
    case "not_recorded":
      return { code: "source_tenant_not_recorded" };
    case "other": {
      const source = nameOr(backupSet.tenantId ?? "", backupSet.tenantName);
      return { code: "source_of_other_tenant", source, target: target.label };
    }
  }
}

/** Answers: is a backup from the very tenant that the run would write to? A name alone tells nothing. */
export function sourceTenant(
  { tenantId }: Pick<BackupSetSummary, "tenantId">,
  target: Pick<FrozenTarget, "tenantId">,
): "same" | "other" | "not_recorded" {
  if (tenantId === null) return "not_recorded";
  return tenantId === target.tenantId ? "same" : "other";
}

/** What has no name is told by its id. */
function nameOr(id: string, name: string | null): string {
  return name === null || name.trim() === "" ? id : name;
}

/** Answers: is the target what this run was created for, and may this operator reach it? (PF-17) */
function targetSelected({ run, operator }: RestoreFacts): Finding {
  if (!operator.capabilities.includes("restore.prepare"))
    return open("blocked", { code: "operator_not_entitled" }, null);
  if (run.targetIdentity === null) return open("unknown", { code: "target_identity_not_read" }, places.runChecks);
  const other = otherTarget(run);
  if (other !== null) return open("blocked", other, null);
  return completeFinding({ code: "target_confirmed", label: run.target.label });
}

/** Answers: does the target say that it is another one than this run was created for? null where it says the same, or nothing yet. */
export function otherTarget({
  target,
  targetIdentity,
}: Pick<RestoreRun, "target" | "targetIdentity">): Extract<RestoreReason, { code: "target_identity_differs" }> | null {
  if (targetIdentity === null || isSameTarget(targetIdentity, target)) return null;
  return {
    code: "target_identity_differs",
    expected: { label: target.label, tenantId: target.tenantId },
    actual: { label: targetIdentity.label, tenantId: targetIdentity.tenantId },
  };
}

/** Answers: is it settled what is restored, and does every reference have a counterpart in the target? */
function scopeMapped({ run, scope, dependencies }: RestoreFacts): Finding {
  if (run.scope === null) return open("pending", { code: "scope_not_defined" }, places.scope);
  if (scope === null) return open("unknown", { code: "scope_not_readable" }, places.scope);
  const [firstUnknown, ...unknown] = unknownItems(run.scope, scope);
  if (firstUnknown !== undefined) {
    const reason = { code: "scope_items_unknown", count: 1 + unknown.length, first: firstUnknown } as const;
    return open("blocked", reason, places.scope);
  }
  if (scope.inScope === 0) return open("blocked", { code: "scope_empty" }, places.scope);
  if (dependencies === null) return open("unknown", { code: "dependencies_not_determined" }, places.mappings);
  const unresolved = dependencies.filter((dependency) => dependency.resolution.state === "unresolved");
  const [firstUnresolved] = unresolved;
  if (firstUnresolved !== undefined) {
    const first = { kind: firstUnresolved.kind, name: nameOr(firstUnresolved.sourceId, firstUnresolved.sourceName) };
    return open("blocked", { code: "mappings_unresolved", count: unresolved.length, first }, places.mappings);
  }
  const leftOut = dependencies.filter(({ resolution }) => resolution.state === "skipped");
  return {
    ...completeFinding({ code: "scope_mapped", items: scope.inScope, dependencies: dependencies.length }),
    notice: scope.writable === 0 ? { code: "nothing_writable" } : leftOutNotice(leftOut),
  };
}

/** What was decided by leaving it out is settled, and not as harmless as what was found (PF-11). */
function leftOutNotice(leftOut: readonly Dependency[]): RestoreReason | null {
  if (leftOut.length === 0) return null;
  const items = new Set(leftOut.flatMap(({ usedBy }) => usedBy)).size;
  return { code: "references_left_out", count: leftOut.length, items };
}

/** Answers: do current checks show no blocker? Warnings never block; a check that could have blocked and was not evaluated does (RW-20). */
function validation(facts: RestoreFacts): Finding {
  const { checks, execution } = facts.run;
  const snapshot = execution?.safetySnapshot ?? null;
  if (snapshot !== null) {
    return asQueued(
      snapshot.checksCapturedAt,
      { code: "checks_clear", items: checkedItems(facts) },
      toLookAt(snapshot.checkWarnings, checks === null ? null : checks.summary.not_evaluated, accepted(facts.run)),
    );
  }
  if (lacksSafetyRecord(facts.run)) return safetyRecordMissing("unknown");
  const freshness = evidenceFreshness(facts).checks;
  const attempt = attemptOf("checks", facts);
  if (attempt !== null && freshness.state !== "current") return attempted(attempt, freshness);
  if (checks === null) {
    return open("pending", { code: "checks_not_run" }, places.runChecks, freshness);
  }
  if (freshness.state === "invalidated") {
    return open("pending", { code: "checks_invalidated", changes: freshness.changes }, places.runChecks, freshness);
  }
  if (freshness.state === "stale") {
    return open("pending", { code: "checks_stale", cause: freshness.cause }, places.runChecks, freshness);
  }
  const unaccepted = unacceptedFindings(checks.findings, facts.run.acceptances);
  const blocking = unaccepted.filter((finding) => severityOf(finding) === "blocking");
  const notEvaluated = unaccepted.filter((finding) => severityOf(finding) === "not_evaluated");
  const blockers: Blocker<RestoreReason>[] = [];
  const [firstBlocking] = blocking;
  if (firstBlocking !== undefined) {
    const reason = { code: "checks_blocking", count: blocking.length, first: firstBlocking.reason } as const;
    // Which policy is meant is decided beside the findings, and not among them.
    const clearedBy = firstBlocking.check === "identity" ? places.identity : places.findings;
    blockers.push({ reason, clearedBy });
  }
  const [firstOpen] = notEvaluated;
  if (firstOpen !== undefined) {
    const reason = { code: "checks_not_evaluated", count: notEvaluated.length, first: firstOpen.reason } as const;
    blockers.push({ reason, clearedBy: places.findings });
  }
  const [firstUnchecked, ...unchecked] = notCovered(facts.scope?.requestedItems ?? [], checks.findings);
  if (firstUnchecked !== undefined) {
    const reason = { code: "checks_incomplete", count: 1 + unchecked.length, first: firstUnchecked } as const;
    blockers.push({ reason, clearedBy: places.runChecks });
  }
  const [first, ...others] = blockers;
  if (first !== undefined) return { verdict: "blocked", freshness, blockers: [first, ...others] };
  const count = (severity: CheckSeverity) =>
    checks.findings.filter((finding) => severityOf(finding) === severity).length;
  return {
    verdict: "complete",
    freshness,
    reason: { code: "checks_clear", items: checkedItems(facts) },
    notice: toLookAt(count("warning"), count("not_evaluated"), accepted(facts.run)),
  };
}

/** Answers: does a current preview show what would happen? */
function preview(facts: RestoreFacts): Finding {
  const { preview: recorded, execution } = facts.run;
  const snapshot = execution?.safetySnapshot ?? null;
  if (lacksSafetyRecord(facts.run)) return safetyRecordMissing("unknown");
  const freshness: Freshness =
    snapshot === null ? evidenceFreshness(facts).preview : { state: "current", at: snapshot.previewCapturedAt };
  const attempt = attemptOf("preview", facts);
  if (attempt !== null && freshness.state !== "current") return attempted(attempt, freshness);
  if (recorded === null) {
    return open("pending", { code: "preview_not_run" }, places.runPreview, { state: "not_run" });
  }
  if (freshness.state === "invalidated") {
    return open("pending", { code: "preview_invalidated", changes: freshness.changes }, places.runPreview, freshness);
  }
  if (freshness.state === "stale") {
    return open("pending", { code: "preview_stale", cause: freshness.cause }, places.runPreview, freshness);
  }
  // Skips that were announced by the checks are decided; what became undecided since then is not (BY-4).
  const undecided = undecidedItems(recorded.items, facts.run.checks?.findings ?? [], facts.run.acceptances);
  const [first] = undecided;
  if (first !== undefined && snapshot === null) {
    const reason = {
      code: "preview_undecided",
      count: undecided.length,
      first: nameOr(first.itemId, first.name),
    } as const;
    return open("blocked", reason, places.runChecks, freshness);
  }
  const [firstMissing, ...missing] = notCovered(facts.scope?.requestedItems ?? [], recorded.items);
  if (firstMissing !== undefined && snapshot === null) {
    const reason = { code: "preview_incomplete", count: 1 + missing.length, first: firstMissing } as const;
    return open("blocked", reason, places.runPreview, freshness);
  }
  const { policiesChanged, policiesCreated, itemsInScope } = recorded.summary;
  return {
    verdict: "complete",
    freshness,
    reason: { code: "preview_current", written: policiesChanged + policiesCreated, items: itemsInScope },
    notice: null,
  };
}

/** Answers: has this operator, now, done everything that the point of no return asks for? Lists all that is missing (RW-10). */
function confirmation({ run, operator, scope, confirmation: inputs }: RestoreFacts): Finding {
  const snapshot = run.execution?.safetySnapshot ?? null;
  if (snapshot !== null) {
    return completeFinding({ code: "confirmed", by: snapshot.confirmedBy.name, label: snapshot.typedLabel });
  }
  if (lacksSafetyRecord(run)) return safetyRecordMissing("unknown");
  if (run.execution !== null) return open("unavailable", { code: "ended_unconfirmed" }, null);
  const blockers: Blocker<RestoreReason>[] = [];
  const add = (reason: RestoreReason, clearedBy: Place | null) => blockers.push({ reason, clearedBy });
  const capable = operator.capabilities.includes("restore.execute");
  if (!capable) add({ code: "capability_missing" }, null);
  if (scope !== null && scope.writable === 0) add({ code: "nothing_writable" }, places.scope);
  if (isDryRun(run)) add({ code: "dry_run_on" }, places.dryRun);
  if (!inputs.reviewedImpact) add({ code: "impact_not_reviewed" }, places.review);
  const comparison = compareTypedConfirmation(inputs.typedLabel, run.target.label);
  if (comparison.state !== "matches") {
    add({ code: "typed_confirmation_not_met", label: run.target.label, comparison }, places.typedConfirmation);
  }
  const [first, ...others] = blockers;
  if (first === undefined) return completeFinding({ code: "confirmed_now", label: run.target.label });
  return { verdict: capable ? "pending" : "blocked", freshness: null, blockers: [first, ...others] };
}

/** Answers: did it run, and can that be shown? Completed is not recovered; without evidence the gate stays open (SI-4). */
function executionAndEvidence(facts: RestoreFacts): Finding {
  switch (resultState(facts)) {
    case "completed_with_evidence":
      if (followUpOf(facts) !== null) return open("attention", { code: "evidence_asks_for_a_look" }, places.evidence);
      return lacksSafetyRecord(facts.run)
        ? safetyRecordMissing("attention")
        : completeFinding({ code: "execution_with_evidence" });
    case "completed_proof_incomplete":
      return hidesEvidence(facts)
        ? open("attention", { code: "execution_evidence_unauthorised" }, null)
        : open("attention", { code: "execution_without_evidence" }, places.proofGap);
    case "needs_review":
      return open("attention", { code: "execution_needs_review" }, places.itemOutcomes);
    case "failed":
      return open("blocked", { code: "execution_failed" }, places.itemOutcomes);
    case "blocked_or_cancelled":
      return open("unavailable", { code: "execution_cancelled" }, null);
    case "in_progress":
      return facts.run.execution?.status === "queued"
        ? open("pending", { code: "execution_queued" }, places.operation)
        : open("running", { code: "execution_running" }, places.operation);
    case "not_executed":
      return isOvertaken(facts)
        ? { verdict: "unknown", freshness: null, blockers: [overtakenBlocker] }
        : open("unavailable", { code: "not_executed" }, places.execute);
    case "not_known":
      throw new TypeError("The recorded execution matches no known result.");
  }
}

function asQueued(at: string, reason: RestoreReason, notice: RestoreReason | null): Finding {
  return { ...completeFinding(reason, notice), freshness: { state: "current", at } };
}

function attempted({ verdict, reason, clearedBy }: Attempt, freshness: Freshness): Finding {
  return open(verdict, reason, clearedBy, freshness);
}

/** What is history is not asked for again: nothing here clears it (SI-6). */
function safetyRecordMissing(verdict: "unknown" | "attention"): Finding {
  return open(verdict, { code: "safety_record_missing" }, null);
}

function open(
  verdict: OpenFinding<RestoreReason>["verdict"],
  reason: RestoreReason,
  clearedBy: Place | null,
  freshness: Freshness | null = null,
): OpenFinding<RestoreReason> {
  return { ...openFinding(verdict, reason, clearedBy), freshness };
}

/** What checks leave to look at although they do not block; what was not evaluated or was accepted is never dropped from it (RW-7). */
function toLookAt(
  warnings: number,
  notEvaluated: RecordedCount,
  acceptances: readonly CheckAcceptance[],
): RestoreReason | null {
  const [first] = acceptances;
  if (warnings === 0 && notEvaluated === 0 && first === undefined) return null;
  return {
    code: "checks_to_look_at",
    warnings,
    notEvaluated,
    accepted:
      first === undefined ? null : { count: acceptances.length, by: first.acceptedBy.name, reason: first.reason },
  };
}

/** Acceptances that count for something that was found, in the order of the findings. */
function accepted({ checks, acceptances }: RestoreRun): readonly CheckAcceptance[] {
  return checks?.findings.flatMap((finding) => acceptanceOf(finding, acceptances) ?? []) ?? [];
}

/** Items that the recorded checks looked at; null where the record of a queued run no longer tells (BY-3). */
function checkedItems({ run: { checks } }: RestoreFacts): RecordedCount {
  return checks === null ? null : new Set(checks.findings.map(({ itemId }) => itemId)).size;
}
