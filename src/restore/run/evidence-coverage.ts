import type { BackupSetSummary, RecordedCount } from "./backup-set.js";
import type { RestoreScope } from "./scope.js";

/** One row of evidence: a finding of the checks, or an item of the preview. */
interface EvidenceRow {
  readonly itemId: string;
}

/** Requested ids of which evidence says nothing: what it does not name was not looked at (RW-7, RW-8). */
export function notCovered(requested: readonly string[], rows: readonly EvidenceRow[]): readonly string[] {
  const covered = new Set(rows.map(({ itemId }) => itemId));
  return requested.filter((id) => !covered.has(id));
}

/** Of how many items of a scope evidence says nothing; null where the backup set does not tell how many it holds. */
export function missingFrom(
  rows: readonly EvidenceRow[],
  scope: RestoreScope,
  { quality: { itemCount } }: Pick<BackupSetSummary, "quality">,
): RecordedCount {
  if (scope.mode === "selected") return notCovered(scope.itemIds, rows).length;
  if (itemCount === null) return null;
  return Math.max(0, itemCount - new Set(rows.map(({ itemId }) => itemId)).size);
}
