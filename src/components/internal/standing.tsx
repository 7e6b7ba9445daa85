import type { ReactNode } from "react";
import type { FreshnessModel } from "../../view-models/index.js";

/**
 * How what evidence says is to be read: it holds; nobody can say whether it still holds; or what it describes is gone. A
 * freshness that this version does not know is as good as gone (SI-2, SI-10).
 */
export type Standing = "current" | "stale" | "void";

export function standingOf({ state }: FreshnessModel): Standing {
  return state === "current" || state === "stale" ? state : "void";
}

/** Words of evidence: struck where it is void, and readable as they were where it is only stale. */
export function Said({ standing, children }: { standing: Standing; children: ReactNode }) {
  return standing === "void" ? <s>{children}</s> : children;
}
