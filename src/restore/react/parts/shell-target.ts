import type { EnvironmentBadgeViewModel, ShellTarget } from "../../../view-models/index.js";

/** What a page acts on; null where its label is not known, because a badge alone would name any environment of its kind. */
export function shellTarget(label: string, badge: EnvironmentBadgeViewModel): ShellTarget | null {
  return label === "" ? null : { label: { external: label }, badge };
}
