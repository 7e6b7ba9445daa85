import type { BasisChange, JsonValue, OpenGateState, Place } from "../../safety/index.js";
import type { WorkflowCopy } from "../../flow/index.js";
import type { ChangeModel } from "../../view-models/index.js";
import type { DependencyKind } from "../run/scope.js";
import type { RestoreContext } from "./context.js";
import type { RestoreGateId, RestoreReason, RestoreStepId } from "./reasons.js";

type Reasons = { readonly [Code in RestoreReason["code"]]: (reason: Extract<RestoreReason, { code: Code }>) => string };

/** Titles of the five steps (RW-1). */
export const stepTitles: Readonly<Record<RestoreStepId, string>> = {
  select_backup_set: "Select backup set",
  define_restore_scope: "Define restore scope",
  safety_checks: "Safety & conflict checks",
  preview: "Preview",
  confirm_execute: "Confirm & execute",
};

/** The question each step asks (RW-21). */
export const stepQuestions: Readonly<Record<RestoreStepId, string>> = {
  select_backup_set: "What are we restoring from?",
  define_restore_scope: "What exactly should be restored?",
  safety_checks: "Is this dangerous?",
  preview: "What would happen?",
  confirm_execute: "Do you really want to do this?",
};

const gateTitles: Readonly<Record<RestoreGateId, string>> = {
  usable_source_selected: "Usable source selected",
  target_selected: "Target selected",
  scope_dependency_mapping: "Scope/dependency mapping",
  validation: "Validation",
  preview: "Preview",
  confirmation: "Confirmation",
  execution_and_evidence: "Execution and evidence",
};

const dependencyNouns: Readonly<Record<DependencyKind, string>> = {
  group: "group",
  assignment_filter: "assignment filter",
  scope_tag: "scope tag",
};

const placeLabels: Readonly<Record<string, string>> = {
  "select_backup_set/backup-set": "Select backup set",
  "define_restore_scope/scope": "Define restore scope",
  "define_restore_scope/mappings": "Resolve target mappings",
  "safety_checks/run-checks": "Run checks",
  "safety_checks/findings": "Review findings",
  "preview/run-preview": "Generate preview",
  "confirm_execute/dry-run": "Go to dry-run",
  "confirm_execute/review": "Go to review",
  "confirm_execute/typed-confirmation": "Go to confirmation",
  "confirm_execute/execute": "Go to execution",
  "result/item-outcomes": "Review item outcomes",
  "result/evidence": "Open evidence",
  "result/proof-gap": "Review proof gap",
  "operation/operation": "View operation progress",
};

/** English sentences of Restore Run, for one context. */
export function restoreCopy(context: RestoreContext): WorkflowCopy<RestoreGateId, RestoreReason> {
  const sentences = reasonSentences(context);
  return {
    flowTitle: "Restore safety gates",
    decisionName: "Restore Safety",
    compactName: "Restore Safety Status",
    gateTitle: gateTitles,
    reason: (reason) => (sentences[reason.code] as (given: RestoreReason) => string)(reason),
    placeLabel: (place: Place) => placeLabels[`${place.step}/${place.anchor}`] ?? "Go there",
    openDecision: (gate) => openDecision(gate),
    readyDecision: {
      status: "Execution available",
      reason: "Every gate before execution is complete. That says what may start, not that the outcome is proven.",
      impact: "Starting it writes to the target.",
      action: {
        kind: "link",
        id: "go_to_execute",
        label: "Go to execution",
        href: context.href({ step: "confirm_execute", anchor: "execute" }),
      },
    },
    startedDecision: {
      status: "Execution requested",
      reason: "This run has left preparation and cannot be started again.",
      impact: "What happened is told by its result.",
      action: {
        kind: "link",
        id: "view_result",
        label: "View result",
        href: context.href({ step: "result", anchor: "result" }),
      },
    },
    startedText: "Execution requested",
    stuckAction: "Continue preparation",
    change: (change) => changeInWords(change, context),
    gateWord: (gate) => (gate.id === "confirmation" && gate.verdict === "complete" ? "Confirmed" : null),
  };
}

