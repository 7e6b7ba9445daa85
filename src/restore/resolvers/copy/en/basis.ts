import type { Formatting } from "../../../../flow/index.js";

/** Inputs of checks and previews, as nouns in a sentence. */
export const englishBasisFields = {
  backupSet: "backup set",
  backupContent: "content of the backup set",
  scopeMode: "scope mode",
  requestedItems: "selected items",
  restoreMode: "restore mode",
  mappings: "target mappings",
  identityDecisions: "identity decisions",
  acceptances: "accepted findings",
  target: "target",
  directoryVersion: "target directory",
  rulesVersion: "rules version",
};

/** What moved in the inputs of checks and previews, in English (BY-1). */
export const englishBasis = ({ counted, number, listed }: Formatting) => ({
  field: englishBasisFields,
  /** Values that the specification names. */
  value: { all: "all", selected: "selected", create_missing: "create missing", update_only: "update only" },
  notRecorded: "not recorded",
  none: "none",
  allItems: "all items",
  items: (count: number) => counted(count, { one: "item", other: "items" }),
  /** Decisions, such as mappings. */
  decided: (count: number) => `${number(count)} decided`,
  /** What voided evidence, from the words of every field that moved. */
  voidSince: (fields: readonly string[]) => `Void since the ${listed(fields)} changed`,
});

export type BasisWords = Readonly<ReturnType<typeof englishBasis>>;
