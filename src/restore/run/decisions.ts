import { couldBlock } from "../rules/could-block.js";
import { fingerprintOf } from "../../safety/index.js";
import type { CheckFinding, CheckSeverity, PreviewItem } from "./evidence.js";
import type { CheckId, FindingReason } from "./findings.js";
import { momentOf } from "../../safety/moment.js";
import type { Actor } from "./run.js";

/** A person's answer to the question which policy of the target an item is (BY-4). An absent answer decides nothing. */
export type IdentityDecision =
  /** It is this policy of the target. */
  | { readonly decision: "match"; readonly targetId: string }
  /** It is none of them: the restore would create it. */
  | { readonly decision: "create"; readonly targetId?: never };

/** Decisions by item id. */
export type IdentityDecisions = Readonly<Record<string, IdentityDecision>>;

/** One finding by name: the check, the item, and a fingerprint of what was found. */
export interface FindingReference {
  readonly check: CheckId;
  readonly itemId: string;
  /** Fingerprint of what was found, so that another finding of the same check is not accepted with it. */
  readonly finding: string;
}

/** One finding that an operator accepted by name, with the reason they gave (RW-20). It holds for that finding and no other. */
export interface CheckAcceptance extends FindingReference {
  /** Why it is acceptable, in the operator's words. */
  readonly reason: string;
  readonly acceptedBy: Actor;
  /** RFC 3339. */
  readonly acceptedAt: string;
}

/** The name of one finding: the same check saying the same of the same item has the same one. */
export function findingReference({ check, itemId, severity, reason }: CheckFinding): FindingReference {
  return { check, itemId, finding: fingerprintOf({ check, itemId, severity, reason }) };
}

// These do what the backup says and leave nothing undecided, so a person may answer for them. A conflict, a reference
// without a counterpart and a policy that could lock everyone out are settled, never accepted.
const acceptableCodes: readonly FindingReason["code"][] = [
  "would_be_enforced",
  "exclusions_dropped",
  "filters_dropped",
];

/**
 * Answers: may an operator accept this? What could have blocked and was not evaluated (RW-20), and what widens as the backup
 * says (BY-6). A reference that could not be read has no counterpart that could be written (PF-11), so accepting it would
 * promise what the mapping refuses: it is read, mapped, left out or taken out of scope.
 */
export function isAcceptable({
  check,
  severity,
  reason,
}: Pick<CheckFinding, "check" | "severity" | "reason">): boolean {
  if (!couldBlock(check) || reason.code === "references_not_readable") return false;
  return severity === "not_evaluated" || (severity === "blocking" && acceptableCodes.includes(reason.code));
}

/** Whether this says anything to whoever reads it: spaces, marks and characters that draw nothing give no reason. */
export function givesReason(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Answers: does this record say who accepted it, when and why? One that does not counts for nothing, wherever it is read (RW-20). */
export function isRecordedWhole({
  reason,
  acceptedBy,
  acceptedAt,
}: Pick<CheckAcceptance, "reason" | "acceptedBy" | "acceptedAt">): boolean {
  return givesReason(reason) && acceptedBy.id !== "" && momentOf(acceptedAt) !== null;
}

/** The acceptance of exactly this finding; null where none is recorded whole, or the finding is not one that may be accepted. */
export function acceptanceOf(finding: CheckFinding, acceptances: readonly CheckAcceptance[]): CheckAcceptance | null {
  if (!isAcceptable(finding)) return null;
  return acceptances.find((acceptance) => names(acceptance, finding) && isRecordedWhole(acceptance)) ?? null;
}

const lessThanBlocking: readonly CheckSeverity[] = ["not_evaluated", "warning", "safe"];

/** The severity that a finding counts with; one that nobody knows may be the worst (RW-7). */
export function severityOf({ severity }: Pick<CheckFinding, "severity">): CheckSeverity {
  return lessThanBlocking.includes(severity) ? severity : "blocking";
}

/** Findings that block: each is blocking, or could have been and was not evaluated, and nobody accepted it (RW-20). */
export function unacceptedFindings(
  findings: readonly CheckFinding[],
  acceptances: readonly CheckAcceptance[],
): readonly CheckFinding[] {
  return findings.filter((finding) => {
    const severity = severityOf(finding);
    const blocks = severity === "blocking" || (severity === "not_evaluated" && couldBlock(finding.check));
    return blocks && acceptanceOf(finding, acceptances) === null;
  });
}

/**
 * Items of a preview that are skipped although nobody has settled it. Whether some are written at all was settled when they
 * were put in scope; that one which the target may hold unlisted is skipped, where the finding that said so was accepted.
 */
export function undecidedItems(
  items: readonly PreviewItem[],
  findings: readonly CheckFinding[],
  acceptances: readonly CheckAcceptance[],
): readonly PreviewItem[] {
  const accepted = new Set<string>();
  for (const finding of findings) {
    if (finding.reason.code !== "not_listed_and_only_updating") continue;
    if (acceptanceOf(finding, acceptances) !== null) accepted.add(finding.itemId);
  }
  return items.filter(({ itemId, skipReason }) => {
    if (skipReason === null || skipReason === "preview_only" || skipReason === "metadata_only") return false;
    return skipReason !== "missing_in_target" || !accepted.has(itemId);
  });
}

/** Whether a reference names this finding. The fingerprint is taken last, of the few findings that are left. */
export function names(reference: FindingReference, finding: CheckFinding): boolean {
  return (
    reference.check === finding.check &&
    reference.itemId === finding.itemId &&
    reference.finding === findingReference(finding).finding
  );
}

/** Whether two references name one finding. */
export function sameFinding(left: FindingReference, right: FindingReference): boolean {
  return left.check === right.check && left.itemId === right.itemId && left.finding === right.finding;
}
