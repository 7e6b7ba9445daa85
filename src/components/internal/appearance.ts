import {
  type ExecutionModel,
  type FreshnessModel,
  type GateModel,
  gateStatus,
  type ProofFactModel,
  type StatusLiteral,
} from "../../view-models/index.js";

/** How a thing is painted; reaches CSS as `data-tone`. */
export type Tone = "positive" | "caution" | "critical" | "info" | "neutral";

/** The shapes a status can take. Each can be told from the others without colour. */
export type GlyphName =
  | "check"
  | "dot"
  | "arc"
  | "octagon"
  | "triangle"
  | "ring"
  | "broken_ring"
  | "clock"
  | "question"
  | "dash"
  | "tick"
  | "equals";

/** What a status looks like. */
export interface Appearance {
  readonly status: StatusLiteral;
  readonly tone: Tone;
  readonly glyph: GlyphName;
}

const appearances: Readonly<Record<StatusLiteral, Omit<Appearance, "status">>> = {
  complete: { tone: "positive", glyph: "check" },
  next: { tone: "info", glyph: "dot" },
  running: { tone: "info", glyph: "arc" },
  blocked: { tone: "critical", glyph: "octagon" },
  attention: { tone: "caution", glyph: "triangle" },
  pending: { tone: "neutral", glyph: "ring" },
  invalidated: { tone: "caution", glyph: "broken_ring" },
  stale: { tone: "caution", glyph: "clock" },
  unknown: { tone: "caution", glyph: "question" },
  unavailable: { tone: "neutral", glyph: "dash" },
  recorded: { tone: "neutral", glyph: "tick" },
  unchanged: { tone: "neutral", glyph: "equals" },
};

/** Whether this version of the kit knows the literal; a host can send any string at run time. */
export function isKnownStatus(literal: string): literal is StatusLiteral {
  return Object.hasOwn(appearances, literal);
}

/** The one map from status to tone and glyph (SI-12). A literal it does not know is unknown, never fine. */
export function appearanceOf(literal: string): Appearance {
  const status = isKnownStatus(literal) ? literal : "unknown";
  return { status, ...appearances[status] };
}

/** What a gate looks like. */
export function gateAppearance(gate: GateModel): Appearance {
  return appearanceOf(gateStatus(gate));
}

/** The word beside a gate's glyph; the model's own, unless the glyph had to contradict the verdict. */
export function gateWord(gate: GateModel, unknownWord: string): string {
  const status = gateStatus(gate);
  if (status === "unknown") return gate.verdict === "unknown" ? gate.word : unknownWord;
  const demoted = gate.verdict === "complete" && status !== "complete";
  return demoted ? (gate.freshness?.word ?? unknownWord) : gate.word;
}

/** What freshness looks like on its own. */
export function freshnessAppearance({ state }: FreshnessModel): Appearance {
  switch (state) {
    case "current":
      return appearanceOf("complete");
    case "not_run":
      return appearanceOf("pending");
    case "invalidated":
    case "stale":
      return appearanceOf(state);
    default:
      return appearanceOf("unknown");
  }
}

/** What a proof fact looks like; a recorded fact proves no outcome and has no glyph. */
export function proofAppearance(fact: ProofFactModel): Appearance | null {
  switch (fact.state) {
    case "recorded":
      return null;
    case "available":
      // Proof of a failure is available too: that there is something to read is not good news by itself.
      return appearanceOf("recorded");
    case "in_progress":
      return appearanceOf("running");
    case "pending":
    case "unavailable":
    case "unknown":
      return appearanceOf(fact.state);
    default:
      return appearanceOf("unknown");
  }
}

/** What the execution answer looks like; an execution that was started may have ended since, so it has no glyph. */
export function executionAppearance(execution: ExecutionModel): Appearance | null {
  switch (execution.state) {
    case "available":
      return appearanceOf("next");
    case "unavailable":
      return appearanceOf("unavailable");
    case "started":
      return null;
    default:
      return appearanceOf("unknown");
  }
}