function reasonSentences({ number }: RestoreContext): Reasons {
  const items = (count: number) => (count === 1 ? "1 item" : `${number(count)} items`);
  return {
    backup_set_not_selected: () => "No backup set is selected.",
    backup_set_not_readable: () => "The selected backup set cannot be read. Select it again, or select another one.",
    backup_quality_not_recorded: () => "The quality of this backup set was not recorded, so it cannot be relied on.",
    backup_set_empty: () => "This backup set has no captured items.",
    no_usable_items: (r) => `None of the ${items(r.items)} in this backup set can be restored.`,
    source_usable: (r) => `${number(r.usable)} of ${items(r.items)} are usable.`,
    source_of_other_tenant: (r) => `This backup is from ${r.source}, and the target is ${r.target}.`,
    source_tenant_not_recorded: () => "This backup does not say which tenant it is from.",
    target_identity_not_read: () =>
      "The target’s identity has not been read from the target. Running the checks reads it.",
    target_identity_differs: (r) =>
      r.expected.label === r.actual.label
        ? `The target is another tenant of the same name: ${r.actual.tenantId}, and this run was created for ${r.expected.tenantId}. Create a run in the right environment.`
        : `The target now says it is ${r.actual.label}. This run was created for ${r.expected.label}. Create a run in the right environment.`,
    operator_not_entitled: () =>
      "You may look at this run, not prepare it. A workspace administrator can grant the restore capability.",
    target_confirmed: (r) => `${r.label}, read from the target and equal to the label recorded with this run.`,
    scope_not_defined: () => "The restore scope is not defined.",
    scope_not_readable: () => "The items in scope cannot be read. Define the scope again.",
    scope_empty: () => "No item is in scope. An empty selection never means all.",
    dependencies_not_determined: () =>
      "Which groups, filters and scope tags are needed could not be determined. Read the target again by running the checks.",
    mappings_unresolved: (r) => {
      const first = `${dependencyNouns[r.first.kind]} ${r.first.name}`;
      return r.count === 1
        ? `1 required mapping is not resolved: ${first}.`
        : `${number(r.count)} required mappings are not resolved. First: ${first}.`;
    },
    scope_mapped: (r) =>
      r.dependencies === 0
        ? `${items(r.items)} in scope. No reference needs a mapping.`
        : `${items(r.items)} in scope. ${r.dependencies === 1 ? "1 reference is" : `${number(r.dependencies)} references are`} resolved.`,
    nothing_writable: () => "Nothing in scope can be written, so this run stays a dry-run.",
    checks_not_run: () => "Checks have not run for this scope.",
    checks_invalidated: (r) => `The checks are void since ${changedPhrase(r.changes)}.`,
    checks_stale: (r) => staleSentence("checks", r.cause),
    checks_blocking: (r) => (r.count === 1 ? r.first : `${number(r.count)} blocking findings. First: ${r.first}`),
    checks_not_evaluated: (r) =>
      r.count === 1
        ? `Not evaluated: ${r.first}`
        : `${number(r.count)} checks could not be evaluated. First: ${r.first}`,
    checks_clear: (r) => `Checks are current for ${items(r.items)}. No blocker was found.`,
    checks_to_look_at: (r) => {
      const warnings = r.warnings === 1 ? "1 warning" : `${number(r.warnings)} warnings`;
      if (r.notEvaluated === null) return `${warnings} to look at. What was not evaluated was not recorded.`;
      if (r.notEvaluated === 0) return `${warnings} to look at.`;
      return `${number(r.notEvaluated)} not evaluated, ${warnings} to look at.`;
    },
    preview_not_run: () => "No preview has been generated for this scope.",
    preview_invalidated: (r) => `The preview is void since ${changedPhrase(r.changes)}.`,
    preview_stale: (r) => staleSentence("preview", r.cause),
    preview_undecided: (r) =>
      r.count === 1
        ? `The target moved since the checks: “${r.first}” can no longer be told apart or resolved. Run the checks again.`
        : `The target moved since the checks: ${number(r.count)} items can no longer be told apart or resolved. First: “${r.first}”. Run the checks again.`,
    preview_current: (r) => `Preview is current: ${number(r.written)} of ${items(r.items)} would be written.`,
    capability_missing: () => "You may not execute restores here. A workspace administrator can grant the capability.",
    dry_run_on: () => "“Preview only (Dry-run)” is on.",
    impact_not_reviewed: () => "“I reviewed the impact” is not ticked.",
    typed_confirmation_not_met: (r) => {
      switch (r.comparison.state) {
        case "label_missing":
          return "This run has no target label, so it can never be confirmed.";
        case "empty":
          return "The target label has not been typed.";
        case "surrounding_space":
          return "The typed label has a space before or after it.";
        case "differs":
          return "The typed label differs from the target label.";
      }
    },
    confirmed_now: (r) => `Impact reviewed and ${r.label} typed. Checked again when execution is requested.`,
    confirmed: (r) => `Confirmed by ${r.by} for ${r.label}.`,
    not_executed: () => "Nothing has been executed. No post-run evidence exists.",
    execution_queued: () => "The restore is queued.",
    execution_running: () => "The restore is running.",
    execution_without_evidence: () => "Execution completed, but post-run evidence is not available yet.",
    execution_with_evidence: () => "Execution proof and post-run evidence are available.",
    execution_needs_review: () => "Some items were skipped, partially applied, or failed.",
    evidence_asks_for_a_look: () => "Post-run evidence is available, and does not show every item as intended.",
    execution_failed: () => "The restore did not complete successfully.",
    execution_cancelled: () => "Restore did not execute due to cancellation or blocker.",
  };
}

