import type { BackupQuality, RecordedCount } from "../run/backup-set.js";
import type { BackupItem, DirectoryGroup } from "../run/items.js";
import { groupReferences } from "./assignments.js";
import { phasesOf } from "./item-types.js";
import { writability } from "./writability.js";

/**
 * Counts of PF-6. A count that the export gives no ground for is null, never zero (BY-3): whether a group is orphaned
 * can be told only where the export names groups, or where it captured every assignment and none refers to a group.
 */
export function backupQuality(items: readonly BackupItem[], groups: readonly DirectoryGroup[]): BackupQuality {
  const usable = items.filter((item) => writability(item) !== "metadata_only");
  return {
    itemCount: items.length,
    usableItems: usable.length,
    degradedItems: usable.filter(({ capture }) => capture === "degraded").length,
    metadataOnlyItems: items.length - usable.length,
    ...assignmentQuality(items.filter(carriesAssignments), items, groups),
  };
}

/** Whether items of this kind are assigned to anyone. Foundations are not; conditional access keeps its own conditions. */
export function carriesAssignments(item: Pick<BackupItem, "type">): boolean {
  return phasesOf(item.type).includes("assignments");
}

function assignmentQuality(
  assignable: readonly BackupItem[],
  all: readonly BackupItem[],
  groups: readonly DirectoryGroup[],
): { readonly assignmentIssues: RecordedCount; readonly orphanedAssignments: RecordedCount } {
  const known = new Set(groups.map((group) => group.id.toLowerCase()));
  const filters = new Set(
    all.flatMap((item) =>
      item.type === "assignment_filter" && item.sourceId !== null ? [item.sourceId.toLowerCase()] : [],
    ),
  );
  let uncaptured = 0;
  let references = 0;
  let named = 0;
  let orphaned = 0;
  let brokenItems = 0;
  for (const item of assignable) {
    if (item.assignments === null) {
      uncaptured += 1;
      continue;
    }
    let broken = item.assignments.some(({ filter }) => filter !== null && !filters.has(filter.id.toLowerCase()));
    for (const group of groupReferences(item.assignments)) {
      references += 1;
      if (group.groupName !== null) named += 1;
      if (group.groupName !== null || known.has(group.groupId.toLowerCase())) continue;
      orphaned += 1;
      broken = true;
    }
    if (broken) brokenItems += 1;
  }
  const groupsTold = groups.length > 0 || named > 0;
  const noneReferred = references === 0 && uncaptured === 0;
  const countable = groupsTold || noneReferred;
  return {
    assignmentIssues: countable || references === 0 ? uncaptured + brokenItems : null,
    orphanedAssignments: countable ? orphaned : null,
  };
}
