import { findFalseClaims } from "./find.js";
import type { ClaimPolicy, FalseClaim } from "./policy.js";

/** Whether a screen may make a claim, and where it may not, why. */
export type ClaimVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly cause: "not_in_closed_list" }
  | { readonly allowed: false; readonly cause: "forbidden"; readonly claims: readonly FalseClaim[] };

/** Answers: may a screen make this very claim? Making none is always allowed. It returns data, so a view can show the state without the claim. */
export function claimVerdict(claim: string | null, policy: ClaimPolicy): ClaimVerdict {
  if (claim === null || policy.allowed.includes(claim)) return { allowed: true };
  if (policy.list === "closed") return { allowed: false, cause: "not_in_closed_list" };
  const claims = findFalseClaims(claim, policy);
  return claims.length === 0 ? { allowed: true } : { allowed: false, cause: "forbidden", claims };
}
