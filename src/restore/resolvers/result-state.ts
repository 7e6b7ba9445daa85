import type { RecordedCount } from "../run/backup-set.js";
import { outcomesNeedingReview, type PhaseOutcome, type RunResults } from "../run/outcome.js";
import type { RestoreFacts } from "../run/facts.js";
import type { EvidenceSnapshot, Operation } from "../run/operation.js";
import type { RunExecution } from "../run/run.js";

/** The result states of RR, and `not_known` where the record matches none of them. */
export type ResultState =
  | "not_executed"
  | "in_progress"
  | "completed_proof_incomplete"
  | "completed_with_evidence"
  | "needs_review"
  | "failed"
  | "blocked_or_cancelled"
  | "not_known";

/** Whether a proof can be shown, and where it cannot, why (RR-8). */
export type ProofState =
  | { readonly state: "available"; readonly at: string }
  | { readonly state: "in_progress"; readonly at: string | null }
  | { readonly state: "unavailable"; readonly cause: "none" | "foreign" | "unauthorised" | "failed" };

type ResultFacts = Pick<RestoreFacts, "run" | "operation" | "evidence" | "operator">;

/** Answers: which result do the stored facts support? The order is that of RR-13. */
export function resultState(facts: ResultFacts): ResultState {
  const { run } = facts;
  const execution = run.execution;
  const operation = linkedOperation(facts);
  const outcome = operation?.outcome ?? null;
  const status = execution?.status ?? null;
  if (run.dryRun) return "not_executed";
  if (status === "failed" || outcome === "failed") return "failed";
  const ended = status === "cancelled" || outcome === "blocked" || outcome === "cancelled";
  if (ended && !anythingWritten(execution)) return "blocked_or_cancelled";
  if (ended || status === "partial" || status === "completed_with_errors" || outcome === "partial")
    return "needs_review";
  const operationOpen = operation !== null && operation.outcome === null;
  const runOpen = (status === "queued" || status === "running") && outcome === null;
  if (runOpen || (execution !== null && operationOpen)) return "in_progress";
  if (status === "completed" || outcome === "succeeded") {
    const proven = operationProof(facts).state === "available" && evidenceProof(facts).state === "available";
    return proven ? "completed_with_evidence" : "completed_proof_incomplete";
  }
  return execution === null ? "not_executed" : "not_known";
}

/** Answers: may the linked operation be shown as proof? A link alone is never proof (RR-8). */
export function operationProof(facts: ResultFacts): ProofState {
  const { run, operation, operator } = facts;
  if (run.execution?.operationId == null || operation === null) return { state: "unavailable", cause: "none" };
  if (linkedOperation(facts) === null) return { state: "unavailable", cause: "foreign" };
  if (!operator.capabilities.includes("operation.view")) return { state: "unavailable", cause: "unauthorised" };
  if (operation.outcome === null) return { state: "in_progress", at: operation.startedAt };
  return { state: "available", at: operation.finishedAt ?? operation.createdAt };
}

/** Answers: is there usable evidence, the latest active snapshot of this very operation that the operator may see? (RR-8) */
export function evidenceProof(facts: ResultFacts): ProofState {
  const { run, evidence, operator } = facts;
  const operation = linkedOperation(facts);
  if (evidence.length === 0) return { state: "unavailable", cause: "none" };
  const own = evidence.filter(
    (snapshot) =>
      operation !== null &&
      snapshot.operationId === operation.id &&
      snapshot.workspaceId === run.workspaceId &&
      snapshot.environmentId === run.environmentId,
  );
  if (own.length === 0) return { state: "unavailable", cause: "foreign" };
  if (!operator.capabilities.includes("evidence.view")) return { state: "unavailable", cause: "unauthorised" };
  const active = activeSnapshot(own);
  if (active?.capturedAt != null) return { state: "available", at: active.capturedAt };
  const coming = own.find((snapshot) => snapshot.state === "queued" || snapshot.state === "generating");
  if (coming !== undefined) return { state: "in_progress", at: coming.requestedAt };
  return { state: "unavailable", cause: own.some((snapshot) => snapshot.state === "failed") ? "failed" : "none" };
}

