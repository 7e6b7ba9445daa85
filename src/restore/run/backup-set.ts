/** A count that was recorded, or null where it was not. null is never treated as zero (BY-3). */
export type RecordedCount = number | null;

/** What is known of a backup set without opening its items (RW-2, PF-6). */
export interface BackupSetSummary {
  readonly id: string;
  readonly name: string;
  /** When the backup was captured, RFC 3339; null where the export does not say. */
  readonly capturedAt: string | null;
  /** When the set was imported, RFC 3339. */
  readonly importedAt: string;
  readonly tenantId: string | null;
  readonly tenantName: string | null;
  /** Fingerprint of every item, so that a changed set never looks like the same one (SI-1). */
  readonly contentHash: string;
  /** Ids of the item types in the set, in catalogue order. */
  readonly types: readonly string[];
  readonly quality: BackupQuality;
}

/** Counts of PF-6. */
export interface BackupQuality {
  readonly itemCount: RecordedCount;
  /** Items whose payload was captured, so that something of them can be compared or written. */
  readonly usableItems: RecordedCount;
  readonly degradedItems: RecordedCount;
  readonly metadataOnlyItems: RecordedCount;
  /** Items whose assignments were not captured, or refer to something the export does not hold. */
  readonly assignmentIssues: RecordedCount;
  /** Assignments to a group that the export does not know. */
  readonly orphanedAssignments: RecordedCount;
}
