import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cases } from "../support/property.js";
import { anyWorkflow, evaluated } from "../support/workflows.js";

const runs = { numRuns: cases() };

describe("gates of any workflow fail closed", () => {
  test("a gate is complete only where its evaluator says so, on current evidence, and all it rests on is complete", () => {
    fc.assert(
      fc.property(anyWorkflow, (workflow) => {
        const { gates } = evaluated(workflow);
        for (const [index, gate] of gates.entries()) {
          if (gate.verdict !== "complete") continue;
          const { id, requires, finding } = workflow.gates[index] ?? expect.fail("a gate that nobody defined");
          const earlier = workflow.gates.slice(0, index).map((one) => one.id);
          expect(finding).toMatchObject({ verdict: "complete" });
          expect(gate.freshness?.state ?? "current").toBe("current");
          expect(earlier).not.toContain(id);
          for (const required of requires) {
            expect(gates[earlier.indexOf(required)]).toMatchObject({ id: required, verdict: "complete" });
          }
        }
      }),
      runs,
    );
  });

  test("an open gate always says why", () => {
    fc.assert(
      fc.property(anyWorkflow, (workflow) => {
        for (const gate of evaluated(workflow).gates) {
          if (gate.verdict !== "complete") expect(gate.blockers.length).toBeGreaterThan(0);
        }
      }),
      runs,
    );
  });

  test("a complete finding that nothing stands against makes its gate complete", () => {
    fc.assert(
      fc.property(anyWorkflow, (workflow) => {
        const { gates } = evaluated(workflow);
        for (const [index, { id, requires, finding }] of workflow.gates.entries()) {
          const first = workflow.gates.findIndex((one) => one.id === id) === index;
          const free = requires.length === 0 && first && typeof finding === "object" && finding.verdict === "complete";
          if (free && (finding.freshness === null || finding.freshness.state === "current")) {
            expect(gates[index]?.verdict).toBe("complete");
          }
        }
      }),
      runs,
    );
  });

  test("passed, next and upcoming follow from the first open gate alone", () => {
    fc.assert(
      fc.property(anyWorkflow, (workflow) => {
        const { gates } = evaluated(workflow);
        const open = gates.findIndex((gate) => gate.verdict !== "complete");
        const expected = gates.map((_, index) =>
          open === -1 || index < open ? "passed" : index === open ? "next" : "upcoming",
        );
        expect(gates.map((gate) => gate.position)).toEqual(expected);
      }),
      runs,
    );
  });
});

describe("PF-16 execution of any workflow", () => {
  test("is available exactly where it was not started, ends the list, and every gate before it is complete", () => {
    fc.assert(
      fc.property(anyWorkflow, (workflow) => {
        const { gates, execution } = evaluated(workflow);
        const last = gates.at(-1);
        const ends = gates.length > 1 && last?.id === workflow.executionGate;
        const clear = gates.slice(0, -1).every((gate) => gate.verdict === "complete");
        const available = !workflow.started && ends && clear && last.verdict !== "complete";
        expect(execution.state === "available").toBe(available);
      }),
      runs,
    );
  });

  test("while it is unavailable, it lists the reasons of every open gate before it, in their order", () => {
    fc.assert(
      fc.property(anyWorkflow, (workflow) => {
        const { gates, execution } = evaluated(workflow);
        if (execution.state !== "unavailable") return;
        const reasons = gates.slice(0, -1).flatMap((gate) => (gate.verdict === "complete" ? [] : gate.blockers));
        const alone = { reason: { code: "gate_not_evaluated", gate: workflow.executionGate }, clearedBy: null };
        expect(execution.reasons).toEqual(reasons.length > 0 ? reasons : [alone]);
      }),
      runs,
    );
  });
});
