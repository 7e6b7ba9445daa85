import type { CheckAcceptance, IdentityDecisions } from "./decisions.js";
import type { CheckEvidence, PreviewEvidence } from "./evidence.js";
import type { RunResults } from "./outcome.js";
import type { RecordedReason } from "./outcome-reason.js";
import type { Mappings, RestoreMode, RestoreScope } from "./scope.js";

/** Where a run stands before anything is queued. Derived from evidence, never stored (RW-12, PF-18). */
export type PreparationStatus = "draft" | "scoped" | "checked" | "previewed";

/** Where a run stands once it was queued or cancelled. Stored. */
export type ExecutionStatus =
  | "queued"
  | "running"
  | "completed"
  | "partial"
  | "completed_with_errors"
  | "failed"
  | "cancelled";

/** Every status of RW-12. */
export type RunStatus = PreparationStatus | ExecutionStatus;

/** A person, as recorded. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}

/** The target, frozen on the run when it was created (RW-11). */
export interface FrozenTarget {
  readonly tenantId: string;
  readonly label: string;
  readonly environment: "prod" | "test";
}

/** What the target said of itself when it was read (PF-17). */
export interface TargetIdentity {
  readonly tenantId: string;
  readonly label: string;
  /** RFC 3339. */
  readonly readAt: string;
}

/** The compact record of what allowed a real execution, kept for ever (SI-6). */
export interface ExecutionSafetySnapshot {
  readonly fingerprint: string;
  readonly checksCapturedAt: string;
  readonly checksFreshness: "current";
  readonly checkWarnings: number;
  readonly previewCapturedAt: string;
  readonly previewFreshness: "current";
  readonly confirmedAt: string;
  readonly confirmedBy: Actor;
  readonly typedLabel: string;
  /** Whether any of it was pasted; null on a record that does not say. */
  readonly labelPasted: boolean | null;
}

/** One Restore Run: a draft that becomes a queued, running and finished restore (RW-13). */
export interface RestoreRun {
  readonly id: string;
  readonly workspaceId: string;
  readonly environmentId: string;
  /** Raised by every write; a write names the revision it was made for. */
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly requestedBy: Actor;
  readonly target: FrozenTarget;
  readonly targetIdentity: TargetIdentity | null;
  readonly backupSetId: string | null;
  /** null until the operator has confirmed a scope in step 2. */
  readonly scope: RestoreScope | null;
  readonly restoreMode: RestoreMode;
  readonly mappings: Mappings;
  readonly identityDecisions: IdentityDecisions;
  /** Findings that were accepted by name, oldest first (RW-20). */
  readonly acceptances: readonly CheckAcceptance[];
  readonly dryRun: boolean;
  readonly checks: CheckEvidence | null;
  readonly preview: PreviewEvidence | null;
  /** null until the run is queued or cancelled. */
  readonly execution: RunExecution | null;
}

/** The part of a run that exists once it left preparation. */
export interface RunExecution {
  readonly status: ExecutionStatus;
  readonly operationId: string | null;
  readonly queuedAt: string | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  /** null on a run that was cancelled before it was queued, and on imported older records. */
  readonly safetySnapshot: ExecutionSafetySnapshot | null;
  readonly results: RunResults | null;
  /** Why it was cancelled or failed as a whole; null otherwise. */
  readonly reason: RecordedReason | null;
}
