import { DecisionCard } from "checkrail";
import { parseViewModel } from "checkrail/schemas";

/** A model that came over the network is drawn only once it keeps the contract. */
export function SafetyFromBackend({ body }: { body: unknown }) {
  const parsed = parseViewModel("DecisionCardViewModel", body);
  if (parsed.ok) return <DecisionCard model={parsed.model} />;
  return <p role="alert">Nothing can be said about this run. {parsed.problems.map(({ path }) => path).join(", ")}</p>;
}
