import { itemTypes } from "../../src/restore/rules/item-types.js";
import type { BackupItem } from "../../src/restore/run/items.js";
import type { ItemDraft } from "./read-item.js";
import { compare, firstFree } from "./source.js";

const order = new Map(itemTypes.map(({ id }, index) => [id, index]));

/** Puts items in catalogue order (type, name, path) and gives each an id that no other item of the export has. */
export function numberItems(drafts: readonly ItemDraft[]): readonly BackupItem[] {
  const holders = new Map<string, ItemDraft[]>();
  for (const draft of drafts) {
    const key = identityKey(draft);
    if (key !== null) holders.set(key, [...(holders.get(key) ?? []), draft]);
  }
  const taken = new Set<string>();
  return drafts.toSorted(inCatalogueOrder).map((draft) => {
    const id = firstFree(`${draft.type}/${draft.sourceId ?? draft.name}`, "~", taken);
    const others = (holders.get(identityKey(draft) ?? "") ?? []).filter((other) => other !== draft);
    if (others.length === 0) return { ...draft, id };
    const where = others
      .map(({ path }) => path)
      .slice(0, 3)
      .join(", ");
    const more = others.length > 3 ? ` and ${others.length - 3} more` : "";
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
