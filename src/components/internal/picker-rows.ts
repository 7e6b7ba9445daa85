import type { ChoosingBody, ItemChoice, ItemGroup, ItemMark, ItemRun } from "../../view-models/index.js";

/** One row of the picker's flat tree. */
export type PickerRow = SectionRow | GroupRow | ItemRow;

interface RowBase {
  /** Stays the same while rows come and go around it. */
  readonly key: string;
  readonly level: 1 | 2 | 3;
  /** Its place among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly size: number;
}

interface SectionRow extends RowBase {
  readonly kind: "section";
  readonly title: string;
  readonly note: string | null;
}

interface GroupRow extends RowBase, Pick<ItemGroup, "id" | "title" | "choice" | "text"> {
  readonly kind: "group";
  readonly open: boolean;
  /** Its items that are shown: choosing a group never chooses what a search hides. */
  readonly runs: readonly ItemRun[];
  readonly shown: "all" | "some" | "none";
}

interface ItemRow extends RowBase {
  readonly kind: "item";
  readonly item: ItemChoice;
  readonly mark: ItemMark | null;
  readonly runs: readonly [ItemRun];
  readonly shown: "all" | "none";
}

/** The rows of a tree. One is made when it is asked for: of 10,000, a screen draws thirty. */
export interface PickerRows {
  readonly length: number;
  /** The row at a place; none outside the tree. */
  at: (index: number) => PickerRow | undefined;
  /** What kind of row stands at a place. */
  kindAt: (index: number) => PickerRow["kind"];
  /** What a row's element and its height are kept by. */
  keyAt: (index: number) => string | number;
  /** Place of the row with a key; -1 where no row has it. */
  indexOf: (key: string) => number;
}

/** Sections, their groups and, of those that are open, the items that are shown. In linear time. */
export function pickerRows(body: ChoosingBody, isOpen: (groupId: string) => boolean): PickerRows {
  const { items, search } = body;
  const chosen = flags(body.chosen, items.length);
  const marks = new Map(body.marks.map((mark) => [mark.id, mark]));
  const groups = body.groups
    .map((group) => ({ group, runs: overlap(group, search.shown) }))
    .filter(({ runs }) => runs.length > 0);
  const sections = body.sections
    .map((section) => ({ section, own: groups.filter(({ group }) => group.section === section.id) }))
    .filter(({ own }) => own.length > 0);

  const heads: { readonly row: SectionRow | GroupRow; readonly index: number; readonly below: number }[] = [];
  // An item is its place in the model's list, a head its place among the heads, from -1 downwards.
  const order = new Int32Array(items.length + body.groups.length + body.sections.length);
  let length = 0;
  const addHead = (row: SectionRow | GroupRow, below: number) => {
    heads.push({ row, index: length, below });
    order[length] = -heads.length;
    length += 1;
  };
  for (const [index, { section, own }] of sections.entries()) {
    const { id, title, note } = section;
    const key = `section ${id}`;
    addHead({ kind: "section", key, level: 1, position: index + 1, size: sections.length, title, note }, own.length);
    for (const [at, { group, runs }] of own.entries()) {
      const open = isOpen(group.id);
      addHead(
        {
          kind: "group",
          key: `group ${group.id}`,
          level: 2,
          position: at + 1,
          size: own.length,
          id: group.id,
          title: group.title,
          choice: group.choice,
          text: group.text,
          open,
          runs,
          shown: shareOf(chosen, runs),
        },
        total(runs),
      );
      if (!open) continue;
      for (const { first, count } of runs)
        for (let item = first; item < Math.min(first + count, items.length); item += 1) {
          order[length] = item;
          length += 1;
        }
    }
  }

  const headBefore = (index: number) => {
    let at = heads.length - 1;
    while ((heads[at]?.index ?? -1) > index) at -= 1;
    return heads[at];
  };
  const itemRow = (index: number, place: number): ItemRow | undefined => {
    const item = items[place];
    const group = headBefore(index);
    if (item === undefined || group?.row.kind !== "group") return undefined;
    return {
      kind: "item",
      key: itemKey(item),
      level: 3,
      position: index - group.index,
      size: group.below,
      item,
      mark: item.mark === null ? null : (marks.get(item.mark) ?? null),
      runs: [{ first: place, count: 1 }],
      shown: chosen[place] === 1 ? "all" : "none",
    };
  };
  const placeAt = (index: number) => (index < length ? order[index] : undefined);
  return {
    length,
    at: (index) => {
      const place = placeAt(index);
      if (place === undefined) return undefined;
      return place < 0 ? heads[-place - 1]?.row : itemRow(index, place);
    },
    kindAt: (index) => {
      const place = placeAt(index) ?? 0;
      return place < 0 ? (heads[-place - 1]?.row.kind ?? "item") : "item";
    },
    keyAt: (index) => {
      const place = placeAt(index) ?? index;
      return place < 0 ? (heads[-place - 1]?.row.key ?? index) : place;
    },
    indexOf: (key) => {
      const head = heads.find(({ row }) => row.key === key);
      if (head !== undefined) return head.index;
      const place = items.findIndex((item) => itemKey(item) === key);
      return place === -1 ? -1 : order.subarray(0, length).indexOf(place);
    },
  };
}

function itemKey({ id }: ItemChoice): string {
  return `item ${id}`;
}

/** What a row is known by to someone who types its first letter. */
export function within(row: PickerRow | undefined): string | null {
  if (row === undefined) return null;
  return row.kind === "item" ? (row.item.name.external ?? row.item.name.text) : row.title;
}

function flags(runs: readonly ItemRun[], length: number): Uint8Array {
  const set = new Uint8Array(length);
  for (const { first, count } of runs) set.fill(1, first, first + count);
  return set;
}

/** How much of some runs is chosen. */
function shareOf(chosen: Uint8Array, runs: readonly ItemRun[]): "all" | "some" | "none" {
  let found = 0;
  for (const { first, count } of runs) {
    for (let index = first; index < first + count; index += 1) found += chosen[index] ?? 0;
  }
  if (found === 0) return "none";
  return found === total(runs) ? "all" : "some";
}

function total(runs: readonly ItemRun[]): number {
  return runs.reduce((sum, { count }) => sum + count, 0);
}

/** The parts of a run that lie in ascending runs. */
function overlap({ first, count }: ItemRun, shown: readonly ItemRun[]): readonly ItemRun[] {
  const end = first + count;
  const parts: ItemRun[] = [];
  for (let at = firstEndingAfter(first, shown); at < shown.length; at += 1) {
    const run = shown[at];
    if (run === undefined || run.first >= end) break;
    const from = Math.max(first, run.first);
    const to = Math.min(end, run.first + run.count);
    if (from < to) parts.push({ first: from, count: to - from });
  }
  return parts;
}

/** Place of the first of some ascending runs that ends after an item. */
function firstEndingAfter(item: number, runs: readonly ItemRun[]): number {
  let from = 0;
  let to = runs.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const run = runs[middle];
    if (run !== undefined && run.first + run.count <= item) from = middle + 1;
    else to = middle;
  }
  return from;
}
