import type { ActionModel, BlockedAction } from "../../../view-models/index.js";
import type { Freshness } from "../../../safety/index.js";
import { openAssessment } from "../../run/assessment.js";
import { checksBasis, restoreBasis } from "../../run/basis.js";
import type { RestoreFacts } from "../../run/facts.js";
import { attemptOf } from "../attempt.js";
import type { RestoreContext } from "../context.js";
import { restoreCopy } from "../copy.js";
import { confirming, editAction, waitingAction } from "./editing.js";

/** Checks or a preview that are on their way, with the way to end them, or that failed beside evidence that holds. */
export type AttemptModel =
  | { readonly state: "running"; readonly text: string; readonly cancel: ActionModel }
  | { readonly state: "failed"; readonly text: string };

/** Answers: what is to be told of the last attempt beside the control that began it? A failure that is the step's own decision is told there. */
export function attemptModel(
  kind: "checks" | "preview",
  facts: RestoreFacts,
  freshness: Freshness,
  context: RestoreContext,
): AttemptModel | null {
  const attempt = attemptOf(kind, facts);
  if (attempt === null) return null;
  const text = restoreCopy(context).reason(attempt.reason);
  if (attempt.verdict === "attention") return freshness.state === "current" ? { state: "failed", text } : null;
  const label = context.words.page.cancelAssessment[kind];
  return { state: "running", text, cancel: editAction(facts, { id: "cancel_assessment", label }, context) };
}

/**
 * The action that asks for checks or a preview, blocked while an answer is on its way: to this very question, or to one of the
 * other kind, beside which the host takes none. Another question of the same kind takes the place of the former. null where
 * nothing stands in the way.
 */
export function underWayAction(
  kind: "checks" | "preview",
  facts: RestoreFacts,
  action: { readonly id: string; readonly label: string },
  context: RestoreContext,
): BlockedAction | null {
  const open = openAssessment(facts.assessment);
  // Whoever may not ask for it does not wait for it; and of a page that was overtaken nobody knows whether it has ended since.
  if (open === null || confirming(facts, context).state === "shut") return null;
  const question = kind === "checks" ? checksBasis(facts) : restoreBasis(facts);
  if (open.kind === kind && open.fingerprint !== question.fingerprint) return null;
  const own = open.kind === kind ? attemptOf(kind, facts) : null;
  const reason = own === null ? context.words.page.underWay[open.kind] : restoreCopy(context).reason(own.reason);
  return waitingAction(action, reason);
}
