import type { Formatting } from "../../../../flow/index.js";
import { setApart } from "../../../../safety/index.js";

const conditions = {
  checks: "checks are current, without blockers",
  preview: "the preview is current",
  capability: "you may execute restores",
  dryRun: "dry-run is off",
  reviewed: "the impact is marked as reviewed",
  typed: "the target label is typed",
};

/** A condition of execution that holds (RW-10). */
export type MetCondition = keyof typeof conditions;

/** Step 5 in English. */
export const englishConfirm = ({ counted, listed, number }: Formatting) => {
  const notMet = (count: number) => counted(count, { one: "condition is not met", other: "conditions are not met" });
  return {
    label: "Execution",
    /** The number stays with its noun, so that the line breaks after the colon. */
    blocked: (count: number) => `Restore blocked: ${notMet(count).replace(" ", "\u00a0")}`,
    notWrittenYet: (target: string) => `Nothing has been written to ${setApart(target)}.`,
    /** Said where the run may have moved on since. */
    notWrittenAsRead: (target: string) =>
      `When this page read the run, nothing had been written to ${setApart(target)}.`,
    available: {
      text: "Execution available",
      counted: (policies: number) => `Ready to write ${counted(policies, { one: "policy", other: "policies" })}`,
      detail: (target: string) => `Nothing has been written yet. Starting it writes to ${setApart(target)} at once.`,
    },
    started: { text: "Preparation has ended", detail: "What happened is told by the result of this run." },
    /** Which environment it is; what is frozen on the run (RW-11). */
    environment: {
      prod: "Production environment. Environment and label were recorded with this run.",
      test: "Test environment. Environment and label were recorded with this run.",
    },
    goToPreview: "Go to preview",
    executeTitle: "Execute",
    execute: (target: string) => `Restore to ${setApart(target)}`,
    executeCounted: (policies: number, target: string) =>
      `Restore ${counted(policies, { one: "policy", other: "policies" })} to ${setApart(target)}`,
    startsAtOnce: "Writes start at once.",
    noSecondTime: "This run cannot be started a second time.",
    running: "Asking the server to start. Every condition is checked again.",
    firstOfNotMet: (count: number, first: string) => `${notMet(count)}. First: ${first}`,
    notMet,
    allMet: "All conditions are met",
    met: (met: readonly MetCondition[]) => `Met: ${listed(met.map((one) => conditions[one]))}.`,
    /** Reach of the restore (BY-10), counted over the assignments that written policies have afterwards. */
    blastTitle: "Blast radius",
    blastColumns: { name: "Reach", now: "Now" },
    blastRecorded: { void: "Void preview", stale: "Recorded preview" },
    blast: {
      widens: "Policies known to widen who is reached",
      removes_protection: "Policies known to remove protection",
      enforces: "Policies known to start to enforce",
      policiesWritten: "Policies to write",
      includeGroups: "Groups included after the restore",
      excludeGroups: "Groups excluded after the restore",
      policiesForAllUsers: "Written policies for all users after the restore",
      policiesForAllDevices: "Written policies for all devices after the restore",
    },
    /** Where of some policies it cannot be told: then no count stands without them (BY-3). */
    blastOpen: {
      widens: "Policies that widen who is reached",
      removes_protection: "Policies that remove protection",
      enforces: "Policies that start to enforce",
    },
    countNotKnown: (count: number) => `${number(count)} not known`,
    notFullyKnown: "Not fully known",
    countKnown: (count: number) => `${number(count)} known`,
    namedKnown: "Known:",
    namedNotKnown: "Not known:",
    moreInPreview: (more: number) => `and ${number(more)} more in the preview`,
    /** What the checks found and did not settle, by name (RW-20). */
    left: {
      title: "Checks",
      accepted: (severity: string) => `${severity}, accepted`,
      because: (accepted: string, reason: string) => `${accepted}: “${setApart(reason)}”`,
      moreItems: (more: number) => `and ${number(more)} more in the findings`,
      moreFindings: (more: number) => `${counted(more, { one: "more finding", other: "more findings" })} to review`,
    },
    notKnown: "Not known",
    noPreview: "No preview has been generated.",
    previewCouldNotTell: "The preview could not tell.",
  };
};

export type ConfirmWords = Readonly<ReturnType<typeof englishConfirm>>;