function openDecision(gate: OpenGateState<RestoreGateId, RestoreReason>): { status: string; impact: string } {
  const code = gate.blockers[0].reason.code;
  const nothing = "Nothing can be written.";
  const status: Readonly<Record<string, string>> = {
    backup_set_not_selected: "Backup set required",
    backup_set_not_readable: "Backup set not readable",
    backup_set_empty: "Backup set is empty",
    no_usable_items: "No usable items",
    target_identity_not_read: "Target identity not read",
    target_identity_differs: "Target is not the one expected",
    operator_not_entitled: "Read-only access",
    scope_not_defined: "Scope required",
    scope_empty: "Scope is empty",
    mappings_unresolved: "Target mapping required",
    checks_not_run: "Checks required",
    checks_invalidated: "Checks are void",
    checks_stale: "Checks are stale",
    checks_blocking: "Blocked by checks",
    checks_not_evaluated: "Checks not evaluated",
    preview_not_run: "Preview required",
    preview_invalidated: "Preview is void",
    preview_undecided: "Blocked by the preview",
    preview_stale: "Preview is stale",
    capability_missing: "Execution not permitted",
    nothing_writable: "Nothing to write",
    dry_run_on: "Dry-run is on",
    impact_not_reviewed: "Confirmation required",
    typed_confirmation_not_met: "Confirmation required",
  };
  const impact: Readonly<Record<string, string>> = {
    checks_invalidated: `${nothing} The earlier findings stay readable and no longer apply.`,
    preview_invalidated: `${nothing} The earlier figures stay readable and no longer apply.`,
    preview_not_run: "What would happen is not known yet. Nothing can be written.",
    dry_run_on: "The preview is current. Nothing is written while dry-run is on.",
    nothing_writable: "The scope can be compared with the target, and never written.",
  };
  return { status: status[code] ?? "Execution unavailable", impact: impact[code] ?? nothing };
}

const fieldLabels: Readonly<Record<string, string>> = {
  backupSet: "backup set",
  backupContent: "content of the backup set",
  scopeMode: "scope mode",
  requestedItems: "selected items",
  restoreMode: "restore mode",
  mappings: "target mappings",
  target: "target",
  directoryVersion: "target directory",
  rulesVersion: "rules version",
};

function changedPhrase([first]: readonly [BasisChange, ...BasisChange[]]): string {
  return `the ${fieldLabels[first.field] ?? first.field} changed`;
}

function staleSentence(what: "checks" | "preview", cause: string): string {
  const missing = cause === "capture_time_not_recorded" ? "when it was produced" : "what it was produced from";
  return `The recorded ${what} cannot be shown to be current: the record does not prove ${missing}.`;
}

function changeInWords(change: BasisChange, { number }: RestoreContext): ChangeModel {
  return {
    field: change.field,
    label: fieldLabels[change.field] ?? change.field,
    before: valueInWords(change.field, change.before, number),
    after: valueInWords(change.field, change.after, number),
  };
}

function valueInWords(field: string, value: JsonValue | undefined, number: (value: number) => string): string {
  if (value === undefined) return "not recorded";
  if (value === null) return field === "requestedItems" ? "all items" : "none";
  if (Array.isArray(value)) return value.length === 1 ? "1 item" : `${number(value.length)} items`;
  if (typeof value === "object") {
    const { name, label, tenantId } = value as Readonly<Record<string, JsonValue | undefined>>;
    const called = field === "backupSet" ? name : field === "target" ? (label ?? tenantId) : undefined;
    return typeof called === "string" ? called : `${number(Object.keys(value).length)} decided`;
  }
  if (typeof value === "string" && value.startsWith("sha256:")) return value.slice(0, 15);
  return typeof value === "string" ? value.replaceAll("_", " ") : JSON.stringify(value);
}
