export { claimMatchers, type ClaimMatchers } from "./claims.js";
export * from "./scenarios/index.js";
