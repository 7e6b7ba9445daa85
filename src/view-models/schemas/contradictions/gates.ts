import type { CompactSafetyStatusViewModel } from "../../compact-safety-status.js";
import type { ProcessFlowViewModel } from "../../process-flow.js";
import { type Report, reportRepeated } from "./report.js";

/** Counts, positions and ids that do not follow from the gates. */
export function flowContradictions({ gates, progress }: ProcessFlowViewModel, report: Report, at = ""): void {
  const complete = gates.filter((gate) => gate.verdict === "complete").length;
  if (progress.total !== gates.length)
    report(`${at}/progress/total`, `says ${progress.total}, and there are ${gates.length} gates`);
  if (progress.complete !== complete)
    report(`${at}/progress/complete`, `says ${progress.complete}, and ${complete} gates are complete`);
  reportRepeated(
    gates.map(({ id }) => id),
    (index) => `${at}/gates/${index}/id`,
    report,
  );
  const firstOpen = gates.findIndex((gate) => gate.verdict !== "complete");
  for (const [index, gate] of gates.entries()) {
    const expected = firstOpen === -1 || index < firstOpen ? "passed" : index === firstOpen ? "next" : "upcoming";
    if (gate.position !== expected)
      report(`${at}/gates/${index}/position`, `is “${gate.position}” where “${expected}” follows from the gates`);
  }
}

/** A compact status that says something else than its own flow (PF-16). */
export function compactContradictions(
  { flow, nextGate, execution }: CompactSafetyStatusViewModel,
  report: Report,
): void {
  flowContradictions(flow, report, "/flow");
  const next = flow.gates.find((gate) => gate.position === "next");
  if ((nextGate?.id ?? null) !== (next?.id ?? null)) {
    report("/nextGate", `names “${nextGate?.id ?? "none"}” where the flow’s next gate is “${next?.id ?? "none"}”`);
  }
  // The last gate is execution itself; everything before it must be complete.
  const open = flow.gates.slice(0, -1).filter((gate) => gate.verdict !== "complete");
  if (execution.state === "available" && open.length > 0)
    report("/execution/state", `says “available” while ${open.length} gates before execution are open`);
}
