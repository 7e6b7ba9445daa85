import { DecisionCard } from "checkrail";
import { parseViewModel } from "checkrail/schemas";
import { contractVersion } from "checkrail/view-models";

/** Room for six lines of text that nobody can know the length of: whatever comes, what follows stays where it is. */
const reserve = 6;
const unread = { contract: contractVersion, id: "decision", title: "Restore Safety" } as const;

/** A model that came over the network is drawn only once it keeps the contract. `body` is undefined while it is on its way. */
export function SafetyFromBackend({ body }: { body: unknown }) {
  if (body === undefined)
    return <DecisionCard model={{ ...unread, state: "loading", text: "The run is being read." }} reserve={reserve} />;
  const parsed = parseViewModel("DecisionCardViewModel", body);
  if (parsed.ok) return <DecisionCard model={parsed.model} reserve={reserve} />;
  const text = `Nothing can be said about this run. ${parsed.problems.map(({ path }) => path).join(", ")}`;
  return <DecisionCard model={{ ...unread, state: "failed", text, action: null }} reserve={reserve} />;
}
