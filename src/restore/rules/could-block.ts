import type { CheckId } from "../run/findings.js";

const worstSeverity: Readonly<Record<CheckId, "blocking" | "warning">> = {
  missing_in_target: "blocking",
  newer_than_backup: "warning",
  identity: "blocking",
  assignment_mapping: "blocking",
  orphaned_group: "blocking",
  scope_tag_mapping: "blocking",
  scope_tag_missing: "blocking",
  widening: "blocking",
  enforcement: "blocking",
  lockout: "blocking",
  preview_only: "warning",
  target_limits: "warning",
};

/** Whether a check can end blocking. One that can, and was not evaluated, blocks until it is accepted (RW-20). */
export function couldBlock(check: CheckId): boolean {
  // A check that this version does not know could have found anything.
  return !Object.hasOwn(worstSeverity, check) || worstSeverity[check] === "blocking";
}
