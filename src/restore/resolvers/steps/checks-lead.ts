import { unacceptedFindings } from "../../run/decisions.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import type { WizardViews } from "../wizard.js";
import type { LeadModel } from "./lead.js";

/** Answers: what of the checks matters most? Blockers, then what is not known, then what would be lost. */
export function checksLead(
  { run }: RestoreFacts,
  state: "not_run" | "current" | "invalidated" | "stale",
  frame: WizardViews,
  context: RestoreContext,
): LeadModel {
  const words = context.words.checks;
  const lead = { id: "checks-lead", label: words.label };
  const { checks } = run;
  if (checks === null || state === "not_run") return { ...lead, literal: "next", ...words.notRun };
  if (state === "invalidated") return { ...lead, literal: "invalidated", ...words.invalidated };
  if (state === "stale") return { ...lead, literal: "stale", ...words.stale };
  const { not_evaluated: unevaluated, warning } = checks.summary;
  const found = checks.findings.filter(({ severity }) => severity === "blocking");
  const blocking = unacceptedFindings(found, run.acceptances).length;
  const accepted = found.length - blocking;
  const besides = warning === 0 ? [] : [words.warningsToLookAt(warning)];
  if (blocking > 0) {
    const detail = [words.previewWaitsForFindings(blocking), ...besides].join(" ");
    return { ...lead, literal: "blocked", text: words.blocking(blocking), detail };
  }
  if (unevaluated > 0) {
    // Which of them could have blocked is the gate's answer (RW-20), not one of this page.
    const open = frame.flow.gates.some(({ id, verdict }) => id === "validation" && verdict !== "complete");
    const detail = [open ? words.previewWaitsForChecks : words.notEvaluatedDoNotBlock, ...besides].join(" ");
    return { ...lead, literal: "unknown", text: words.notEvaluated(unevaluated), detail };
  }
  if (accepted > 0) {
    const detail = [words.acceptedWouldHappen, ...besides].join(" ");
    return { ...lead, literal: "attention", text: words.accepted(accepted), detail };
  }
  const newer = checks.findings.filter(
    (finding) => finding.check === "newer_than_backup" && finding.severity === "warning",
  );
  if (newer.length > 0) {
    return { ...lead, literal: "attention", text: words.newer(newer.length), detail: words.newerDetail(warning) };
  }
  if (warning > 0) {
    return { ...lead, literal: "attention", text: words.warnings(warning), detail: words.warningsDetail };
  }
  return { ...lead, literal: "complete", ...words.clear };
}
