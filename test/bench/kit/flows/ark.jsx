import { Steps } from "@ark-ui/react/steps";
import { desc } from "./gates.js";
export const Provider = ({ children }) => children;
export function Flow({ gates }) {
  return (
    <Steps.Root count={gates.length} orientation="vertical" step={gates.findIndex((g) => g.state === "current")}>
      <Steps.List>
        {gates.map((g, i) => (
          <Steps.Item key={g.id} index={i} data-state={g.state}>
            <Steps.Trigger>
              <Steps.Indicator>{i + 1}</Steps.Indicator>
              <span>{g.title}</span>
            </Steps.Trigger>
            <p>{desc(g)}</p>
            <Steps.Separator />
          </Steps.Item>
        ))}
      </Steps.List>
    </Steps.Root>
  );
}
