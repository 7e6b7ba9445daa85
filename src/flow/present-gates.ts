import {
  contractVersion,
  type BlockedAction,
  type BlockerModel,
  type ExecutionModel,
  type FreshnessModel,
  type GateModel,
  gateStatus,
  type LinkAction,
  type NonEmptyList,
  type OpenGate,
  type PlaceModel,
  type ProcessFlowViewModel,
} from "../view-models/index.js";
import type {
  Blocker,
  CompleteGateState,
  CoreReason,
  ExecutionAvailability,
  Freshness,
  Gate,
  Gates,
  OpenGateState,
  Place,
  Reason,
} from "../safety/index.js";
import type { PresentationContext, WorkflowCopy } from "./copy.js";
import type { FlowWords } from "./words/words.js";

/** What turns gates into sentences. */
export interface Presentation<Id extends string, R extends Reason> {
  readonly copy: WorkflowCopy<Id, R>;
  readonly words: FlowWords;
  readonly context: PresentationContext;
}

/** Every gate of a workflow as the model of `ProcessFlow`. */
export function presentFlow<Id extends string, R extends Reason>(
  id: string,
  gates: Gates<Id, R>,
  presentation: Presentation<Id, R>,
): ProcessFlowViewModel {
  const [first, ...others] = gates.map((gate) => presentGate(gate, presentation));
  if (first === undefined)
    throw new TypeError("A workflow without gates cannot be presented: define at least one gate.");
  const complete = gates.filter((gate) => gate.verdict === "complete").length;
  const total = gates.length;
  return {
    contract: contractVersion,
    id,
    title: presentation.copy.flowTitle,
    progress: { complete, total, text: presentation.words.gatesComplete(complete, total) },
    gates: [first, ...others],
  };
}

/** One gate as a model. */
export function presentGate<Id extends string, R extends Reason>(
  gate: Gate<Id, R>,
  presentation: Presentation<Id, R>,
): GateModel {
  const { copy, words } = presentation;
  const base = {
    id: gate.id,
    title: copy.gateTitle[gate.id],
    word: copy.gateWord?.(gate) ?? words.status[gateStatus(gate)],
  };
  return gate.verdict === "complete"
    ? { ...base, ...completeParts(gate, presentation) }
    : { ...base, ...openParts(gate, presentation) };
}

function completeParts<Id extends string, R extends Reason>(
  gate: CompleteGateState<Id, R>,
  { copy, words, context }: Presentation<Id, R>,
) {
  const { freshness } = gate;
  return {
    verdict: gate.verdict,
    position: gate.position,
    reason: copy.reason(gate.reason),
    notice: gate.notice === null ? null : copy.reason(gate.notice),
    freshness:
      freshness === null
        ? null
        : { state: "current" as const, word: words.freshness.current, at: context.instant(freshness.at) },
  };
}

function openParts<Id extends string, R extends Reason>(gate: OpenGateState<Id, R>, presentation: Presentation<Id, R>) {
  const blockers = presentBlockers(gate.blockers, presentation);
  return {
    verdict: gate.verdict,
    position: gate.position,
    reason: blockers[0].reason,
    freshness: gate.freshness === null ? null : presentFreshness(gate.freshness, presentation),
    blockers,
    action: wayForward(blockers),
  };
}

/** The one way forward out of a list of blockers: the first place that clears one. */
export function wayForward(blockers: readonly BlockerModel[]): LinkAction | null {
  const place = blockers.find((blocker) => blocker.clearedBy !== null);
  if (place?.clearedBy == null) return null;
  return { kind: "link", id: `clear:${place.code}`, label: place.clearedBy.label, href: place.clearedBy.href };
}

/** An action that an open gate stands before, for one of its reasons. While what the gate asks for is on its way, it only waits. */
export function blockedBy(
  { verdict }: Pick<OpenGate, "verdict">,
  { reason, clearedBy }: Pick<BlockerModel, "reason" | "clearedBy">,
  { id, label }: Pick<BlockedAction, "id" | "label">,
): BlockedAction {
  const blocked = { kind: "blocked", id, label, reason, clearedBy } as const;
  return verdict === "running" ? { ...blocked, waits: true } : blocked;
}

/** Reasons in words, each with the place that clears it (BY-15). */
export function presentBlockers<Id extends string, R extends Reason>(
  [first, ...others]: NonEmptyList<Blocker<R | CoreReason<Id>>>,
  presentation: Presentation<Id, R>,
): NonEmptyList<BlockerModel> {
  return [presentBlocker(first, presentation), ...others.map((blocker) => presentBlocker(blocker, presentation))];
}

function presentBlocker<Id extends string, R extends Reason>(
  blocker: Blocker<R | CoreReason<Id>>,
  presentation: Presentation<Id, R>,
): BlockerModel {
  return {
    code: blocker.reason.code,
    reason: reasonText(blocker.reason, presentation),
    clearedBy: blocker.clearedBy === null ? null : presentPlace(blocker.clearedBy, presentation),
  };
}

function presentPlace<Id extends string, R extends Reason>(
  place: Place,
  { copy, context }: Presentation<Id, R>,
): PlaceModel {
  return { ...place, label: copy.placeLabel(place), href: context.href(place) };
}

function reasonText<Id extends string, R extends Reason>(
  reason: R | CoreReason<Id>,
  { copy, words }: Presentation<Id, R>,
): string {
  if (!isCoreReason<Id>(reason)) return copy.reason(reason);
  return reason.code === "gate_waits_for"
    ? words.gateWaitsFor(copy.gateTitle[reason.missing])
    : words.gateNotEvaluated(copy.gateTitle[reason.gate]);
}

function isCoreReason<Id extends string>(reason: Reason): reason is CoreReason<Id> {
  return ["gate_waits_for", "gate_not_evaluated", "gate_evidence_not_current"].includes(reason.code);
}

/** Freshness in words, with the fields that moved (BY-1). */
export function presentFreshness<Id extends string, R extends Reason>(
  freshness: Freshness,
  { copy, words, context }: Presentation<Id, R>,
): FreshnessModel {
  const word = words.freshness[freshness.state];
  switch (freshness.state) {
    case "not_run":
      return { state: "not_run", word };
    case "current":
      return { state: "current", word, at: context.instant(freshness.at) };
    case "invalidated": {
      const [first, ...others] = freshness.changes;
      return {
        state: "invalidated",
        word,
        at: context.instant(freshness.at),
        causes: [copy.change(first), ...others.map(copy.change)],
      };
    }
    case "stale":
      return {
        state: "stale",
        word,
        at: freshness.at === null ? null : context.instant(freshness.at),
        reason: words.staleCause[freshness.cause],
      };
  }
}

/** The one answer about execution, in words. */
export function presentExecution<Id extends string, R extends Reason>(
  execution: ExecutionAvailability<Id, R>,
  presentation: Presentation<Id, R>,
): ExecutionModel {
  switch (execution.state) {
    case "available":
      return { state: "available", text: presentation.words.executionAvailable };
    case "started":
      return { state: "started", text: presentation.copy.startedText ?? presentation.copy.startedDecision.status };
    case "unavailable": {
      const reasons = presentBlockers(execution.reasons, presentation);
      return { state: "unavailable", text: presentation.words.executionUnavailable, reasons };
    }
  }
}
