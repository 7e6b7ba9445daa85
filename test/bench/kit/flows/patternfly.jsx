import "@patternfly/react-core/dist/styles/base.css";
import { ProgressStepper, ProgressStep } from "@patternfly/react-core/dist/esm/components/ProgressStepper";
import { desc } from "./gates.js";
export const Provider = ({ children }) => children;
const S = {
  complete: "success",
  warning: "warning",
  current: "info",
  blocked: "danger",
  pending: "pending",
  unavailable: "default",
};
export function Flow({ gates }) {
  return (
    <ProgressStepper isVertical aria-label="Restore safety gates">
      {gates.map((g) => (
        <ProgressStep
          key={g.id}
          id={g.id}
          titleId={"t-" + g.id}
          variant={S[g.state]}
          isCurrent={g.state === "current"}
          description={desc(g)}
          aria-label={`${g.title} ${g.label}`}
        >
          {g.title}
        </ProgressStep>
      ))}
    </ProgressStepper>
  );
}
