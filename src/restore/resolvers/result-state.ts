import { outcomeRecord, showsNothingWritten } from "../rules/outcome.js";
import type { EvidenceSnapshot, Operation } from "../run/operation.js";
import type { RestoreFacts } from "../run/facts.js";
import type { RunExecution, RunStatus } from "../run/run.js";
import { runStatus } from "../run/status.js";
import { isOvertaken } from "./overtaken.js";
import {
  type EvidenceGap,
  isOpen,
  latestSnapshot,
  knownOutcomes,
  linkedOperation,
  ownSnapshots,
  type OperationGap,
  type ProofState,
  recordedEvidence,
  recordedOperation,
  type ResultFacts,
} from "./result-proof.js";

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

/** Answers: which result do the stored facts support? The order is that of RR-13. */
export function resultState(facts: ResultFacts): ResultState {
  const { execution, dryRun } = facts.run;
  // Without an execution there is no operation of it either, so nothing below could fit.
  if (dryRun || execution === null) return "not_executed";
  const { status } = execution;
  const operation = linkedOperation(facts);
  const outcome = operation?.outcome ?? null;
  const known = knownOutcomes.includes(outcome);
  const runOpen = status === "queued" || status === "running";
  if (status === "failed" || outcome === "failed") return "failed";
  const ended = status === "cancelled" || outcome === "blocked" || outcome === "cancelled";
  if (ended && !mayHaveWritten(execution, operation)) return "blocked_or_cancelled";
  if (operation !== null && isOpen(operation)) return "in_progress";
  if (runOpen && outcome === null) return "in_progress";
  if (ended || status === "partial" || status === "completed_with_errors" || outcome === "partial")
    return "needs_review";
  if ((status === "completed" && known) || (runOpen && outcome === "succeeded")) {
    const proven = recordedOperation(facts).state === "available" && recordedEvidence(facts).state === "available";
    return proven ? "completed_with_evidence" : "completed_proof_incomplete";
  }
  return "not_known";
}

/** The run's own status; null where its operation has ended and the run does not say so yet: then it tells of what is over (RR-13). */
export function statedStatus(facts: RestoreFacts): RunStatus | null {
  const status = runStatus(facts);
  return (status === "queued" || status === "running") && resultState(facts) !== "in_progress" ? null : status;
}

/** Answers: what of the operation can be shown in this result? RR-8, within what the state allows (RR). */
export function operationProof(facts: ResultFacts): ProofState<OperationGap> {
  const { execution } = facts.run;
  const recorded = recordedOperation(facts);
  switch (resultState(facts)) {
    case "not_executed":
      return notExecuted(facts);
    case "in_progress":
      return {
        state: "in_progress",
        at: recorded.state === "in_progress" ? recorded.at : (execution?.startedAt ?? null),
      };
    case "not_known":
      return { state: "unavailable", cause: "result_not_known" };
    case "blocked_or_cancelled":
    case "completed_proof_incomplete":
    case "completed_with_evidence":
    case "needs_review":
    case "failed":
      return recorded;
  }
}

/** Answers: what of the evidence can be shown in this result? RR-8, within what the state allows (RR). */
export function evidenceProof(facts: ResultFacts): ProofState<EvidenceGap> {
  const recorded = recordedEvidence(facts);
  switch (resultState(facts)) {
    case "not_executed":
      return notExecuted(facts);
    case "blocked_or_cancelled":
      return { state: "unavailable", cause: "not_executed" };
    case "in_progress":
      return { state: "unavailable", cause: "not_final" };
    case "not_known":
      return { state: "unavailable", cause: "result_not_known" };
    case "completed_proof_incomplete":
      return recorded.state === "available" ? { state: "unavailable", cause: "operation_not_proven" } : recorded;
    case "completed_with_evidence":
    case "needs_review":
    case "failed":
      return recorded;
  }
}

/** How a result is told: by its state, or more exactly where the record tells which of the state's ways it took (RR, SI-18). */
export type ResultWording =
  | ResultState
  | "queued"
  | "completed_evidence_unfit"
  | "failed_after_start"
  | Stop
  | `${Stop}_after_start`;

type Stop = "blocked" | "cancelled";

/** Answers: in which words is this result told? Where the record does not tell one way from the other, in those of its state. */
export function resultWording(facts: ResultFacts): ResultWording {
  const state = resultState(facts);
  const stop = stopOf(facts);
  switch (state) {
    case "in_progress":
      return waits(facts) ? "queued" : state;
    case "failed":
      return facts.run.execution !== null && mayHaveWritten(facts.run.execution, linkedOperation(facts))
        ? "failed_after_start"
        : state;
    case "blocked_or_cancelled":
      return stop ?? state;
    case "needs_review":
      return stop === null ? state : `${stop}_after_start`;
    case "completed_proof_incomplete":
      return unfitEvidence(facts) === null ? state : "completed_evidence_unfit";
    case "not_executed":
    case "completed_with_evidence":
    case "not_known":
      return state;
  }
}

/** Whether evidence may exist that this operator may not see: then nothing is said of whether it does (RR-8). */
export function hidesEvidence(facts: ResultFacts): boolean {
  const proof = evidenceProof(facts);
  return proof.state === "unavailable" && proof.cause === "unauthorised";
}

const unfit = [
  "foreign",
  "captured_before_end",
  "operation_end_not_recorded",
  "capture_time_not_readable",
] as const satisfies readonly EvidenceGap[];

/** Why the evidence that there is cannot speak for this restore (RR-8); null where there is none, or it can. */
export function unfitEvidence(facts: ResultFacts): (typeof unfit)[number] | null {
  const proof = evidenceProof(facts);
  return proof.state === "unavailable" ? (unfit.find((cause) => cause === proof.cause) ?? null) : null;
}

/** Whether the execution is asked for and has not begun (RR-2). */
function waits(facts: ResultFacts): boolean {
  const operation = linkedOperation(facts);
  return facts.run.execution?.status === "queued" && (operation === null || operation.status === "queued");
}

/** What ended the execution before its end; null where nothing did, or the record names both. */
function stopOf(facts: ResultFacts): Stop | null {
  const { execution } = facts.run;
  const outcome = linkedOperation(facts)?.outcome ?? null;
  const { reason = null } = execution ?? {};
  const asked = typeof reason === "object" && reason?.code === "cancelled_by";
  const cancelled = asked || execution?.status === "cancelled" || outcome === "cancelled";
  if (outcome === "blocked") return cancelled ? null : "blocked";
  return cancelled ? "cancelled" : null;
}

function notExecuted(facts: ResultFacts): ProofState<"not_executed" | "superseded"> {
  return { state: "unavailable", cause: isOvertaken(facts) ? "superseded" : "not_executed" };
}

/** The snapshot that counts as evidence, or null. */
export function usableEvidence(facts: ResultFacts): EvidenceSnapshot | null {
  return evidenceProof(facts).state === "available" ? latestSnapshot(ownSnapshots(facts)) : null;
}

/** Whether anything may have been written. Where no outcome was recorded, whatever was started counts as having written. */
function mayHaveWritten(execution: RunExecution, operation: Operation | null): boolean {
  const shown = showsNothingWritten(outcomeRecord(execution.results));
  if (shown !== null) return !shown;
  const wrote = operation?.outcome === "succeeded" || operation?.outcome === "partial";
  return wrote || execution.startedAt !== null || operation?.startedAt != null || (operation?.done ?? 0) > 0;
}
