import fc from "fast-check";
import type { WorkflowCopy, Presentation } from "../../src/flow/index.js";
import { englishFlowWords, formatting } from "../../src/flow/index.js";
import {
  executionAvailability,
  evaluateGates,
  type Freshness,
  type GateDefinition,
  type GateFinding,
  type Place,
} from "../../src/safety/index.js";

/** A reason of a workflow that nobody wrote. */
export interface AnyReason {
  readonly code: string;
}

/** A finding as an evaluator should give it, or what a broken one does instead. */
export type AnyFinding =
  | GateFinding<AnyReason>
  | "throws"
  | "nothing"
  | "no_blockers"
  | "unheard_of_freshness"
  | "unheard_of_freshness_open";

/** A workflow with any gates, in any order, resting on each other in any way. */
export interface AnyWorkflow {
  readonly gates: readonly {
    readonly id: string;
    readonly requires: readonly string[];
    readonly finding: AnyFinding;
  }[];
  readonly executionGate: string;
  readonly started: boolean;
}

const at = "2026-11-20T16:46:00Z";
const id = fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "__proto__", "constructor");
const code = fc.constantFrom("first", "second", "third", "toString");
const reason = code.map((one): AnyReason => ({ code: one }));
const place = fc.record<Place>({ step: fc.constantFrom("one", "two"), anchor: fc.constantFrom("top", "below") });
const blocker = fc.record({ reason, clearedBy: fc.option(place) });
const blockers = fc
  .tuple(blocker, fc.array(blocker, { maxLength: 2 }))
  .map(([first, others]) => [first, ...others] as const);

const freshness = fc.constantFrom<Freshness | null>(
  null,
  { state: "not_run" },
  { state: "current", at },
  { state: "invalidated", at, changes: [{ field: "scope", before: undefined, after: ["x"] }] },
  { state: "stale", at: null, cause: "basis_not_recorded" },
  { state: "stale", at, cause: "capture_time_not_recorded" },
);

const complete = fc.record({ verdict: fc.constant("complete" as const), freshness, reason, notice: fc.option(reason) });
const open = fc.record({
  verdict: fc.constantFrom("running", "blocked", "attention", "pending", "unknown", "unavailable"),
  freshness,
  blockers,
});
const broken = fc.constantFrom("throws", "nothing", "no_blockers", "unheard_of_freshness", "unheard_of_freshness_open");
const finding = fc.oneof(
  { weight: 6, arbitrary: complete },
  { weight: 2, arbitrary: open },
  { weight: 1, arbitrary: broken },
) as fc.Arbitrary<AnyFinding>;

/** Any workflow; many could run, so that "available" is not a rarity. */
export const anyWorkflow: fc.Arbitrary<AnyWorkflow> = fc
  .record({
    gates: fc.array(fc.record({ id, requires: fc.array(id, { maxLength: 2 }), finding }), { maxLength: 7 }),
    clear: fc.boolean(),
    elsewhere: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: id }),
    started: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  })
  .map(({ gates: drawn, clear, elsewhere, started }) => {
    const gates = clear ? cleared(drawn) : drawn;
    return { gates, executionGate: elsewhere ?? gates.at(-1)?.id ?? "a", started };
  });

/** The same gates with every id once and nothing open before the last. */
function cleared(gates: AnyWorkflow["gates"]): AnyWorkflow["gates"] {
  const fine: AnyFinding = {
    verdict: "complete",
    freshness: { state: "current", at },
    reason: { code: "first" },
    notice: null,
  };
  return gates.map(({ id: name, finding: last }, index) => ({
    id: `${name}${index}`,
    requires: gates.slice(0, index).map((gate, earlier) => `${gate.id}${earlier}`),
    finding: index < gates.length - 1 ? fine : last,
  }));
}

/** The gates of a workflow and its one answer about execution. */
export function evaluated(workflow: AnyWorkflow) {
  const definitions = workflow.gates.map((gate): GateDefinition<null, string, AnyReason> => ({
    id: gate.id,
    requires: gate.requires,
    evaluate: () => found(gate.finding),
  }));
  const gates = evaluateGates(definitions, null);
  return { gates, execution: executionAvailability(gates, workflow.executionGate, workflow.started) };
}

function found(what: AnyFinding): GateFinding<AnyReason> {
  switch (what) {
    case "throws":
      throw new Error("The evaluator failed.");
    case "nothing":
      return undefined as unknown as GateFinding<AnyReason>;
    case "no_blockers":
      return { verdict: "blocked", freshness: null, blockers: [] } as unknown as GateFinding<AnyReason>;
    case "unheard_of_freshness":
      return {
        verdict: "complete",
        freshness: { state: "fresh" },
        reason: { code: "first" },
        notice: null,
      } as unknown as GateFinding<AnyReason>;
    case "unheard_of_freshness_open":
      return {
        verdict: "blocked",
        freshness: { state: "fresh" },
        blockers: [{ reason: { code: "first" }, clearedBy: null }],
      } as unknown as GateFinding<AnyReason>;
    default:
      return what;
  }
}

const settled = {
  status: "Settled",
  reason: "Every gate is complete.",
  impact: "It may run.",
  action: { kind: "callback", id: "go", label: "Go" },
} as const;

const copy: WorkflowCopy<string, AnyReason> = {
  flowTitle: "Gates",
  decisionName: "Decision",
  compactName: "Status",
  gateTitle: new Proxy({}, { get: (_, gate) => `Gate ${String(gate)}` }),
  reason: ({ code: one }) => `Because of ${one}.`,
  placeLabel: ({ anchor }) => `Go to ${anchor}`,
  openDecision: (gate) => ({ status: `Open: ${gate.id}`, impact: "It may not run." }),
  readyDecision: settled,
  startedDecision: { ...settled, status: "Started" },
  startedText: "Started",
  stuckAction: "Go on",
  change: ({ field }) => ({ field, label: field, before: "before", after: "after" }),
  gateWord: () => null,
};

/** Words for any workflow. */
export const anyPresentation: Presentation<string, AnyReason> = {
  copy,
  words: englishFlowWords(formatting({ locale: "en-GB", timeZone: "UTC" })),
  context: { href: ({ step, anchor }) => `/${step}#${anchor}`, instant: (iso) => ({ iso, text: iso }) },
};
