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
import { isSelected, selectionAfter, tickedFlags } from "./item-selection.js";
import type { ScopeDraft } from "./scope-step.js";

/**
 * Answers: what is there to choose from, what of it does a search show, and what exactly would choosing all of that change?
 * (RW-4, RW-5) What a search does not touch is found once, because a search is asked for with every key.
 */
export function resolveScopePicker(
  facts: Pick<RestoreFacts, "run" | "operator" | "backupSet">,
  catalogue: CatalogueModel | null,
  draft: ScopeDraft,
  context: RestoreContext,
): (query: string) => ScopePickerViewModel {
  const { picker } = context.words;
  const control = editing(facts, context);
  const all = draft.mode === "all" ? picker.all.shut : null;
  const shut = control.state === "shut" ? control.reason : all;
  const model = { contract: contractVersion, id: "scope-picker", title: picker.itemsTitle, shut } as const;
  const empty = (body: ScopePickerViewModel["body"]) => () => ({ ...model, body });
  if (facts.run.backupSetId === null) return empty({ state: "empty", text: picker.noBackupSet });
  if (catalogue === null) {
    const items = facts.backupSet?.quality.itemCount ?? 0;
    return empty({ state: "loading", text: picker.loading, ...(items === 0 ? {} : { rows: items }) });
  }
  const { rows } = catalogue;
  const isChosen = draft.mode === "all" ? new Uint8Array(rows.length).fill(1) : tickedFlags(rows, draft.selection);
  const lists = filled(
    catalogue.families.map(({ id, title, note }) => ({ id, title, note })),
    itemGroups(catalogue, isChosen, context),
    catalogue.choices,
  );
  if (lists === null) return empty({ state: "empty", text: picker.noItems });
  const [sections, groups, items] = lists;
  const chosen = countOf(isChosen);
  const chosenOnes = {
    chosen: runsOf(rows.length, (index) => isChosen[index] === 1),
    chosenText: picker.selection(chosen, rows.length),
  };
  return (query) => {
    const isShown = flagsOf(rows, nameMatches(query));
    const shown = countOf(isShown);
    const shownRuns = runsOf(rows.length, (index) => isShown[index] === 1);
    const bulk = (choosing: boolean) => {
      const before = choosing ? 0 : 1;
      // Mostly none or all are chosen: then nothing is left to change, or all that is shown.
      const changes =
        chosen === (choosing ? rows.length : 0)
          ? []
          : chosen === (choosing ? 0 : rows.length)
            ? shownRuns
            : runsOf(rows.length, (index) => isShown[index] === 1 && isChosen[index] === before);
      return bulkChoice(rows, changes, choosing, query.trim() !== "", shut, context);
    };
    return {
      ...model,
      body: {
        state: "choosing",
        sections,
        groups,
        items,
        marks: catalogue.marks,
        ...chosenOnes,
        search: {
          label: picker.searchLabel,
          query: query === "" ? null : { external: query },
          shown: shownRuns,
          text: shown === 0 ? picker.nothingFound : picker.shown(shown, rows.length),
        },
        selectShown: bulk(true),
        clearShown: bulk(false),
      },
    };
  };
}

/** Whether a draft puts this row in scope. */
export function isInDraft({ id }: Pick<CatalogueRow, "id">, { mode, selection }: ScopeDraft): boolean {
  return mode === "all" || isSelected(selection, id);
}

/** The draft after runs of the picker's list were chosen, or left out. */
export function draftAfter(
  draft: ScopeDraft,
  catalogue: CatalogueModel,
  runs: readonly ItemRun[],
  choosing: boolean,
): ScopeDraft {
  return { ...draft, selection: selectionAfter(draft.selection, catalogue.rows, runs, choosing) };
}

/** Groups of a catalogue, each with how many of its rows are chosen. */
function itemGroups(
  { families }: CatalogueModel,
  isChosen: Flags,
  { words: { picker } }: RestoreContext,
): readonly ItemGroup[] {
  let first = 0;
  return families.flatMap((family) =>
    family.groups.map(({ id, title, rows }) => {
      const group = { first, count: rows.length };
      first += rows.length;
      const chosen = countOf(isChosen, group.first, first);
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

/** A byte for every row: 1 where something is so, else 0. */
type Flags = Uint8Array;

function flagsOf(rows: readonly CatalogueRow[], is: (row: CatalogueRow) => boolean): Flags {
  const flags = new Uint8Array(rows.length);
  // Not `from`, which asks an iterator for each of thousands.
  rows.forEach((row, index) => {
    if (is(row)) flags[index] = 1;
  });
  return flags;
}

/** How many are set from one place up to another. */
function countOf(flags: Flags, from = 0, to = flags.length): number {
  let count = 0;
  for (let index = from; index < to; index += 1) count += flags[index] ?? 0;
  return count;
}

/** Neighbours of which all are members, as runs. */
function runsOf(length: number, isMember: (index: number) => boolean): readonly ItemRun[] {
  const runs: { first: number; count: number }[] = [];
  let open: { first: number; count: number } | null = null;
  for (let index = 0; index < length; index += 1) {
    if (!isMember(index)) open = null;
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
