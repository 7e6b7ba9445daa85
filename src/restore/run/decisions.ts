import type { CheckId } from "./evidence.js";
import type { Actor } from "./run.js";

/** A person's answer to the question which policy of the target an item is (BY-4). An absent answer decides nothing. */
export type IdentityDecision =
  /** It is this policy of the target. */
  | { readonly decision: "match"; readonly targetId: string }
  /** It is none of them: the restore would create it. */
  | { readonly decision: "create"; readonly targetId?: never };

/** Decisions by item id. */
export type IdentityDecisions = Readonly<Record<string, IdentityDecision>>;

/** One finding that an operator accepted by name, with the reason they gave (RW-20). It holds for that finding and no other. */
export interface CheckAcceptance {
  readonly check: CheckId;
  readonly itemId: string;
  /** Fingerprint of what was found, so that another finding of the same check is not accepted with it. */
  readonly finding: string;
  /** Why it is acceptable, in the operator's words. */
  readonly reason: string;
  readonly acceptedBy: Actor;
  /** RFC 3339. */
  readonly acceptedAt: string;
}
