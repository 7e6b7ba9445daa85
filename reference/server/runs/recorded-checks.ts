import type { CheckEvidence, CheckFinding } from "../../../src/restore/run/evidence.js";

/** A finding as an earlier version recorded it: its sentence, and not what the sentence was made of. */
interface FindingInWords extends Omit<CheckFinding, "check" | "reason"> {
  readonly check: CheckFinding["check"] | "mapping";
  readonly reason?: CheckFinding["reason"];
  readonly detail?: string;
}

/**
 * Checks as they are read from the database. Those of an earlier version keep their sentences, so that they stay readable;
 * their basis has another version of the rules, so they never count as current (SI-2).
 */
export function recordedChecks(checks: CheckEvidence | null): CheckEvidence | null {
  if (checks === null) return null;
  const findings: readonly FindingInWords[] = checks.findings;
  if (findings.every(({ reason }) => reason !== undefined)) return checks;
  return { ...checks, findings: findings.map(withReason) };
}

function withReason({ check, itemId, itemName, severity, reason, detail }: FindingInWords): CheckFinding {
  return {
    check: check === "mapping" ? "assignment_mapping" : check,
    itemId,
    itemName,
    severity,
    reason: reason ?? { code: "recorded_in_words", text: detail ?? "" },
  };
}
