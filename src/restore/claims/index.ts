export {
  allowedClaims,
  restoreClaims,
  type AllowedClaim,
  type ClaimLanguage,
  type RestoreClaimState,
} from "./states.js";