/** The snapshot that counts as evidence, or null. */
export function usableEvidence(facts: ResultFacts): EvidenceSnapshot | null {
  if (evidenceProof(facts).state !== "available") return null;
  return activeSnapshot(facts.evidence.filter((snapshot) => snapshot.operationId === facts.operation?.id));
}

function activeSnapshot(snapshots: readonly EvidenceSnapshot[]): EvidenceSnapshot | null {
  const active = snapshots.filter((snapshot) => snapshot.state === "active" && snapshot.capturedAt !== null);
  return active.reduce<EvidenceSnapshot | null>(
    (latest, snapshot) =>
      latest?.capturedAt != null && snapshot.capturedAt !== null && latest.capturedAt >= snapshot.capturedAt
        ? latest
        : snapshot,
    null,
  );
}

/** The run's own operation, of the same workspace and environment; null where the link points elsewhere. */
function linkedOperation({ run, operation }: Pick<RestoreFacts, "run" | "operation">): Operation | null {
  if (operation === null || operation.id !== run.execution?.operationId) return null;
  if (operation.restoreRunId !== run.id) return null;
  return operation.workspaceId === run.workspaceId && operation.environmentId === run.environmentId ? operation : null;
}

/** Whether anything may have been written. A started execution without recorded counts counts as having written. */
function anythingWritten(execution: RunExecution | null): boolean {
  if (execution === null || execution.startedAt === null) return false;
  const counts = execution.results?.counts ?? null;
  if (counts === null) return true;
  return counts.applied + counts.partially_applied + counts.failed + counts.unknown > 0;
}

/** What a finished restore leaves to look at beside its status (SI-7). A count that was not recorded is null, and asks for a look too. */
export interface FollowUp {
  /** Items whose outcome asks for a look, each counted once (RR-5). */
  readonly outcomes: RecordedCount;
  /** Items whose outcome does not, with a part that was left as it was or did not succeed. */
  readonly leftInPart: RecordedCount;
  /** Items that evidence shows to differ from what was intended, or to be missing. */
  readonly differing: RecordedCount;
  /** Items that evidence did not look at. */
  readonly notChecked: RecordedCount;
}

/** Answers: is there anything to look at behind a finished restore? null where every count was recorded and is zero. */
export function followUpOf(facts: ResultFacts): FollowUp | null {
  const results = facts.run.execution?.results ?? null;
  const followUp: FollowUp = { ...outcomesToReview(results), ...evidenceToReview(usableEvidence(facts)) };
  return Object.values(followUp).every((count) => count === 0) ? null : followUp;
}

function outcomesToReview(results: RunResults | null): Pick<FollowUp, "outcomes" | "leftInPart"> {
  const counts = results?.counts ?? null;
  const items = results?.items ?? null;
  const asksForReview = (outcome: PhaseOutcome) => outcomesNeedingReview.includes(outcome);
  return {
    outcomes: counts === null ? null : outcomesNeedingReview.reduce((sum, outcome) => sum + counts[outcome], 0),
    leftInPart:
      items === null
        ? null
        : items.filter(
            ({ outcome, phases }) => !asksForReview(outcome) && phases.some((phase) => asksForReview(phase.outcome)),
          ).length,
  };
}

/** Without usable evidence there is nothing of it to look at; that it is missing is told by the result itself. */
function evidenceToReview(snapshot: EvidenceSnapshot | null): Pick<FollowUp, "differing" | "notChecked"> {
  if (snapshot === null) return { differing: 0, notChecked: 0 };
  const { findings, coverage } = snapshot;
  return {
    differing:
      findings === null ? null : findings.filter(({ result }) => result === "differs" || result === "missing").length,
    notChecked: coverage === null || coverage.checked + coverage.notChecked === 0 ? null : coverage.notChecked,
  };
}
