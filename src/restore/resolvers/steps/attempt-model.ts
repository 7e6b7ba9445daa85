import type { ActionModel } from "../../../view-models/index.js";
import type { Freshness } from "../../../safety/index.js";
import type { RestoreFacts } from "../../run/facts.js";
import { attemptOf } from "../attempt.js";
import type { RestoreContext } from "../context.js";
import { restoreCopy } from "../copy.js";
import { editAction } from "./editing.js";

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
