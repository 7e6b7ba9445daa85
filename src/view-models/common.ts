/** At least one element: a list of reasons or blockers is never empty. */
export type NonEmptyList<T> = readonly [T, ...T[]];

/** A moment: `iso` for machines, `text` already written for the operator's locale and time zone. */
export interface InstantModel {
  /**
   * RFC 3339 date and time with offset.
   * @pattern ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$
   */
  readonly iso: string;
  /**
   * The same moment in the operator's words.
   * @minLength 1
   */
  readonly text: string;
}

/** The place that clears a blocker: a step and an anchor inside it (BY-15). */
export interface PlaceModel {
  /**
   * Id of the step or page.
   * @minLength 1
   */
  readonly step: string;
  /**
   * Id of the element that receives focus.
   * @minLength 1
   */
  readonly anchor: string;
  /**
   * Words of the link, such as "Go to preview".
   * @minLength 1
   */
  readonly label: string;
  /**
   * Address of the place in the host's router.
   * @minLength 1
   */
  readonly href: string;
}

/**
 * What one glyph and one word can say about a thing.
 * The appearance map turns it into tone and glyph, in one place (SI-12).
 */
export type StatusLiteral =
  | "complete"
  | "next"
  | "running"
  | "blocked"
  | "attention"
  | "pending"
  | "invalidated"
  | "stale"
  | "unknown"
  | "unavailable"
  /** It happened and is on record. Says nothing of whether it was good. */
  | "recorded"
  /** It was already as wanted; nothing was done. */
  | "unchanged";
