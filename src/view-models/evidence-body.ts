import type { NotRunFreshness } from "./freshness.js";

/** The content is on its way. Nothing is known of it yet, and nothing is claimed. */
export interface LoadingBody {
  readonly state: "loading";
  /**
   * What is being loaded.
   * @minLength 1
   */
  readonly text: string;
  /**
   * How many rows are expected, such as the items of a backup set whose count is known; left out where nobody knows.
   * @minimum 1
   * @asType integer
   */
  readonly rows?: number;
}

/** No evidence was produced yet. That is not the same as evidence that found nothing. */
export interface NotRunBody {
  readonly state: "not_run";
  readonly freshness: NotRunFreshness;
  /**
   * What is therefore not known.
   * @minLength 1
   */
  readonly text: string;
}

/** There is nothing to list, and it is known that there is nothing. */
export interface EmptyBody {
  readonly state: "empty";
  /**
   * Why there is nothing.
   * @minLength 1
   */
  readonly text: string;
}
