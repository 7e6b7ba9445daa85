import type { CheckSeverity } from "../run/evidence.js";
import type { FindingReason } from "../run/findings.js";
import type { BackupItem } from "../run/items.js";
import { momentOf } from "../../safety/moment.js";
import type { TargetPolicy } from "../run/target.js";
import type { Finding } from "./checks.js";

/**
 * Answers: was the target's policy modified after the capture (RW-6)? Where the time of capture is unknown the item's own
 * timestamp stands in for it, and the finding says so; where a time is absent it is not evaluated.
 */
export function ageFindings(
  item: BackupItem,
  policy: TargetPolicy | null,
  backupCapturedAt: string | null,
): readonly Finding[] {
  if (policy === null) return [];
  const finding = (severity: CheckSeverity, reason: FindingReason): readonly Finding[] => [
    { check: "newer_than_backup", severity, reason },
  ];
  const modified = momentOf(policy.modifiedAt);
  if (modified === null) return finding("not_evaluated", { code: "modified_time_not_told" });
  const at = new Date(modified).toISOString();
  const captured = momentOf(backupCapturedAt);
  if (captured !== null) {
    return modified > captured
      ? finding("warning", { code: "modified_after_capture", at })
      : finding("safe", { code: "not_modified_since_capture" });
  }
  const recorded = momentOf(item.modifiedAt);
  if (recorded === null) return finding("not_evaluated", { code: "no_time_to_compare_with" });
  return modified > recorded
    ? finding("warning", { code: "modified_after_item", at })
    : finding("safe", { code: "not_modified_since_item" });
}
