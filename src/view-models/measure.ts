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
