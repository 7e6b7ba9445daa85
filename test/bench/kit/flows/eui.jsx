import { EuiSteps } from "@elastic/eui/es/components/steps";
import { EuiProvider } from "@elastic/eui/es/components/provider";
import { desc } from "./gates.js";
export const Provider = ({ children }) => <EuiProvider>{children}</EuiProvider>;
const S = {
  complete: "complete",
  warning: "warning",
  current: "current",
  blocked: "danger",
  pending: "incomplete",
  unavailable: "disabled",
};
export function Flow({ gates }) {
  return (
    <EuiSteps
      titleSize="xs"
      steps={gates.map((g) => ({ title: g.title, status: S[g.state], children: <p>{desc(g)}</p> }))}
    />
  );
}
