import type { BackupSetSummary, RecordedCount } from "./backup-set.js";
import type { PreviewItem } from "./evidence.js";
import type { RestoreScope } from "./scope.js";

/** Requested ids that a preview does not show: nobody was told what would happen to them (RW-8). */
export function notPreviewed(requested: readonly string[], items: readonly PreviewItem[]): readonly string[] {
  const shown = new Set(items.map(({ itemId }) => itemId));
  return requested.filter((id) => !shown.has(id));
}

/** How many items of a scope a preview does not show; null where the backup set does not tell how many it holds. */
export function missingFromPreview(
  scope: RestoreScope,
  { quality: { itemCount } }: Pick<BackupSetSummary, "quality">,
  items: readonly PreviewItem[],
): RecordedCount {
  if (scope.mode === "selected") return notPreviewed(scope.itemIds, items).length;
  if (itemCount === null) return null;
  return Math.max(0, itemCount - new Set(items.map(({ itemId }) => itemId)).size);
}
