import type { ActionModel, CallbackAction } from "../../../view-models/index.js";
import type { RestoreContext } from "../context.js";

/** What an operator can have chosen or written without applying it. */
export type Unapplied = "backup_set" | "scope" | "decision" | "reason";

/** The question before a page with something unapplied is left. */
export interface LeavingModel {
  readonly title: string;
  readonly detail: string;
  /** What applying would undo; null where nothing (BY-2). */
  readonly undoes: string | null;
  readonly stay: CallbackAction;
  /** null where the page around has to be finished first. */
  readonly apply: ActionModel | null;
  readonly leave: CallbackAction;
}

/** Answers: what is lost by leaving, and what else can be done? */
export function resolveLeaving(
  unapplied: Unapplied,
  page: { readonly apply: ActionModel | null; readonly undoes: string | null },
  { words: { leaving: words } }: RestoreContext,
): LeavingModel {
  const { apply } = page;
  const label = unapplied === "scope" || unapplied === "backup_set" ? words.apply[unapplied] : null;
  const action = label === null ? null : { id: "apply_and_leave", label };
  return {
    title: words.title,
    detail: words.detail[unapplied],
    undoes: action === null || apply?.kind !== "callback" ? null : page.undoes,
    stay: { kind: "callback", id: "stay", label: words.stay },
    apply:
      action === null || apply === null
        ? null
        : apply.kind === "blocked"
          ? { ...apply, ...action, clearedBy: null }
          : { kind: "callback", ...action },
    leave: { kind: "callback", id: "leave", label: words.leave[unapplied] },
  };
}
