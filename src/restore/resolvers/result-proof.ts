import { momentOf } from "../../safety/moment.js";
import type { RestoreFacts } from "../run/facts.js";
import type { EvidenceSnapshot, Operation, OperationOutcome } from "../run/operation.js";

/** Why an operation cannot be shown as proof. */
export type OperationGap =
  /** Nothing was executed, or not for real. */
  | "not_executed"
  /** Nothing was executed when the run was read, and it may be another by now. */
  | "superseded"
  /** The run links no operation. */
  | "none"
  /** The link leads to nothing that can be read. */
  | "not_readable"
  /** It belongs to another run, workspace or environment. */
  | "foreign"
  /** It is no real execution, as a dry-run is none. */
  | "other_kind"
  | "unauthorised"
  /** It ended, and how was not recorded. */
  | "outcome_not_recorded"
  /** The record matches no known result, so nothing of it counts. */
  | "result_not_known";

/** Why evidence cannot be shown. */
export type EvidenceGap =
  | "not_executed"
  | "superseded"
  /** There is no snapshot. */
  | "none"
  | "foreign"
  | "unauthorised"
  /** The execution has not ended, so nothing after it can have been read. */
  | "not_final"
  /** The operation that it belongs to cannot be shown. */
  | "operation_not_proven"
  /** Reading the target back failed. */
  | "failed"
  /** When it was captured cannot be read, so it cannot be shown to be the latest. */
  | "capture_time_not_readable"
  /** It shows the target as it was before the operation had ended. */
  | "captured_before_end"
  /** When the operation ended cannot be read, so it cannot be shown to be captured after that. */
  | "operation_end_not_recorded"
  | "result_not_known";

/** Whether a proof can be shown, and where it cannot, why (RR-8). */
export type ProofState<Gap extends string = OperationGap | EvidenceGap> =
  | { readonly state: "available"; readonly at: string }
  | { readonly state: "in_progress"; readonly at: string | null }
  | { readonly state: "unavailable"; readonly cause: Gap };

/** The facts that a result is derived from. */
export type ResultFacts = Pick<RestoreFacts, "run" | "operation" | "evidence" | "operator" | "superseded">;

/** The run's own execution, of the same workspace and environment; null where the link points elsewhere, or to something else. */
export function linkedOperation(facts: Pick<RestoreFacts, "run" | "operation">): Operation | null {
  const { operation } = facts;
  return operation !== null && isOwn(facts.run, operation) && isExecution(operation) ? operation : null;
}

function isOwn(run: RestoreFacts["run"], operation: Operation): boolean {
  if (operation.id !== run.execution?.operationId || operation.restoreRunId !== run.id) return false;
  return operation.workspaceId === run.workspaceId && operation.environmentId === run.environmentId;
}

/** A record may name a kind that the type does not: whatever it is, it is not what a queued run asked for (SI-16). */
function isExecution({ kind }: { readonly kind: string }): boolean {
  return kind === "restore.execute";
}

/** How an operation can have ended, and null for one whose end was not recorded. */
export const knownOutcomes: readonly (OperationOutcome | null)[] = [
  "succeeded",
  "partial",
  "failed",
  "blocked",
  "cancelled",
  null,
];

/** Whether an operation is queued or running (RR-2). */
export function isOpen({ status }: Operation): boolean {
  return status === "queued" || status === "running";
}

/** Answers: may the linked operation be shown as proof? A link alone is never proof (RR-8). */
export function recordedOperation(facts: ResultFacts): ProofState<OperationGap> {
  const { run, operation, operator } = facts;
  if (run.execution?.operationId == null) return gap("none");
  if (!operator.capabilities.includes("operation.view")) return gap("unauthorised");
  if (operation === null) return gap("not_readable");
  const linked = linkedOperation(facts);
  if (linked === null) return gap(isOwn(run, operation) ? "other_kind" : "foreign");
  if (isOpen(linked)) return { state: "in_progress", at: linked.startedAt };
  if (linked.status !== "finished" || linked.outcome === null || !knownOutcomes.includes(linked.outcome))
    return gap("outcome_not_recorded");
  const at = [linked.finishedAt, linked.startedAt, linked.createdAt].find((each) => momentOf(each) !== null);
  return at == null ? gap("not_readable") : { state: "available", at };
}

