import type { ActionModel } from "../../../view-models/index.js";
import type { RunChange } from "../../run/events.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreMode, RestoreScope } from "../../run/scope.js";
import type { RestoreContext } from "../context.js";
import type { CatalogueModel } from "./catalogue.js";
import { blockedAction, editAction, editing, placeModel, undoneBy } from "./editing.js";
import type { ChoiceModel, ControlState } from "./lead.js";
import { counted } from "./words.js";

/** What the operator has chosen on the page and may not have applied yet. */
export interface ScopeDraft {
  readonly mode: RestoreScope["mode"];
  readonly itemIds: ReadonlySet<string>;
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
  readonly searchLabel: string;
  readonly selectShown: string;
  readonly clearShown: string;
  readonly nothingFound: string;
  readonly showMore: (remaining: number) => string;
  /** Said while the items are on their way; null once they are there. */
  readonly loading: string | null;
  /** "12 of 148 items selected"; null in mode `all`. */
  readonly selection: string | null;
  /** "3 of 12 selected", by group id. */
  readonly groupSelections: ReadonlyMap<string, string>;
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
    itemIds: new Set(run.scope?.mode === "selected" ? run.scope.itemIds : []),
    restoreMode: run.restoreMode,
  };
}

/** The scope that a draft stands for, in catalogue order, so that the same choice is always the same scope. */
export function scopeOfDraft(draft: ScopeDraft, catalogue: CatalogueModel): RestoreScope {
  if (draft.mode === "all") return { mode: "all" };
  return { mode: "selected", itemIds: catalogue.itemIds.filter((id) => draft.itemIds.has(id)) };
}

/** The change that a draft stands for; what is ticked in a catalogue that is not loaded yet counts as ticked. */
function scopeChange(
  draft: ScopeDraft,
  catalogue: CatalogueModel | null,
): Extract<RunChange, { event: "scope_defined" }> {
  const ticked: RestoreScope =
    draft.mode === "all" ? { mode: "all" } : { mode: "selected", itemIds: [...draft.itemIds] };
  const scope = catalogue === null ? ticked : scopeOfDraft(draft, catalogue);
  return { event: "scope_defined", scope, restoreMode: draft.restoreMode };
}

/** Answers: what exactly should be restored? */
export function resolveScopeStep(
  facts: RestoreFacts,
  catalogue: CatalogueModel | null,
  draft: ScopeDraft,
  next: ActionModel | null,
  context: RestoreContext,
): ScopeStepModel {
  // Items that are not loaded are not zero items.
  const all = catalogue === null ? "items" : counted(catalogue.itemIds.length, "item", "items", context);
  const differs = !sameDraft(draft, scopeDraftOf(facts)) || facts.run.scope === null;
  const selected = (catalogue?.itemIds ?? []).filter((id) => draft.itemIds.has(id)).length;
  const nothing = draft.mode === "selected" && selected === 0;
  return {
    title: "Scope",
    control: editing(facts, context),
    summary: scopeSummary(facts, context),
    changeLabel: editing(facts, context).state === "open" ? "Change scope" : "Show scope",
    modeTitle: "What is restored",
    modes: [
      {
        id: "all",
        label: `All ${all}`,
        note: "Everything in the backup set. What cannot be written is compared or listed.",
      },
      {
        id: "selected",
        label: "Selected items",
        note: "Only what is ticked below. An empty selection never means all.",
      },
    ],
    restoreModeTitle: "Policies the target no longer has",
    restoreModes: (["create_missing", "update_only"] as const).map((id) => ({
      id,
      ...context.words.terms.restoreMode[id],
    })),
    searchLabel: "Search by name",
    selectShown: "Select all shown",
    clearShown: "Clear all shown",
    nothingFound: "No item has this in its name.",
    showMore: (remaining) => `Show ${counted(remaining, "more item", "more items", context)}`,
    loading: catalogue === null && facts.run.backupSetId !== null ? "Loading the items of the backup set." : null,
    selection: draft.mode === "all" || catalogue === null ? null : `${context.number(selected)} of ${all} selected`,
    groupSelections:
      draft.mode === "all" || catalogue === null ? new Map() : groupSelections(catalogue, draft, context),
    undoes: differs ? undoneBy(facts, scopeChange(draft, catalogue), context) : null,
    apply: applyAction(facts, differs, nothing, context),
    next: pendingNext(facts, differs, next, context),
  };
}

function scopeSummary({ run, scope }: RestoreFacts, context: RestoreContext): ScopeStepModel["summary"] {
  if (run.scope === null) return null;
  const { label, note } = context.words.terms.restoreMode[run.restoreMode];
  const detail = `${label}: ${note}`;
  if (scope === null) return { text: "The items in scope cannot be read", detail };
  const items = counted(scope.inScope, "item", "items", context);
  return { text: run.scope.mode === "all" ? `All ${items}` : `${items} selected`, detail };
}

function applyAction(
  facts: RestoreFacts,
  differs: boolean,
  nothing: boolean,
  context: RestoreContext,
): ActionModel | null {
  const action = { id: "apply_scope", label: "Apply scope" };
  if (!differs || facts.run.execution !== null) return null;
  if (facts.run.backupSetId === null) {
    const clearedBy = placeModel({ step: "select_backup_set", anchor: "backup-set" }, null, context);
    return blockedAction(action, "No backup set is selected.", clearedBy);
  }
  if (nothing) return blockedAction(action, "No item is selected. An empty selection never means all.", null);
  return editAction(facts, action, context);
}

function pendingNext(
  facts: RestoreFacts,
  differs: boolean,
  next: ActionModel | null,
  context: RestoreContext,
): ActionModel | null {
  const pending = differs && facts.run.scope !== null && editing(facts, context).state === "open";
  if (!pending || next === null) return null;
  const clearedBy = placeModel({ step: "define_restore_scope", anchor: "apply-scope" }, "Go to “Apply scope”", context);
  return blockedAction({ id: next.id, label: next.label }, "The scope on this page is not applied yet.", clearedBy);
}

function groupSelections(
  catalogue: CatalogueModel,
  draft: ScopeDraft,
  { number }: RestoreContext,
): ReadonlyMap<string, string> {
  const groups = catalogue.families.flatMap((family) => family.groups);
  return new Map(
    groups.map(({ id, rows }) => {
      const chosen = rows.filter((row) => draft.itemIds.has(row.id)).length;
      return [id, `${number(chosen)} of ${number(rows.length)} selected`];
    }),
  );
}

function sameDraft(left: ScopeDraft, right: ScopeDraft): boolean {
  if (left.mode !== right.mode || left.restoreMode !== right.restoreMode) return false;
  if (left.mode === "all") return true;
  return left.itemIds.size === right.itemIds.size && [...left.itemIds].every((id) => right.itemIds.has(id));
}
