import type { Formatting } from "../formatting.js";
import { englishConfirmation } from "./english-confirmation.js";
import type { FlowWords } from "./words.js";

/** The shared sentences in English. */
export const englishFlowWords = (format: Formatting): FlowWords => ({
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
    inputs_overtaken:
      "What it was produced from may have changed since this page read it, so it cannot be shown to be current.",
  },
  gatesComplete: (complete, total) => `${complete}/${total} gates complete`,
  nextGate: (title) => `Next gate: ${title}`,
  executionAvailable: "Execution available",
  executionUnavailable: "Execution unavailable",
  viewGates: "View safety gates",
  gateNotEvaluated: (title) => `“${title}” could not be evaluated, so it does not count as complete.`,
  gateWaitsFor: (missingTitle) => `Waits for “${missingTitle}”.`,
  diagnosticsTitle: "Diagnostics",
  diagnosticsSummary: (entries) => `${format.counted(entries, { one: "entry", other: "entries" })}, no raw payload`,
  notRecorded: "Not recorded",
  confirmation: englishConfirmation(format),
  proof: {
    available: "Available",
    pending: "Queued",
    in_progress: "In progress",
    unavailable: "Unavailable",
    unknown: "Not known",
  },
});
