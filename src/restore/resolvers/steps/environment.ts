import { contractVersion, type EnvironmentBadgeViewModel } from "../../../view-models/index.js";
import type { FrozenTarget } from "../../run/run.js";

/** The badge of an environment that no run has frozen, such as a row of an overview. */
export function environmentBadge(environment: FrozenTarget["environment"]): EnvironmentBadgeViewModel {
  return { contract: contractVersion, environment, text: environment === "prod" ? "Prod" : "Test" };
}

/** A run's id as headings show it; diagnostics hold all of it. */
export function shortRunId(id: string): string {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(id) ? id.slice(0, 8) : id;
}
