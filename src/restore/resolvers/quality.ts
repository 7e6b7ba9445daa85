import {
  type BackupQualitySummaryViewModel,
  contractVersion,
  type MeasureModel,
  type QualityRow,
} from "../../view-models/index.js";
import type { BackupSetSummary, RecordedCount } from "../run/backup-set.js";
import type { RestoreContext } from "./context.js";

/** Answers: how good is this input, and what does that not prove? (PF-6) */
export function resolveQuality(
  backupSet: BackupSetSummary | null,
  context: RestoreContext,
): BackupQualitySummaryViewModel {
  const quality = backupSet?.quality ?? null;
  const missing = backupSet === null ? "No backup set is selected." : "This backup set does not record it.";
  const row = (id: string, label: string, count: RecordedCount | undefined, note: string): QualityRow => ({
    id,
    label,
    measure: measure(count ?? null, missing, context),
    emphasis: id !== "item_count" && count != null && count > 0 ? "attention" : "plain",
    note,
  });
  const usable = quality?.usableItems ?? null;
  return {
    contract: contractVersion,
    id: "backup-quality",
    title: "Backup quality summary",
    rows: [
      row(
        "item_count",
        "Items",
        quality?.itemCount,
        usable === null ? "Usable items not recorded" : `${context.number(usable)} usable`,
      ),
      row("degraded_items", "Degraded items", quality?.degradedItems, "Captured with a known quality problem"),
      row(
        "metadata_only_items",
        "Metadata-only items",
        quality?.metadataOnlyItems,
        "Payload not captured: listed, never restored",
      ),
      row(
        "assignment_issues",
        "Assignment issues",
        quality?.assignmentIssues,
        "Assignments not captured, or not complete",
      ),
      row("orphaned_assignments", "Orphaned assignments", quality?.orphanedAssignments, "Group unknown to the export"),
    ],
    disclaimer: "Input quality proves neither that execution is safe nor that recovery is verified.",
    action: null,
  };
}

/** A recorded count as a measure; what was not recorded stays words, never a zero (BY-3). */
export function measure(count: RecordedCount, reason: string, { number, words }: RestoreContext): MeasureModel {
  return count === null
    ? { state: "unavailable", text: words.flow.notRecorded, reason }
    : { state: "known", value: count, text: number(count) };
}
