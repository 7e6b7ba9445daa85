import type { Formatting } from "../../../../flow/index.js";
import { setApart } from "../../../../safety/index.js";
import type { ClaimingState, StateClaims } from "../claims.js";

const item = { one: "item", other: "items" };

const claim: Readonly<Record<ClaimingState, string>> = {
  not_executed: "Preview evidence exists",
  in_progress: "Execution in progress",
  completed_proof_incomplete: "Execution proof available",
  completed_with_evidence: "Evidence snapshot available",
  needs_review: "Follow-up required",
  failed: "Execution failed",
} satisfies StateClaims<"en">;

/** Everything that a result says, in English. Under the names of the states Status, Reason and Impact are quoted from RR-1 to RR-7. */
export const englishResults = ({ counted, number, plural }: Formatting) => ({
  cardName: "Restore result",
  told: {
    not_executed: {
      status: "Not executed",
      reason: "This record proves preview truth, not environment recovery.",
      impact: "No execution proof or post-run evidence exists yet.",
    },
    in_progress: {
      status: "Execution in progress",
      reason: "Restore execution is currently running.",
      impact: "Results and evidence are not final yet.",
    },
    queued: {
      status: "Execution queued",
      reason: "It waits for its turn and has not started.",
      impact: "Results and evidence are not final yet.",
    },
    completed_proof_incomplete: {
      status: "Completed, recovery proof incomplete",
      reason: "Execution completed, but post-run evidence is not available yet.",
      impact: "Do not treat this restore as verified recovery until evidence has been reviewed.",
    },
    completed_evidence_unfit: {
      status: "Completed, but the evidence cannot speak for this restore",
      /** Said after what is wrong with the evidence that there is. */
      reason: "Post-run evidence of this restore is not available yet.",
      impact: "Do not treat this restore as verified recovery until evidence of it has been reviewed.",
    },
    completed_with_evidence: {
      status: "Completed with evidence available",
      reason: "Execution proof and post-run evidence are available.",
      impact: "Review evidence before treating the restore as recovery proof.",
    },
    needs_review: {
      status: "Completed with items needing review",
      reason: "Some items were skipped, partially applied, or failed.",
      impact: "Review item outcomes before relying on the result.",
    },
    cancelled_after_start: {
      status: "Cancelled, with items needing review",
      reason: "It was cancelled after it had begun: some items may have been written, and others may not.",
      impact: "Review item outcomes before relying on the result.",
    },
    blocked_after_start: {
      status: "Blocked, with items needing review",
      reason: "It was blocked after it had begun: some items may have been written, and others may not.",
      impact: "Review item outcomes before relying on the result.",
    },
    failed: {
      status: "Restore failed",
      reason: "The restore did not complete successfully.",
      impact: "Some requested changes may not have been applied.",
    },
    failed_after_start: {
      status: "Restore failed",
      reason: "The restore did not complete successfully.",
      impact: "Some requested changes may not have been applied. Others may have been.",
    },
    blocked_or_cancelled: {
      status: "Restore blocked / cancelled",
      reason: "Restore did not execute due to cancellation or blocker.",
      impact: "No recovery proof exists.",
    },
    blocked: {
      status: "Restore blocked",
      reason: "Restore did not execute due to a blocker.",
      impact: "No recovery proof exists.",
    },
    cancelled: {
      status: "Restore cancelled",
      reason: "Restore did not execute due to cancellation.",
      impact: "No recovery proof exists.",
    },
    not_known: {
      status: "Result not known",
      reason: "The record of this run matches no known result.",
      impact: "Rely on nothing here until the target itself has been looked at.",
    },
  },
  /** RR-1 where no preview is recorded. */
  noPreview: "No preview has been recorded. Nothing was executed.",
  action: {
    continue_preparation: "Continue preparation",
    review_preview: "Review preview",
    view_operation_progress: "View operation progress",
    open_operation_proof: "Open operation proof",
    review_proof_gap: "Review proof gap",
    open_evidence: "Open evidence",
    review_item_outcomes: "Review item outcomes",
    review_failure_details: "Review failure details",
    review_blocker: "Review blocker",
    review_cancellation: "Review cancellation",
    review_diagnostics: "Review diagnostics",
  },
  leftPreparation: "This run has left preparation. Create another run to continue.",
  /** Facts of RR-12 that may stand beside the decision. */
  claim,
  summaryTitle: "Result summary",
  /** RR-10 where nothing was counted. */
  uncounted: {
    not_executed: "Result summary unavailable",
    completed_proof_incomplete: "Result summary unavailable",
    completed_with_evidence: "Result summary unavailable",
    needs_review: "Result summary unavailable",
    in_progress: "In progress",
    failed: "Failure details required",
    blocked_or_cancelled: "Unavailable",
    not_known: "Unavailable",
  },
  countsContradict: "Recorded counts and item rows contradict each other, so neither can be relied on.",
  countNotRecorded: "Not recorded",
  countNotRecordedReason: "The record does not count this outcome.",
  metadataOnly: "Metadata-only evidence: counts were recorded, item rows were not.",
  outcome: {
    failed: "Failed",
    unknown: "Unknown",
    partially_applied: "Partially applied",
    skipped: "Skipped",
    applied: "Applied",
    already_in_desired_state: "Already in desired state",
  },
  attention: {
    title: "Completed with follow-up",
    outcomesNotRecorded: "Item outcomes were not recorded.",
    outcomes: (count: number) =>
      `${counted(count, item)} ${plural(count, { one: "has", other: "have" })} an outcome to review.`,
    partsNotRecorded: "What was left as it was in part was not recorded.",
    leftInPart: (count: number) =>
      `${counted(count, item)} ${plural(count, { one: "was left in part as it was", other: "were left in part as they were" })}.`,
    notRecordedInPart: (count: number) => `What became of a part was not recorded for ${counted(count, item)}.`,
    findingsNotRecorded: "The evidence records no findings.",
    differing: (count: number) =>
      `Evidence shows ${counted(count, { one: "item that differs", other: "items that differ" })} from what was intended.`,
    notAsIntended: (count: number) => `For ${counted(count, item)} the target does not hold what was intended.`,
    notKnown: (count: number) => `What the target holds of ${counted(count, item)} is not known from here.`,
    coverageNotRecorded: "The evidence does not record what it covers.",
    notChecked: (count: number) => `Evidence did not look at ${counted(count, item)}.`,
    comparisonNotRecorded: "The evidence does not record which parts it compared.",
    notComparedInPart: (count: number) => `Evidence compared ${counted(count, item)} only in part.`,
  },
  /** What most of the follow-up comes from (SI-8). */
  cause: {
    target_changed: {
      title: "The target changed",
      text: "It no longer was what the preview showed, so nothing was written over it.",
    },
    refused: { title: "Refused by the target", text: "The target did not accept the write." },
    throttled: { title: "Throttled by the target", text: "The target took no more requests for a while." },
    unreachable: { title: "Target not reachable", text: "The target did not answer or could not be read." },
    outcome_unknown: {
      title: "Outcome not known",
      text: "A write may or may not have been applied. The target itself tells.",
    },
    interrupted: {
      title: "Execution was interrupted",
      text: "The work ended in the middle, and nothing was written twice.",
    },
    wrong_target: {
      title: "Target is not the one expected",
      text: "The target no longer says that it is the one this run was created for.",
    },
    identity: { title: "Identity not decided", text: "Which policy of the target is meant is not decided." },
    missing_in_target: {
      title: "Missing in the target",
      text: "The target no longer has it, and nothing is created in this restore mode.",
    },
    mapping: { title: "Reference not mapped", text: "A reference has no counterpart in the target." },
    not_captured: {
      title: "Left as it was",
      text: "Parts that the backup cannot give back were left as they are in the target.",
    },
    not_restorable: { title: "Cannot be restored", text: "Some items can be listed or compared, and never written." },
    source_not_readable: { title: "Backup not readable", text: "What was to be restored could not be read." },
    cancelled: { title: "Cancelled", text: "The restore was stopped on request." },
    evidence_differs: { title: "Evidence differs", text: "The target does not hold what was intended." },
    evidence_incomplete: {
      title: "Evidence is incomplete",
      text: "Not everything that was intended was compared with the target.",
    },
    not_classified: {
      title: "Cause not classified",
      text: "The record tells it in words, and in no code that is known here.",
    },
    not_recorded: { title: "Cause not recorded", text: "The record does not say why." },
  },
  causeTitle: "Primary cause",
  causeItems: (title: string, count: number) => `${title}, ${counted(count, item)}.`,
  outcomes: {
    title: "Item outcomes",
    column: "Item",
    /** What reading the target back found otherwise is no part of what the title says. */
    groupTitle: (title: string, count: number, otherwise: number) =>
      `${title}, ${counted(count, item)}${otherwise === 0 ? "" : `, ${number(otherwise)} not as intended`}`,
    needs_follow_up: "Needs follow-up",
    partly_left: "Partly left as it was",
    partly_left_or_not_recorded: "Partly left as it was, or not recorded",
    written_or_unchanged: "Written or unchanged",
    noItem: "No item was in the execution.",
    nothingExecuted: "Nothing was executed, so there is no outcome.",
    notFinal: (progress: string | null) =>
      `${progress === null ? "" : `${progress}. `}Outcomes are recorded when the execution ends.`,
    rowsNotRecorded: "Item rows were not recorded.",
    notRecorded: "Not recorded",
    doesNotApply: "Does not apply",
    readBack: (result: string) => `Read back: ${result}`,
  },
  evidence: {
    title: "Post-run evidence",
    inProgress: "In progress",
    beingRead: "The target is being read back.",
    unavailable: "Unavailable",
    coverageNotRecorded: "Coverage not recorded",
    coverage: (checked: number, total: number) => `${number(checked)} of ${counted(total, item)} read back`,
    compared: (when: string) => `The target was read ${when} and compared with what was intended.`,
    timeNotRecorded: "at a time that was not recorded",
    /** One part of all items (BY-9): what was compared, and what was not and why. */
    part: (phase: string, compared: number, total: number, because: readonly string[]) =>
      `${phase}: ${number(compared)} of ${number(total)} compared${because.length === 0 ? "" : ` (${because.join(", ")})`}.`,
    notCompared: {
      left_untouched: (count: number) => `${number(count)} left alone by the restore`,
      not_returned: (count: number) => `${number(count)} not returned by the target`,
      item_not_compared: (count: number) => `${number(count)} of items not compared`,
    },
    partsNotRecorded: "The record does not tell which parts of an item were compared.",
    result: { missing: "Missing", differs: "Differs", not_checked: "Not checked", as_intended: "As intended" },
    nothingExecuted: "Nothing has been executed, so there is nothing to read back.",
    notEnded: "The target is read back once the execution has ended.",
    failed: "The target could not be read back. What it holds now is not known from here.",
    notRead: "The target has not been read back since the execution. What it holds now is not known from here.",
    request: "Read the target back",
  },
  basis: {
    title: "Basis when queued",
    preview: "Preview",
    previewCurrent: (at: string) => `Current when queued, generated ${at}`,
    checks: "Checks",
    checksCurrent: (warnings: number, at: string) =>
      `Current when queued, ${counted(warnings, { one: "warning", other: "warnings" })}, ${at}`,
    confirmed: "Confirmed by",
    confirmedBy: (name: string, at: string) => `${setApart(name)}, ${at}`,
    typed: "Typed label",
  },
  operation: {
    ended: "What ran?",
    going: "What is running?",
    waiting: "What is waiting?",
    outcome: {
      succeeded: "Operation finished",
      partial: "Operation finished in part",
      failed: "Operation failed",
      blocked: "Operation blocked",
      cancelled: "Operation cancelled",
    },
    outcomeNotRecorded: "Outcome not recorded",
    status: { queued: "Operation queued", running: "Operation running" },
    detail: "This page monitors the work. What became of the restore is told by its run.",
    progress: "Progress",
    doneOfUnknown: (done: number) => `${counted(done, item)} done, total not known yet`,
    doneOf: (done: number, total: number) => `${number(done)} of ${counted(total, item)} done`,
    requested: "Requested",
    started: "Started",
    finished: "Finished",
    notYet: "Not yet",
    timeNotRecorded: "Not recorded",
    followUpTitle: "Restore follow-up",
    followUp: "This restore has follow-up.",
    noFollowUp: "Nothing that you may see of this restore asks for follow-up so far.",
    runTells: "Its run says what happened and what to do next.",
    runClosed: "You may not open its run; a workspace administrator can.",
    openRun: "Open restore run",
  },
});

export type ResultsWords = Readonly<ReturnType<typeof englishResults>>;
