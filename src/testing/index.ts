export { claimMatchers, type ClaimMatchers } from "./claims.js";
export { pseudoText, pseudoWords } from "./pseudo.js";
export * from "./scenarios/index.js";
