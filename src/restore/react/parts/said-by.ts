import type { ActionModel, DecisionCardViewModel } from "../../../view-models/index.js";
import type { AttemptModel, LeadModel } from "../../resolvers/steps/index.js";

type Reason = ActionModel["reason"];

/** Id of the element in which a decision card says this very reason; undefined where it says another. */
export function saidByDecision(
  { id, reason: said }: Pick<DecisionCardViewModel, "id" | "reason">,
  reason: Reason,
): string | undefined {
  return said === reason ? `${id}-reason` : undefined;
}

/** Id of the element in which the decision of a step begins with this very reason; undefined where it says another. */
export function saidByLead({ id, detail }: Pick<LeadModel, "id" | "detail">, reason: Reason): string | undefined {
  return reason !== undefined && detail.startsWith(reason) ? `${id}-detail` : undefined;
}

/** Id of the element in which the note that `id` names says this very reason; undefined where it says another, or there is none. */
export function saidByNote(id: string, note: AttemptModel | null, reason: Reason): string | undefined {
  return note?.state === "running" && note.text === reason ? `${id}-text` : undefined;
}
