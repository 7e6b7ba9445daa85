import {
  englishFlowWords,
  formatting,
  presentWorkflow,
  type WorkflowCopy,
  type WorkflowViews,
} from "../../flow/index.js";
import { evaluateGates, type GateDefinition } from "../../safety/index.js";

type Numbered = { readonly code: "met" | "not_met"; readonly number: number };

const definitions: readonly GateDefinition<number, string, Numbered>[] = Array.from({ length: 30 }, (_, index) => ({
  id: `gate_${index + 1}`,
  requires: index === 0 ? [] : [`gate_${index}`],
  evaluate: (met) =>
    index < met
      ? { verdict: "complete", freshness: null, reason: { code: "met", number: index + 1 }, notice: null }
      : {
          verdict: "blocked",
          freshness: null,
          blockers: [
            {
              reason: { code: "not_met", number: index + 1 },
              clearedBy: { step: "work", anchor: `gate-${index + 1}` },
            },
          ],
        },
}));

const settled = (status: string) => ({
  status,
  reason: "All thirty conditions are met.",
  impact: "The work begins.",
  action: { kind: "callback", id: "begin", label: "Begin" } as const,
});

const copy: WorkflowCopy<string, Numbered> = {
  flowTitle: "Thirty safety gates",
  decisionName: "Safety",
  compactName: "Safety status",
  gateTitle: Object.fromEntries(definitions.map(({ id }, index) => [id, `Condition ${index + 1}`])),
  reason: ({ code, number }) => `Condition ${number} is ${code === "met" ? "met" : "not met"}.`,
  placeLabel: ({ anchor }) => `Go to ${anchor}`,
  openDecision: () => ({ status: "Not all conditions are met", impact: "Nothing begins." }),
  readyDecision: settled("Can begin"),
  startedDecision: settled("Begun"),
  startedText: "Begun",
  stuckAction: "Go on",
  change: ({ field }) => ({ field, label: field, before: "before", after: "after" }),
  gateWord: () => null,
};

/** A workflow of thirty gates that is about nothing in particular (PF-1), with the first `met` of them complete. */
export function thirtyGates(met: number): WorkflowViews {
  const format = formatting({ locale: "en-GB", timeZone: "UTC" });
  return presentWorkflow(
    "thirty",
    evaluateGates(definitions, met),
    { gate: "gate_30", started: false },
    {
      copy,
      words: englishFlowWords(format),
      context: { href: ({ step, anchor }) => `#${step}/${anchor}`, instant: format.instant },
    },
  );
}