/** Answers: is there usable evidence: the latest active snapshot of this very operation, captured after its end, which the operator may see? (RR-8) */
export function recordedEvidence(facts: ResultFacts): ProofState<EvidenceGap> {
  const { evidence, operator } = facts;
  if (!operator.capabilities.includes("evidence.view")) return gap("unauthorised");
  if (evidence.length === 0) return gap("none");
  const own = ownSnapshots(facts);
  // Without the operation nothing shows that a snapshot of it belongs here, nor that it belongs elsewhere.
  if (own.length === 0) return gap(facts.operation === null && namesOwn(facts) ? "operation_not_proven" : "foreign");
  const latest = latestSnapshot(own);
  const unfit = latest === null ? null : whyNotPostRun(latest, linkedOperation(facts));
  if (latest?.capturedAt != null && unfit === null) return { state: "available", at: latest.capturedAt };
  const [coming] = own.filter(({ state }) => state === "queued" || state === "generating").sort(byRequest);
  if (coming !== undefined) return { state: "in_progress", at: coming.requestedAt };
  if (unfit !== null) return gap(unfit);
  if (own.some(({ state }) => state === "active")) return gap("capture_time_not_readable");
  return gap(own.some(({ state }) => state === "failed") ? "failed" : "none");
}

/** Why the latest snapshot says nothing of what the operation left; null where it was captured at its end or after. */
function whyNotPostRun(
  { capturedAt }: EvidenceSnapshot,
  operation: Operation | null,
): "captured_before_end" | "operation_end_not_recorded" | null {
  const ended = operation?.finishedAt ?? null;
  if (momentOf(ended) === null) return "operation_end_not_recorded";
  return later(ended, capturedAt) < 0 ? "captured_before_end" : null;
}

/** Whether a snapshot is of the operation that the run links, by its id, in the same workspace and environment. */
function namesOwn({ run, evidence }: Pick<ResultFacts, "run" | "evidence">): boolean {
  const linked = run.execution?.operationId ?? null;
  return linked !== null && evidence.some((snapshot) => isOf(linked, run, snapshot));
}

function isOf(operation: string, run: RestoreFacts["run"], snapshot: EvidenceSnapshot): boolean {
  const { operationId, workspaceId, environmentId } = snapshot;
  return operationId === operation && workspaceId === run.workspaceId && environmentId === run.environmentId;
}

/** Snapshots of the run's own operation, of the same workspace and environment. */
export function ownSnapshots(facts: Pick<ResultFacts, "run" | "operation" | "evidence">): readonly EvidenceSnapshot[] {
  const operation = linkedOperation(facts);
  if (operation === null) return [];
  return facts.evidence.filter((snapshot) => isOf(operation.id, facts.run, snapshot));
}

/**
 * Answers: which active snapshot is the latest? By real time, whatever the offsets; of two at the same moment the one asked
 * for later. A snapshot whose capture time cannot be read might be the latest unless it was asked for before, and then
 * there is none.
 */
export function latestSnapshot(snapshots: readonly EvidenceSnapshot[]): EvidenceSnapshot | null {
  const active = snapshots.filter(({ state }) => state === "active");
  const undated = active.filter(({ capturedAt }) => momentOf(capturedAt) === null);
  const [latest] = active.sort(byCapture);
  if (latest === undefined) return null;
  const before = undated.every(
    ({ requestedAt }) => momentOf(requestedAt) !== null && later(requestedAt, latest.requestedAt) > 0,
  );
  return before ? latest : null;
}

function byCapture(left: EvidenceSnapshot, right: EvidenceSnapshot): number {
  return later(left.capturedAt, right.capturedAt) || byRequest(left, right);
}

/** Latest first; ids decide what times do not, so that the order of the list never does. */
function byRequest(left: EvidenceSnapshot, right: EvidenceSnapshot): number {
  return later(left.requestedAt, right.requestedAt) || (left.id > right.id ? -1 : 1);
}

/** Above zero where the right one is later. A moment that cannot be read comes before every other; of two such, NaN tells nothing. */
function later(left: string | null, right: string | null): number {
  return (momentOf(right) ?? Number.NEGATIVE_INFINITY) - (momentOf(left) ?? Number.NEGATIVE_INFINITY);
}

function gap<Gap extends string>(cause: Gap): ProofState<Gap> {
  return { state: "unavailable", cause };
}
