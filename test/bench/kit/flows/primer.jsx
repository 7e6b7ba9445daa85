import "@primer/primitives/dist/css/functional/themes/light.css";
import "@primer/primitives/dist/css/base/size/size.css";
import "@primer/primitives/dist/css/base/typography/typography.css";
import "@primer/primitives/dist/css/functional/size/size.css";
import "@primer/primitives/dist/css/functional/size/border.css";
import "@primer/primitives/dist/css/functional/typography/typography.css";
import { Timeline } from "@primer/react";
import { desc } from "./gates.js";
export const Provider = ({ children }) => children;
export function Flow({ gates }) {
  return (
    <Timeline aria-label="Restore safety gates">
      {gates.map((g, i) => (
        <Timeline.Item key={g.id} condensed={g.state === "pending"}>
          <Timeline.Badge>{i + 1}</Timeline.Badge>
          <Timeline.Body>
            <b>{g.title}</b>
            <p>{desc(g)}</p>
          </Timeline.Body>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
