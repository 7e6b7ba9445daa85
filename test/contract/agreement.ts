import type { WorkflowViews } from "../../src/flow/index.js";
import { gateStatus } from "../../src/view-models/index.js";

/** Every way in which card, flow, compact status and execution of one workflow disagree, in words (PF-16). */
export function disagreements({ flow, compact, decision, execution }: WorkflowViews): readonly string[] {
  const open = flow.gates.find((gate) => gate.verdict !== "complete");
  const complete = flow.gates.filter((gate) => gate.verdict === "complete").length;
  const found: string[] = [];
  const must = (holds: boolean, otherwise: string) => {
    if (!holds) found.push(otherwise);
  };
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

  must(
    flow.progress.complete === complete && flow.progress.total === flow.gates.length,
    "the flow counts other gates than it shows",
  );
  must(same({ ...compact.flow, id: flow.id }, flow), "the compact status opens another flow");
  must(same(compact.execution, execution), "the compact status has another answer about execution");
  must((compact.nextGate?.id ?? null) === (open?.id ?? null), "the compact status names another next gate");
  must(open === undefined || open.position === "next", "the first open gate is not the next one");

  if (execution.state === "available") {
    must(
      flow.gates.slice(0, -1).every((gate) => gate.verdict === "complete"),
      "execution is available over an open gate",
    );
    must(
      decision.status.literal === "next" && decision.primaryAction.kind !== "blocked",
      "the card does not offer what is available",
    );
  }
  if (execution.state === "started")
    must(
      ["recorded", "running", "attention", "blocked", "unknown"].includes(decision.status.literal),
      "the card does not say that it was started",
    );
  if (execution.state === "unavailable") {
    const [first] = execution.reasons;
    must(decision.reason === first.reason, "card and execution give different reasons");
    must(
      decision.status.literal === (open === undefined ? "unknown" : gateStatus(open)),
      "the card has another status than the gate",
    );
    must(decision.status.literal !== "complete", "the card calls complete what cannot run");
    must(
      open === undefined || open === flow.gates.at(-1) || open.reason === first.reason,
      "the next gate gives another reason",
    );
    must(
      first.clearedBy === null
        ? decision.primaryAction.kind === "blocked" && decision.primaryAction.reason === first.reason
        : decision.primaryAction.kind === "link" && decision.primaryAction.href === first.clearedBy.href,
      "the card leads elsewhere than to what clears its reason",
    );
  }
  return found;
}
