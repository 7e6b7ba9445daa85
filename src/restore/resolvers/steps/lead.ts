import type { StatusLiteral } from "../../../view-models/index.js";

/** The decision of one step, as the largest words on its page. */
export interface LeadModel {
  readonly id: string;
  /** Name of the section, such as "Checks". */
  readonly label: string;
  readonly literal: StatusLiteral;
  /** What is known, in a few words. */
  readonly text: string;
  /** One sentence: why, and what it means. */
  readonly detail: string;
}

/** A choice among a few, with what it means. */
export interface ChoiceModel<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly note: string;
}

/** What a control shows while it is shut, or that it is open. A shut control keeps focus and says why (BY-15). */
export type ControlState = { readonly state: "open" } | { readonly state: "shut"; readonly reason: string };
