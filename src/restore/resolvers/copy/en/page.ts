import type { Formatting } from "../../../../flow/index.js";
import type { EvidenceKind } from "../../../run/events.js";
import type { ClearedInput } from "../../../run/undo.js";

const changes = {
  backup_set_selected: "Choosing another set",
  scope_defined: "Applying another scope",
  mapping_decided: "Another mapping",
  identity_decided: "Another decision",
} as const;

/** Changes of which the operator is told beforehand what they would undo (BY-2). */
export type UndoingEvent = keyof typeof changes;

const clearable: Readonly<Record<ClearedInput, string>> = {
  scope: "scope",
  mappings: "mappings",
  identity_decisions: "identity decisions",
  acceptances: "accepted findings",
  confirmation: "confirmation",
};

/** Words around the content of a page, in English. */
export const englishPage = ({ listed, counted, number }: Formatting) => ({
  runName: (id: string) => `Restore run ${id}`,
  operationName: (id: string) => `Restore operation ${id}`,
  operation: "Operation",
  resultQuestion: "What happened?",
  mappings: "Target mappings",
  /** Stands between the value now and the value after, for the ear. */
  becomes: "becomes",
  saving: "Saving.",
  loadAgain: "Load the run again",
  putAway: "Put this away",
  viewResult: "View result",
  /** Why nothing on the page can be changed. */
  leftPreparation: "This run has left preparation and cannot be changed. Create a new run instead.",
  /** What a change would undo; at least one of the lists holds something. */
  undoes: (change: UndoingEvent, voided: readonly EvidenceKind[], cleared: readonly ClearedInput[]) => {
    const parts = [
      ...(voided.length === 0 ? [] : [`voids ${listed(voided)}`]),
      ...(cleared.length === 0 ? [] : [`clears ${listed(cleared.map((one) => clearable[one]))}`]),
    ];
    return `${changes[change]} ${parts.join(", and ")}.`;
  },
  /** What began, for the live region. */
  begun: {
    load: "Loading the run.",
    checks: "Checks are being requested.",
    preview: "A preview is being requested.",
    execute: "Execution is being requested.",
    cancel: "Cancellation is being requested.",
    evidence: "Another reading of the target is being requested.",
    sync: "A reading of the target’s directory is being requested.",
  },
  /** Why neither is asked for once more meanwhile. */
  underWay: {
    checks: "The checks that were asked for have not ended.",
    preview: "The preview that was asked for has not ended.",
  },
  /** Ends what is being read for checks or a preview. */
  cancelAssessment: { checks: "Cancel the checks", preview: "Cancel the preview" },
  /** What ended, for the live region. */
  assessmentCancelled: { checks: "The checks were cancelled.", preview: "The preview was cancelled." },
  /** How a fresh reading of the directory ended, or that it is on its way, for the live region. */
  sync: {
    queued: "The target’s directory is about to be read.",
    reading: "The target’s directory is being read.",
    succeeded: "The target’s directory was read.",
    failed: "The target’s directory could not be read.",
  },
  saved: "Saved.",
  /** The run moved while the page looked at it, and nobody asked here. */
  changedElsewhere: "The run was changed elsewhere. It is shown as it is now.",
  checksNotRecorded: "Checks were not recorded.",
  checksFinished: (found: { readonly blocking: number; readonly notEvaluated: number; readonly warnings: number }) =>
    `Checks finished: ${counted(found.blocking, { one: "blocking finding", other: "blocking findings" })}, ${number(found.notEvaluated)} not evaluated, ${counted(found.warnings, { one: "warning", other: "warnings" })}.`,
  previewNotRecorded: "The preview was not recorded.",
  previewFinished: (written: number) =>
    `Preview finished: ${counted(written, { one: "policy", other: "policies" })} would be written.`,
  executionRequested: (status: string) => `Execution requested. Status: ${status}.`,
  status: (status: string) => `Status: ${status}.`,
  evidenceRequested: "Another reading of the target was requested.",
});

export type PageWords = Readonly<ReturnType<typeof englishPage>>;
