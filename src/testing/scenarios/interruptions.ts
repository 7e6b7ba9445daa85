import type { HostRefusal } from "../../restore/ports.js";
import {
  nothingRead,
  type ProblemCircumstances,
  resolveProblem,
  type ProblemModel,
} from "../../restore/resolvers/steps/index.js";
import type { RestoreContext } from "../../restore/resolvers/context.js";
import type { RestoreScenarioId } from "./catalogue.js";

/** One named way in which a request does not go as asked: where the operator stands, and what came back. */
export interface InterruptionScenario {
  /** Also the story's export. */
  readonly id: string;
  /** One sentence about the operator. */
  readonly title: string;
  /** Rules the state shows. */
  readonly rules: readonly string[];
  /** The state of the run that the page shows. */
  readonly scenario: RestoreScenarioId;
  readonly problem: HostRefusal;
  readonly circumstances: ProblemCircumstances;
}

const readAt = "2026-11-20T17:20:00Z";

function refusal(status: number, code: string, title: string, detail: string): HostRefusal {
  return { type: `urn:checkrail:problem:${code}`, status, code, title, detail, reasons: [] };
}

function during(asked: ProblemCircumstances["asked"], more: Partial<ProblemCircumstances> = {}): ProblemCircumstances {
  return { ...nothingRead, asked, readAt, ...more };
}

const lost = refusal(0, "server_not_reached", "Server not reached", "The answer was cut off.");
const overdue = refusal(0, "answer_overdue", "No answer in time", "The server did not answer in time.");

/** Every state between the operator and the run, named once. */
export const interruptions = [
  {
    id: "session_ended",
    title: "The session ends while a scope is being chosen, and the choice is there again after signing in",
    rules: ["BY-14", "BY-15"],
    scenario: "mapping_required",
    problem: refusal(401, "not_signed_in", "Not signed in", "Sign in, then try again."),
    circumstances: during("change", { unsent: true }),
  },
  {
    id: "not_allowed",
    title: "The capability was taken away while the page was open",
    rules: ["SI-11", "BY-15"],
    scenario: "mapping_required",
    problem: refusal(
      403,
      "capability_missing",
      "Not allowed",
      "You may look here, not do this. A workspace administrator can grant the capability.",
    ),
    circumstances: during("change"),
  },
  {
    id: "not_found",
    title: "The run is gone, or hidden, since it was read",
    rules: ["SI-11"],
    scenario: "preview_current",
    problem: refusal(404, "not_found", "Not found", "There is nothing here that you may see."),
    circumstances: during("preview"),
  },
  {
    id: "refused",
    title: "The server finds conditions unmet that the page took for met",
    rules: ["SI-15", "RW-16", "BY-15"],
    scenario: "armed",
    problem: {
      ...refusal(
        409,
        "execution_blocked",
        "Execution is blocked",
        "Nothing was queued. Clear every reason, then ask again.",
      ),
      reasons: [
        {
          code: "basis_moved",
          reason: "What you confirmed is not what would be executed now. Load the run again and look at the preview.",
          clearedBy: { step: "preview", anchor: "run-preview" },
        },
        {
          code: "target_busy",
          reason: "Another restore is queued or running on this target. Wait until it has finished.",
          clearedBy: null,
        },
      ],
    },
    circumstances: during("execute", { confirming: true }),
  },
  {
    id: "run_moved",
    title: "Somebody else changed the run since this page read it",
    rules: ["RW-16", "SI-15"],
    scenario: "preview_current",
    problem: refusal(
      412,
      "revision_moved",
      "The run has changed",
      "The run is at revision 9 now. Load it again, look at what changed, and repeat what you still want.",
    ),
    circumstances: during("preview"),
  },
  {
    id: "not_accepted",
    title: "The server cannot use what was asked",
    rules: ["RW-15"],
    scenario: "armed",
    problem: refusal(
      422,
      "idempotency_key_reused",
      "Key used before",
      "This Idempotency-Key stands for another request. Nothing was done. Load the run again, and ask under a new key for what you still want.",
    ),
    circumstances: during("execute", { confirming: true }),
  },
  {
    id: "too_many_requests",
    title: "The server says when it takes requests again, and is not asked before",
    rules: ["BY-15"],
    scenario: "checks_blocking",
    problem: {
      ...refusal(429, "problem_without_details", "The server answered with status 429", "It gave no reason."),
      retryAt: "2026-11-20T17:32:00Z",
    },
    circumstances: during("checks", { now: "2026-11-20T17:31:00Z" }),
  },
  {
    id: "failed",
    title: "The server fails while a change is saved, and nobody knows whether it was",
    rules: ["BY-3"],
    scenario: "checks_required",
    problem: refusal(
      500,
      "internal_error",
      "Something went wrong here",
      "It was recorded under 7c1f. Nothing says that what you asked for was done: load the page again.",
    ),
    circumstances: during("checks"),
  },
  {
    id: "offline",
    title: "The connection is lost on the result page, and what was read stays readable",
    rules: ["BY-3", "SI-8"],
    scenario: "completed_with_evidence",
    problem: lost,
    circumstances: during("load"),
  },
  {
    id: "execution_unknown",
    title: "Nobody answered a request for execution, nor the reading after it",
    rules: ["RW-15", "BY-3"],
    scenario: "armed",
    problem: overdue,
    circumstances: during("execute"),
  },
  {
    id: "execution_not_queued",
    title: "Nobody answered a request for execution, and the run that was read after it has none",
    rules: ["RW-15", "BY-3"],
    scenario: "armed",
    problem: overdue,
    circumstances: during("execute", { reconciled: true }),
  },
] as const satisfies readonly InterruptionScenario[];

/** Id of a state between the operator and the run. */
export type InterruptionId = (typeof interruptions)[number]["id"];

/** A state between the operator and the run by its id. */
export function interruption(id: InterruptionId): InterruptionScenario {
  const found = interruptions.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`There is no interruption “${id}”.`);
  return found;
}

/** The model of such a state, through the resolver. */
export function interruptionModel(
  { problem, circumstances }: InterruptionScenario,
  context: RestoreContext,
): ProblemModel {
  return resolveProblem(problem, context, circumstances);
}
