import type { NonEmptyList, PlaceModel, StatusLiteral } from "./common.js";
import type { ContractVersion } from "./contract.js";
import type { LoadingBody, NotRunBody } from "./evidence-body.js";
import type { NameModel, SentenceModel } from "./external-text.js";
import type { EvidencedFreshness } from "./freshness.js";
import type { CountModel, RemainderModel } from "./measure.js";
import type { ValueModel } from "./value.js";

/** The whole input of `SemanticDiff`: what would happen to each item, most consequential first (RW-8, BY-7). */
export interface SemanticDiffViewModel {
  readonly contract: ContractVersion;
  /**
   * Stable id, used as the element's id.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Title, such as "Changes".
   * @minLength 1
   */
  readonly title: string;
  readonly body: LoadingBody | NotRunBody | ComparedBody;
  /** Said while a comparison runs, beside what an earlier one found; null while none does. */
  readonly activity: string | null;
}

/** Both sides were compared. Everything is struck unless `freshness` is current (SI-3). */
export interface ComparedBody {
  readonly state: "compared";
  readonly freshness: EvidencedFreshness;
  readonly counts: NonEmptyList<CountModel>;
  /** What holds for many items, said once. */
  readonly notes: readonly SentenceModel[];
  /** Items with changes by consequence, then undecided, skipped and unchanged ones. */
  readonly items: readonly DiffItem[];
  /** Words of the control that unchanged items wait behind; null where they stand open, or there are none. */
  readonly unfoldUnchanged: string | null;
  /** Finds items by what they are called and what would change in them; null where there is too little to search. */
  readonly search: DiffSearch | null;
  /** Items that are counted and not listed; null where all are listed. */
  readonly more: RemainderModel | null;
  /** Said where no item is in the comparison; null where one is. */
  readonly empty: string | null;
}

/** A search over the items that are listed. */
export interface DiffSearch {
  /**
   * Label of the field.
   * @minLength 1
   */
  readonly label: string;
  /**
   * Said where nothing that is listed matches.
   * @minLength 1
   */
  readonly nothingFound: string;
}

/** What would happen to one item. */
export type DiffItem = ChangedItem | UndecidedItem | SkippedItem | UnchangedItem;

interface DiffItemBase {
  /**
   * Id of the item.
   * @minLength 1
   */
  readonly id: string;
  readonly name: NameModel;
  /**
   * Kind of item, such as "Settings catalog".
   * @minLength 1
   */
  readonly type: string;
  readonly status: StatusLiteral;
  /**
   * What would happen in a few words, such as "Would be updated".
   * @minLength 1
   */
  readonly word: string;
  /** What else has to be known of the item, such as that its assignments were not captured. */
  readonly notes: readonly SentenceModel[];
  /** Differences without meaning that are counted and not shown; null where there are none. */
  readonly noiseHidden: RemainderModel | null;
}

/** An item that would be written. */
export interface ChangedItem extends DiffItemBase {
  readonly state: "created" | "updated";
  readonly changes: ChangesModel;
  readonly reason?: never;
  readonly settledAt?: never;
}

/** An item of which a person has to decide something first (BY-4). Nothing is written until then. */
export interface UndecidedItem extends DiffItemBase {
  readonly state: "undecided";
  /** What is undecided. */
  readonly reason: SentenceModel;
  /** Where it is decided; null where this operator cannot. */
  readonly settledAt: PlaceModel | null;
  readonly changes?: never;
}

/** An item that would not be written. Its changes are what differs, and stays so. */
export interface SkippedItem extends DiffItemBase {
  readonly state: "skipped";
  /** Why it is not written. */
  readonly reason: SentenceModel;
  /** What was compared; null where nothing could be. */
  readonly changes: ChangesModel | null;
  readonly settledAt?: never;
}

/** An item that already is as wanted. */
export interface UnchangedItem extends DiffItemBase {
  readonly state: "unchanged";
  readonly changes?: never;
  readonly reason?: never;
  readonly settledAt?: never;
}

/** Changes of one item. */
export interface ChangesModel {
  /**
   * The number of changes as a phrase, listed or not, such as "14 changes".
   * @minLength 1
   */
  readonly text: string;
  /** Each consequence at most once, most consequential first; empty where the item is new and has no parts to list. */
  readonly groups: readonly ChangeGroupModel[];
  /** Changes that are counted and not listed; null where all are listed. */
  readonly more: RemainderModel | null;
}

/** How a change matters, most consequential first (BY-7). `enforces`: what was only reported, or off, takes effect (BY-6). */
export type ConsequenceLiteral = "widens" | "removes_protection" | "enforces" | "changes" | "adds";

/** Changes of one consequence. */
export interface ChangeGroupModel {
  readonly consequence: ConsequenceLiteral;
  /**
   * The consequence in words, such as "Widens who is reached".
   * @minLength 1
   */
  readonly title: string;
  readonly status: StatusLiteral;
  readonly changes: NonEmptyList<SemanticChange>;
}

/** One change: where, before and after. */
export interface SemanticChange {
  /**
   * Stable id within the item.
   * @minLength 1
   */
  readonly id: string;
  /** Where in the item, from the outside in. */
  readonly path: NonEmptyList<NameModel>;
  /** The value in the target now. */
  readonly before: ValueModel;
  /** The value after the change. */
  readonly after: ValueModel;
  readonly certainty: CertaintyModel;
}

/** Whether both sides were understood. */
export type CertaintyModel = CertainChange | UncertainChange;

/** Both sides were read and understood. */
export interface CertainChange {
  readonly state: "certain";
  readonly reason?: never;
}

/** It may be no change, or another one. */
export interface UncertainChange {
  readonly state: "uncertain";
  /**
   * What is not known.
   * @minLength 1
   */
  readonly reason: string;
}
