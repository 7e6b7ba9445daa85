import type { InstantModel, NonEmptyList, StatusLiteral } from "./common.js";
import type { ContractVersion } from "./contract.js";
import type { ExternalText, NameModel } from "./external-text.js";
import type { BlockerModel } from "./gate.js";

/** The whole input of `TypedConfirmation`: the label to reproduce, what was typed so far, and what else is still open (BY-11). */
export interface TypedConfirmationViewModel {
  readonly contract: ContractVersion;
  /**
   * Stable id, used as the element's id.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Title, such as "Confirmation".
   * @minLength 1
   */
  readonly title: string;
  readonly field: OpenConfirmation | ShutConfirmation | RecordedConfirmation | ImpossibleConfirmation;
  /** Every condition beside the typed label; null where they are shown elsewhere. */
  readonly conditions: ConditionsModel | null;
}

interface ConfirmationBase {
  /** The label that has to be reproduced, exactly. */
  readonly label: ExternalText;
  readonly instruction: ConfirmationInstruction;
  /** What makes the label hard to read or to type, such as letters of two scripts; empty where nothing does. */
  readonly labelNotes: readonly string[];
}

/** Words around the label, which is set apart. */
export interface ConfirmationInstruction {
  /** Words before it. */
  readonly before: string;
  /** Words after it. */
  readonly after: string;
}

/** The operator may type. */
export interface OpenConfirmation extends ConfirmationBase {
  readonly state: "open";
  /** What was typed so far, null where nothing was; cleared when the page is opened again. */
  readonly typed: ExternalText | null;
  readonly comparison: ConfirmationComparison;
  /** Says that it was pasted and that this is recorded; null where nothing was pasted. */
  readonly pasted: string | null;
  readonly reason?: never;
}

/** This operator may not type, or not yet. Nothing that was typed survives that. */
export interface ShutConfirmation extends ConfirmationBase {
  readonly state: "shut";
  /**
   * Why nothing can be typed.
   * @minLength 1
   */
  readonly reason: string;
  readonly typed?: never;
  readonly comparison?: never;
}

/** What was confirmed, as it was recorded (SI-6). */
export interface RecordedConfirmation extends ConfirmationBase {
  readonly state: "recorded";
  /** What was typed then. */
  readonly typed: ExternalText;
  readonly by: NameModel;
  readonly at: InstantModel;
  /**
   * The record in one phrase.
   * @minLength 1
   */
  readonly text: string;
  /** Whether it was pasted, in words; that nothing was recorded of it is said too. */
  readonly pasted: string;
  readonly comparison?: never;
}

/** There is no label that a person could read and type, so nothing can ever be confirmed; or nothing was recorded. */
export interface ImpossibleConfirmation {
  readonly state: "impossible";
  /**
   * Why.
   * @minLength 1
   */
  readonly reason: string;
  readonly label?: never;
  readonly typed?: never;
  readonly comparison?: never;
}

/** How the typed text stands against the label. */
export type ConfirmationComparison = EqualComparison | UnfinishedComparison | DifferentComparison;

/** It is the label, character by character. */
export interface EqualComparison {
  readonly state: "equal";
  /**
   * The comparison in words.
   * @minLength 1
   */
  readonly text: string;
  readonly flags?: never;
}

/** Nothing was typed, or what was typed is right so far. Not marked as wrong. */
export interface UnfinishedComparison {
  readonly state: "empty" | "unfinished";
  /**
   * The comparison in words.
   * @minLength 1
   */
  readonly text: string;
  readonly flags?: never;
}

/** It is something else, and what exactly is said. */
export interface DifferentComparison {
  readonly state: "different";
  /**
   * The first difference in words.
   * @minLength 1
   */
  readonly text: string;
  /** Every difference that the eye would miss; empty where all are plain to see. */
  readonly flags: readonly CharacterFlag[];
}

/** A character that the eye takes for another one, or does not see. */
export interface CharacterFlag {
  readonly kind: "whitespace" | "look_alike" | "invisible";
  /**
   * Position in the typed text, from 1, in code points.
   * @minimum 1
   * @asType integer
   */
  readonly position: number;
  /**
   * Which character it is and which one is expected.
   * @minLength 1
   */
  readonly text: string;
}

/** Everything that has to hold before the action, in one list with the places that clear it (RW-10). */
export type ConditionsModel = ConditionsMet | ConditionsOpen;

/** All hold. */
export interface ConditionsMet {
  readonly state: "met";
  /**
   * The answer as a phrase.
   * @minLength 1
   */
  readonly text: string;
  readonly unmet?: never;
}

/** At least one does not. */
export interface ConditionsOpen {
  readonly state: "open";
  /**
   * The answer as a phrase, such as "2 conditions are not met".
   * @minLength 1
   */
  readonly text: string;
  readonly unmet: NonEmptyList<ConditionModel>;
  /** What holds already, in one sentence; null where nothing is known to. */
  readonly met: string | null;
}

/** One condition that does not hold. */
export interface ConditionModel extends BlockerModel {
  readonly status: StatusLiteral;
}
