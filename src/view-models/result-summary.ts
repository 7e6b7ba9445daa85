import type { AvailableAction } from "./action.js";
import type { NonEmptyList, StatusLiteral } from "./common.js";
import type { ContractVersion } from "./contract.js";
import type { LoadingBody } from "./evidence-body.js";
import type { MeasureModel } from "./measure.js";

/** The whole input of `ResultSummary`: outcomes counted where they were recorded, else the words that stand for them (RR-10). */
export interface ResultSummaryViewModel {
  readonly contract: ContractVersion;
  /**
   * Stable id, used as the element's id.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Title, such as "Result summary".
   * @minLength 1
   */
  readonly title: string;
  readonly body: LoadingBody | CountedBody | UncountedBody;
}

/** Counts were recorded. */
export interface CountedBody {
  readonly state: "counted";
  /** Failures first (BY-9). */
  readonly counts: NonEmptyList<OutcomeCount>;
  /** Whether single items were recorded, too; where they were not, the counts are metadata-only evidence (RR-11). */
  readonly rows: RecordedRows | MissingRows;
  /** The primary cause family of what needs follow-up (SI-8); null where nothing does. */
  readonly cause: ResultCause | null;
}

/** No counts were recorded. There is no number, not even a zero. */
export interface UncountedBody {
  readonly state: "uncounted";
  /**
   * Words in place of counts, such as "Result summary unavailable".
   * @minLength 1
   */
  readonly text: string;
  /** Why there are none; null where the words say it. */
  readonly reason: string | null;
  readonly counts?: never;
}

/** Items of one outcome. */
export interface OutcomeCount {
  /**
   * Id of the outcome, such as "partially_applied".
   * @minLength 1
   */
  readonly id: string;
  /**
   * Name of the outcome.
   * @minLength 1
   */
  readonly label: string;
  readonly status: StatusLiteral;
  readonly measure: MeasureModel;
  /** Whether items of this outcome ask for follow-up. */
  readonly followUp: boolean;
}

/** Every item has its own record. */
export interface RecordedRows {
  readonly state: "recorded";
  /** Where the records can be read; null where they stand on the same page. */
  readonly action: AvailableAction | null;
  readonly text?: never;
}

/** Only counts exist. */
export interface MissingRows {
  readonly state: "missing";
  /**
   * That the counts are metadata-only evidence.
   * @minLength 1
   */
  readonly text: string;
  readonly action?: never;
}

/** What most of the follow-up comes from. */
export interface ResultCause {
  /**
   * Id of the cause family.
   * @minLength 1
   */
  readonly id: string;
  /**
   * The family in words.
   * @minLength 1
   */
  readonly title: string;
  /**
   * What it means, in one sentence.
   * @minLength 1
   */
  readonly text: string;
}
