import Stepper from "@mui/material/Stepper";
import Step from "@mui/material/Step";
import StepLabel from "@mui/material/StepLabel";
import Typography from "@mui/material/Typography";
import { desc } from "./gates.js";
export const Provider = ({ children }) => children;
export function Flow({ gates }) {
  return (
    <Stepper
      orientation="vertical"
      activeStep={gates.findIndex((g) => g.state === "current")}
      aria-label="Restore safety gates"
    >
      {gates.map((g) => (
        <Step key={g.id} completed={g.state === "complete"} disabled={g.state === "unavailable"}>
          <StepLabel
            error={g.state === "blocked" || g.state === "warning"}
            optional={<Typography variant="caption">{desc(g)}</Typography>}
          >
            {g.title}
          </StepLabel>
        </Step>
      ))}
    </Stepper>
  );
}
