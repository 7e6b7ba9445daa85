import { couldBlock } from "../rules/checks.js";
import { fingerprintOf } from "../../safety/index.js";
import type { CheckFinding, CheckId } from "./evidence.js";
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
export function findingReference({ check, itemId, severity, detail }: CheckFinding): FindingReference {
  return { check, itemId, finding: fingerprintOf({ check, itemId, severity, detail }) };
}

/** Answers: is this what RW-20 lets an operator accept? Only what could have blocked and was not evaluated is. */
export function isAcceptable({ check, severity }: CheckFinding): boolean {
  return severity === "not_evaluated" && couldBlock(check);
}

/** Findings that block until somebody accepts them: each could have blocked, was not evaluated, and has no acceptance (RW-20). */
export function unacceptedFindings(
  findings: readonly CheckFinding[],
  acceptances: readonly CheckAcceptance[],
): readonly CheckFinding[] {
  const accepted = new Set(acceptances.map(({ finding }) => finding));
  return findings.filter((found) => isAcceptable(found) && !accepted.has(findingReference(found).finding));
}

/** Whether two references name one finding. */
export function sameFinding(left: FindingReference, right: FindingReference): boolean {
  return left.check === right.check && left.itemId === right.itemId && left.finding === right.finding;
}
