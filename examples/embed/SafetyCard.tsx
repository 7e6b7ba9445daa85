import { DecisionCard } from "checkrail";
import type { DecisionCardViewModel } from "checkrail/view-models";
import "checkrail/styles.css";

export function Safety({ model, onChosen }: { model: DecisionCardViewModel; onChosen: (id: string) => void }) {
  return <DecisionCard model={model} headingLevel={2} onAction={onChosen} />;
}
