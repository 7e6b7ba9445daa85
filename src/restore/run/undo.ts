import type { BasisChange, Freshness } from "../../safety/index.js";
import type { BackupSetSummary } from "./backup-set.js";
import { type BasisInputs, checksFreshness, evidenceFreshness, previewFreshness, restoreBasis } from "./basis.js";
import type { EvidenceKind, RunEvent } from "./events.js";
import type { ConfirmationInputs, RestoreFacts } from "./facts.js";
import type { RestoreRun } from "./run.js";
import { transition } from "./transition.js";

/** Evidence that holds now and would not any more, with the inputs that would have moved (BY-1). */
export interface VoidedEvidence {
  readonly evidence: EvidenceKind;
  readonly changes: readonly [BasisChange, ...BasisChange[]];
}

/** What the operator has entered or decided and would have to enter or decide again. */
export type ClearedInput = "scope" | "mappings" | "identity_decisions" | "acceptances" | "confirmation";

/** What an event would undo; both lists are empty where it would undo nothing. */
export interface Undone {
  readonly voids: readonly VoidedEvidence[];
  readonly clears: readonly ClearedInput[];
}

/**
 * Answers, before the change: what would this event undo (BY-2)? It asks the transition itself, so the two cannot disagree;
 * an event that would be refused undoes nothing. `chosen` is the set that the event selects, where the caller knows it.
 */
export function whatWouldThisUndo(
  facts: RestoreFacts,
  event: RunEvent,
  chosen: BackupSetSummary | null = null,
): Undone {
  const result = transition(facts.run, event, { ...facts, at: facts.run.updatedAt, by: facts.operator });
  if (!result.ok) return { voids: [], clears: [] };
  const { run } = result;
  const after = { ...facts, run, backupSet: run.backupSetId === facts.run.backupSetId ? facts.backupSet : chosen };
  return { voids: voided(facts, after), clears: cleared(facts, after, event) };
}

/**
 * Answers: do a tick and a typed label still confirm what they were entered for? They confirm one basis with the checks and
 * the preview that were on the page; another preview of the same basis may show something else (RW-3, RW-16).
 */
export function confirmationHolds(before: BasisInputs, after: BasisInputs): boolean {
  return (
    restoreBasis(before).fingerprint === restoreBasis(after).fingerprint &&
    before.run.checks?.capturedAt === after.run.checks?.capturedAt &&
    before.run.preview?.capturedAt === after.run.preview?.capturedAt
  );
}

function voided(before: BasisInputs, after: BasisInputs): readonly VoidedEvidence[] {
  const was = evidenceFreshness(before);
  // What a basis of thousands of items comes to is reckoned only where there is something to lose.
  const lost = (evidence: EvidenceKind, held: Freshness, present: () => Freshness): readonly VoidedEvidence[] => {
    if (held.state !== "current") return [];
    const now = present();
    return now.state === "invalidated" ? [{ evidence, changes: now.changes }] : [];
  };
  return [
    ...lost("checks", was.checks, () => checksFreshness(after.run.checks, after)),
    ...lost("preview", was.preview, () => previewFreshness(after.run.preview, after)),
  ];
}

function cleared(before: RestoreFacts, after: BasisInputs, { event }: RunEvent): readonly ClearedInput[] {
  // Taking back one's own decision is the change itself; what goes with another change is cleared by it.
  const own: Partial<Record<RunEvent["event"], ClearedInput>> = {
    mapping_decided: "mappings",
    identity_decided: "identity_decisions",
    acceptance_withdrawn: "acceptances",
  };
  const had = entered(before.run);
  const has = entered(after.run);
  const inputs = (["scope", "mappings", "identity_decisions", "acceptances"] as const).filter(
    (input) => input !== own[event] && had[input] && !has[input],
  );
  const confirmed = anythingConfirmed(before.confirmation) && !confirmationHolds(before, after);
  return confirmed ? [...inputs, "confirmation"] : inputs;
}

function entered(run: RestoreRun): Readonly<Record<Exclude<ClearedInput, "confirmation">, boolean>> {
  return {
    scope: run.scope !== null,
    mappings: Object.keys(run.mappings).length > 0,
    identity_decisions: Object.keys(run.identityDecisions).length > 0,
    acceptances: run.acceptances.length > 0,
  };
}

function anythingConfirmed({ reviewedImpact, typedLabel }: ConfirmationInputs): boolean {
  return reviewedImpact || typedLabel !== "";
}
