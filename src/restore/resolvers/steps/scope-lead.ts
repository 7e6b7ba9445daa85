import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import type { WizardViews } from "../wizard.js";
import type { LeadModel } from "./lead.js";
import { counted } from "./words.js";

/** Answers: is it settled what is restored? The words follow the gate, never the page (PF-16). */
export function scopeLead(
  { run, scope, dependencies }: RestoreFacts,
  frame: WizardViews,
  context: RestoreContext,
): LeadModel {
  const lead = { id: "scope-lead", label: "Restore scope" };
  const gate = frame.flow.gates.find(({ id }) => id === "scope_dependency_mapping");
  if (gate === undefined)
    return { ...lead, literal: "unknown", text: "Scope not known", detail: "The scope could not be evaluated." };
  if (run.scope === null) {
    return {
      ...lead,
      literal: "next",
      text: "Choose what is restored",
      detail: "Nothing is in scope until you apply it.",
    };
  }
  const open = (dependencies ?? []).filter(({ resolution }) => resolution.state === "unresolved").length;
  if (open > 0) {
    const text =
      open === 1
        ? "1 required mapping is open"
        : `${counted(open, "required mapping", "required mappings", context)} are open`;
    const inScope = scope === null ? "" : `${counted(scope.inScope, "item", "items", context)} in scope. `;
    return {
      ...lead,
      literal: "blocked",
      text,
      detail: `${inScope}Checks wait until ${open === 1 ? "it is" : "they are"} resolved.`,
    };
  }
  if (gate.verdict !== "complete")
    return { ...lead, literal: "blocked", text: "Scope is not settled", detail: gate.reason };
  const count = scope === null ? "Items" : counted(scope.inScope, "item", "items", context);
  return {
    ...lead,
    literal: "complete",
    text: `${count} in scope`,
    detail: gate.notice ?? writableSentence(scope, gate.reason, context),
  };
}

function writableSentence(scope: RestoreFacts["scope"], reason: string, context: RestoreContext): string {
  if (scope === null) return reason;
  const kept = [
    ...(scope.previewOnly === 0 ? [] : [`${context.number(scope.previewOnly)} compare-only`]),
    ...(scope.metadataOnly === 0 ? [] : [`${context.number(scope.metadataOnly)} metadata-only`]),
  ];
  const rest = kept.length === 0 ? "" : `, ${kept.join(", ")}`;
  return `${context.number(scope.writable)} can be written${rest}. ${reason.replace(/^[^.]*\. /, "")}`;
}
