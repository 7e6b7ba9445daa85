import type { ActionModel } from "./action.js";
import type { ContractVersion } from "./contract.js";
import type { InstantModel, StatusLiteral } from "./common.js";

/** The whole input of `DecisionCard`: status, reason, impact, exactly one primary next action (PF-5). */
export interface DecisionCardViewModel {
  readonly contract: ContractVersion;
  /**
   * Stable id, used as the element's id.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Name of the card, such as "Restore Safety".
   * @minLength 1
   */
  readonly name: string;
  readonly status: DecisionStatus;
  /**
   * Why the status is what it is.
   * @minLength 1
   */
  readonly reason: string;
  /**
   * What it means for the operator.
   * @minLength 1
   */
  readonly impact: string;
  readonly primaryAction: ActionModel;
  /** A fact beside the action that does not compete with it, such as an allowed claim (RR-12); null where there is none. */
  readonly claim: string | null;
  /** Follow-up that stays visible without replacing the decision (RR-9); null where there is none. */
  readonly attention: AttentionNote | null;
}

/** The decision itself. */
export interface DecisionStatus {
  readonly literal: StatusLiteral;
  /**
   * The status in words; the largest text of the page.
   * @minLength 1
   */
  readonly text: string;
  /** When the fact behind the status was recorded; null where that does not apply. */
  readonly at: InstantModel | null;
}

/** Secondary follow-up copy. */
export interface AttentionNote {
  /**
   * A few words that lead the note.
   * @minLength 1
   */
  readonly title: string;
  /**
   * One sentence.
   * @minLength 1
   */
  readonly text: string;
}
