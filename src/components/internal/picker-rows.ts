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

/** Sections, their groups and, of those that are open, the items that are shown. In linear time. */
export function pickerRows(body: ChoosingBody, isOpen: (groupId: string) => boolean): readonly PickerRow[] {
  const chosen = flags(body.chosen, body.items.length);
  const marks = new Map(body.marks.map((mark) => [mark.id, mark]));
  const groups = body.groups
    .map((group) => ({ group, runs: overlap(group, body.search.shown) }))
    .filter(({ runs }) => runs.length > 0);
  const sections = body.sections
    .map((section) => ({ section, own: groups.filter(({ group }) => group.section === section.id) }))
    .filter(({ own }) => own.length > 0);
  const rows: PickerRow[] = [];
  for (const [index, { section, own }] of sections.entries()) {
    const { id, title, note } = section;
    rows.push({
      kind: "section",
      key: `section ${id}`,
      level: 1,
      position: index + 1,
      size: sections.length,
      title,
      note,
    });
    for (const [at, { group, runs }] of own.entries()) {
      const open = isOpen(group.id);
      const size = total(runs);
      const count = total(runs.map((run) => ({ ...run, count: countIn(chosen, run) })));
      rows.push({
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
        shown: count === 0 ? "none" : count === size ? "all" : "some",
      });
      if (open) appendItems(rows, runs, size, body.items, chosen, marks);
    }
  }
  return rows;
}

function appendItems(
  rows: PickerRow[],
  runs: readonly ItemRun[],
  size: number,
  items: readonly ItemChoice[],
  chosen: Uint8Array,
  marks: ReadonlyMap<string, ItemMark>,
): void {
  let position = 0;
  for (const { first, count } of runs) {
    for (let index = first; index < first + count; index += 1) {
      const item = items[index];
      if (item === undefined) continue;
      position += 1;
      rows.push({
        kind: "item",
        key: `item ${item.id}`,
        level: 3,
        position,
        size,
        item,
        mark: item.mark === null ? null : (marks.get(item.mark) ?? null),
        runs: [{ first: index, count: 1 }],
        shown: chosen[index] === 1 ? "all" : "none",
      });
    }
  }
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

function countIn(set: Uint8Array, { first, count }: ItemRun): number {
  let found = 0;
  for (let index = first; index < first + count; index += 1) found += set[index] ?? 0;
  return found;
}

function total(runs: readonly ItemRun[]): number {
  return runs.reduce((sum, { count }) => sum + count, 0);
}

/** The parts of a run that lie in ascending runs. */
function overlap({ first, count }: ItemRun, shown: readonly ItemRun[]): readonly ItemRun[] {
  const end = first + count;
  return shown.flatMap((run) => {
    const from = Math.max(first, run.first);
    const to = Math.min(end, run.first + run.count);
    return from < to ? [{ first: from, count: to - from }] : [];
  });
}
