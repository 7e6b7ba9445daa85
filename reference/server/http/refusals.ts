import { problemStatuses } from "../../api/problem-codes.js";
import type { HostProblem, ProblemReason } from "../../../src/restore/ports.js";
import type { EvidenceKind, TransitionRefusal } from "../../../src/restore/run/events.js";
import type { TargetProblem } from "../../../src/restore/run/target.js";
import { presentBlockers } from "../../../src/flow/index.js";
import { restoreContext } from "../../../src/restore/resolvers/context.js";
import { restoreCopy } from "../../../src/restore/resolvers/copy.js";
import type { RestoreLanguage } from "../../../src/restore/resolvers/copy/words.js";
import type { RestoreGateId, RestoreReason } from "../../../src/restore/resolvers/reasons.js";
import type { Blocker, CoreReason } from "../../../src/safety/index.js";
import { problem } from "./problems.js";

// A request says its language and not its time zone; no reason names a moment.
const presentations = { en: presentationIn("en-GB"), de: presentationIn("de-DE") } as const;

function presentationIn(locale: string) {
  const context = restoreContext({ locale, timeZone: "UTC", href: ({ step, anchor }) => `#${step}/${anchor}` });
  return { copy: restoreCopy(context), words: context.words.flow, context };
}

/** Blockers of gates, in the same words as every page (PF-16). */
export function reasonsOf(
  blockers: readonly Blocker<RestoreReason | CoreReason<RestoreGateId>>[],
  language: RestoreLanguage,
): readonly ProblemReason[] {
  const [first, ...others] = blockers;
  if (first === undefined) return [];
  return presentBlockers([first, ...others], presentations[language]).map(({ code, reason, clearedBy }) => ({
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
    case "run_not_queued":
      return "The run is not queued.";
    case "run_not_running":
      return "The run is not running.";
    case "event_not_known":
      return "The run does not know this kind of change.";
    case "backup_set_not_selected":
      return "Select a backup set first.";
    case "backup_set_not_readable":
      return "The selected backup set cannot be read.";
    case "scope_not_defined":
      return "Define the restore scope first.";
    case "target_identity_not_read":
      return "The target has not said who it is. Run the checks.";
    case "target_identity_differs":
      return "The target is not the one that this run was created for.";
    case "acceptance_without_reason":
      return "Say why this finding is acceptable.";
    case "acceptance_not_recorded":
      return "This finding has not been accepted, so there is nothing to withdraw.";
    case "finding_not_recorded":
      return "The current checks do not hold this finding. Load the run again.";
    case "finding_not_acceptable":
      return refusal.severity === "not_evaluated"
        ? "This finding is not accepted: it does not block, or a mapping or the scope settles it."
        : `A finding that is ${inWords(refusal.severity)} is not accepted. Only what could have blocked and was not evaluated is.`;
    case "evidence_proves_no_basis":
      return `The answer does not prove what its ${evidence[refusal.evidence]} were produced from. It was not recorded.`;
    case "evidence_answers_old_question":
      return `The run moved on while this was computed, and its ${evidence[refusal.evidence]} still hold. The late answer was not recorded.`;
    case "newer_evidence_recorded":
      return `Newer ${evidence[refusal.evidence]} are recorded already. The late answer was not recorded.`;
    case "evidence_not_current":
      return `The recorded ${evidence[refusal.evidence]} do not describe the present inputs.`;
    case "basis_moved":
      return "What was confirmed is not what would be executed now.";
    case "dry_run_is_on":
      return "“Preview only (Dry-run)” is on.";
    case "checks_blocking":
      return "The checks hold a blocking finding.";
    case "checks_not_evaluated":
      return "A check that could have blocked was not evaluated, and nobody has accepted it.";
    case "preview_undecided":
      return "The preview skips an item that nobody has decided about.";
    case "checks_incomplete":
      return "The checks do not say something of every item of the scope. Run them again.";
    case "preview_incomplete":
      return "The preview does not show every item of the scope. Generate it again.";
    case "nothing_writable":
      return "Nothing in scope can be written, so this run stays a dry-run.";
    case "impact_not_reviewed":
      return "The impact is not marked as reviewed.";
    case "typed_confirmation_not_met":
      return "The typed text is not the label of the target.";
  }
}

const evidence: Readonly<Record<EvidenceKind, string>> = { checks: "checks", preview: "preview figures" };

/** The target did not answer as asked; nothing of ours was changed. */
export function targetRefused(found: TargetProblem): HostProblem {
  const code = `target_${found.code}` as const;
  return problem(problemStatuses[code], code, "The target could not be read", found.detail);
}

function inWords(status: string): string {
  return status.replaceAll("_", " ");
}
