/** A count that is known with a value, or unavailable with a reason. Never a stand-in zero (BY-3, RR-10). */
export type MeasureModel = KnownMeasure | UnavailableMeasure;

/** A recorded count. */
export interface KnownMeasure {
  readonly state: "known";
  /**
   * The count itself.
   * @minimum 0
   * @asType integer
   */
  readonly value: number;
  /**
   * The count written for the operator's locale.
   * @minLength 1
   */
  readonly text: string;
  readonly reason?: never;
}

/** A count that was not recorded. */
export interface UnavailableMeasure {
  readonly state: "unavailable";
  /**
   * Words shown in place of a number, such as "Not recorded".
   * @minLength 1
   */
  readonly text: string;
  /**
   * Why there is no number.
   * @minLength 1
   */
  readonly reason: string;
  readonly value?: never;
}

/** What a bounded list leaves out: counted, and said. */
export interface RemainderModel {
  /**
   * How many are left out.
   * @minimum 1
   * @asType integer
   */
  readonly count: number;
  /**
   * The count as a phrase, such as "48 more items".
   * @minLength 1
   */
  readonly text: string;
}

/** A measure under its name. */
export interface CountModel {
  /**
   * Stable id, such as "policies_changed".
   * @minLength 1
   */
  readonly id: string;
  /**
   * Name of the count.
   * @minLength 1
   */
  readonly label: string;
  readonly measure: MeasureModel;
  /** What is counted, in a few words; null where the name says it. */
  readonly note: string | null;
}
