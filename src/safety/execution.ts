import type { NonEmptyList } from "../view-models/index.js";
import type { Blocker, CoreReason, Gates, Reason } from "./gates.js";

/** May execution start? One answer, with every reason, for the button, the card, the rail and the API (PF-16, RW-10). */
export type ExecutionAvailability<Id extends string, R extends Reason> =
  | { readonly state: "available" }
  | { readonly state: "unavailable"; readonly reasons: NonEmptyList<Blocker<R | CoreReason<Id>>> }
  | { readonly state: "started" };

/**
 * Answers: may this execution start now? Every gate before the execution gate must be complete.
 * Reasons come in gate order, each once. A list without the execution gate is never available.
 */
export function executionAvailability<Id extends string, R extends Reason>(
  gates: Gates<Id, R>,
  executionGate: Id,
  started: boolean,
): ExecutionAvailability<Id, R> {
  if (started) return { state: "started" };
  const index = gates.findIndex((gate) => gate.id === executionGate);
  const [first, ...others] = gates
    .slice(0, Math.max(index, 0))
    .flatMap((gate) => (gate.verdict === "complete" ? [] : gate.blockers));
  if (first !== undefined) return { state: "unavailable", reasons: [first, ...others] };
  if (index > 0) return { state: "available" };
  return {
    state: "unavailable",
    reasons: [{ reason: { code: "gate_not_evaluated", gate: executionGate }, clearedBy: null }],
  };
}
