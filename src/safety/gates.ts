import type { NonEmptyList, OpenVerdict } from "../view-models/index.js";
import type { Freshness } from "./freshness.js";

/** A reason as data: a code and whatever its sentence needs. Copy turns it into words. */
export interface Reason {
  readonly code: string;
}

/** A place by id: a step, and an anchor inside it. */
export interface Place {
  readonly step: string;
  readonly anchor: string;
}

/** One reason why a gate is open, and the place that clears it; null where the operator cannot (BY-15). */
export interface Blocker<R extends Reason> {
  readonly reason: R;
  readonly clearedBy: Place | null;
}

/** What an evaluator found. A finding that is not complete always says why. */
export type GateFinding<R extends Reason> = CompleteFinding<R> | OpenFinding<R>;

/** The condition holds. */
export interface CompleteFinding<R extends Reason> {
  readonly verdict: "complete";
  /** Freshness of the evidence behind it; null where the gate rests on facts that cannot age. */
  readonly freshness: Freshness | null;
  readonly reason: R;
  /** What deserves a look although the condition holds. */
  readonly notice: R | null;
}

/** The condition does not hold, or is not known to hold. */
export interface OpenFinding<R extends Reason> {
  readonly verdict: OpenVerdict;
  readonly freshness: Freshness | null;
  readonly blockers: NonEmptyList<Blocker<R>>;
}

/** Says that the condition holds, on facts that cannot age. */
export function completeFinding<R extends Reason>(reason: R, notice: R | null = null): CompleteFinding<R> {
  return { verdict: "complete", freshness: null, reason, notice };
}

/** Says that the condition does not hold, or is not known to: why, and the place that clears it. */
export function openFinding<R extends Reason>(
  verdict: OpenVerdict,
  reason: R,
  clearedBy: Place | null,
): OpenFinding<R> {
  return { verdict, freshness: null, blockers: [{ reason, clearedBy }] };
}

/** The finding of a gate that rests on evidence: what `current` says of it is heard only while the evidence is current. */
export function findingOnEvidence<R extends Reason>(
  freshness: Freshness,
  current: () => GateFinding<R>,
  otherwise: (state: Exclude<Freshness["state"], "current">) => OpenFinding<R>,
): GateFinding<R> {
  return { ...(freshness.state === "current" ? current() : otherwise(freshness.state)), freshness };
}

/** One safety condition of a workflow: its evaluator, and the gates it rests on. */
export interface GateDefinition<Facts, Id extends string, R extends Reason> {
  readonly id: Id;
  /** Gates that must be complete before this one can be. */
  readonly requires: readonly NoInfer<Id>[];
  /** Answers from facts alone. May not rely on the order of evaluation. */
  readonly evaluate: (facts: Facts) => GateFinding<R>;
}

/** A gate as it is written: the gates it rests on, and its evaluator. Its id is the name it is written under. */
export type GateRule<Facts, Id extends string, R extends Reason> = Omit<GateDefinition<Facts, Id, R>, "id">;

/** A reason that its code alone tells. */
export interface CodedReason<Code extends string> extends Reason {
  readonly code: Code;
}

/** What the gates of one step are written with, where a reason is a code and a place an anchor of that step. */
export interface GateWriter<Facts, Code extends string, Anchor extends string> extends Readonly<
  Record<OpenVerdict, (code: Code, anchor?: Anchor) => OpenFinding<CodedReason<Code>>>
> {
  /** The condition holds; `notice` is what deserves a look although it does. */
  readonly complete: (code: Code, notice?: Code) => CompleteFinding<CodedReason<Code>>;
  /** One gate: those it rests on, and its evaluator. */
  readonly gate: <const Ids extends readonly string[]>(
    requires: Ids,
    evaluate: (facts: Facts) => GateFinding<CodedReason<Code>>,
  ) => GateRule<Facts, Ids[number], CodedReason<Code>>;
  /** All gates by their ids, in the order in which they are written; ids are words, for JavaScript puts numbers first. */
  readonly gates: <Id extends string>(
    rules: Readonly<Record<Id, GateRule<Facts, NoInfer<Id>, CodedReason<Code>>>>,
  ) => readonly GateDefinition<Facts, Id, CodedReason<Code>>[];
}

/** Writes the gates of one step from facts, codes and anchors: `pending("no_list", "list")` says that, why, and what clears it. */
export function gateWriter<Facts, Code extends string, Anchor extends string>(
  step: string,
): GateWriter<Facts, Code, Anchor> {
  const open = (verdict: OpenVerdict) => (code: Code, anchor?: Anchor) =>
    openFinding(verdict, { code }, anchor === undefined ? null : { step, anchor });
  return {
    complete: (code, notice) => completeFinding({ code }, notice === undefined ? null : { code: notice }),
    running: open("running"),
    blocked: open("blocked"),
    attention: open("attention"),
    pending: open("pending"),
    unknown: open("unknown"),
    unavailable: open("unavailable"),
    gate: (requires, evaluate) => ({ requires, evaluate }),
    gates: (rules) => (Object.keys(rules) as (keyof typeof rules)[]).map((id) => ({ id, ...rules[id] })),
  };
}

