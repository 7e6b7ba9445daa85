import type { ClaimGrammar, ForbiddenClaim } from "../../safety/index.js";

/** The claims of a restore in one language, by what would have to be true. */
export interface RestoreClaims {
  readonly grammar: ClaimGrammar;
  /** Forbidden in every state, because nothing that the product knows supports them (RR-12). */
  readonly always: readonly ForbiddenClaim[];
  /** Words that calm: forbidden wherever not every gate is complete (SI-10). */
  readonly calm: readonly ForbiddenClaim[];
  /** That an execution took place and ended. */
  readonly executed: readonly ForbiddenClaim[];
  /** That the results are all there. */
  readonly final: readonly ForbiddenClaim[];
  /** That nothing was left out, and nothing is left to do. */
  readonly allApplied: readonly ForbiddenClaim[];
  readonly executionProof: readonly ForbiddenClaim[];
  readonly operationProof: readonly ForbiddenClaim[];
  /** That the target was read back. */
  readonly evidence: readonly ForbiddenClaim[];
  readonly previewEvidence: readonly ForbiddenClaim[];
  /** That part of a recovery is there, or near: RR-5 is open to every claim but one about recovery. */
  readonly partialRecovery: readonly ForbiddenClaim[];
  readonly followUp: readonly ForbiddenClaim[];
}

/** A group of claims. */
export type ClaimGroup = Exclude<keyof RestoreClaims, "grammar" | "always">;
