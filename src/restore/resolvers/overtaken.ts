import type { Blocker, Freshness, GateFinding, OpenFinding } from "../../safety/index.js";
import { evidenceFreshness } from "../run/basis.js";
import type { RestoreFacts } from "../run/facts.js";
import { places, type RestoreReason } from "./reasons.js";

/** Whether an answer of the host has overtaken what is known of a run in preparation. What was queued is history, and stays as it was. */
export function isOvertaken({ run, superseded = false }: Pick<RestoreFacts, "run" | "superseded">): boolean {
  return superseded && run.execution === null;
}

/** Freshness of the evidence, as far as these facts can tell it: what was current when they were read is not known to be so once they were overtaken (SI-2). */
export function knownFreshness(facts: RestoreFacts): ReturnType<typeof evidenceFreshness> {
  const { checks, preview } = evidenceFreshness(facts);
  return isOvertaken(facts) ? { checks: asRead(checks), preview: asRead(preview) } : { checks, preview };
}

/**
 * What a gate found in facts that were overtaken: nothing holds that is not known to hold now, and reading again is what tells.
 * It comes before whatever the first gate found.
 */
export function foundAsRead(finding: GateFinding<RestoreReason>, first: boolean): OpenFinding<RestoreReason> {
  const freshness = finding.freshness && asRead(finding.freshness);
  if (finding.verdict === "complete") return { verdict: "unknown", freshness, blockers: [overtakenBlocker] };
  return first
    ? { verdict: "unknown", freshness, blockers: [overtakenBlocker, ...finding.blockers] }
    : { ...finding, freshness };
}

/** The one reason that every gate shares then. */
export const overtakenBlocker: Blocker<RestoreReason> = {
  reason: { code: "facts_superseded" },
  clearedBy: places.readAgain,
};

/** Whether evidence stands as it was read, by a page that was overtaken since. */
export function isAsRead(freshness: Freshness): boolean {
  return freshness.state === "stale" && freshness.cause === "inputs_overtaken";
}

function asRead(freshness: Freshness): Freshness {
  return freshness.state === "current" ? { state: "stale", at: freshness.at, cause: "inputs_overtaken" } : freshness;
}
