import type { StatusLiteral } from "../view-models/index.js";
import type { Freshness, StaleCause } from "../safety/index.js";

/** The sentences that every workflow shares, in one language. */
export interface FlowWords {
  /** One or two words per status. */
  readonly status: Readonly<Record<StatusLiteral, string>>;
  /** One or two words per freshness state. */
  readonly freshness: Readonly<Record<Freshness["state"], string>>;
  readonly staleCause: Readonly<Record<StaleCause, string>>;
  readonly gatesComplete: (complete: number, total: number) => string;
  readonly nextGate: (title: string) => string;
  readonly executionAvailable: string;
  readonly executionUnavailable: (firstReason: string) => string;
  readonly viewGates: string;
  readonly gateNotEvaluated: (title: string) => string;
  readonly gateWaitsFor: (missingTitle: string) => string;
  readonly diagnosticsTitle: string;
  readonly diagnosticsSummary: (entries: number) => string;
  /** Stands for a basis value that was absent. */
  readonly notRecorded: string;
}

/** English. */
export const englishFlowWords: FlowWords = {
  status: {
    complete: "Complete",
    next: "Next gate",
    running: "Running",
    blocked: "Blocked",
    attention: "Needs review",
    pending: "Pending",
    invalidated: "Void",
    stale: "Stale",
    unknown: "Not known",
    unavailable: "Unavailable",
    recorded: "Recorded",
    unchanged: "Unchanged",
  },
  freshness: { not_run: "Not run", current: "Current", invalidated: "Void", stale: "Stale" },
  staleCause: {
    basis_not_recorded: "The record does not say what it was produced from, so it cannot be shown to be current.",
    capture_time_not_recorded: "The record does not say when it was produced, so it cannot be shown to be current.",
    basis_does_not_match_its_fingerprint:
      "The recorded inputs do not match their fingerprint, so the record cannot be shown to be current.",
  },
  gatesComplete: (complete, total) => `${complete}/${total} gates complete`,
  nextGate: (title) => `Next gate: ${title}`,
  executionAvailable: "Execution available",
  executionUnavailable: (firstReason) => `Execution unavailable. ${firstReason}`,
  viewGates: "View safety gates",
  gateNotEvaluated: (title) => `“${title}” could not be evaluated, so it does not count as complete.`,
  gateWaitsFor: (missingTitle) => `Waits for “${missingTitle}”.`,
  diagnosticsTitle: "Diagnostics",
  diagnosticsSummary: (entries) => (entries === 1 ? "1 entry, no raw payload" : `${entries} entries, no raw payload`),
  notRecorded: "Not recorded",
};
