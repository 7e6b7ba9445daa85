import { DecisionCard } from "checkrail";
import type { DecisionCardViewModel } from "checkrail/view-models";
import "checkrail/styles.css";

export function Safety({ model }: { model: DecisionCardViewModel }) {
  return <DecisionCard model={model} headingLevel={2} onAction={(id) => console.log("chosen:", id)} />;
}
