import {
  type ActionModel,
  type BulkChoice,
  contractVersion,
  type ItemGroup,
  type ItemRun,
  type NonEmptyList,
  type ScopePickerViewModel,
} from "../../../view-models/index.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import { type CatalogueModel, type CatalogueRow, type MarkId, nameMatches } from "./catalogue.js";
import { blockedAction, editing } from "./editing.js";
import type { ScopeDraft } from "./scope-step.js";

/** Answers: what is there to choose from, what of it is shown, and what exactly would choosing all of that change? (RW-4, RW-5) */
export function resolveScopePicker(
  facts: Pick<RestoreFacts, "run" | "operator">,
  catalogue: CatalogueModel | null,
  draft: ScopeDraft,
  query: string,
  context: RestoreContext,
): ScopePickerViewModel {
  const { picker } = context.words;
  const control = editing(facts, context);
  const all = draft.mode === "all" ? picker.all.shut : null;
  const shut = control.state === "shut" ? control.reason : all;
  return {
    contract: contractVersion,
    id: "scope-picker",
    title: picker.itemsTitle,
    shut,
    body: body(facts, catalogue, draft, query, shut, context),
  };
}

function body(
  { run }: Pick<RestoreFacts, "run">,
  catalogue: CatalogueModel | null,
  draft: ScopeDraft,
  query: string,
  shut: string | null,
  context: RestoreContext,
): ScopePickerViewModel["body"] {
  const { picker } = context.words;
  if (run.backupSetId === null) return { state: "empty", text: picker.noBackupSet };
  if (catalogue === null) return { state: "loading", text: picker.loading };
  const { rows } = catalogue;
  const isChosen = rows.map((row) => isInDraft(row, draft));
  const isShown = rows.map(nameMatches(query));
  const lists = filled(
    catalogue.families.map(({ id, title, note }) => ({ id, title, note })),
    itemGroups(catalogue, isChosen, context),
    catalogue.choices,
  );
  if (lists === null) return { state: "empty", text: picker.noItems };
  const [sections, groups, items] = lists;
  const shown = isShown.filter(Boolean).length;
  const bulk = (choosing: boolean) => {
    const changes = runsOf(isChosen.map((is, index) => isShown[index] === true && is !== choosing));
    return bulkChoice(rows, changes, choosing, query.trim() !== "", shut, context);
  };
  return {
    state: "choosing",
    sections,
    groups,
    items,
    marks: catalogue.marks,
    chosen: runsOf(isChosen),
    chosenText: chosenText(isChosen, context),
    search: {
      label: picker.searchLabel,
      query: query === "" ? null : { external: query },
      shown: runsOf(isShown),
      text: shown === 0 ? picker.nothingFound : picker.shown(shown, rows.length),
    },
    selectShown: bulk(true),
    clearShown: bulk(false),
  };
}

/** Whether a draft puts this row in scope. */
export function isInDraft({ id }: Pick<CatalogueRow, "id">, { mode, itemIds }: ScopeDraft): boolean {
  return mode === "all" || itemIds.has(id);
}

/** The draft after runs of the picker's list were chosen, or left out. */
export function draftAfter(
  draft: ScopeDraft,
  catalogue: CatalogueModel,
  runs: readonly ItemRun[],
  choosing: boolean,
): ScopeDraft {
  const itemIds = new Set(draft.itemIds);
  for (const { first, count } of runs) {
    for (const { id } of catalogue.rows.slice(first, first + count)) {
      if (choosing) itemIds.add(id);
      else itemIds.delete(id);
    }
  }
  return { ...draft, itemIds };
}

/** "12 of 148 items selected". */
function chosenText(isChosen: readonly boolean[], { words: { picker } }: RestoreContext): string {
  return picker.selection(isChosen.filter(Boolean).length, isChosen.length);
}

/** Groups of a catalogue, each with how many of its rows are chosen. */
function itemGroups(
  { families }: CatalogueModel,
  isChosen: readonly boolean[],
  { words: { picker } }: RestoreContext,
): readonly ItemGroup[] {
  let first = 0;
  return families.flatMap((family) =>
    family.groups.map(({ id, title, rows }) => {
      const group = { first, count: rows.length };
      first += rows.length;
      const chosen = isChosen.slice(group.first, first).filter(Boolean).length;
      const choice = chosen === 0 ? "none" : chosen === rows.length ? "all" : "some";
      return { id, section: family.id, title, ...group, choice, text: picker.groupSelection(chosen, rows.length) };
    }),
  );
}

function bulkChoice(
  rows: readonly CatalogueRow[],
  changes: readonly ItemRun[],
  choosing: boolean,
  searching: boolean,
  shut: string | null,
  { words: { picker } }: RestoreContext,
): BulkChoice {
  const changed = changes.reduce((sum, { count }) => sum + count, 0);
  const marked = (id: MarkId) => (choosing ? changes.reduce((sum, run) => sum + markedIn(rows, run, id), 0) : 0);
  const [compareOnly, metadataOnly] = [marked("preview_only"), marked("metadata_only")];
  const id = choosing ? "select_shown" : "clear_shown";
  const plain = choosing ? picker.selectShown : picker.clearShown;
  const counted = choosing ? picker.select(changed, searching) : picker.clear(changed, searching);
  const action = { id, label: changed === 0 ? plain : counted };
  return {
    action: bulkAction(
      action,
      changed === 0 ? (choosing ? picker.nothingToSelect : picker.nothingToClear) : null,
      shut,
    ),
    changes,
    note: compareOnly + metadataOnly > 0 ? picker.notWritten(compareOnly, metadataOnly) : null,
  };
}

function markedIn(rows: readonly CatalogueRow[], { first, count }: ItemRun, mark: MarkId): number {
  let marked = 0;
  for (let index = first; index < first + count; index += 1) if (rows[index]?.mark?.id === mark) marked += 1;
  return marked;
}

function bulkAction(
  action: { readonly id: string; readonly label: string },
  nothing: string | null,
  shut: string | null,
): ActionModel {
  const reason = shut ?? nothing;
  return reason === null ? { kind: "callback", ...action } : blockedAction(action, reason, null);
}

/** Neighbours of which all are members, as runs. */
function runsOf(members: readonly boolean[]): readonly ItemRun[] {
  const runs: { first: number; count: number }[] = [];
  let open: { first: number; count: number } | null = null;
  for (const [index, isMember] of members.entries()) {
    if (!isMember) open = null;
    else if (open === null) runs.push((open = { first: index, count: 1 }));
    else open.count += 1;
  }
  return runs;
}

/** Three lists that are empty or filled together; null where they are empty. */
function filled<A, B, C>(
  ...lists: readonly [readonly A[], readonly B[], readonly C[]]
): readonly [NonEmptyList<A>, NonEmptyList<B>, NonEmptyList<C>] | null {
  return lists.every(isFilled) ? (lists as unknown as [NonEmptyList<A>, NonEmptyList<B>, NonEmptyList<C>]) : null;
}

function isFilled({ length }: readonly unknown[]): boolean {
  return length > 0;
}
