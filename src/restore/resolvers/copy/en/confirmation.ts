import type { Formatting } from "../../../../flow/index.js";
import { setApart } from "../../../../safety/index.js";

/** What the operator confirms in step 5, in English (RW-9, RW-10, BY-11). */
export const englishConfirmation = ({ counted, number }: Formatting) => ({
  dryRun: {
    title: "Dry-run",
    label: "Preview only (Dry-run)",
    on: "On. Nothing can be written while this is on.",
    off: (target: string) => `Off. Execution writes to ${setApart(target)}.`,
    wasOn: "On.",
    wasOff: "Off.",
  },
  review: {
    title: "Impact",
    label: "I reviewed the impact",
    waits: "Available when the preview is current.",
    noPreview: "No preview was recorded.",
    impact: (policies: number, assignments: number, scopeTags: number) =>
      `${counted(policies, { one: "policy", other: "policies" })} to write. Assignments change on ${number(assignments)}, scope tags on ${number(scopeTags)}.`,
    reachNotKnown: "Who is reached is not fully known.",
    /** What the checks did not settle, in the words of their gate. */
    checks: (notice: string) => `Checks: ${notice}`,
  },
  typed: {
    title: "Confirmation",
    /** Words before and after the label, which is set apart. */
    instruction: { before: "Type ", after: " to confirm the target" },
    equal: "Equal to the target label.",
    impossible: "This run has no target label, so it can never be confirmed.",
    recorded: "Recorded when the run was queued.",
  },
  notRecorded: "Not recorded.",
});

export type ConfirmationPageWords = Readonly<ReturnType<typeof englishConfirmation>>;
