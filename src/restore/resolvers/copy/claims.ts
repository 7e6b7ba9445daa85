import type { AllowedClaim, ClaimLanguage } from "../../claims/states.js";
import type { ResultState } from "../result-state.js";

/** The states that may claim anything. */
export type ClaimingState = Exclude<ResultState, "blocked_or_cancelled" | "not_known">;

/** One claim per state that may make one; what RR-12 does not allow there does not compile. */
export type StateClaims<Language extends ClaimLanguage> = {
  readonly [State in ClaimingState]: AllowedClaim<State, Language>;
};
