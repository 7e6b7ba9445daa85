import type { BackupItem } from "../run/items.js";
import type { ScopeFacts } from "../run/facts.js";
import type { RestoreScope } from "../run/scope.js";
import { type Writability, writability } from "./writability.js";

/**
 * Items of a scope, in catalogue order. An empty selection is an empty scope: it means all only in mode `all` (RW-4).
 * A scope that was not defined yet holds nothing. Ids that the backup set does not hold
 * bring nothing in, and `unknownItems` names them.
 */
export function scopedItems(items: readonly BackupItem[], scope: RestoreScope | null): readonly BackupItem[] {
  if (scope === null) return [];
  if (scope.mode === "all") return items;
  const selected = new Set(scope.itemIds);
  return items.filter((item) => selected.has(item.id));
}

/** Ids that a scope names and the backup set does not hold; such a scope is not what anybody chose from. */
export function unknownItems(
  scope: RestoreScope,
  { requestedItems }: Pick<ScopeFacts, "requestedItems">,
): readonly string[] {
  if (scope.mode === "all") return [];
  const held = new Set(requestedItems);
  return [...new Set(scope.itemIds)].filter((id) => !held.has(id));
}

/** Counts of a scope, each item in exactly one of writable, preview-only and metadata-only. */
export function scopeFacts(items: readonly BackupItem[], scope: RestoreScope | null): ScopeFacts {
  const inScope = scopedItems(items, scope);
  const counts: Record<Writability, number> = { writable: 0, preview_only: 0, metadata_only: 0 };
  for (const item of inScope) counts[writability(item)] += 1;
  return {
    inScope: inScope.length,
    writable: counts.writable,
    previewOnly: counts.preview_only,
    metadataOnly: counts.metadata_only,
    requestedItems: inScope.map((item) => item.id),
  };
}

export { backupQuality } from "./quality.js";
export { writability } from "./writability.js";
