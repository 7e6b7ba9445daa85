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
  const words = context.words.proof.quality;
  const quality = backupSet?.quality ?? null;
  const missing = backupSet === null ? words.notSelected : words.setDoesNotRecord;
  const row = (id: keyof typeof words.label, count: RecordedCount | undefined, note: string): QualityRow => ({
    id,
    label: words.label[id],
    measure: measure(count ?? null, missing, context),
    emphasis: id !== "item_count" && count != null && count > 0 ? "attention" : "plain",
    note,
  });
  const usable = quality?.usableItems ?? null;
  return {
    contract: contractVersion,
    id: "backup-quality",
    title: words.title,
    rows: [
      row(
        "item_count",
        quality?.itemCount,
        usable === null ? words.usableNotRecorded : words.usable(context.number(usable)),
      ),
      row("degraded_items", quality?.degradedItems, words.note.degraded_items),
      row("metadata_only_items", quality?.metadataOnlyItems, words.note.metadata_only_items),
      row("assignment_issues", quality?.assignmentIssues, words.note.assignment_issues),
      row("orphaned_assignments", quality?.orphanedAssignments, words.note.orphaned_assignments),
    ],
    disclaimer: words.disclaimer,
    action: null,
  };
}

/** A recorded count as a measure; what was not recorded stays words, never a zero (BY-3). */
export function measure(count: RecordedCount, reason: string, { number, words }: RestoreContext): MeasureModel {
  return count === null
    ? { state: "unavailable", text: words.flow.notRecorded, reason }
    : { state: "known", value: count, text: number(count) };
}
