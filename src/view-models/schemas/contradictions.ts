import type { CompactSafetyStatusViewModel } from "../compact-safety-status.js";
import type { ProcessFlowViewModel } from "../process-flow.js";

/** What is wrong with a value, and where. */
export interface ModelProblem {
  /** JSON Pointer into the value. */
  readonly path: string;
  /** What is wrong there, in words. */
  readonly message: string;
}

/** Answers: do the parts of a model that passed its schema contradict each other? */
export function contradictionsIn(model: object): readonly ModelProblem[] {
  if ("flow" in model) return compactContradictions(model as CompactSafetyStatusViewModel);
  if ("gates" in model) return flowContradictions(model as ProcessFlowViewModel, "");
  return [];
}

function flowContradictions({ gates, progress }: ProcessFlowViewModel, at: string): readonly ModelProblem[] {
  const problems: ModelProblem[] = [];
  const report = (path: string, message: string) => problems.push({ path: `${at}${path}`, message });
  const complete = gates.filter((gate) => gate.verdict === "complete").length;
  if (progress.total !== gates.length)
    report("/progress/total", `says ${progress.total}, and there are ${gates.length} gates`);
  if (progress.complete !== complete) {
    report("/progress/complete", `says ${progress.complete}, and ${complete} gates are complete`);
  }
  const firstOpen = gates.findIndex((gate) => gate.verdict !== "complete");
  const ids = new Set<string>();
  for (const [index, gate] of gates.entries()) {
    if (ids.has(gate.id)) report(`/gates/${index}/id`, `repeats the id “${gate.id}”`);
    ids.add(gate.id);
    const expected = firstOpen === -1 || index < firstOpen ? "passed" : index === firstOpen ? "next" : "upcoming";
    if (gate.position !== expected)
      report(`/gates/${index}/position`, `is “${gate.position}” where “${expected}” follows from the gates`);
  }
  return problems;
}

function compactContradictions({ flow, nextGate, execution }: CompactSafetyStatusViewModel): readonly ModelProblem[] {
  const problems = [...flowContradictions(flow, "/flow")];
  const next = flow.gates.find((gate) => gate.position === "next");
  if ((nextGate?.id ?? null) !== (next?.id ?? null)) {
    problems.push({
      path: "/nextGate",
      message: `names “${nextGate?.id ?? "none"}” where the flow’s next gate is “${next?.id ?? "none"}”`,
    });
  }
  // The last gate is execution itself; everything before it must be complete.
  const open = flow.gates.slice(0, -1).filter((gate) => gate.verdict !== "complete");
  if (execution.state === "available" && open.length > 0) {
    problems.push({
      path: "/execution/state",
      message: `says “available” while ${open.length} gates before execution are open`,
    });
  }
  return problems;
}
