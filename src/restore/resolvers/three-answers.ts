import type { Blocker, CoreReason, ExecutionAvailability, Gates } from "../../safety/index.js";
import type { RestoreFacts } from "../run/facts.js";
import { restoreGates } from "./gates.js";
import type { RestoreGateId, RestoreReason } from "./reasons.js";
import { followUpOf } from "./result-attention.js";
import { resultState } from "./result-state.js";

/** What reading the target back says of a restore. None of it is a claim that anything has recovered. */
export type RecoveryEvidence = "as_intended" | "asks_for_a_look" | "not_shown";

type Availability = ExecutionAvailability<RestoreGateId, RestoreReason>;
type AnyBlocker = Blocker<RestoreReason | CoreReason<RestoreGateId>>;

const technical: readonly RestoreReason["code"][] = [
  "operator_not_entitled",
  "target_identity_not_read",
  "target_identity_differs",
  "capability_missing",
  "facts_superseded",
  "nothing_writable",
  "dry_run_on",
];

/** Answers: could this run start, technically? Says nothing of whether that would be safe (SI-4). */
export function canStart(facts: RestoreFacts): Availability {
  const blockers = blockersOf(restoreGates(facts));
  return answer(
    facts,
    blockers.filter(({ reason }) => reason.code === "gate_not_evaluated" || isTechnical(reason.code)),
  );
}

/** Answers: would starting be safe, as far as source, target, scope, checks and preview tell? Not whether it may start (SI-4). */
export function safeToStart(facts: RestoreFacts): Availability {
  const gates = restoreGates(facts);
  return answer(
    facts,
    blockersOf(
      gates.slice(
        0,
        gates.findIndex(({ id }) => id === "confirmation"),
      ),
    ),
  );
}

/** Answers: was the target read back after the run, and found as intended? Completing is no part of it (SI-4). */
export function recoveryEvidence(facts: RestoreFacts): RecoveryEvidence {
  if (resultState(facts) !== "completed_with_evidence") return "not_shown";
  return followUpOf(facts) === null ? "as_intended" : "asks_for_a_look";
}

function answer({ run }: RestoreFacts, blockers: readonly AnyBlocker[]): Availability {
  if (run.execution !== null) return { state: "started" };
  const [first, ...others] = blockers;
  return first === undefined ? { state: "available" } : { state: "unavailable", reasons: [first, ...others] };
}

function blockersOf(gates: Gates<RestoreGateId, RestoreReason>): readonly AnyBlocker[] {
  return [...new Set(gates.flatMap((gate) => (gate.verdict === "complete" ? [] : gate.blockers)))];
}

function isTechnical(code: string): boolean {
  return technical.some((known) => known === code);
}
