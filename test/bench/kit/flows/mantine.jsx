import { MantineProvider, Stepper } from "@mantine/core";
import { desc } from "./gates.js";
import "@mantine/core/styles/baseline.css";
import "@mantine/core/styles/default-css-variables.css";
import "@mantine/core/styles/global.css";
import "@mantine/core/styles/Loader.css";
import "@mantine/core/styles/Stepper.css";
export const Provider = ({ children }) => <MantineProvider>{children}</MantineProvider>;
export function Flow({ gates }) {
  return (
    <Stepper
      active={gates.findIndex((g) => g.state === "current")}
      orientation="vertical"
      allowNextStepsSelect={false}
      size="sm"
    >
      {gates.map((g) => (
        <Stepper.Step
          key={g.id}
          label={g.title}
          description={desc(g)}
          color={g.state === "blocked" ? "red" : undefined}
          loading={false}
        />
      ))}
    </Stepper>
  );
}
