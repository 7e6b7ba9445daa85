import type { RestoreFacts } from "../../run/facts.js";
import { attemptOf } from "../attempt.js";
import type { RestoreContext } from "../context.js";
import { restoreCopy } from "../copy.js";
import { otherTarget } from "../gates.js";
import type { LeadModel } from "./lead.js";

/**
 * What every step of a run leads with while its target says that it is another one: nothing else that is known matters before
 * that (PF-17). null where the target says no such thing, or the run left preparation.
 */
export function targetLead(
  facts: RestoreFacts,
  context: RestoreContext,
): Pick<LeadModel, "literal" | "text" | "detail"> | null {
  const reason = facts.run.execution === null ? otherTarget(facts.run) : null;
  if (reason === null) return null;
  const { reason: inWords } = restoreCopy(context);
  const attempt = attemptOf("checks", facts);
  const failed = attempt?.verdict === "attention" ? [inWords(attempt.reason)] : [];
  return {
    literal: "blocked",
    text: context.words.gates.status[reason.code],
    detail: [inWords(reason), ...failed, context.words.checks.readsTargetAgain].join(" "),
  };
}
