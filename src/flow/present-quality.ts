import {
  type BackupQualitySummaryViewModel,
  contractVersion,
  type MeasureModel,
  type NonEmptyList,
  type QualityRow,
} from "../view-models/index.js";
import type { Formatting } from "./formatting.js";
import type { FlowWords } from "./words/words.js";

/** One count of a workflow's input. */
export interface QualityCount {
  /** Stable id of the count. */
  readonly id: string;
  /** Name of the count, in words. */
  readonly label: string;
  /** The count; null or undefined where it was not recorded, which is never zero (BY-3). */
  readonly count: number | null | undefined;
  /** What the count means, in words. */
  readonly note: string;
  /** Whether anything above zero deserves a look; it does not where this is left out. */
  readonly attention?: boolean;
}

/** What is said of all counts of an input. */
export interface QualityCopy {
  readonly title: string;
  /** What the counts do not show. */
  readonly disclaimer: string;
  /** Why a count is not there. */
  readonly missing: string;
}

/** The counts of an input as the model of `BackupQualitySummary` (PF-6). */
export function presentQuality(
  id: string,
  copy: QualityCopy,
  [first, ...others]: NonEmptyList<QualityCount>,
  words: FlowWords,
  format: Pick<Formatting, "number">,
): BackupQualitySummaryViewModel {
  const row = ({ id: rowId, label, count = null, note, attention = false }: QualityCount): QualityRow => {
    const measure = presentMeasure(count, copy.missing, words, format);
    const emphasis = attention && measure.state === "known" && measure.value > 0 ? "attention" : "plain";
    return { id: rowId, label, measure, emphasis, note };
  };
  const { title, disclaimer } = copy;
  return { contract: contractVersion, id, title, rows: [row(first), ...others.map(row)], disclaimer, action: null };
}

/** A count in words; what was not recorded, or is no count, stays words and is never a zero (BY-3). */
export function presentMeasure(
  count: number | null,
  reason: string,
  words: FlowWords,
  { number }: Pick<Formatting, "number">,
): MeasureModel {
  return count === null || !Number.isSafeInteger(count) || count < 0
    ? { state: "unavailable", text: words.notRecorded, reason }
    : { state: "known", value: count, text: number(count) };
}
