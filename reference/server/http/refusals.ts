import type { HostProblem, ProblemReason } from "../../../src/restore/ports.js";
import type { TransitionRefusal } from "../../../src/restore/run/transition.js";
import type { TargetProblem } from "../../../src/restore/run/target.js";
import { presentBlockers } from "../../../src/flow/index.js";
import { restoreContext } from "../../../src/restore/resolvers/context.js";
import { restoreCopy } from "../../../src/restore/resolvers/copy.js";
import type { RestoreGateId, RestoreReason } from "../../../src/restore/resolvers/reasons.js";
import type { Blocker, CoreReason } from "../../../src/safety/index.js";
import { problem } from "./problems.js";

// The API speaks one language and one time zone; a page writes reasons in its reader's own from the same codes.
const context = restoreContext({
  locale: "en-GB",
  timeZone: "UTC",
  href: ({ step, anchor }) => `#${step}/${anchor}`,
});
const presentation = { copy: restoreCopy(context), words: context.words.flow, context };

/** Blockers of gates, in the same words as every page (PF-16). */
export function reasonsOf(
  blockers: readonly Blocker<RestoreReason | CoreReason<RestoreGateId>>[],
): readonly ProblemReason[] {
  const [first, ...others] = blockers;
  if (first === undefined) return [];
  return presentBlockers([first, ...others], presentation).map(({ code, reason, clearedBy }) => ({
    code,
    reason,
    clearedBy: clearedBy === null ? null : { step: clearedBy.step, anchor: clearedBy.anchor },
  }));
}

/** A change that the run's present state does not take. */
export function transitionRefused(refusal: TransitionRefusal): HostProblem {
  return problem(409, refusal.code, "The run does not take this change", sentence(refusal));
}

function sentence(refusal: TransitionRefusal): string {
  switch (refusal.code) {
    case "run_already_left_preparation":
      return `The run is ${inWords(refusal.status)} and can no longer be prepared. Create another run.`;
    case "run_already_finished":
      return `The run is ${inWords(refusal.status)}; nothing is left to do.`;
    case "dry_run_is_on":
      return "“Preview only (Dry-run)” is on.";
    case "backup_set_not_selected":
      return "Select a backup set first.";
    case "scope_not_defined":
      return "Define the restore scope first.";
    case "run_not_queued":
      return "The run is not queued.";
    case "run_not_running":
      return "The run is not running.";
  }
}

/** The target did not answer as asked; nothing of ours was changed. */
export function targetRefused(found: TargetProblem): HostProblem {
  const status = found.code === "throttled" || found.code === "unreachable" ? 503 : 502;
  return problem(status, `target_${found.code}`, "The target could not be read", found.detail);
}

function inWords(status: string): string {
  return status.replaceAll("_", " ");
}
