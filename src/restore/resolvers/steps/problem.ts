import type { ActionModel, CallbackAction, PlaceModel } from "../../../view-models/index.js";
import type { HostProblem } from "../../ports.js";
import type { RestoreContext } from "../context.js";
import { placeModel } from "./editing.js";

/** A refusal or failure of the host, with every reason it gave. */
export interface ProblemModel {
  readonly title: string;
  readonly detail: string;
  readonly reasons: readonly {
    readonly code: string;
    readonly reason: string;
    readonly clearedBy: PlaceModel | null;
  }[];
  /** The one way forward: load the run again where it moved, else put the message away. */
  readonly action: ActionModel;
}

/** Answers: what did the host refuse, why, and what now? */
export function resolveProblem(problem: HostProblem, context: RestoreContext): ProblemModel {
  const moved = problem.status === 412 || problem.status === 409 || problem.status === 428;
  return {
    title: problem.title,
    detail: problem.detail,
    reasons: problem.reasons.map(({ code, reason, clearedBy }) => ({
      code,
      reason,
      clearedBy: clearedBy === null ? null : placeModel(clearedBy, null, context),
    })),
    action:
      moved || problem.status === 0 || problem.status >= 500
        ? loadAgain(context)
        : { kind: "callback", id: "dismiss_problem", label: context.words.page.putAway },
  };
}

/** Loads the run again, for a page that no longer knows how the run stands. */
export function loadAgain({ words: { page } }: RestoreContext): CallbackAction {
  return { kind: "callback", id: "reload_run", label: page.loadAgain };
}
