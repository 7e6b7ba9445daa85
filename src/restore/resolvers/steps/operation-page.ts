import type { AvailableAction, StatusLiteral } from "../../../view-models/index.js";
import type { Operation, OperationOutcome } from "../../run/operation.js";
import type { RestoreContext } from "../context.js";
import { instantOf } from "../moments.js";

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
  /** The way to where the execution can be stopped; null where it ended, or the run may not be opened (RW-12). */
  readonly cancel: AvailableAction | null;
  /** True until the operation ended; the host asks again while it is. */
  readonly moving: boolean;
}

const literals: Readonly<Record<OperationOutcome, StatusLiteral>> = {
  succeeded: "recorded",
  partial: "attention",
  failed: "blocked",
  blocked: "blocked",
  cancelled: "unavailable",
};

/** Answers: what is this operation doing, and where is the restore's own truth? */
export function resolveOperationPage(
  { operation, restoreRun }: OperationFacts,
  context: RestoreContext,
): OperationPageModel {
  const words = context.words.results.operation;
  const { status, createdAt, startedAt, finishedAt } = operation;
  const moving = status === "queued" || status === "running";
  return {
    question: status === "queued" ? words.waiting : moving ? words.going : words.ended,
    ...operationState(operation, context),
    detail: words.detail,
    progress: {
      label: words.progress,
      text: operationProgress(operation, context),
      done: operation.done,
      total: operation.total,
    },
    times: [
      moment("created", words.requested, createdAt, moving, context),
      moment("started", words.started, startedAt, moving, context),
      moment("finished", words.finished, finishedAt, moving, context),
    ],
    followUp: followUp(restoreRun, context),
    cancel:
      moving && restoreRun.href !== null
        ? {
            kind: "link",
            id: "cancel_on_run",
            label: context.words.cancel.onRun,
            href: `${restoreRun.href}#cancel-restore`,
          }
        : null,
    moving,
  };
}

/** How an operation stands or ended, as a literal and in words. */
export function operationState({ status, outcome }: Operation, context: RestoreContext) {
  const words = context.words.results.operation;
  // What only waits its turn never looks as if it ran.
  if (status === "queued") return { literal: "pending", text: words.status.queued } as const;
  if (status === "running") return { literal: "running", text: words.status.running } as const;
  // An end that was not recorded, or that nobody knows, is neither good nor bad.
  return outcome === null || !Object.hasOwn(literals, outcome)
    ? ({ literal: "unknown", text: words.outcomeNotRecorded } as const)
    : { literal: literals[outcome], text: words.outcome[outcome] };
}

/** "3 of 12 items done"; where the total is not known yet, that is said. */
export function operationProgress({ done, total }: Operation, { words: { results } }: RestoreContext): string {
  return total === null ? results.operation.doneOfUnknown(done) : results.operation.doneOf(done, total);
}

function moment(id: string, label: string, iso: string | null, moving: boolean, context: RestoreContext) {
  const words = context.words.results.operation;
  const at = instantOf(iso, context);
  // What an ended operation has no time for will not come any more.
  return {
    id,
    label,
    iso: at?.iso ?? null,
    text: at?.text ?? (iso === null && moving ? words.notYet : words.timeNotRecorded),
  };
}

function followUp(
  { href, followUp: asked }: OperationFacts["restoreRun"],
  { words: { results } }: RestoreContext,
): OperationPageModel["followUp"] {
  const words = results.operation;
  return {
    title: words.followUpTitle,
    text: `${asked ? words.followUp : words.noFollowUp} ${href === null ? words.runClosed : words.runTells}`,
    action: href === null ? null : { kind: "link", id: "open_restore_run", label: words.openRun, href },
  };
}
