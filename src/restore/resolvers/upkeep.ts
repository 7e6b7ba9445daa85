import type { ActionModel } from "../../view-models/index.js";
import type { RestoreFacts } from "../run/facts.js";
import type { RestoreContext } from "./context.js";
import { followUpOf } from "./result-attention.js";
import { resultState } from "./result-state.js";
import { blockedAction, waitingAction } from "./steps/editing.js";

/** What may be done with a run as a whole. */
export type UpkeepAction = "archive" | "rerun" | "delete";

/** Why one of them may not be done now. */
export type UpkeepRefusal = "capability_missing" | "restore_in_progress" | "still_in_preparation" | "kept_for_audit";

/** Whether an action may be done; nothing here is ever done without a confirmation (SI-20). */
export type UpkeepAnswer =
  | { readonly state: "needs_confirmation" }
  | { readonly state: "refused"; readonly refusal: UpkeepRefusal };

/** Actions in the order in which they are shown; what cannot be undone comes last. */
export const upkeepActions: readonly UpkeepAction[] = ["archive", "rerun", "delete"];

type UpkeepFacts = Pick<RestoreFacts, "run" | "operation" | "evidence" | "operator">;

/**
 * Answers: may this run be put away, prepared once more, or removed? While a restore is under way nothing of it moves, and
 * a run that was queued is never removed, because it is the record of what was done (RW-15).
 */
export function upkeepOf(facts: UpkeepFacts, action: UpkeepAction): UpkeepAnswer {
  const { run, operator } = facts;
  if (!operator.capabilities.includes("restore.prepare")) return refused("capability_missing");
  if (resultState(facts) === "in_progress") return refused("restore_in_progress");
  if (action === "rerun" && run.execution === null) return refused("still_in_preparation");
  if (action === "delete" && run.execution !== null) return refused("kept_for_audit");
  return { state: "needs_confirmation" };
}

function refused(refusal: UpkeepRefusal): UpkeepAnswer {
  return { state: "refused", refusal };
}

/** One action on a whole run, and the question that is asked before it happens. */
export interface UpkeepActionModel {
  readonly id: UpkeepAction;
  /** Asks the question; blocked, it says why. */
  readonly action: ActionModel;
  /** null for a blocked action. */
  readonly confirmation: UpkeepConfirmation | null;
}

/** A question with its consequence, and both answers in self-describing words. */
export interface UpkeepConfirmation {
  readonly title: string;
  /** What happens, and what stays. */
  readonly text: string;
  readonly confirmLabel: string;
  readonly keepLabel: string;
}

/** Archive, rerun and delete of a run, each gated by a confirmation (SI-20). */
export function resolveUpkeep(facts: UpkeepFacts, context: RestoreContext): readonly UpkeepActionModel[] {
  const words = context.words.upkeep;
  return upkeepActions.map((id) => {
    const { label, title, text, keepLabel } = words.action[id];
    const answer = upkeepOf(facts, id);
    if (answer.state === "refused") {
      return {
        id,
        action: refusedAction({ id, label }, answer.refusal, words.refusal[answer.refusal]),
        confirmation: null,
      };
    }
    const open = id === "archive" && asksForReview(facts);
    return {
      id,
      action: { kind: "callback", id, label },
      confirmation: { title, text: open ? words.archiveWithFollowUp : text, confirmLabel: label, keepLabel },
    };
  });
}

/** What only waits for the restore to end is nothing to mend. */
function refusedAction(
  action: { readonly id: string; readonly label: string },
  refusal: UpkeepRefusal,
  reason: string,
): ActionModel {
  return refusal === "restore_in_progress" ? waitingAction(action, reason) : blockedAction(action, reason, null);
}

/** Whether putting the run away would hide something that is still open (SI-7). */
function asksForReview(facts: UpkeepFacts): boolean {
  const state = resultState(facts);
  if (state === "completed_with_evidence") return followUpOf(facts) !== null;
  return state !== "not_executed" && state !== "blocked_or_cancelled";
}
