import type { ActionModel } from "./action.js";
import type { InstantModel, NonEmptyList, PlaceModel, StatusLiteral } from "./common.js";
import type { ContractVersion } from "./contract.js";
import type { LoadingBody, NotRunBody } from "./evidence-body.js";
import type { ExternalText, NameModel, SentenceModel } from "./external-text.js";
import type { EvidencedFreshness } from "./freshness.js";
import type { MeasureModel, RemainderModel } from "./measure.js";

/** The whole input of `CheckList`: what checks found, by severity, and whether it still holds (RW-6, RW-7). */
export interface CheckListViewModel {
  readonly contract: ContractVersion;
  /**
   * Stable id, used as the element's id.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Title, such as "Findings".
   * @minLength 1
   */
  readonly title: string;
  readonly body: LoadingBody | NotRunBody | CheckedBody;
  /** Said while checks run, beside what earlier ones found; null while none do. */
  readonly activity: string | null;
}

/** Checks ran. Their findings are struck unless `freshness` is current (SI-3), and void ones never read calm (SI-10). */
export interface CheckedBody {
  readonly state: "checked";
  readonly freshness: EvidencedFreshness;
  /** Each severity at most once, most serious first: blocking, not_evaluated, warning, safe. */
  readonly groups: NonEmptyList<FindingGroupModel>;
}

/** Severity of a finding, as RW-7 spells it. What could not be evaluated never counts as safe. */
export type FindingSeverity = "blocking" | "not_evaluated" | "warning" | "safe";

/** Findings of one severity. */
export interface FindingGroupModel {
  /** The severity. */
  readonly id: FindingSeverity;
  /**
   * Name of the group, such as "No conflict found".
   * @minLength 1
   */
  readonly title: string;
  /** null where the group asks for nothing. */
  readonly status: StatusLiteral | null;
  /** Findings of this severity, one for each affected item. */
  readonly count: MeasureModel;
  /**
   * What the severity means for the operator.
   * @minLength 1
   */
  readonly note: string;
  /** How many of them somebody accepted; null where nobody accepted any. A group that is accepted as a whole is neither blocked nor calm (RW-20). */
  readonly accepted: AcceptedFindings | null;
  readonly findings: readonly FindingModel[];
  /** Findings that are counted and not listed, one for each affected item; null where all are listed. */
  readonly more: RemainderModel | null;
  /** Words of the control that the rows wait behind; null where they stand open, as blocking ones always do. */
  readonly unfold: string | null;
}

/** Findings that somebody took responsibility for; who, when and why is said with each. */
export interface AcceptedFindings {
  /** Whether anything of the group is left that nobody accepted. */
  readonly state: "all" | "some";
  /**
   * How many.
   * @minimum 1
   * @asType integer
   */
  readonly count: number;
  /**
   * The count as a phrase, such as "2 of 3 accepted".
   * @minLength 1
   */
  readonly text: string;
}

/** What one check found, once for all items of which it says the same. */
export interface FindingModel {
  /**
   * Stable id.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Name of the check, such as "Presence in target".
   * @minLength 1
   */
  readonly check: string;
  /** What was found, from which facts. */
  readonly sentence: SentenceModel;
  /** The items it was found of; null where it concerns the target as a whole, and counts once. */
  readonly affected: AffectedItems | null;
  /** The place that settles it; null where nothing has to be settled, or the operator cannot. */
  readonly settledAt: PlaceModel | null;
  readonly acceptance: AcceptanceModel;
}

/** Items of one finding: a bounded list and how many more there are. */
export interface AffectedItems {
  /**
   * The number of items as a phrase, such as "12 items".
   * @minLength 1
   */
  readonly text: string;
  readonly items: NonEmptyList<AffectedItem>;
  /** Items beyond the list; null where all are listed. */
  readonly more: RemainderModel | null;
}

/** One item that a finding concerns. */
export interface AffectedItem {
  /**
   * Id of the item.
   * @minLength 1
   */
  readonly id: string;
  readonly name: NameModel;
}

/** Whether a person may take, or took, responsibility for a finding (RW-20). */
export type AcceptanceModel = NoAcceptance | OpenAcceptance | GivenAcceptance | LapsedAcceptance;

/** Acceptance does not apply: the finding does not block, or it can only be settled. */
export interface NoAcceptance {
  readonly state: "none";
}

/** The finding blocks until it is settled, or accepted by name with a reason. */
export interface OpenAcceptance {
  readonly state: "open";
  /** Accepts this one finding; blocked with its reason where this operator may not. */
  readonly action: ActionModel;
  /**
   * Label of the field for the reason, which is required.
   * @minLength 1
   */
  readonly reasonLabel: string;
}

interface RecordedAcceptance {
  /** Who accepted it. */
  readonly by: NameModel;
  readonly at: InstantModel;
  /** Why, in that person's words. */
  readonly reason: ExternalText;
  /**
   * The record in one phrase, such as "Accepted by Dana Ortiz on 20 Nov 2026".
   * @minLength 1
   */
  readonly text: string;
}

/** Somebody accepted exactly this finding. */
export interface GivenAcceptance extends RecordedAcceptance {
  readonly state: "given";
  /** Takes the acceptance back; null where that is no longer possible. */
  readonly withdraw: ActionModel | null;
}

/** Somebody accepted what an earlier check found; it is not what was found now, so it counts for nothing. */
export interface LapsedAcceptance extends RecordedAcceptance {
  readonly state: "lapsed";
  /** Accepts what was found now. */
  readonly action: ActionModel;
  /**
   * Label of the field for the reason, which is required.
   * @minLength 1
   */
  readonly reasonLabel: string;
}
