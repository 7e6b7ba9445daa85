import type { StatusLiteral } from "../../view-models/index.js";
import { acceptanceOf, type CheckAcceptance, severityOf } from "../run/decisions.js";
import type { CheckEvidence, CheckFinding, CheckSeverity } from "../run/evidence.js";
import type { RecordedCount } from "../run/backup-set.js";

/** Severities in the order in which they are shown, most serious first (RW-7). */
export const severities = ["blocking", "not_evaluated", "warning", "safe"] as const satisfies readonly CheckSeverity[];

const literals: Readonly<Record<CheckSeverity, StatusLiteral | null>> = {
  blocking: "blocked",
  not_evaluated: "unknown",
  warning: "attention",
  safe: null,
};

/** Findings of one severity, and what became of them. */
export interface FindingsOfSeverity {
  readonly findings: readonly CheckFinding[];
  /** null where the record contradicts itself. */
  readonly count: RecordedCount;
  /** How many of them somebody accepted. */
  readonly accepted: number;
  /** Whether nothing of them is left that nobody accepted: then they no longer block, and are never calm (RW-20). */
  readonly allAccepted: boolean;
  /** null where they ask for nothing: there are none, or they found no conflict. */
  readonly literal: StatusLiteral | null;
}

/** Answers: what was found of this severity, how much of it was accepted, and what does the rest ask for? */
export function findingsOf(
  severity: CheckSeverity,
  { findings: all, summary }: Pick<CheckEvidence, "findings" | "summary">,
  acceptances: readonly CheckAcceptance[],
): FindingsOfSeverity {
  const findings = all.filter((finding) => severityOf(finding) === severity);
  const count = countOf(severity, findings, summary);
  const accepted = findings.filter((finding) => acceptanceOf(finding, acceptances) !== null).length;
  const allAccepted = accepted > 0 && accepted === count;
  const literal = count === 0 ? null : allAccepted ? "attention" : literals[severity];
  return { findings, count, accepted, allAccepted, literal };
}

/** How many findings of a severity there are; a count below what is listed contradicts the record, and is no count. */
export function countOf(
  severity: CheckSeverity,
  own: readonly CheckFinding[],
  summary: CheckEvidence["summary"],
): RecordedCount {
  const recorded = summary[severity];
  return Number.isSafeInteger(recorded) && recorded >= own.length ? recorded : null;
}
