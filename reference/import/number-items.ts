import { itemTypes } from "../../src/restore/rules/item-types.js";
import type { BackupItem } from "../../src/restore/run/items.js";
import type { ItemDraft } from "./read-item.js";
import { compare, firstFree, type TakenNames } from "./source.js";

const named = 3;
const order = new Map<string, number>(itemTypes.map(({ id }, index) => [id, index]));

/** Puts items in catalogue order (type, name, path) and gives each an id that no other item of the export has. */
export function numberItems(drafts: readonly ItemDraft[]): readonly BackupItem[] {
  const holders = new Map<string, ItemDraft[]>();
  for (const draft of drafts) {
    const key = identityKey(draft);
    if (key === null) continue;
    const held = holders.get(key);
    if (held === undefined) holders.set(key, [draft]);
    else held.push(draft);
  }
  const taken: TakenNames = new Map();
  return drafts.toSorted(inCatalogueOrder).map((draft) => {
    const id = firstFree(`${draft.type}/${draft.sourceId ?? draft.name}`, "~", taken);
    const held = holders.get(identityKey(draft) ?? "") ?? [];
    if (held.length < 2) return { ...draft, id };
    const where = held
      .slice(0, named + 1)
      .filter((other) => other !== draft)
      .slice(0, named)
      .map(({ path }) => path)
      .join(", ");
    const more = held.length - 1 > named ? ` and ${held.length - 1 - named} more` : "";
    return {
      ...draft,
      id,
      capture: draft.capture === "full" ? "degraded" : draft.capture,
      problems: [
        ...draft.problems,
        { code: "duplicate_id", detail: `The export holds the same id again in ${where}${more}.` },
      ],
    };
  });
}

/** Graph ids are unique in a tenant; short ones, such as a scope tag's "1", only within their type. */
function identityKey({ sourceId, type }: ItemDraft): string | null {
  if (sourceId === null) return null;
  const id = sourceId.toLowerCase();
  return id.length >= 32 ? id : `${type}/${id}`;
}

function inCatalogueOrder(left: ItemDraft, right: ItemDraft): number {
  return (
    (order.get(left.type) ?? order.size) - (order.get(right.type) ?? order.size) ||
    compare(left.name, right.name) ||
    compare(left.path, right.path)
  );
}
