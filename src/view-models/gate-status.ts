import type { StatusLiteral } from "./common.js";
import type { GateModel } from "./gate.js";

/**
 * Answers: which one status does a gate show? The verdict picks it, freshness may only demote, and position tells the
 * next pending gate from the others. A verdict that this version does not know is unknown, never fine.
 */
export function gateStatus(gate: {
  readonly verdict: GateModel["verdict"];
  readonly position: GateModel["position"];
  readonly freshness: { readonly state: string } | null;
}): StatusLiteral {
  // A model from outside may lack the field: null says that the gate rests on no evidence, absence says nothing.
  const freshness = gate.freshness === null ? null : gate.freshness?.state;
  switch (gate.verdict) {
    case "complete":
      if (freshness === null || freshness === "current") return "complete";
      return freshness === "invalidated" || freshness === "stale" ? freshness : "unknown";
    case "pending":
      if (freshness === "invalidated" || freshness === "stale") return freshness;
      return gate.position === "next" ? "next" : "pending";
    case "running":
    case "blocked":
    case "attention":
    case "unavailable":
      return gate.verdict;
    case "unknown":
    default:
      return "unknown";
  }
}
