import type { Assessment } from "./assessment.js";
import type { BackupSetSummary } from "./backup-set.js";
import type { EvidenceSnapshot, Operation } from "./operation.js";
import type { RestoreRun } from "./run.js";
import type { Dependency } from "./scope.js";
import type { DirectorySync } from "./target.js";

/** What an operator may do. Denied where absent. */
export type Capability = "restore.prepare" | "restore.execute" | "operation.view" | "evidence.view" | "audit.export";

/** The operator as the host knows them. */
export interface Operator {
  readonly id: string;
  readonly name: string;
  readonly capabilities: readonly Capability[];
}

/** What the operator has entered on the confirmation page. Never persisted, cleared on reload (BY-14). */
export interface ConfirmationInputs {
  readonly reviewedImpact: boolean;
  readonly typedLabel: string;
  /** Whether any of it was pasted or dropped in: a fact for the record, never a reason to refuse (BY-11). */
  readonly pasted: boolean;
}

/** Confirmation inputs of a page that was just opened. */
export const noConfirmation: ConfirmationInputs = { reviewedImpact: false, typedLabel: "", pasted: false };

/** Items of the present scope, counted. null where the scope could not be read. */
export interface ScopeFacts {
  readonly inScope: number;
  readonly writable: number;
  readonly previewOnly: number;
  readonly metadataOnly: number;
  /** Ids in catalogue order; part of the basis in mode `selected`. */
  readonly requestedItems: readonly string[];
}

/** Everything that the gates of a Restore Run are evaluated from; the same in the browser and on the server. */
export interface RestoreFacts {
  readonly run: RestoreRun;
  /** The run's backup set; null where none is chosen or it cannot be read. */
  readonly backupSet: BackupSetSummary | null;
  readonly scope: ScopeFacts | null;
  /** References of the items in scope; null where they could not be determined. */
  readonly dependencies: readonly Dependency[] | null;
  /** The fresh reading of the directory that was asked for last; absent or null where nobody asked for one. */
  readonly directorySync?: DirectorySync | null;
  /** The checks or the preview that were asked for last; absent where the host answers such a request only once it is done. */
  readonly assessment?: Assessment | null;
  /** Version of the directory cache that mappings were made against; null where it was never read. */
  readonly directoryVersion: string | null;
  readonly operator: Operator;
  readonly confirmation: ConfirmationInputs;
  /** The linked operation as stored; whether it counts as proof is decided by the rules (RR-8). */
  readonly operation: Operation | null;
  readonly evidence: readonly EvidenceSnapshot[];
  /** The last entry about the run in the host's audit trail; absent where the host keeps none. */
  readonly audit?: AuditMark | null;
  /** Whether an answer of the host says or leaves open that the run is not as these facts have it, and it was not read since; absent where none does. */
  readonly superseded?: boolean;
}

/** An entry of an audit trail by its place and hash, which stands for everything up to it. */
export interface AuditMark {
  readonly sequence: number;
  readonly hash: string;
}
