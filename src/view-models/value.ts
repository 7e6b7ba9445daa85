import type { NonEmptyList } from "./common.js";
import type { NameModel, SentenceModel } from "./external-text.js";
import type { RemainderModel } from "./measure.js";

/** One side of a change. What is secret, unknown or absent never looks like a value (BY-3). */
export type ValueModel = SingleValue | ListValue;

/** A value that is no list; lists do not nest. */
export type SingleValue = KnownValue | DescribedValue | ReferenceValue | AbsentValue | SecretValue | UnknownValue;

/** A value that may be shown. */
export interface KnownValue {
  readonly state: "known";
  /** The value as it came, or our words for one such as "On". */
  readonly value: NameModel;
  /** What the bound cut off; null where the whole value is shown. */
  readonly cut: RemainderModel | null;
}

/** A value that takes a sentence to say, such as an assignment with its filter. */
export interface DescribedValue {
  readonly state: "described";
  readonly sentence: SentenceModel;
}

/** Several values, in their order. */
export interface ListValue {
  readonly state: "list";
  readonly values: NonEmptyList<SingleValue>;
  /** Values that are counted and not listed; null where all are listed. */
  readonly more: RemainderModel | null;
}

/** Another object, by its name. */
export interface ReferenceValue {
  readonly state: "reference";
  readonly name: NameModel;
  /**
   * What kind of object, such as "Group".
   * @minLength 1
   */
  readonly kind: string;
}

/** Nothing is set there. */
export interface AbsentValue {
  readonly state: "absent";
  /**
   * Words for nothing, such as "Not set".
   * @minLength 1
   */
  readonly text: string;
}

/** A secret: never in a model, whatever side it stands on. */
export interface SecretValue {
  readonly state: "secret";
  /**
   * Words in place of the secret.
   * @minLength 1
   */
  readonly text: string;
  readonly value?: never;
}

/** Not captured, or not readable. */
export interface UnknownValue {
  readonly state: "unknown";
  /**
   * Words in place of a value, such as "Not captured".
   * @minLength 1
   */
  readonly text: string;
  /**
   * Why it is not known.
   * @minLength 1
   */
  readonly reason: string;
  readonly value?: never;
}
