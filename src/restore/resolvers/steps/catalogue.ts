import type { CatalogueItem } from "../../ports.js";
import { itemTypeOf } from "../../rules/item-types.js";
import type { RestoreContext } from "../context.js";

/** The items of a backup set, grouped for choosing: policies first, foundations apart (RW-4, RW-5). */
export interface CatalogueModel {
  readonly families: readonly CatalogueFamily[];
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
  /** Why the item is not written as it stands; null where nothing keeps it from being written. */
  readonly mark: { readonly word: string; readonly note: string } | null;
}

const families = [
  { id: "policy", title: "Policies", note: null },
  { id: "foundation", title: "Foundations", note: "Other items depend on these." },
] as const;

/** Answers: what is there to choose from, and what of it can be written? Computed once per backup set. */
export function resolveCatalogue(
  items: readonly CatalogueItem[],
  { words: { terms } }: Pick<RestoreContext, "words">,
): CatalogueModel {
  const groups = new Map<string, { family: CatalogueFamily["id"]; title: string; rows: CatalogueRow[] }>();
  for (const item of items) {
    const type = itemTypeOf(item.type);
    const platform = item.platform === null ? "platform not recorded" : terms.platform[item.platform];
    const title = type.family === "foundation" ? type.label : `${type.label}, ${platform}`;
    const known = groups.get(title);
    const row = { id: item.id, name: item.name, mark: markOf(item) };
    if (known === undefined) groups.set(title, { family: type.family, title, rows: [row] });
    else known.rows.push(row);
  }
  return {
    families: families
      .map((family) => ({
        ...family,
        groups: [...groups.values()]
          .filter((group) => group.family === family.id)
          .map(({ title, rows }) => ({ id: title, title, rows })),
      }))
      .filter((family) => family.groups.length > 0),
    itemIds: items.map(({ id }) => id),
  };
}

/** Rows whose name contains the query; groups without any are left out. */
export function searchCatalogue(model: CatalogueModel, query: string): readonly CatalogueFamily[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return model.families;
  return model.families
    .map((family) => ({
      ...family,
      groups: family.groups
        .map((group) => ({
          ...group,
          rows: group.rows.filter(({ name }) => name.toLowerCase().includes(wanted)),
        }))
        .filter((group) => group.rows.length > 0),
    }))
    .filter((family) => family.groups.length > 0);
}

function markOf(item: CatalogueItem): CatalogueRow["mark"] {
  if (item.capture === "metadata_only") {
    return { word: "Metadata only", note: item.problems[0] ?? "Payload not captured: listed, never restored." };
  }
  if (itemTypeOf(item.type).capability === "preview_only") {
    return { word: "Compare only", note: "Compared, never written." };
  }
  if (item.capture === "degraded") {
    return { word: "Degraded", note: item.problems[0] ?? "Captured with a known quality problem." };
  }
  return null;
}
