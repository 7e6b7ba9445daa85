export { claimMatchers, type ClaimMatchers } from "./claims.js";
export { inDom, type DomUser, type InDomOptions } from "./page-objects/in-dom.js";
export {
  inPlaywright,
  type InPlaywrightOptions,
  type PlaywrightLocator,
  type PlaywrightPage,
} from "./page-objects/in-playwright.js";
export type * from "./page-objects/choices.js";
export type * from "./page-objects/decisions.js";
export type * from "./page-objects/evidence.js";
export type * from "./page-objects/gates.js";
export type * from "./page-objects/reading.js";
export type * from "./page-objects/records.js";
export { kit, type Kit } from "./page-objects/kit.js";
export { PageObjectError, type Which } from "./page-objects/page-object.js";
export { recordOf, type ElementRecord, type PageRecord, type TestTool } from "./page-objects/tool.js";
export { pseudoText, pseudoWords } from "./pseudo.js";
export * from "./scenarios/index.js";
