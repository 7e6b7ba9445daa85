import type { ProofFactModel, StatusLiteral } from "../../view-models/index.js";
import type { Freshness, StaleCause } from "../../safety/index.js";
import type { ConfirmationWords } from "./confirmation.js";

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
  readonly executionUnavailable: string;
  readonly viewGates: string;
  readonly gateNotEvaluated: (title: string) => string;
  readonly gateWaitsFor: (missingTitle: string) => string;
  readonly diagnosticsTitle: string;
  readonly diagnosticsSummary: (entries: number) => string;
  /** Stands for a basis value that was absent, and for a count that was not recorded. */
  readonly notRecorded: string;
  /** What is said of a typed confirmation, character by character (BY-11). */
  readonly confirmation: ConfirmationWords;
  /** One or two words per state of proof. */
  readonly proof: Readonly<Record<Exclude<ProofFactModel["state"], "recorded">, string>>;
}
