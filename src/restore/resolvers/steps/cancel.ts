import type { ActionModel } from "../../../view-models/index.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import { linkedOperation } from "../result-proof.js";
import { blockedAction } from "./editing.js";

/** How an execution that is queued or running is stopped, and what that means for what is written already (RW-12). */
export interface CancelModel {
  readonly id: "cancel-restore";
  readonly title: string;
  readonly text: string;
  /** null once it was asked for. */
  readonly action: ActionModel | null;
}

/** Answers: can this execution still be stopped, and what would that leave? null where nothing is queued or running. */
export function resolveCancel(
  facts: Pick<RestoreFacts, "run" | "operation" | "operator">,
  requested: boolean,
  { words: { cancel: words } }: RestoreContext,
): CancelModel | null {
  const { run, operation, operator } = facts;
  const status = run.execution?.status;
  // An operation may have ended before its run was told.
  if ((status !== "queued" && status !== "running") || linkedOperation(facts)?.outcome != null) return null;
  const action = { id: "cancel_restore", label: words.action };
  const text = status === "queued" ? words.queued : words.running(operation?.done ?? null);
  return {
    id: "cancel-restore",
    title: words.title,
    text: requested ? words.requested : text,
    action: requested
      ? null
      : operator.capabilities.includes("restore.execute")
        ? { kind: "callback", ...action }
        : blockedAction(action, words.notEntitled, null),
  };
}
