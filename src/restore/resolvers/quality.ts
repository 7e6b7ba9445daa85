import { presentMeasure, presentQuality, type QualityCount } from "../../flow/index.js";
import type { BackupQualitySummaryViewModel, MeasureModel } from "../../view-models/index.js";
import type { BackupSetSummary, RecordedCount } from "../run/backup-set.js";
import type { RestoreContext } from "./context.js";

/** Answers: how good is this input, and what does that not prove? (PF-6) */
export function resolveQuality(
  backupSet: BackupSetSummary | null,
  context: RestoreContext,
): BackupQualitySummaryViewModel {
  const words = context.words.proof.quality;
  const { title, disclaimer } = words;
  const missing = backupSet === null ? words.notSelected : words.setDoesNotRecord;
  const quality = backupSet?.quality;
  const row = (id: keyof typeof words.label, count: RecordedCount | undefined, note: string): QualityCount => ({
    id,
    label: words.label[id],
    count: count ?? null,
    note,
    attention: id !== "item_count",
  });
  const usable = measure(quality?.usableItems ?? null, missing, context);
  return presentQuality(
    "backup-quality",
    { title, disclaimer, missing },
    [
      row(
        "item_count",
        quality?.itemCount,
        usable.state === "known" ? words.usable(usable.text) : words.usableNotRecorded,
      ),
      row("degraded_items", quality?.degradedItems, words.note.degraded_items),
      row("metadata_only_items", quality?.metadataOnlyItems, words.note.metadata_only_items),
      row("assignment_issues", quality?.assignmentIssues, words.note.assignment_issues),
      row("orphaned_assignments", quality?.orphanedAssignments, words.note.orphaned_assignments),
    ],
    context.words.flow,
    context,
  );
}

/** A recorded count as a measure; what was not recorded stays words, never a zero (BY-3). */
export function measure(count: RecordedCount, reason: string, context: RestoreContext): MeasureModel {
  return presentMeasure(count, reason, context.words.flow, context);
}
