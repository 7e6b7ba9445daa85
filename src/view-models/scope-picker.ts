import type { ActionModel } from "./action.js";
import type { ContractVersion } from "./contract.js";
import type { EmptyBody, LoadingBody } from "./evidence-body.js";
import type { NonEmptyList, StatusLiteral } from "./common.js";
import type { ExternalText, NameModel } from "./external-text.js";

/** The whole input of `ScopePicker`: what there is to choose from, what of it is shown, and what is chosen (RW-4, RW-5, RW-14). */
export interface ScopePickerViewModel {
  readonly contract: ContractVersion;
  /**
   * Stable id, used as the element's id.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Title, such as "Items".
   * @minLength 1
   */
  readonly title: string;
  readonly body: LoadingBody | EmptyBody | ChoosingBody;
  /** Why nothing can be chosen here; null while it can. */
  readonly shut: string | null;
}

/** Items to choose from, as one flat list: a group is a run of it, so that thousands need no nesting. */
export interface ChoosingBody {
  readonly state: "choosing";
  readonly sections: NonEmptyList<ItemSection>;
  /** In the order of the list. Together they cover every item once. */
  readonly groups: NonEmptyList<ItemGroup>;
  readonly items: NonEmptyList<ItemChoice>;
  /** What a mark means, said once for all items that bear it. */
  readonly marks: readonly ItemMark[];
  /** Chosen items as runs of the list, ascending and apart from each other. */
  readonly chosen: readonly ItemRun[];
  /**
   * The choice as a phrase, such as "12 of 148 items selected".
   * @minLength 1
   */
  readonly chosenText: string;
  readonly search: ItemSearch;
  /** Chooses every item shown; blocked with its reason where there is nothing to choose. */
  readonly selectShown: BulkChoice;
  /** Leaves out every item shown. */
  readonly clearShown: BulkChoice;
}

/** Neighbours in the list of items: `count` of them from the index `first` on. */
export interface ItemRun {
  /**
   * Index of the first item.
   * @minimum 0
   * @asType integer
   */
  readonly first: number;
  /**
   * Number of items.
   * @minimum 1
   * @asType integer
   */
  readonly count: number;
}

/** A family of groups, such as policies, or the foundations that policies depend on (RW-5). */
export interface ItemSection {
  /**
   * Stable id, such as "foundation".
   * @minLength 1
   */
  readonly id: string;
  /**
   * Title of the family.
   * @minLength 1
   */
  readonly title: string;
  /** What the family is; null where the title says enough. */
  readonly note: string | null;
}

/** Items of one type and one platform, and how many of them are chosen. */
export interface ItemGroup extends ItemRun {
  /**
   * Stable id.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Id of the section it stands in.
   * @minLength 1
   */
  readonly section: string;
  /**
   * Title, such as "Settings catalog, Windows".
   * @minLength 1
   */
  readonly title: string;
  /** Whether all, some or none of its items are chosen, shown or not. */
  readonly choice: "all" | "some" | "none";
  /**
   * The same as a phrase, such as "3 of 12 selected".
   * @minLength 1
   */
  readonly text: string;
}

/** One item to choose. */
export interface ItemChoice {
  /**
   * Id of the item.
   * @minLength 1
   */
  readonly id: string;
  readonly name: NameModel;
  /** Id of its mark; null where nothing keeps the item from being written. */
  readonly mark: string | null;
  /** What the mark means for this item, where that is more than the mark's own note; null where it is not. */
  readonly note: string | null;
}

/** Why items that bear it are not written as they stand, such as "Metadata only". */
export interface ItemMark {
  /**
   * Stable id, such as "metadata_only".
   * @minLength 1
   */
  readonly id: string;
  /**
   * The mark in one or two words.
   * @minLength 1
   */
  readonly word: string;
  /**
   * What becomes of the item.
   * @minLength 1
   */
  readonly note: string;
  readonly status: StatusLiteral;
}

/** What is searched for and what was found. */
export interface ItemSearch {
  /**
   * Label of the field.
   * @minLength 1
   */
  readonly label: string;
  /** What the operator typed; null while nothing is searched for. */
  readonly query: ExternalText | null;
  /** Items shown, as runs of the list, ascending and apart from each other. */
  readonly shown: readonly ItemRun[];
  /**
   * What is shown as a phrase, such as "12 of 148 items shown", or that nothing was found.
   * @minLength 1
   */
  readonly text: string;
}

/** One action on many items, with exactly the items it would change. */
export interface BulkChoice {
  /** Its label says how many items it changes. */
  readonly action: ActionModel;
  /** The items it would change, as runs of the list; those that already are so are not among them. */
  readonly changes: readonly ItemRun[];
  /** What of them deserves a word, such as "3 of them can only be compared"; null where nothing does. */
  readonly note: string | null;
}
