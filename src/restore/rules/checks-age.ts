import type { CheckSeverity } from "../run/evidence.js";
import type { FindingReason } from "../run/findings.js";
import type { BackupItem } from "../run/items.js";
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
  const modified = instant(policy.modifiedAt);
  if (modified === null) return finding("not_evaluated", { code: "modified_time_not_told" });
  const at = new Date(modified).toISOString();
  const captured = instant(backupCapturedAt);
  if (captured !== null) {
    return modified > captured
      ? finding("warning", { code: "modified_after_capture", at })
      : finding("safe", { code: "not_modified_since_capture" });
  }
  const recorded = instant(item.modifiedAt);
  if (recorded === null) return finding("not_evaluated", { code: "no_time_to_compare_with" });
  return modified > recorded
    ? finding("warning", { code: "modified_after_item", at })
    : finding("safe", { code: "not_modified_since_item" });
}

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

function instant(value: string | null): number | null {
  if (value === null || !rfc3339.test(value)) return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
}
