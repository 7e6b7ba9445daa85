import { checksFreshness } from "./basis.js";
import { type FindingReference, findingReference, givesReason, isAcceptable, names, sameFinding } from "./decisions.js";
import { type Change, changed, type Circumstances, refuse } from "./events.js";
import type { RestoreRun } from "./run.js";

/**
 * Answers: may this finding be accepted, and what is recorded of it? Only one that the current checks hold, that could have
 * blocked and was not evaluated, and only with a reason that somebody can read (RW-20).
 */
export function acceptFinding(
  run: RestoreRun,
  { reason, ...named }: FindingReference & { readonly reason: string },
  now: Circumstances,
): Change {
  if (run.checks === null || checksFreshness(run.checks, { ...now, run }).state !== "current") {
    return refuse({ code: "evidence_not_current", evidence: "checks" });
  }
  const found = run.checks.findings.find((finding) => names(named, finding));
  if (found === undefined) return refuse({ code: "finding_not_recorded" });
  if (!isAcceptable(found)) return refuse({ code: "finding_not_acceptable", severity: found.severity });
  if (!givesReason(reason)) return refuse({ code: "acceptance_without_reason" });
  const acceptance = {
    ...findingReference(found),
    reason: reason.trim(),
    acceptedBy: { id: now.by.id, name: now.by.name },
    acceptedAt: now.at,
  };
  return changed({ acceptances: [...without(run, named), acceptance] });
}

/** Takes an acceptance back, whether or not the finding is still there. */
export function withdrawAcceptance(run: RestoreRun, named: FindingReference): Change {
  const acceptances = without(run, named);
  if (acceptances.length === run.acceptances.length) return refuse({ code: "acceptance_not_recorded" });
  return changed({ acceptances });
}

function without({ acceptances }: RestoreRun, named: FindingReference): RestoreRun["acceptances"] {
  return acceptances.filter((acceptance) => !sameFinding(acceptance, named));
}
