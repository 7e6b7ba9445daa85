import type { EvidencePart, EvidenceReason } from "./outcome-reason.js";

/** Lifecycle of an operation: monitoring, never restore truth (SI-16). */
export type OperationStatus = "queued" | "running" | "finished";

/** How an operation ended. */
export type OperationOutcome = "succeeded" | "partial" | "failed" | "blocked" | "cancelled";

/** One `restore.execute` operation. */
export interface Operation {
  readonly id: string;
  readonly kind: "restore.execute";
  readonly workspaceId: string;
  readonly environmentId: string;
  readonly restoreRunId: string;
  readonly status: OperationStatus;
  /** null until the operation finished. */
  readonly outcome: OperationOutcome | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  /** Items done so far. */
  readonly done: number;
  /** Items in all; null until the worker knows. */
  readonly total: number | null;
}

/** State of an evidence snapshot. Only `active` counts as evidence (RR-8). */
export type SnapshotState = "queued" | "generating" | "active" | "failed";

/** How one item compares with what was intended, after the target was read again. */
export interface EvidenceFinding {
  readonly itemId: string;
  readonly name: string;
  readonly result: "as_intended" | "differs" | "missing" | "not_checked";
  /** How each part of the item compares; null in a record of the former form, which did not tell. */
  readonly parts: readonly EvidencePart[] | null;
  /** null where the result and its parts speak for themselves. A sentence stands in a record of the former form. */
  readonly detail: EvidenceReason | string | null;
}

/** Post-run evidence: the target read back and compared with what was intended. */
export interface EvidenceSnapshot {
  readonly id: string;
  readonly operationId: string;
  readonly workspaceId: string;
  readonly environmentId: string;
  readonly state: SnapshotState;
  readonly requestedAt: string;
  /** When the target was read; null until then. */
  readonly capturedAt: string | null;
  /** Coverage and findings; null until the snapshot is active. */
  readonly coverage: { readonly checked: number; readonly notChecked: number } | null;
  readonly findings: readonly EvidenceFinding[] | null;
}
