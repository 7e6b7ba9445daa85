// Our own: the built package, as a host has it.
import type { ReactNode } from "react";
import { ProcessFlow } from "checkrail";
import "checkrail/styles.css";

interface Gate {
  readonly id: string;
  readonly title: string;
  readonly state: "complete" | "warning" | "current" | "blocked" | "pending" | "unavailable";
  readonly label: string;
  readonly reason: string;
}

const verdicts = {
  warning: "attention",
  current: "running",
  blocked: "blocked",
  pending: "pending",
  unavailable: "unavailable",
};
const known = new WeakMap<Gate, object>();

/** The same model for the same gate: what did not change keeps its identity, as our resolvers keep it. */
function modelOf(gate: Gate): object {
  const found = known.get(gate);
  if (found !== undefined) return found;
  const { id, title, state, label: word, reason } = gate;
  const shared = { id, title, word, reason, freshness: null };
  const model =
    state === "complete"
      ? { ...shared, verdict: "complete", position: "passed", notice: null }
      : {
          ...shared,
          verdict: verdicts[state],
          position: state === "current" ? "next" : "upcoming",
          blockers: [{ code: id, reason, clearedBy: null }],
          action: null,
        };
  known.set(gate, model);
  return model;
}

export function Provider({ children }: { children: ReactNode }) {
  return children;
}

export function Flow({ gates }: { gates: readonly Gate[] }) {
  const progress = { complete: 2, total: 7, text: "2/7 gates complete" };
  const model = { contract: "1.0", id: "flow", title: "Restore safety gates", progress, gates: gates.map(modelOf) };
  return <ProcessFlow model={model as never} />;
}
