import type { AvailableAction, StatusLiteral } from "../../../view-models/index.js";
import type { Operation, OperationOutcome } from "../../run/operation.js";
import type { RestoreContext } from "../context.js";
import { instantOf } from "../moments.js";
import { counted } from "./words.js";

/** An operation and the restore run it follows (SI-9). `href` is null where the operator may not open the run. */
export interface OperationFacts {
  readonly operation: Operation;
  readonly restoreRun: { readonly id: string; readonly href: string | null; readonly followUp: boolean };
}

/** The content of an operation's page: monitoring, never restore truth (SI-16). */
export interface OperationPageModel {
  readonly question: string;
  readonly literal: StatusLiteral;
  readonly text: string;
  readonly detail: string;
  readonly progress: {
    readonly label: string;
    readonly text: string;
    readonly done: number;
    readonly total: number | null;
  };
  readonly times: readonly {
    readonly id: string;
    readonly label: string;
    readonly text: string;
    readonly iso: string | null;
  }[];
  readonly followUp: { readonly title: string; readonly text: string; readonly action: AvailableAction | null };
  /** True until the operation ended; the host asks again while it is. */
  readonly moving: boolean;
}

const outcomes: Readonly<Record<OperationOutcome, { readonly literal: StatusLiteral; readonly text: string }>> = {
  succeeded: { literal: "recorded", text: "Operation finished" },
  partial: { literal: "attention", text: "Operation finished in part" },
  failed: { literal: "blocked", text: "Operation failed" },
  blocked: { literal: "blocked", text: "Operation blocked" },
  cancelled: { literal: "unavailable", text: "Operation cancelled" },
};

/** Answers: what is this operation doing, and where is the restore's own truth? */
export function resolveOperationPage(
  { operation, restoreRun }: OperationFacts,
  context: RestoreContext,
): OperationPageModel {
  const { status, outcome } = operation;
  const ended = outcome === null ? null : outcomes[outcome];
  const waiting = status === "queued" ? "Operation queued" : "Operation running";
  return {
    question: status === "finished" ? "What ran?" : "What is running?",
    literal: ended?.literal ?? (status === "finished" ? "unknown" : "running"),
    text: ended?.text ?? (status === "finished" ? "Outcome not recorded" : waiting),
    detail: "This page monitors the work. What became of the restore is told by its run.",
    progress: progress(operation, context),
    times: [
      moment("created", "Requested", operation.createdAt, context),
      moment("started", "Started", operation.startedAt, context),
      moment("finished", "Finished", operation.finishedAt, context),
    ],
    followUp: followUp(restoreRun),
    moving: status !== "finished",
  };
}

/** "3 of 12 items done"; where the total is not known yet, that is said. */
export function operationProgress({ done, total }: Operation, context: RestoreContext): string {
  if (total === null) return `${counted(done, "item", "items", context)} done, total not known yet`;
  return `${context.number(done)} of ${counted(total, "item", "items", context)} done`;
}

function progress(operation: Operation, context: RestoreContext): OperationPageModel["progress"] {
  const { done, total } = operation;
  return { label: "Progress", text: operationProgress(operation, context), done, total };
}

function moment(id: string, label: string, iso: string | null, context: RestoreContext) {
  const at = instantOf(iso, context);
  return { id, label, iso: at?.iso ?? null, text: at?.text ?? (iso === null ? "Not yet" : "Not recorded") };
}

function followUp({ href, followUp: asked }: OperationFacts["restoreRun"]): OperationPageModel["followUp"] {
  const what = asked ? "This restore has follow-up." : "This restore asks for no follow-up so far.";
  const where =
    href === null
      ? " You may not open its run; a workspace administrator can."
      : " Its run says what happened and what to do next.";
  return {
    title: "Restore follow-up",
    text: `${what}${where}`,
    action: href === null ? null : { kind: "link", id: "open_restore_run", label: "Open restore run", href },
  };
}
