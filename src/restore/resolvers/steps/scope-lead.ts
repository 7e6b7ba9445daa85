import type { ActionModel, GateModel } from "../../../view-models/index.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import type { WizardViews } from "../wizard.js";
import { editing } from "./editing.js";
import type { LeadModel } from "./lead.js";
import { counted } from "./words.js";

/** The decision of step 2, with the one way forward while it is not settled. */
export interface ScopeLeadModel extends LeadModel {
  /** null where nothing has to be done, or may be. */
  readonly action: ActionModel | null;
}

/** Answers: is it settled what is restored? The words follow the gate, never the page (PF-16). */
export function scopeLead(facts: RestoreFacts, frame: WizardViews, context: RestoreContext): ScopeLeadModel {
  const { run, scope, dependencies } = facts;
  const lead = { id: "scope-lead", label: "Restore scope", action: null };
  const gate = frame.flow.gates.find(({ id }) => id === "scope_dependency_mapping");
  // Without a usable source there is nothing to choose from.
  const source = frame.flow.gates.find(({ id, verdict }) => id === "usable_source_selected" && verdict !== "complete");
  const forward = (anchor: string, label: string) =>
    gate === undefined ? null : wayOn(facts, source ?? gate, anchor, label);
  if (gate === undefined)
    return { ...lead, literal: "unknown", text: "Scope not known", detail: "The scope could not be evaluated." };
  if (run.scope === null) {
    return {
      ...lead,
      literal: "next",
      text: "Choose what is restored",
      detail: "Nothing is in scope until you apply it.",
      action: forward("scope", "Define scope"),
    };
  }
  const open = (dependencies ?? []).filter(({ resolution }) => resolution.state === "unresolved").length;
  if (open > 0) {
    const text =
      open === 1
        ? "1 required mapping is open"
        : `${counted(open, "required mapping", "required mappings", context)} are open`;
    const inScope = scope === null ? "" : `${counted(scope.inScope, "item", "items", context)} in scope. `;
    const which = gate.blockers?.[0].code === "mappings_unresolved" ? `${gate.reason} ` : "";
    return {
      ...lead,
      literal: "blocked",
      text,
      detail: `${inScope}${which}Checks wait until ${open === 1 ? "it is" : "they are"} resolved.`,
      action: forward("mappings", `Resolve ${counted(open, "target mapping", "target mappings", context)}`),
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

/** The gate's own way forward; where that leads to this step's place, under the name that says what is to be done. */
function wayOn(facts: RestoreFacts, gate: GateModel, anchor: string, label: string): ActionModel | null {
  const place = gate.blockers?.[0].clearedBy ?? null;
  if (place === null || editing(facts).state === "shut") return null;
  return {
    kind: "link",
    id: "settle_scope",
    label: place.anchor === anchor ? label : place.label,
    href: place.href,
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
