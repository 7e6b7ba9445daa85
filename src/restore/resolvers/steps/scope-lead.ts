import type { ActionModel, GateModel } from "../../../view-models/index.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import { isOvertaken } from "../overtaken.js";
import type { WizardViews } from "../wizard.js";
import { editing } from "./editing.js";
import type { LeadModel } from "./lead.js";
import { targetLead } from "./target-lead.js";

/** The decision of step 2, with the one way forward while it is not settled. */
export interface ScopeLeadModel extends LeadModel {
  /** null where nothing has to be done, or may be. */
  readonly action: ActionModel | null;
}

/** Answers: is it settled what is restored? The words follow the gate, never the page (PF-16). */
export function scopeLead(facts: RestoreFacts, frame: WizardViews, context: RestoreContext): ScopeLeadModel {
  const { run, scope, dependencies } = facts;
  const words = context.words.scope;
  const lead = { id: "scope-lead", label: words.label, action: null };
  const gate = frame.flow.gates.find(({ id }) => id === "scope_dependency_mapping");
  // Without a usable source there is nothing to choose from.
  const source = frame.flow.gates.find(({ id, verdict }) => id === "usable_source_selected" && verdict !== "complete");
  if (gate === undefined) return { ...lead, literal: "unknown", ...words.unknown };
  if (isOvertaken(facts)) {
    const { status, reason, primaryAction } = frame.decision;
    return { ...lead, literal: status.literal, text: status.text, detail: reason, action: primaryAction };
  }
  const target = targetLead(facts, context);
  if (target !== null) return { ...lead, ...target };
  const forward = (anchor: string, label: string) => wayOn(facts, source ?? gate, { anchor, label }, context);
  if (run.scope === null) {
    const { text, detail, action } = words.open;
    return { ...lead, literal: "next", text, detail, action: forward("scope", action) };
  }
  const unsettled = {
    ...lead,
    literal: "blocked",
    text: words.notSettled,
    detail: gate.reason,
    action: forward("scope", words.open.action),
  } as const;
  if (scope === null || dependencies === null) return unsettled;
  if (gate.blockers?.[0].code === "mappings_unresolved") {
    const open = dependencies.filter(({ resolution }) => resolution.state === "unresolved").length;
    return {
      ...lead,
      literal: "blocked",
      text: words.mappingsOpen(open),
      detail: [`${words.itemsInScope(scope.inScope)}.`, gate.reason, words.checksWait(open)].join(" "),
      action: forward("mappings", words.resolveMappings(open)),
    };
  }
  if (gate.verdict !== "complete") return unsettled;
  const references = words.references(dependencies.length);
  const writable = words.writable(scope.writable, scope.previewOnly, scope.metadataOnly);
  return {
    ...lead,
    // Settled with something left out, or with nothing to write, is no reason for calm.
    literal: gate.notice == null ? "complete" : "attention",
    text: words.itemsInScope(scope.inScope),
    detail: scope.writable === 0 ? (gate.notice ?? writable) : [writable, gate.notice ?? references].join(" "),
  };
}

/** The gate's own way forward; where that leads to this step's place, under the name that says what is to be done. */
function wayOn(
  facts: RestoreFacts,
  gate: GateModel,
  own: { readonly anchor: string; readonly label: string },
  context: RestoreContext,
): ActionModel | null {
  const place = gate.blockers?.[0].clearedBy ?? null;
  if (place === null || editing(facts, context).state === "shut") return null;
  return {
    kind: "link",
    id: "settle_scope",
    label: place.anchor === own.anchor ? own.label : place.label,
    href: place.href,
  };
}
