import type { AvailableAction } from "./action.js";
import type { ContractVersion } from "./contract.js";
import type { NonEmptyList } from "./common.js";
import type { MeasureModel } from "./measure.js";

/** The whole input of `BackupQualitySummary`: the quality of an input, and what it does not prove (PF-6). */
export interface BackupQualitySummaryViewModel {
  readonly contract: ContractVersion;
  /**
   * Stable id, used as the element's id.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Title, such as "Backup quality summary".
   * @minLength 1
   */
  readonly title: string;
  readonly rows: NonEmptyList<QualityRow>;
  /**
   * The sentence saying that input quality proves neither safety nor recovery.
   * @minLength 1
   */
  readonly disclaimer: string;
  /** Where the items can be inspected; null where they cannot. */
  readonly action: AvailableAction | null;
}

/** One measured property of the input. */
export interface QualityRow {
  /**
   * Stable id, such as "degraded_items".
   * @minLength 1
   */
  readonly id: string;
  /**
   * Name of the count.
   * @minLength 1
   */
  readonly label: string;
  readonly measure: MeasureModel;
  /** Whether the count deserves a look. */
  readonly emphasis: "plain" | "attention";
  /** What the count means for this workflow. */
  readonly note: string;
}
