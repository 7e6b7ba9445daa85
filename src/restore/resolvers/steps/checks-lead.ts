import type { Freshness } from "../../../safety/index.js";
import { severityOf, unacceptedFindings } from "../../run/decisions.js";
import type { CheckSeverity } from "../../run/evidence.js";
import type { RestoreFacts } from "../../run/facts.js";
import { countOf, findingsOf } from "../finding-groups.js";
import { attemptOf } from "../attempt.js";
import type { RestoreContext } from "../context.js";
import { restoreCopy } from "../copy.js";
import { isAsRead, isOvertaken, overtakenBlocker } from "../overtaken.js";
import type { LeadModel } from "./lead.js";
import { targetLead } from "./target-lead.js";

/** Answers: what of the checks matters most? That the target is another one, then blockers, then what is not known, then what would be lost. */
export function checksLead(facts: RestoreFacts, freshness: Freshness, context: RestoreContext): LeadModel {
  const { run } = facts;
  const { state } = freshness;
  const words = context.words.checks;
  const lead = { id: "checks-lead", label: words.label };
  const { checks } = run;
  // Whether any were asked for since is not known either.
  if (isOvertaken(facts) && checks === null) {
    const detail = restoreCopy(context).reason(overtakenBlocker.reason);
    return { ...lead, literal: "unknown", text: context.words.gates.status.facts_superseded, detail };
  }
  const target = targetLead(facts, context);
  if (target !== null) return { ...lead, ...target };
  const attempt = attemptOf("checks", facts);
  if (attempt !== null && state !== "current") {
    if (attempt.verdict === "running") return { ...lead, literal: "running", ...words.underWay };
    return { ...lead, literal: "attention", text: words.failed, detail: restoreCopy(context).reason(attempt.reason) };
  }
  if (checks === null) return { ...lead, literal: "next", ...words.notRun };
  if (state === "invalidated") return { ...lead, literal: "invalidated", ...words.invalidated };
  if (isAsRead(freshness)) return { ...lead, literal: "stale", ...words.asRead };
  if (state === "stale") return { ...lead, literal: "stale", ...words.stale };
  const of = (severity: CheckSeverity) => checks.findings.filter((finding) => severityOf(finding) === severity);
  // What is listed was found, whatever the recorded counts say.
  const found = (severity: CheckSeverity) => countOf(severity, of(severity), checks.summary) ?? of(severity).length;
  const blocking = unacceptedFindings(of("blocking"), run.acceptances).length;
  const unevaluated = found("not_evaluated");
  const warnings = found("warning");
  const besides = warnings === 0 ? [] : [words.warningsToLookAt(warnings)];
  if (blocking > 0) {
    const detail = [words.previewWaitsForFindings(blocking), ...besides].join(" ");
    return { ...lead, literal: "blocked", text: words.blocking(blocking), detail };
  }
  if (unevaluated > 0) {
    // One that could have blocked does block until it is accepted (RW-20).
    const waiting = unacceptedFindings(of("not_evaluated"), run.acceptances).length;
    const { allAccepted } = findingsOf("not_evaluated", checks, run.acceptances);
    const detail =
      waiting > 0
        ? words.previewWaitsForChecks(unevaluated)
        : allAccepted
          ? words.acceptedUnknown
          : words.notEvaluatedDoNotBlock;
    const text = allAccepted ? words.notEvaluatedAccepted(unevaluated) : words.notEvaluated(unevaluated);
    return { ...lead, literal: "unknown", text, detail: [detail, ...besides].join(" ") };
  }
  // None of them blocks any more, so somebody accepted each.
  const accepted = of("blocking").length;
  if (accepted > 0) {
    const detail = [words.acceptedWouldHappen, ...besides].join(" ");
    return { ...lead, literal: "attention", text: words.accepted(accepted), detail };
  }
  const newer = of("warning").filter(({ check }) => check === "newer_than_backup").length;
  if (newer > 0) {
    return { ...lead, literal: "attention", text: words.newer(newer), detail: words.newerDetail(warnings) };
  }
  if (warnings > 0) {
    return { ...lead, literal: "attention", text: words.warnings(warnings), detail: words.warningsDetail };
  }
  return { ...lead, literal: "complete", ...words.clear };
}
