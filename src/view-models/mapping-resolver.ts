import type { ActionModel } from "./action.js";
import type { NonEmptyList, StatusLiteral } from "./common.js";
import type { ContractVersion } from "./contract.js";
import type { EmptyBody, LoadingBody } from "./evidence-body.js";
import type { NameModel, SentenceModel } from "./external-text.js";

/** The whole input of `MappingResolver`: references of the source, and what stands for each in the target (PF-10, BY-5). */
export interface MappingResolverViewModel {
  readonly contract: ContractVersion;
  /**
   * Stable id, used as the element's id.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Title, such as "Resolve target mappings".
   * @minLength 1
   */
  readonly title: string;
  readonly body: LoadingBody | EmptyBody | MappingBody;
}

/** References to resolve. */
export interface MappingBody {
  readonly state: "mapping";
  readonly progress: MappingProgress;
  /**
   * One explanation that all rows share; no row repeats it.
   * @minLength 1
   */
  readonly explanation: string;
  /**
   * Words of the control that the rows wait behind where the host keeps them closed at first (PF-10).
   * @minLength 1
   */
  readonly unfold: string;
  /** What another decision would undo (BY-2); null where nothing would be. */
  readonly undoes: string | null;
  /** How reading the directory anew stands; null or absent where there is nothing to tell. */
  readonly sync?: DirectorySyncModel | null;
  /** References that need a decision, or have one. A decision never moves a row. */
  readonly rows: readonly MappingRowModel[];
  /** References that the target knows as the same object, behind a control; null where there are none. */
  readonly same: SameReferences | null;
  /** What can be chosen, once for each kind of reference. */
  readonly pickers: NonEmptyList<MappingPicker>;
}

/** A fresh reading of the directory that is on its way, or came to nothing (PF-12). */
export interface DirectorySyncModel {
  readonly status: StatusLiteral;
  /** Since when, and where it failed, why. */
  readonly sentence: SentenceModel;
}

/** How many references are resolved. */
export interface MappingProgress {
  /**
   * References that need nothing more.
   * @minimum 0
   * @asType integer
   */
  readonly resolved: number;
  /**
   * References in all.
   * @minimum 1
   * @asType integer
   */
  readonly total: number;
  /**
   * The count as a phrase, such as "3 of 5 resolved".
   * @minLength 1
   */
  readonly text: string;
}

/** References that need no decision. */
export interface SameReferences {
  /**
   * Words of the control that shows them.
   * @minLength 1
   */
  readonly label: string;
  readonly rows: NonEmptyList<SameRow>;
}

/** One reference and its resolution. Nothing is preselected, and nothing is ever chosen for the operator. */
export type MappingRowModel = MappedRow | LeftOutRow | UnresolvedRow;

interface MappingRowBase {
  /**
   * Key of the reference.
   * @minLength 1
   */
  readonly key: string;
  /**
   * Id of the picker for its kind.
   * @minLength 1
   */
  readonly kind: string;
  /** The object in the source; it stays visible whatever is chosen (PF-12). */
  readonly source: NameModel;
  /**
   * Kind and use in one phrase, such as "Group, used by 4 items, excludes".
   * @minLength 1
   */
  readonly usage: string;
  /**
   * The resolution in a few words, such as "Mapped" or "Required".
   * @minLength 1
   */
  readonly word: string;
}

interface DecidedRow extends MappingRowBase {
  /** Opens the picker to decide otherwise. */
  readonly choose: ActionModel;
  /** Makes the reference open again. */
  readonly undo: ActionModel;
  readonly suggestion?: never;
  readonly reason?: never;
}

/** The operator chose what stands for it. */
export interface MappedRow extends DecidedRow {
  readonly state: "mapped";
  readonly target: MappingTarget;
  /** Leaving it out instead. */
  readonly skip: SkipChoice;
}

/** The operator left it out. */
export interface LeftOutRow extends DecidedRow {
  readonly state: "left_out";
  /**
   * What is therefore not written.
   * @minLength 1
   */
  readonly consequence: string;
  readonly target?: never;
  readonly skip?: never;
}

