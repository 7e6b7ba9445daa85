import type { Formatting } from "../../../../flow/index.js";

/** The decision of step 3 in English. */
export const englishChecks = ({ counted, plural }: Formatting) => ({
  label: "Checks",
  notRun: {
    text: "Checks have not run",
    detail: "They read the target and compare it with the scope. They write nothing.",
  },
  underWay: { text: "Checks under way", detail: "What they find is told here once they have ended." },
  failed: "The last checks failed",
  asRead: {
    text: "Checks as this page read them",
    detail: "The run may have changed since. Rely on none of these findings until it was read again.",
  },
  invalidated: {
    text: "Checks are void",
    detail: "The findings below stay readable and no longer apply. Run the checks again.",
  },
  stale: { text: "Checks are stale", detail: "The record cannot be shown to be current. Run the checks again." },
  blocking: (count: number) => counted(count, { one: "blocking finding", other: "blocking findings" }),
  accepted: (count: number) => `${counted(count, { one: "blocking finding", other: "blocking findings" })} accepted`,
  acceptedWouldHappen: "What was accepted would happen.",
  previewWaitsForFindings: (count: number) =>
    plural(count, { one: "A preview waits until it is settled.", other: "A preview waits until they are settled." }),
  notEvaluated: (count: number) => `${counted(count, { one: "check", other: "checks" })} not evaluated`,
  previewWaitsForChecks: (count: number) =>
    plural(count, { one: "A preview waits until it is settled.", other: "A preview waits until they are settled." }),
  notEvaluatedAccepted: (count: number) =>
    `${counted(count, { one: "check", other: "checks" })} not evaluated and accepted`,
  acceptedUnknown: "Whether there is a conflict is not known. It was accepted by name, so nothing waits for it.",
  notEvaluatedDoNotBlock: "What was not evaluated does not block, and is not known to be free of conflict.",
  warningsToLookAt: (count: number) => `${counted(count, { one: "warning", other: "warnings" })} to look at.`,
  newer: (count: number) => `${counted(count, { one: "item is", other: "items are" })} newer in the target`,
  newerDetail: (warnings: number) =>
    `What was changed there since would be overwritten where it differs from the backup. ${counted(warnings, { one: "warning", other: "warnings" })} in all. Warnings do not block.`,
  warnings: (count: number) => counted(count, { one: "warning, no blocker", other: "warnings, no blocker" }),
  warningsDetail: "Warnings do not block. Look at each before you go on.",
  clear: {
    text: "No blocker found",
    detail: "The checks that ran found no conflict. They do not look for everything that can go wrong.",
  },
  /** Said after why the target is not the one that the run was created for. */
  readsTargetAgain: "Nothing can be written while that is so. Running the checks reads the target again.",
});

export type ChecksWords = Readonly<ReturnType<typeof englishChecks>>;
