import type { BasisChange, StaleCause } from "../../safety/index.js";
import type { RecordedCount } from "./backup-set.js";
import type { FindingReference, IdentityDecision } from "./decisions.js";
import type { CheckEvidence, CheckSeverity, PreviewEvidence } from "./evidence.js";
import type { ConfirmationInputs, RestoreFacts } from "./facts.js";
import type { RunResults } from "./outcome.js";
import type { RecordedReason } from "./outcome-reason.js";
import type { Actor, ExecutionStatus, RestoreRun, TargetIdentity } from "./run.js";
import type { MappingDecision, RestoreMode, RestoreScope } from "./scope.js";

/** A change the operator makes while preparing a run. */
export type RunChange =
  | { readonly event: "backup_set_selected"; readonly backupSetId: string }
  | { readonly event: "scope_defined"; readonly scope: RestoreScope; readonly restoreMode: RestoreMode }
  /** A null decision makes the dependency unresolved again. */
  | {
      readonly event: "mapping_decided";
      readonly key: string;
      readonly decision: MappingDecision | null;
      /** Version of the directory that the operator chose from; a host refuses a choice from another than the present one. */
      readonly directoryVersion?: string;
    }
  /** A null decision leaves it to the rules again which policy the item is (BY-4). */
  | { readonly event: "identity_decided"; readonly itemId: string; readonly decision: IdentityDecision | null }
  /** Accepts one finding by name; who and when is recorded, never sent (RW-20). */
  | ({ readonly event: "check_accepted"; readonly reason: string } & FindingReference)
  | ({ readonly event: "acceptance_withdrawn" } & FindingReference)
  | { readonly event: "dry_run_set"; readonly dryRun: boolean };

/** The request for a real execution. What it confirms is compared with the run, never believed (SI-15, RW-16). */
export interface ExecutionQueued {
  readonly event: "execution_queued";
  readonly operationId: string;
  /** The fingerprint of the basis that the operator was shown. */
  readonly fingerprint: string;
  readonly confirmation: ConfirmationInputs;
}

/** The request to end a run. `attemptedWrites` decides the end: a run that wrote anything is partial, never cancelled (RW-12). */
export interface RunCancelled {
  readonly event: "cancelled";
  readonly reason: RecordedReason;
  readonly attemptedWrites: boolean;
  readonly results: RunResults | null;
}

/** What happens to a run while it is prepared. */
export type PreparationEvent =
  | RunChange
  | { readonly event: "target_identity_read"; readonly identity: TargetIdentity }
  | { readonly event: "checks_completed"; readonly checks: CheckEvidence }
  | { readonly event: "preview_completed"; readonly preview: PreviewEvidence }
  | ExecutionQueued;

/** Everything that can happen to a run. */
export type RunEvent =
  | PreparationEvent
  | { readonly event: "execution_started" }
  | {
      readonly event: "execution_finished";
      readonly status: Extract<ExecutionStatus, "completed" | "partial" | "failed">;
      readonly results: RunResults;
      readonly reason: RecordedReason | null;
    }
  | RunCancelled;

/** When an event happens, who causes it, and the present facts that a basis covers and the run does not hold. */
export interface Circumstances extends Pick<RestoreFacts, "backupSet" | "directoryVersion"> {
  /** RFC 3339. */
  readonly at: string;
  readonly by: Actor;
}

/** Evidence that a basis stands behind. */
export type EvidenceKind = "checks" | "preview";

/** Why an event does not apply. */
export type TransitionRefusal =
  | { readonly code: "event_not_known" }
  | { readonly code: "run_already_left_preparation"; readonly status: ExecutionStatus }
  | { readonly code: "run_not_queued" }
  | { readonly code: "run_not_running" }
  | { readonly code: "run_already_finished"; readonly status: ExecutionStatus }
  | { readonly code: "backup_set_not_selected" }
  | { readonly code: "backup_set_not_readable" }
  | { readonly code: "scope_not_defined" }
  | { readonly code: "target_identity_not_read" }
  | { readonly code: "target_identity_differs" }
  | { readonly code: "acceptance_without_reason" }
  | { readonly code: "acceptance_not_recorded" }
  | { readonly code: "finding_not_recorded" }
  | { readonly code: "finding_not_acceptable"; readonly severity: CheckSeverity }
  | { readonly code: "evidence_proves_no_basis"; readonly evidence: EvidenceKind; readonly cause: StaleCause }
  /** An answer to a question that nobody asks any more may not take the place of one that still holds. */
  | {
      readonly code: "evidence_answers_old_question";
      readonly evidence: EvidenceKind;
      readonly changes: readonly [BasisChange, ...BasisChange[]];
    }
  | { readonly code: "newer_evidence_recorded"; readonly evidence: EvidenceKind }
  | { readonly code: "evidence_not_current"; readonly evidence: EvidenceKind }
  | { readonly code: "basis_moved" }
  | { readonly code: "dry_run_is_on" }
  | { readonly code: "checks_blocking"; readonly count: number }
  | { readonly code: "checks_not_evaluated"; readonly count: number }
  | { readonly code: "preview_undecided"; readonly count: number }
  /** The count is null where the backup set does not tell how many items it holds. */
  | { readonly code: "checks_incomplete" | "preview_incomplete"; readonly count: RecordedCount }
  | { readonly code: "nothing_writable" }
  | { readonly code: "impact_not_reviewed" }
  | { readonly code: "typed_confirmation_not_met" };

/** A named refusal. */
export interface Refused {
  readonly ok: false;
  readonly refusal: TransitionRefusal;
}

/** What an event changes about a run, or why it changes nothing. */
export type Change = { readonly ok: true; readonly change: Partial<RestoreRun> } | Refused;

/** Changes what is named. */
export function changed(change: Partial<RestoreRun>): Change {
  return { ok: true, change };
}

/** Refuses by name. */
export function refuse(refusal: TransitionRefusal): Refused {
  return { ok: false, refusal };
}