/** Nothing stands for it yet; it blocks (PF-11). */
export interface UnresolvedRow extends MappingRowBase {
  readonly state: "unresolved";
  /** Why it is not resolved; null where the shared explanation says it. */
  readonly reason: SentenceModel | null;
  /** What might stand for it, marked as a suggestion until confirmed (BY-5); null where there is none. */
  readonly suggestion: MappingSuggestion | null;
  /** Opens the picker. */
  readonly choose: ActionModel;
  readonly skip: SkipChoice;
  /** Forgets a decision that no longer resolves it; null where there is none. */
  readonly undo: ActionModel | null;
  readonly target?: never;
}

/** A reference that the target knows as the same object. */
export interface SameRow extends MappingRowBase {
  readonly state: "same";
  readonly target: MappingTarget;
  /** Opens the picker to decide otherwise. */
  readonly choose: ActionModel;
  readonly undo?: never;
  readonly skip?: never;
  readonly suggestion?: never;
}

/** One object of the target. */
export interface MappingTarget {
  /**
   * Id of the choice: of the object in the target, or of what is meant instead of one.
   * @minLength 1
   */
  readonly id: string;
  readonly name: NameModel;
  /** What tells it from others of the same name, such as its id; null where the name does. */
  readonly detail: string | null;
}

/** What might be meant, and why it is thought so. */
export interface MappingSuggestion {
  readonly target: MappingTarget;
  /**
   * Says that it is a suggestion, and of what it was inferred.
   * @minLength 1
   */
  readonly text: string;
  /** Makes it the operator's decision. */
  readonly confirm: ActionModel;
}

/** Leaving a reference out: with its consequence, or refused because more would be reached without it (BY-6). */
export type SkipChoice = PossibleSkip | RefusedSkip;

/** It may be left out. */
export interface PossibleSkip {
  readonly state: "possible";
  readonly action: ActionModel;
  /**
   * What would not be written.
   * @minLength 1
   */
  readonly consequence: string;
  readonly reason?: never;
}

/** It may not be left out. */
export interface RefusedSkip {
  readonly state: "refused";
  /**
   * What would be reached without it.
   * @minLength 1
   */
  readonly reason: string;
  readonly action?: never;
  readonly consequence?: never;
}

/** What can be chosen for references of one kind (PF-12). */
export type MappingPicker = FilledPicker | EmptyPicker;

interface MappingPickerBase {
  /**
   * Kind of reference, such as "group".
   * @minLength 1
   */
  readonly kind: string;
  /**
   * Heading, such as "Resolve target group mapping".
   * @minLength 1
   */
  readonly heading: string;
  /** How reading the directory anew stands; null or absent where there is nothing to tell. */
  readonly sync?: DirectorySyncModel | null;
}

/** The cached directory holds entries of this kind. */
export interface FilledPicker extends MappingPickerBase {
  readonly state: "filled";
  /**
   * Label of the search field.
   * @minLength 1
   */
  readonly searchLabel: string;
  /**
   * Said where a search finds nothing; names the cache, never the tenant.
   * @minLength 1
   */
  readonly nothingFound: string;
  readonly entries: NonEmptyList<MappingTarget>;
  /**
   * Words of the control that records the choice, such as "Use this group".
   * @minLength 1
   */
  readonly useLabel: string;
  /**
   * Since when the cache is what it is, and that the target may hold more.
   * @minLength 1
   */
  readonly note: string;
  /** Reads the directory again; null where that is not offered here. */
  readonly action: ActionModel | null;
  readonly text?: never;
}

/** The cached directory holds nothing of this kind, which says nothing of the tenant. */
export interface EmptyPicker extends MappingPickerBase {
  readonly state: "empty";
  /**
   * That the cache is empty or stale; never that the tenant has none.
   * @minLength 1
   */
  readonly text: string;
  /** The one way forward, such as "Open group sync"; blocked with its reason where this operator may not. */
  readonly primaryAction: ActionModel;
  readonly entries?: never;
  readonly searchLabel?: never;
}
