import { contractVersion, type EnvironmentBadgeViewModel } from "../../../view-models/index.js";
import type { FrozenTarget } from "../../run/run.js";
import type { RestoreContext } from "../context.js";

/** The badge of an environment (RW-11): the one that a run has frozen, or that an overview lists. */
export function environmentBadge(
  environment: FrozenTarget["environment"],
  { words }: Pick<RestoreContext, "words">,
): EnvironmentBadgeViewModel {
  return { contract: contractVersion, environment, text: words.terms.environment[environment] };
}

/** A run's id as headings show it; diagnostics hold all of it. */
export function shortRunId(id: string): string {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(id) ? id.slice(0, 8) : id;
}
