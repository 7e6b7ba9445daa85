import type { AvailableAction } from "./action.js";
import type { InstantModel, NonEmptyList, StatusLiteral } from "./common.js";
import type { ContractVersion } from "./contract.js";
import type { EmptyBody, LoadingBody } from "./evidence-body.js";
import type { NameModel, SentenceModel } from "./external-text.js";
import type { RemainderModel } from "./measure.js";

/** The whole input of `RunTimeline`: what happened to a run, in order, by whom and when. */
export interface RunTimelineViewModel {
  readonly contract: ContractVersion;
  /**
   * Stable id, used as the element's id.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Title, such as "Timeline".
   * @minLength 1
   */
  readonly title: string;
  readonly body: LoadingBody | EmptyBody | TimelineBody;
}

/** At least one event is on record. */
export interface TimelineBody {
  readonly state: "recorded";
  /** Oldest first. An event without a time stands where it is known to have happened. */
  readonly events: NonEmptyList<TimelineEvent>;
  /** Events that are counted and not listed, before the first one; null where all are listed. */
  readonly earlier: RemainderModel | null;
}

/** One thing that happened, or is happening. */
export interface TimelineEvent {
  /**
   * Stable id.
   * @minLength 1
   */
  readonly id: string;
  readonly status: StatusLiteral;
  /** What happened. */
  readonly sentence: SentenceModel;
  /** Who did it; null where it was the product's own work. */
  readonly actor: NameModel | null;
  readonly when: RecordedTime | UnrecordedTime;
  /** A second line; null where there is none. */
  readonly detail: SentenceModel | null;
  /** Where it can be inspected; null where there is nothing to open, or the operator may not. */
  readonly action: AvailableAction | null;
}

/** A moment on record. */
export interface RecordedTime {
  readonly state: "recorded";
  readonly at: InstantModel;
  readonly text?: never;
}

/** It happened, and nobody recorded when. */
export interface UnrecordedTime {
  readonly state: "not_recorded";
  /**
   * Words in place of a time, such as "Time not recorded".
   * @minLength 1
   */
  readonly text: string;
  readonly at?: never;
}
