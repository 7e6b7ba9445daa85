import type { ItemChoice, ItemMark } from "../../../view-models/index.js";
import type { CatalogueItem } from "../../ports.js";
import { itemTypeOf } from "../../rules/item-types.js";
import type { RestoreContext } from "../context.js";
import type { PickerWords } from "../copy/en/picker.js";
import { wordOf } from "../copy/word-of.js";

/** The items of a backup set, grouped for choosing: policies first, foundations apart (RW-4, RW-5). */
export interface CatalogueModel {
  readonly families: readonly CatalogueFamily[];
  /** Every row, a group after the other. */
  readonly rows: readonly CatalogueRow[];
  /** The rows as the picker offers them; none of it changes with what is chosen or searched for. */
  readonly choices: readonly ItemChoice[];
  /** Every mark that a row has, and what it means. */
  readonly marks: readonly ItemMark[];
  /** Every id, in catalogue order. */
  readonly itemIds: readonly string[];
}

/** Policies, or the foundations that policies depend on. */
export interface CatalogueFamily {
  readonly id: "policy" | "foundation";
  readonly title: string;
  /** What the family is; null where the title says enough. */
  readonly note: string | null;
  readonly groups: readonly CatalogueGroup[];
}

/** Items of one type and one platform. */
export interface CatalogueGroup {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly CatalogueRow[];
}

/** One item to choose. */
export interface CatalogueRow {
  readonly id: string;
  readonly name: string;
  /** The name as it is searched: in small letters. */
  readonly searched: string;
  /** Why the item is not written as it stands; null where nothing keeps it from being written. */
  readonly mark: { readonly id: MarkId; readonly word: string; readonly note: string } | null;
}

/** Why an item is not written as it stands (RW-5). */
export type MarkId = keyof RestoreContext["words"]["picker"]["mark"];

/** Answers: what is there to choose from, and what of it can be written? Computed once per backup set. */
export function resolveCatalogue(
  items: readonly CatalogueItem[],
  { words: { terms, picker } }: Pick<RestoreContext, "words">,
): CatalogueModel {
  const groups = new Map<string, { family: CatalogueFamily["id"]; title: string; rows: CatalogueRow[] }>();
  for (const item of items) {
    const type = itemTypeOf(item.type);
    const platform = item.platform === null ? picker.platformNotRecorded : terms.platform[item.platform];
    const label = terms.itemType[type.id];
    const title = type.family === "foundation" ? label : `${label}, ${platform}`;
    const known = groups.get(title);
    const { id, name } = item;
    const row = { id, name, searched: name.toLowerCase(), mark: markOf(item, picker) };
    if (known === undefined) groups.set(title, { family: type.family, title, rows: [row] });
    else known.rows.push(row);
  }
  const families = [
    { id: "policy" as const, ...picker.policies },
    { id: "foundation" as const, ...picker.foundations },
  ]
    .map((family) => ({
      ...family,
      groups: [...groups.values()]
        .filter((group) => group.family === family.id)
        .map(({ title, rows }) => ({ id: title, title, rows })),
    }))
    .filter((family) => family.groups.length > 0);
  const rows = families.flatMap((family) => family.groups.flatMap((group) => group.rows));
  return {
    families,
    rows,
    choices: rows.map((row) => itemChoice(row, picker)),
    marks: marks(rows, picker),
    itemIds: items.map(({ id }) => id),
  };
}

function itemChoice({ id, name, mark }: CatalogueRow, picker: PickerWords): ItemChoice {
  return {
    id,
    name: name === "" ? { text: picker.unnamed } : { external: name },
    mark: mark?.id ?? null,
    // What every item of a mark has in common is said once, with the mark.
    note: mark === null || mark.note === picker.mark[mark.id].note ? null : mark.note,
  };
}

const markStatus = {
  metadata_only: "unavailable",
  preview_only: "unavailable",
  degraded: "attention",
} as const satisfies Record<MarkId, ItemMark["status"]>;

function marks(rows: readonly CatalogueRow[], picker: PickerWords): readonly ItemMark[] {
  const used = new Set(rows.map(({ mark }) => mark?.id));
  return (["preview_only", "metadata_only", "degraded"] as const)
    .filter((id) => used.has(id))
    .map((id) => ({ id, ...picker.mark[id], status: markStatus[id] }));
}

/** Whether a name contains what is searched for, in small or capital letters; every name contains nothing. */
export function nameMatches(query: string): (row: Pick<CatalogueRow, "searched">) => boolean {
  const wanted = query.trim().toLowerCase();
  return ({ searched }) => searched.includes(wanted);
}

function markOf(item: CatalogueItem, { mark: words, problem: problems }: PickerWords): CatalogueRow["mark"] {
  const mark = (id: MarkId, problem: CatalogueItem["problems"][number] | undefined) => ({
    id,
    word: words[id].word,
    note: (problem === undefined ? undefined : wordOf(problems, problem)) ?? words[id].note,
  });
  if (item.capture === "metadata_only") return mark("metadata_only", item.problems[0]);
  if (itemTypeOf(item.type).capability === "preview_only") return mark("preview_only", undefined);
  return item.capture === "degraded" ? mark("degraded", item.problems[0]) : null;
}
