import "@cloudscape-design/global-styles/index.css";
import Steps from "@cloudscape-design/components/steps";
import { desc } from "./gates.js";
export const Provider = ({ children }) => children;
const S = {
  complete: "success",
  warning: "warning",
  current: "in-progress",
  blocked: "error",
  pending: "pending",
  unavailable: "stopped",
};
export function Flow({ gates }) {
  return (
    <Steps
      ariaLabel="Restore safety gates"
      steps={gates.map((g) => ({
        status: S[g.state],
        statusIconAriaLabel: g.label,
        header: g.title,
        details: desc(g),
      }))}
    />
  );
}
