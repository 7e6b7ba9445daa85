import type { ItemRun } from "../../../view-models/index.js";

/**
 * Items that are ticked: these only, or all but these. What a backup set holds never changes (RW-23), so either says exactly
 * which, and the shorter is kept.
 */
export interface ItemSelection {
  readonly kind: "only" | "all_but";
  readonly itemIds: ReadonlySet<string>;
}

const nothing: ItemSelection = { kind: "only", itemIds: new Set() };
const everything: ItemSelection = { kind: "all_but", itemIds: new Set() };

/** Whether an item is ticked. */
export function isSelected({ kind, itemIds }: ItemSelection, id: string): boolean {
  return itemIds.has(id) === (kind === "only");
}

/** A byte for every row of a list: 1 where it is ticked. Mostly all or none are, and then no row is looked at. */
export function tickedFlags(list: readonly { readonly id: string }[], { kind, itemIds }: ItemSelection): Uint8Array {
  const [named, others] = kind === "only" ? [1, 0] : [0, 1];
  const flags = new Uint8Array(list.length).fill(others);
  if (itemIds.size === 0) return flags;
  list.forEach(({ id }, index) => {
    if (itemIds.has(id)) flags[index] = named;
  });
  return flags;
}

/** The ticked ones of all items of a backup set, in their order. */
export function selectedOf(all: readonly string[], selection: ItemSelection): readonly string[] {
  return all.filter((id) => isSelected(selection, id));
}

/** The selection after runs of a list of every item were ticked, or left out. */
export function selectionAfter(
  { kind, itemIds }: ItemSelection,
  list: readonly { readonly id: string }[],
  runs: readonly ItemRun[],
  ticking: boolean,
): ItemSelection {
  if (runs.some(({ first, count }) => first === 0 && count >= list.length)) return ticking ? everything : nothing;
  const named = new Set(itemIds);
  const naming = ticking === (kind === "only");
  for (const { first, count } of runs) {
    for (const { id } of list.slice(first, first + count)) {
      if (naming) named.add(id);
      else named.delete(id);
    }
  }
  if (named.size * 2 <= list.length) return { kind, itemIds: named };
  const others = list.filter(({ id }) => !named.has(id)).map(({ id }) => id);
  return { kind: kind === "only" ? "all_but" : "only", itemIds: new Set(others) };
}

/** Whether two selections tick the same of all items. What is said in two forms is not known to be the same while the items are not loaded. */
export function sameSelection(left: ItemSelection, right: ItemSelection, all: readonly string[] | null): boolean {
  const [named, others] = [left.itemIds, right.itemIds];
  if (left.kind === right.kind) return named.size === others.size && [...named].every((id) => others.has(id));
  return all !== null && named.size + others.size === all.length && all.every((id) => named.has(id) !== others.has(id));
}
