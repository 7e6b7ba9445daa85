import type { Formatting } from "../../../../flow/index.js";

/** The decision of step 2 in English. */
export const englishScope = ({ counted, number, plural }: Formatting) => ({
  label: "Restore scope",
  unknown: { text: "Scope not known", detail: "The scope could not be evaluated." },
  open: { text: "Choose what is restored", detail: "Nothing is in scope until you apply it.", action: "Define scope" },
  notSettled: "Scope is not settled",
  mappingsOpen: (count: number) =>
    `${counted(count, { one: "required mapping is", other: "required mappings are" })} open`,
  itemsInScope: (count: number) => `${counted(count, { one: "item", other: "items" })} in scope`,
  checksWait: (count: number) =>
    plural(count, { one: "Checks wait until it is resolved.", other: "Checks wait until they are resolved." }),
  resolveMappings: (count: number) => `Resolve ${counted(count, { one: "target mapping", other: "target mappings" })}`,
  /** What of the scope can be written; the other two are left out where they are zero. */
  writable: (writable: number, compareOnly: number, metadataOnly: number) =>
    [
      `${number(writable)} can be written`,
      ...(compareOnly === 0 ? [] : [`${number(compareOnly)} compare-only`]),
      ...(metadataOnly === 0 ? [] : [`${number(metadataOnly)} metadata-only`]),
    ].join(", ") + ".",
  /** How the references of a settled scope stand. */
  references: (count: number) =>
    count === 0
      ? "No reference needs a mapping."
      : `${counted(count, { one: "reference is", other: "references are" })} resolved.`,
});

export type ScopeWords = Readonly<ReturnType<typeof englishScope>>;
