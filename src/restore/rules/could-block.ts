import type { CheckId } from "../run/findings.js";

// A check that is not named here could have found anything, also one that this version does not know.
const neverBlocks: ReadonlySet<CheckId> = new Set<CheckId>(["newer_than_backup", "preview_only", "target_limits"]);

/** Whether a check can end blocking. One that can, and was not evaluated, blocks until it is accepted (RW-20). */
export function couldBlock(check: CheckId): boolean {
  return !neverBlocks.has(check);
}
