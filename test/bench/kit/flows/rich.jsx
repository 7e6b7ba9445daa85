// REALISTIC FLOOR: what a correct kit must emit (named list, aria-current, state attr, icon, state text, reason).
import { memo } from "react";
export const Provider = ({ children }) => children;
const PATH = {
  complete: "M2 8l4 4 8-8",
  warning: "M8 1l7 14H1z",
  current: "M8 2a6 6 0 1 0 .1 0z",
  blocked: "M2 2l12 12M14 2L2 14",
  pending: "M3 8h10",
  unavailable: "M2 14L14 2",
};
const Gate = memo(function Gate({ g, n }) {
  return (
    <li className="rk-gate" data-state={g.state} aria-current={g.state === "current" ? "step" : undefined}>
      <span className="rk-mark" aria-hidden="true">
        <svg viewBox="0 0 16 16" width="16" height="16">
          <path d={PATH[g.state]} />
        </svg>
      </span>
      <div className="rk-body">
        <div className="rk-title">
          <span className="rk-n">{n}</span>
          {g.title}
        </div>
        <p className="rk-desc">
          <span className="rk-state">{g.label}</span>: {g.reason}
        </p>
      </div>
    </li>
  );
});
export function Flow({ gates }) {
  return (
    <ol className="rk-flow" aria-label="Restore safety gates">
      {gates.map((g, i) => (
        <Gate key={g.id} g={g} n={i + 1} />
      ))}
    </ol>
  );
}
