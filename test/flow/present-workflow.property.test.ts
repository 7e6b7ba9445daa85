import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { presentWorkflow } from "../../src/flow/index.js";
import { parseViewModel, type RootModels } from "../../src/view-models/schemas/index.js";
import { disagreements } from "../contract/agreement.js";
import { cases } from "../support/property.js";
import { anyPresentation, anyWorkflow, type AnyWorkflow, evaluated } from "../support/workflows.js";

const runs = { numRuns: cases() };
const withGates = anyWorkflow.filter(({ gates }) => gates.length > 0);

describe("PF-16 card, flow, compact status and execution of any workflow", () => {
  test("never disagree", () => {
    fc.assert(
      fc.property(withGates, (workflow) => {
        const { gates, execution: answer } = evaluated(workflow);
        const { flow, compact, decision, execution } = viewsOf(workflow);

        expect(flow.gates.map(({ id, verdict, position }) => [id, verdict, position])).toEqual(
          gates.map(({ id, verdict, position }) => [id, verdict, position]),
        );
        expect(execution.state).toBe(answer.state);
        expect(disagreements({ flow, compact, decision, execution })).toEqual([]);
      }),
      runs,
    );
  });

  test("pass the published contract, whose own rules find no contradiction either", () => {
    fc.assert(
      fc.property(withGates, (workflow) => {
        fc.pre(new Set(workflow.gates.map(({ id }) => id)).size === workflow.gates.length);
        const views = viewsOf(workflow);
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

function viewsOf(workflow: AnyWorkflow) {
  const { executionGate: gate, started } = workflow;
  return presentWorkflow("any", evaluated(workflow).gates, { gate, started }, anyPresentation);
}

function problemsOf<Name extends keyof RootModels>(name: Name, model: RootModels[Name]) {
  const parsed = parseViewModel(name, JSON.parse(JSON.stringify(model)));
  return parsed.ok ? [] : parsed.problems;
}
