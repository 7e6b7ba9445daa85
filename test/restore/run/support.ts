import type { Circumstances, RunEvent } from "../../../src/restore/run/events.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import type { RestoreRun } from "../../../src/restore/run/run.js";
import { restoreBasis } from "../../../src/restore/run/basis.js";
import { transition } from "../../../src/restore/run/transition.js";
import { operator } from "../../../src/testing/scenarios/facts/draft.js";

export const at = "2026-11-20T18:00:00Z";

/** The circumstances in which these facts hold. */
export function now({ backupSet, directoryVersion }: RestoreFacts, change: Partial<Circumstances> = {}): Circumstances {
  return { at, by: { id: operator.id, name: operator.name }, backupSet, directoryVersion, ...change };
}

/** The facts after an event that must apply. */
export function after(facts: RestoreFacts, event: RunEvent, change: Partial<Circumstances> = {}): RestoreFacts {
  const result = transition(facts.run, event, now(facts, change));
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return { ...facts, run: result.run };
}

/** The run after an event that must apply. */
export function runAfter(facts: RestoreFacts, event: RunEvent): RestoreRun {
  return after(facts, event).run;
}

/** Why an event does not apply; null where it does. */
export function refusal(facts: RestoreFacts, event: RunEvent, change: Partial<Circumstances> = {}): string | null {
  const result = transition(facts.run, event, now(facts, change));
  return result.ok ? null : result.refusal.code;
}

/** The request for execution of an operator who was shown these facts. */
export function queueRequest(facts: RestoreFacts): Extract<RunEvent, { event: "execution_queued" }> {
  const { confirmation } = facts;
  return {
    event: "execution_queued",
    operationId: "op_1",
    fingerprint: restoreBasis(facts).fingerprint,
    confirmation,
  };
}
