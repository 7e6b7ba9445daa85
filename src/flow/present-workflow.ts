import {
  type CompactSafetyStatusViewModel,
  contractVersion,
  type DecisionCardViewModel,
  type ExecutionModel,
  gateStatus,
  type ProcessFlowViewModel,
} from "../view-models/index.js";
import {
  executionAvailability,
  type ExecutionAvailability,
  type Gates,
  type OpenGateState,
  type Reason,
} from "../safety/index.js";
import {
  blockedBy,
  presentBlockers,
  presentExecution,
  presentFlow,
  type Presentation,
  wayForward,
} from "./present-gates.js";

/** The three views of one list of gates. They come from one call, so they cannot disagree (PF-16). */
export interface WorkflowViews {
  readonly flow: ProcessFlowViewModel;
  readonly decision: DecisionCardViewModel;
  readonly compact: CompactSafetyStatusViewModel;
  readonly execution: ExecutionModel;
}

/** What gates do not tell of an execution: which of them stands for it, and whether it was requested. */
export interface Execution<Id extends string> {
  readonly gate: NoInfer<Id>;
  readonly started: boolean;
}

/** Gates and copy in, view models out, for any workflow (PF-1). `prefix` keeps element ids apart. */
export function presentWorkflow<Id extends string, R extends Reason>(
  prefix: string,
  gates: Gates<Id, R>,
  { gate: executionGate, started }: Execution<Id>,
  presentation: Presentation<Id, R>,
): WorkflowViews {
  const availability = executionAvailability(gates, executionGate, started);
  const flow = presentFlow(`${prefix}-gates`, gates, presentation);
  const execution = presentExecution(availability, presentation);
  return {
    flow,
    execution,
    decision: presentDecision(`${prefix}-decision`, gates, availability, presentation),
    compact: {
      contract: contractVersion,
      id: `${prefix}-status`,
      name: presentation.copy.compactName,
      nextGate: presentNext(gates, presentation),
      execution,
      viewGatesLabel: presentation.words.viewGates,
      flow: { ...flow, id: `${prefix}-status-gates` },
    },
  };
}

function presentNext<Id extends string, R extends Reason>(
  gates: Gates<Id, R>,
  { copy, words }: Presentation<Id, R>,
): CompactSafetyStatusViewModel["nextGate"] {
  const next = gates.find((gate): gate is OpenGateState<Id, R> => gate.position === "next");
  if (next === undefined) return null;
  return { id: next.id, text: copy.comesFirst?.(next.blockers[0].reason) ?? words.nextGate(copy.gateTitle[next.id]) };
}

/** Answers: what is the status, why, what does it mean, and what is the one thing to do now? (PF-5) */
function presentDecision<Id extends string, R extends Reason>(
  id: string,
  gates: Gates<Id, R>,
  availability: ExecutionAvailability<Id, R>,
  presentation: Presentation<Id, R>,
): DecisionCardViewModel {
  const { copy, words } = presentation;
  const base = { contract: contractVersion, id, name: copy.decisionName, claim: null, attention: null };
  if (availability.state !== "unavailable") {
    const [literal, { status, reason, impact, action }] =
      availability.state === "available"
        ? (["next", copy.readyDecision] as const)
        : ([copy.startedDecision.literal ?? "recorded", copy.startedDecision] as const);
    return {
      ...base,
      status: { literal, text: status, at: null },
      reason,
      impact,
      primaryAction: action,
    };
  }
  const [blocker] = presentBlockers(availability.reasons, presentation);
  const gate = gates.find((candidate) => candidate.verdict !== "complete");
  const decision = gate === undefined ? null : copy.openDecision(gate, blocker.reason);
  return {
    ...base,
    status: {
      literal: gate === undefined ? "unknown" : gateStatus(gate),
      text: decision?.status ?? words.status.unknown,
      at: null,
    },
    reason: blocker.reason,
    impact: decision?.impact ?? words.executionUnavailable,
    primaryAction:
      wayForward([blocker]) ??
      blockedBy(gate ?? { verdict: "unknown" }, blocker, { id: "no_way_forward", label: copy.stuckAction }),
  };
}
