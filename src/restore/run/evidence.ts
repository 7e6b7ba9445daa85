import type { Basis, EvidenceMarkers } from "../../safety/index.js";
import type { CheckId, FindingReason } from "./findings.js";
import type { ConsequenceCounts, ItemChange } from "./change.js";
import type { RestoreMode } from "./scope.js";
import type { RecordedCount } from "./backup-set.js";

/** Severity of one finding (RW-7). `not_evaluated` never counts as safe. */
export type CheckSeverity = "blocking" | "warning" | "safe" | "not_evaluated";

/** One finding of one check about one item. */
export interface CheckFinding {
  readonly check: CheckId;
  readonly itemId: string;
  readonly itemName: string;
  readonly severity: CheckSeverity;
  /** What was found, as data. */
  readonly reason: FindingReason;
}

/** A policy of the target that an item could be, as the checks found it. */
export interface IdentityCandidate {
  readonly id: string;
  readonly name: string;
  /** When it was last changed, as the target tells; null where it does not. */
  readonly modifiedAt: string | null;
}

/** Recorded checks: what was found, and what it was found from (RW-6, RW-13). */
export interface CheckEvidence extends EvidenceMarkers {
  readonly findings: readonly CheckFinding[];
  /** Counts by severity over all findings, taken when the checks ran. */
  readonly summary: Readonly<Record<CheckSeverity, number>>;
  /** By item id, for each item of which a person decides, or decided, which policy it is (BY-4). Checks of an earlier version did not record it. */
  readonly candidates?: Readonly<Record<string, readonly IdentityCandidate[]>> | undefined;
  /** Of the items with candidates, those that could be created as none of them. Checks of an earlier version did not record it. */
  readonly creatable?: readonly string[] | undefined;
}

/** What executing would do to one item. */
export type PlannedAction = "create" | "update" | "none" | "skip";

/** Why an item in scope is not written. */
export type SkipReason =
  | "preview_only"
  | "metadata_only"
  | "missing_in_target"
  | "identity_undecided"
  | "mapping_unresolved";

/** The parts of an item that are written one after the other (BY-9). */
export type RestorePhase = "settings" | "assignments" | "scope_tags";

/** What would happen to one item (RW-8). */
export interface PreviewItem {
  readonly itemId: string;
  readonly name: string;
  readonly type: string;
  readonly action: PlannedAction;
  /** Why nothing is written; null for an action other than `skip`. */
  readonly skipReason: SkipReason | null;
  /** Id of the matched policy in the target; null where there is none. */
  readonly targetId: string | null;
  /** Fingerprint of the target's policy as it was compared; null where there is none. Execution refuses another one (BY-8). */
  readonly targetFingerprint: string | null;
  /** False where the backup lacks the assignments that an item of this type has: the target's stay untouched (BY-3). */
  readonly assignmentsCaptured: boolean;
  readonly changes: readonly ItemChange[];
  /** Changes beyond the bound, counted by consequence, so that one that is not listed is never read as none. */
  readonly changesNotListed: ConsequenceCounts;
  /** Differences in fields that carry no meaning, such as timestamps; hidden and counted. */
  readonly noiseHidden: number;
}

/** Who and what a restore reaches (BY-10). null means not known. */
export interface BlastRadius {
  readonly policiesWritten: RecordedCount;
  readonly includeGroups: RecordedCount;
  readonly excludeGroups: RecordedCount;
  readonly policiesForAllUsers: RecordedCount;
  readonly policiesForAllDevices: RecordedCount;
}

/** Counts of RW-8. */
export interface PreviewSummary {
  readonly itemsInScope: number;
  readonly policiesChanged: number;
  readonly policiesCreated: number;
  readonly assignmentsChanged: number;
  readonly scopeTagsChanged: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly blastRadius: BlastRadius;
}

/** A recorded preview: what would happen, and what it was computed from (RW-8, RW-13). */
export interface PreviewEvidence extends EvidenceMarkers {
  readonly summary: PreviewSummary;
  readonly items: readonly PreviewItem[];
}

/** Fields of the basis of checks (SI-1). The order is the order in which causes are named. */
export interface ChecksBasisFields {
  /** Id and name, so that a cause can be named after the set is gone. */
  readonly backupSet: { readonly id: string; readonly name: string } | null;
  readonly backupContent: string | null;
  /** null until a scope was defined. */
  readonly scopeMode: "all" | "selected" | null;
  /** Ids, sorted; null in mode `all`. */
  readonly requestedItems: readonly string[] | null;
  readonly restoreMode: RestoreMode;
  /** "map:" with the target's id, or "skip", by dependency key. Every recorded decision counts, in scope or not. */
  readonly mappings: Readonly<Record<string, string>>;
  /** "match:" with the target's id, or "create", by item id. Every one counts: an item outside the scope keeps its policy. */
  readonly identityDecisions: Readonly<Record<string, string>>;
  /** What the target said of itself; the label is null before it was read. */
  readonly target: { readonly label: string | null; readonly tenantId: string };
  /** Version of the directory cache; null where no mapping used it. */
  readonly directoryVersion: string | null;
  readonly rulesVersion: string;
  readonly [field: string]: string | null | readonly string[] | Readonly<Record<string, string | null>>;
}

/** Fields of the basis of the preview, and of what an operator confirms (SI-1). */
export interface RestoreBasisFields extends ChecksBasisFields {
  /** "check/item" by fingerprint of the finding that was accepted. */
  readonly acceptances: Readonly<Record<string, string>>;
}

/** The basis of preview and execution. */
export type RestoreBasis = Basis<RestoreBasisFields>;
