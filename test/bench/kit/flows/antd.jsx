import Steps from "antd/es/steps";
import { desc } from "./gates.js";
export const Provider = ({ children }) => children;
const S = {
  complete: "finish",
  warning: "error",
  current: "process",
  blocked: "error",
  pending: "wait",
  unavailable: "wait",
};
export function Flow({ gates }) {
  return (
    <Steps
      orientation="vertical"
      current={gates.findIndex((g) => g.state === "current")}
      items={gates.map((g) => ({
        key: g.id,
        title: g.title,
        content: desc(g),
        status: S[g.state],
        disabled: g.state === "unavailable",
      }))}
    />
  );
}
