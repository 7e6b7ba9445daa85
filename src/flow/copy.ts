import type { BasisChange, Gate, OpenGateState, Place, Reason } from "../safety/index.js";
import type { AvailableAction, ChangeModel, InstantModel, StatusLiteral } from "../view-models/index.js";

/** The sentences of one workflow, in one language. Every reason the workflow can give has one. */
export interface WorkflowCopy<Id extends string, R extends Reason> {
  /** Title of the full flow. */
  readonly flowTitle: string;
  /** Name of the decision card. */
  readonly decisionName: string;
  /** Name of the compact status. */
  readonly compactName: string;
  readonly gateTitle: Readonly<Record<Id, string>>;
  readonly reason: (reason: R) => string;
  /** The link to a place that clears something. */
  readonly placeLabel: (place: Place) => string;
  /** The decision while `gate` is the next open one. */
  readonly openDecision: (
    gate: OpenGateState<Id, R>,
    reason: string,
  ) => { readonly status: string; readonly impact: string };
  /** What the compact status says in place of the next gate's name, where its first reason asks for something else first; null, or no function at all, for the name. */
  readonly comesFirst?: (reason: Reason) => string | null;
  /** The decision when every gate before execution is complete. */
  readonly readyDecision: SettledDecision;
  /** The decision once execution was requested. */
  readonly startedDecision: StartedDecision;
  /** What is known once execution was requested; the status of `startedDecision` where it is left out. */
  readonly startedText?: string;
  /** Words of the primary action where nothing the operator can do leads on; it is blocked with its reason. */
  readonly stuckAction: string;
  /** A moved basis field, in words (BY-1). */
  readonly change: (change: BasisChange) => ChangeModel;
  /** The word of a gate where the shared one would say too little; null, or no function at all, for the shared word. */
  readonly gateWord?: (gate: Gate<Id, R>) => string | null;
}

/** A decision that no open gate stands behind. */
export interface SettledDecision {
  readonly status: string;
  readonly reason: string;
  readonly impact: string;
  readonly action: AvailableAction;
}

/** The decision once execution was requested. What happened is on record; only that it needs a person may be said besides. */
export interface StartedDecision extends SettledDecision {
  /** How the execution stands or ended; "recorded" where it is left out. None of them reads calm (SI-10). */
  readonly literal?: Extract<StatusLiteral, "recorded" | "running" | "attention" | "blocked" | "unknown">;
}

/** What presentation needs from the host: where places are, and how moments are written. Locale arrives as data. */
export interface PresentationContext {
  readonly href: (place: Place) => string;
  readonly instant: (iso: string) => InstantModel;
}
