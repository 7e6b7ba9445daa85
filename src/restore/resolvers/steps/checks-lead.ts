import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import type { WizardViews } from "../wizard.js";
import type { LeadModel } from "./lead.js";
import { counted } from "./words.js";

/** Answers: what of the checks matters most? Blockers, then what is not known, then what would be lost. */
export function checksLead(
  { run }: RestoreFacts,
  state: "not_run" | "current" | "invalidated" | "stale",
  frame: WizardViews,
  context: RestoreContext,
): LeadModel {
  const lead = { id: "checks-lead", label: "Checks" };
  const { checks } = run;
  if (checks === null || state === "not_run") {
    return {
      ...lead,
      literal: "next",
      text: "Checks have not run",
      detail: "They read the target and compare it with the scope. They write nothing.",
    };
  }
  if (state === "invalidated") {
    return {
      ...lead,
      literal: "invalidated",
      text: "Checks are void",
      detail: "The findings below stay readable and no longer apply. Run the checks again.",
    };
  }
  if (state === "stale") {
    return {
      ...lead,
      literal: "stale",
      text: "Checks are stale",
      detail: "The record cannot be shown to be current. Run the checks again.",
    };
  }
  const { blocking, not_evaluated: unevaluated, warning } = checks.summary;
  const warnings = warning === 0 ? "" : ` ${counted(warning, "warning", "warnings", context)} to look at.`;
  if (blocking > 0) {
    const text = counted(blocking, "blocking finding", "blocking findings", context);
    return {
      ...lead,
      literal: "blocked",
      text,
      detail: `A preview waits until ${blocking === 1 ? "it is" : "they are"} settled.${warnings}`,
    };
  }
  if (unevaluated > 0) {
    const text = `${counted(unevaluated, "check", "checks", context)} not evaluated`;
    // Which of them could have blocked is the gate's answer (RW-20), not one of this page.
    const open = frame.flow.gates.some(({ id, verdict }) => id === "validation" && verdict !== "complete");
    const meaning = open
      ? "A preview waits until they are settled."
      : "They do not block, and are not known to be free of conflict.";
    return { ...lead, literal: "unknown", text, detail: `${meaning}${warnings}` };
  }
  const newer = checks.findings.filter(
    (finding) => finding.check === "newer_than_backup" && finding.severity === "warning",
  );
  if (newer.length > 0) {
    const text =
      newer.length === 1
        ? "1 item is newer in the target"
        : `${context.number(newer.length)} items are newer in the target`;
    const all = counted(warning, "warning", "warnings", context);
    const detail = `What was changed there since would be overwritten where it differs from the backup. ${all} in all. Warnings do not block.`;
    return { ...lead, literal: "attention", text, detail };
  }
  if (warning > 0) {
    const text = counted(warning, "warning, no blocker", "warnings, no blocker", context);
    return { ...lead, literal: "attention", text, detail: "Warnings do not block. Look at each before you go on." };
  }
  return {
    ...lead,
    literal: "complete",
    text: "No blocker found",
    detail: "The checks that ran found no conflict. That does not say that the restore is without risk.",
  };
}
