import type { Formatting } from "../../../../flow/index.js";
import { setApart } from "../../../../safety/index.js";

const grave = {
  widens: "widen who is reached",
  removes_protection: "remove protection",
  enforces: "start to enforce",
} as const;

/** Step 4 in English. */
export const englishPreview = ({ counted, listed, number }: Formatting) => {
  const policies = (count: number) => counted(count, { one: "policy", other: "policies" });
  return {
    title: "Preview",
    generate: "Generate preview",
    generateAgain: "Generate preview again",
    running: (target: string) => `The preview is reading ${setApart(target)}. Nothing is written.`,
    empty: "What would happen is not known until a preview was generated. A preview writes nothing.",
    changesTitle: "What would change",
    countNotRecorded: "The preview did not record it.",
    /** The counts of RW-8, and what each means. */
    count: {
      policies_changed: { label: "Policies changed", note: "Updated in place" },
      policies_created: { label: "Policies created", note: "Not in the target" },
      assignments_changed: { label: "Assignments changed", note: "Policies whose assignments would differ" },
      scope_tags_changed: { label: "Scope tags changed", note: "Policies whose scope tags would differ" },
      unchanged: { label: "Unchanged", note: "Already in desired state" },
      skipped: { label: "Skipped", note: "Listed or compared, not written" },
    },
    showUnchanged: (count: number) =>
      `Show ${counted(count, { one: "item", other: "items" })} already in desired state`,
    search: { label: "Search items and settings", nothingFound: "Nothing in this preview matches." },
    /** How many items would have one thing done to them. */
    actions: {
      create: (count: number) => `${number(count)} would be created`,
      update: (count: number) => `${number(count)} would be updated`,
      none: (count: number) => `${number(count)} already in desired state`,
      skip: (count: number) => `${number(count)} would be skipped`,
    },
    nothingWritten: "Nothing would be written",
    written: (count: number) => `${policies(count)} would be written`,
    skipped: (count: number) => `${counted(count, { one: "item", other: "items" })} would be skipped.`,
    /** Policies that would do what an operator must know of first (BY-7); no names where there are more than two. */
    grave: (kind: keyof typeof grave, count: number, names: readonly string[]) =>
      names.length === 0
        ? `${policies(count)} would ${grave[kind]}.`
        : `${policies(count)} would ${grave[kind]}: ${listed(names.map((name) => `“${setApart(name)}”`))}.`,
    /** Policies of which that cannot be told (BY-3). */
    graveNotKnown: (kind: keyof typeof grave, count: number) =>
      `Whether ${policies(count)} would ${grave[kind]} is not known.`,
  };
};

export type PreviewWords = Readonly<ReturnType<typeof englishPreview>>;
