/** The scope tag that every tenant has under the same id. */
export const defaultScopeTagId = "0";
