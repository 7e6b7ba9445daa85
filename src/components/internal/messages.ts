import * as english from "./english.js";

/** Structural words of the components. Every sentence about the work itself comes from the models. */
export interface ComponentMessages {
  /** Name of the decision's status, for the ear. */
  readonly status: string;
  readonly reason: string;
  readonly impact: string;
  /** Name of the one primary action, for the ear. */
  readonly primaryNextAction: string;
  /** Leads the reason of an action that cannot be taken. */
  readonly blocked: string;
  /** Leads the reason of an action that only waits for something to end. */
  readonly waits: string;
  /** Stands where a status word cannot be trusted. */
  readonly unknown: string;
  /** Says that the status itself is not one this version knows. */
  readonly unrecognisedStatus: string;
  /** Leads the former value of an input that moved, for the ear. */
  readonly was: string;
  /** Leads the present value of an input that moved, for the ear. */
  readonly now: string;
  /** Stands in place of a value that is not recorded. */
  readonly notRecorded: string;
  /** Marks a count that deserves a look, for the ear. */
  readonly needsAttention: string;
  /** Stands between a value before and the value after, for the ear. */
  readonly becomes: string;
  /** Words of the control that the facts of a receipt wait behind. */
  readonly receiptFacts: string;
  /** Leads what a receipt shows. */
  readonly receiptShows: string;
  /** Leads what a receipt does not show. */
  readonly receiptDoesNotShow: string;
  /** Says that a reason has to be given before a finding is accepted. */
  readonly reasonRequired: string;
  /** Closes a form or a dialog and changes nothing. */
  readonly cancel: string;
  /** Says that something has to be chosen first. */
  readonly nothingChosen: string;
}

/** The English words used where a host supplies none. */
export const defaultMessages: ComponentMessages = { ...english };

/** Props shared by components that speak structural words. */
export interface MessagesProps {
  /** Words that replace the English ones. */
  messages?: Partial<ComponentMessages> | undefined;
}
