import { ProgressIndicator, ProgressStep } from "@carbon/react";
import { desc } from "./gates.js";
export const Provider = ({ children }) => children;
export function Flow({ gates }) {
  return (
    <ProgressIndicator vertical currentIndex={gates.findIndex((g) => g.state === "current")}>
      {gates.map((g) => (
        <ProgressStep
          key={g.id}
          label={g.title}
          description={desc(g)}
          secondaryLabel={desc(g)}
          complete={g.state === "complete"}
          current={g.state === "current"}
          invalid={g.state === "blocked" || g.state === "warning"}
          disabled={g.state === "unavailable"}
        />
      ))}
    </ProgressIndicator>
  );
}
