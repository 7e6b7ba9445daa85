import type { ActionModel } from "../../../view-models/index.js";
import type { RunChange } from "../../run/events.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreMode, RestoreScope } from "../../run/scope.js";
import { unknownItems } from "../../rules/scope.js";
import type { RestoreContext } from "../context.js";
import { places } from "../reasons.js";
import type { CatalogueModel } from "./catalogue.js";
import { blockedAction, confirming, editAction, editing, placeModel, undoneBy, waitingAction } from "./editing.js";
import type { ChoiceModel, ControlState } from "./lead.js";
import { type ItemSelection, sameSelection, selectedOf } from "./item-selection.js";
import { isInDraft } from "./scope-picker.js";

/** What the operator has chosen on the page and may not have applied yet. */
export interface ScopeDraft {
  readonly mode: RestoreScope["mode"];
  /** What is ticked; in mode `all` it is kept for whoever goes back to `selected`. */
  readonly selection: ItemSelection;
  readonly restoreMode: RestoreMode;
}

/** The content of step 2 above the mappings: which items, and what happens to missing ones (RW-4). */
export interface ScopeStepModel {
  readonly title: string;
  readonly control: ControlState;
  /** The applied scope in words; null before one is applied. */
  readonly summary: { readonly text: string; readonly detail: string } | null;
  /** Words of the control that opens the choices again. */
  readonly changeLabel: string;
  readonly modeTitle: string;
  readonly modes: readonly ChoiceModel<RestoreScope["mode"]>[];
  readonly restoreModeTitle: string;
  readonly restoreModes: readonly ChoiceModel<RestoreMode>[];
  /** What applying would undo (BY-2); null where nothing would be. */
  readonly undoes: string | null;
  /** Puts the draft on the run; null where the run has exactly this scope. */
  readonly apply: ActionModel | null;
  /** Takes the place of Next while the draft is not applied; null otherwise. */
  readonly next: ActionModel | null;
}

/** The draft that a page opens with: the run's scope, and before there is one, everything (RW-4). */
export function scopeDraftOf({ run }: Pick<RestoreFacts, "run">): ScopeDraft {
  return {
    mode: run.scope?.mode ?? "all",
    selection: { kind: "only", itemIds: new Set(run.scope?.mode === "selected" ? run.scope.itemIds : []) },
    restoreMode: run.restoreMode,
  };
}

/**
 * The scope that a draft stands for, in catalogue order, so that the same choice is always the same scope. What is ticked
 * in a catalogue that is not loaded yet counts as ticked.
 */
export function scopeOfDraft(draft: ScopeDraft, catalogue: CatalogueModel | null): RestoreScope {
  if (draft.mode === "all") return { mode: "all" };
  const known = catalogue?.itemIds ?? (draft.selection.kind === "only" ? [...draft.selection.itemIds] : [anyItem]);
  return { mode: "selected", itemIds: selectedOf(known, draft.selection) };
}

// All but some of what is not loaded is some scope; no item has an empty id.
const anyItem = "";

function scopeChange(
  draft: ScopeDraft,
  catalogue: CatalogueModel | null,
): Extract<RunChange, { event: "scope_defined" }> {
  return { event: "scope_defined", scope: scopeOfDraft(draft, catalogue), restoreMode: draft.restoreMode };
}

/** Answers: what exactly should be restored? */
export function resolveScopeStep(
  facts: RestoreFacts,
  catalogue: CatalogueModel | null,
  draft: ScopeDraft,
  next: ActionModel | null,
  context: RestoreContext,
): ScopeStepModel {
  const words = context.words.picker;
  const control = editing(facts, context);
  const differs = !isHeld(facts) || isUnsent(facts, draft, catalogue);
  const anything = catalogue?.rows.some((row) => isInDraft(row, draft)) ?? false;
  const missing = draft.mode === "all" || anything ? null : catalogue === null ? "items" : "selection";
  return {
    title: words.title,
    control,
    summary: scopeSummary(facts, context),
    changeLabel: control.state === "open" ? words.changeLabel : words.showLabel,
    modeTitle: words.modeTitle,
    modes: [
      {
        id: "all",
        label: catalogue === null ? words.all.labelUncounted : words.all.label(catalogue.rows.length),
        note: words.all.note,
      },
      { id: "selected", ...words.selected },
    ],
    restoreModeTitle: words.restoreModeTitle,
    restoreModes: (["create_missing", "update_only"] as const).map((id) => ({
      id,
      ...context.words.terms.restoreMode[id],
    })),
    undoes: differs ? undoneBy(facts, scopeChange(draft, catalogue), context) : null,
    apply: applyAction(facts, differs, missing, context),
    next: pendingNext(facts, differs, next, context),
  };
}

/** Whether the run has a scope, and the backup set holds all of it; applying another one leaves out what it does not hold. */
function isHeld({ run, scope }: RestoreFacts): boolean {
  return run.scope !== null && (scope === null || unknownItems(run.scope, scope).length === 0);
}

function scopeSummary({ run, scope }: RestoreFacts, context: RestoreContext): ScopeStepModel["summary"] {
  if (run.scope === null) return null;
  const { label, note } = context.words.terms.restoreMode[run.restoreMode];
  const words = context.words.picker;
  const detail = words.summaryDetail(label, note);
  if (scope === null) return { text: words.summaryUnread, detail };
  const text = run.scope.mode === "all" ? words.all.label(scope.inScope) : words.summarySelected(scope.inScope);
  return { text, detail };
}

function applyAction(
  facts: RestoreFacts,
  differs: boolean,
  missing: "items" | "selection" | null,
  context: RestoreContext,
): ActionModel | null {
  const words = context.words.picker;
  const action = { id: "apply_scope", label: words.apply };
  if (!differs || facts.run.execution !== null) return null;
  if (facts.run.backupSetId === null)
    return blockedAction(action, words.noBackupSet, placeModel(places.backupSet, null, context));
  if (missing === "items") return waitingAction(action, words.loading);
  if (missing === "selection") return blockedAction(action, words.nothingSelected, null);
  return editAction(facts, action, context);
}

function pendingNext(
  facts: RestoreFacts,
  differs: boolean,
  next: ActionModel | null,
  context: RestoreContext,
): ActionModel | null {
  const words = context.words.picker;
  const pending = differs && facts.run.scope !== null && confirming(facts, context).state === "open";
  if (!pending || next === null) return null;
  const clearedBy = placeModel({ step: "define_restore_scope", anchor: "apply-scope" }, words.goToApply, context);
  return blockedAction({ id: next.id, label: next.label }, words.notApplied, clearedBy);
}

/** The change that applies a draft; null while the items that it names are not loaded. */
export function scopeChangeOf(
  draft: ScopeDraft,
  catalogue: CatalogueModel | null,
): Extract<RunChange, { event: "scope_defined" }> | null {
  return draft.mode === "selected" && catalogue === null ? null : scopeChange(draft, catalogue);
}

/** Whether a draft is something that the run does not know yet. */
export function isUnsent(
  { run }: Pick<RestoreFacts, "run">,
  draft: ScopeDraft,
  catalogue: Pick<CatalogueModel, "itemIds"> | null,
): boolean {
  if (draft.restoreMode !== run.restoreMode || draft.mode !== (run.scope?.mode ?? "all")) return true;
  return (
    draft.mode === "selected" &&
    !sameSelection(draft.selection, scopeDraftOf({ run }).selection, catalogue?.itemIds ?? null)
  );
}
