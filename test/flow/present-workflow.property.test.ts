import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { presentWorkflow } from "../../src/flow/index.js";
import { parseViewModel, type RootModels } from "../../src/view-models/schemas/index.js";
import { gateStatus } from "../../src/view-models/index.js";
import { cases } from "../support/property.js";
import { anyPresentation, anyWorkflow, evaluated } from "../support/workflows.js";

const runs = { numRuns: cases() };
const withGates = anyWorkflow.filter(({ gates }) => new Set(gates.map(({ id }) => id)).size > 0);

describe("PF-16 card, flow, compact status and execution of any workflow", () => {
  test("never disagree", () => {
    fc.assert(
      fc.property(withGates, (workflow) => {
        const { gates, execution: answer } = evaluated(workflow);
        const { flow, compact, decision, execution } = presentWorkflow("any", gates, answer, anyPresentation);
        const open = flow.gates.find((gate) => gate.verdict !== "complete");

        expect(flow.gates.map(({ id, verdict, position }) => [id, verdict, position])).toEqual(
          gates.map(({ id, verdict, position }) => [id, verdict, position]),
        );
        expect(flow.progress.complete).toBe(gates.filter((gate) => gate.verdict === "complete").length);
        expect(compact.flow).toEqual({ ...flow, id: compact.flow.id });
        expect(compact.execution).toEqual(execution);
        expect(execution.state).toBe(answer.state);
        expect(compact.nextGate?.id ?? null).toBe(open?.id ?? null);

        switch (execution.state) {
          case "available":
            expect(flow.gates.slice(0, -1).every((gate) => gate.verdict === "complete")).toBe(true);
            expect(decision.status).toEqual({ literal: "next", text: "Settled", at: null });
            expect(decision.primaryAction.kind).toBe("callback");
            break;
          case "started":
            expect(decision.status).toEqual({ literal: "recorded", text: "Started", at: null });
            break;
          case "unavailable":
            expect(decision.reason).toBe(execution.reasons[0].reason);
            expect(execution.text).toContain(decision.reason);
            expect(decision.status.literal).toBe(open === undefined ? "unknown" : gateStatus(open));
            expect(decision.status.literal).not.toBe("complete");
            // The gate that leads the card gives the card its reason.
            if (open !== undefined && open !== flow.gates.at(-1)) expect(open.reason).toBe(decision.reason);
            expect(decision.primaryAction).toMatchObject(
              execution.reasons[0].clearedBy === null
                ? { kind: "blocked", reason: decision.reason }
                : { kind: "link", href: execution.reasons[0].clearedBy.href },
            );
        }
      }),
      runs,
    );
  });

  test("pass the published contract, whose own rules find no contradiction either", () => {
    fc.assert(
      fc.property(withGates, (workflow) => {
        fc.pre(new Set(workflow.gates.map(({ id }) => id)).size === workflow.gates.length);
        const { gates, execution } = evaluated(workflow);
        const views = presentWorkflow("any", gates, execution, anyPresentation);
        const problems = [
          ...problemsOf("ProcessFlowViewModel", views.flow),
          ...problemsOf("CompactSafetyStatusViewModel", views.compact),
          ...problemsOf("DecisionCardViewModel", views.decision),
        ];
        expect(problems).toEqual([]);
      }),
      runs,
    );
  });
});

function problemsOf<Name extends keyof RootModels>(name: Name, model: RootModels[Name]) {
  const parsed = parseViewModel(name, JSON.parse(JSON.stringify(model)));
  return parsed.ok ? [] : parsed.problems;
}
