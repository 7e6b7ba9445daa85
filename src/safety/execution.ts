import type { NonEmptyList } from "../view-models/index.js";
import type { Blocker, CoreReason, Gates, Reason } from "./gates.js";

/** May execution start? One answer, with every reason, for the button, the card, the rail and the API (PF-16, RW-10). */
export type ExecutionAvailability<Id extends string, R extends Reason> =
  | { readonly state: "available" }
  | { readonly state: "unavailable"; readonly reasons: NonEmptyList<Blocker<R | CoreReason<Id>>> }
  | { readonly state: "started" };

/**
 * Answers: may this execution start now? The execution gate is the last one, and every gate before it must be complete.
 * Reasons come in gate order, one that several gates share once. A list that does not end with the execution gate, or holds nothing before it, is never
 * available; an execution gate that is complete has had its execution.
 */
export function executionAvailability<Id extends string, R extends Reason>(
  gates: Gates<Id, R>,
  executionGate: Id,
  started: boolean,
): ExecutionAvailability<Id, R> {
  const last = gates.at(-1);
  const ends = last?.id === executionGate;
  if (started || (ends && last.verdict === "complete")) return { state: "started" };
  const before = gates.slice(0, -1);
  if (ends && before.length > 0 && before.every((gate) => gate.verdict === "complete")) return { state: "available" };
  const [first, ...others] = new Set(before.flatMap((gate) => (gate.verdict === "complete" ? [] : gate.blockers)));
  const notEvaluated = { reason: { code: "gate_not_evaluated", gate: executionGate }, clearedBy: null } as const;
  return { state: "unavailable", reasons: first === undefined ? [notEvaluated] : [first, ...others] };
}