/** Reasons that the core itself can give, for every workflow. */
export type CoreReason<Id extends string = string> =
  | { readonly code: "gate_not_evaluated"; readonly gate: Id }
  | { readonly code: "gate_evidence_not_current"; readonly gate: Id; readonly freshness: Freshness }
  | { readonly code: "gate_waits_for"; readonly gate: Id; readonly missing: Id };

/** An evaluated gate: verdict, freshness, position, three separate axes. */
export type Gate<Id extends string, R extends Reason> = CompleteGateState<Id, R> | OpenGateState<Id, R>;

/** A gate whose condition holds now. */
export interface CompleteGateState<Id extends string, R extends Reason> extends CompleteFinding<R> {
  readonly id: Id;
  readonly position: "passed" | "upcoming";
  readonly freshness: Extract<Freshness, { state: "current" }> | null;
}

/** A gate that is open, with every reason. */
export interface OpenGateState<Id extends string, R extends Reason> extends OpenFinding<R | CoreReason<Id>> {
  readonly id: Id;
  readonly position: "passed" | "next" | "upcoming";
}

/** Gates of one workflow, in order. */
export type Gates<Id extends string, R extends Reason> = readonly Gate<Id, R>[];

/**
 * Evaluates every gate and fails closed: an evaluator that throws or says nothing usable leaves its gate unknown, as a
 * repeated id does; evidence that is not current and a required gate that is open both keep a gate from being complete.
 * The first open gate is the next one.
 */
export function evaluateGates<Facts, Id extends string, R extends Reason>(
  definitions: readonly GateDefinition<Facts, Id, R>[],
  facts: Facts,
): Gates<Id, R> {
  const earlier = new Map<Id, GateFinding<R | CoreReason<Id>>>();
  let nextSeen = false;
  return definitions.map((definition) => {
    const { id } = definition;
    // Of two gates with one id nobody can tell which one another rests on: the second is unknown, and so is what rests on it.
    const finding = earlier.has(id)
      ? notEvaluated<Id, R>(id)
      : withRequirements(definition, safely(definition, facts), earlier);
    earlier.set(id, finding);
    if (finding.verdict === "complete") {
      return { id, position: nextSeen ? "upcoming" : "passed", ...finding } as CompleteGateState<Id, R>;
    }
    const position = nextSeen ? "upcoming" : "next";
    nextSeen = true;
    return { id, position, ...finding };
  });
}

const freshnessStates: ReadonlySet<Freshness["state"]> = new Set(["not_run", "current", "invalidated", "stale"]);

function safely<Facts, Id extends string, R extends Reason>(
  definition: GateDefinition<Facts, Id, R>,
  facts: Facts,
): GateFinding<R | CoreReason<Id>> {
  try {
    const finding = definition.evaluate(facts);
    const { freshness } = finding;
    if (freshness !== null && !freshnessStates.has(freshness.state)) return notEvaluated<Id, R>(definition.id);
    if (finding.verdict !== "complete") {
      return finding.blockers.length > 0 ? finding : notEvaluated<Id, R>(definition.id);
    }
    if (freshness === null || freshness.state === "current") return finding;
    return {
      verdict: "pending",
      freshness,
      blockers: [{ reason: { code: "gate_evidence_not_current", gate: definition.id, freshness }, clearedBy: null }],
    };
  } catch {
    return notEvaluated<Id, R>(definition.id);
  }
}

/** A gate cannot be complete while one it rests on is open; requirements may only name earlier gates, so one pass is enough. */
function withRequirements<Facts, Id extends string, R extends Reason>(
  { id, requires }: GateDefinition<Facts, Id, R>,
  finding: GateFinding<R | CoreReason<Id>>,
  earlier: ReadonlyMap<Id, GateFinding<R | CoreReason<Id>>>,
): GateFinding<R | CoreReason<Id>> {
  if (finding.verdict !== "complete") return finding;
  for (const missing of requires) {
    const required = earlier.get(missing);
    if (required?.verdict === "complete") continue;
    return {
      verdict: "pending",
      freshness: finding.freshness,
      blockers: [
        {
          reason: { code: "gate_waits_for", gate: id, missing },
          clearedBy: required?.blockers[0].clearedBy ?? null,
        },
      ],
    };
  }
  return finding;
}

function notEvaluated<Id extends string, R extends Reason>(id: Id): OpenFinding<R | CoreReason<Id>> {
  return {
    verdict: "unknown",
    freshness: null,
    blockers: [{ reason: { code: "gate_not_evaluated", gate: id }, clearedBy: null }],
  };
}
