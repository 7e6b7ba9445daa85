import type { LinkAction, NameModel } from "../../../view-models/index.js";
import type { Place } from "../../../safety/index.js";
import type { RestoreContext } from "../context.js";
import { nameModel } from "../name-words.js";

/** The first few names of a list that may hold thousands, and the way to all of them. */
export interface SomeNames {
  readonly names: readonly NameModel[];
  /** null where all are named. */
  readonly more: LinkAction | null;
}

/** Most names that are read at a glance. */
export const fewNames = 5;

/** Names of a list, bounded; `all` is where the whole list stands, and `id` tells its link from others on the page. */
export function someNames(
  id: string,
  names: readonly string[],
  all: { readonly place: Place; readonly label: (more: number) => string },
  context: RestoreContext,
): SomeNames {
  const more = names.length - fewNames;
  return {
    names: names.slice(0, fewNames).map((name) => nameModel(name, context)),
    more: more > 0 ? { kind: "link", id, label: all.label(more), href: context.href(all.place) } : null,
  };
}
