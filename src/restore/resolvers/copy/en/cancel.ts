import type { Formatting } from "../../../../flow/index.js";

/** What cancelling an execution means, in English. */
export const englishCancel = ({ counted }: Formatting) => ({
  title: "Cancel",
  action: "Cancel this restore",
  onRun: "Cancel on the run’s page",
  queued:
    "Nothing has been written yet, and cancelling keeps it so. The run ends as cancelled and cannot be started again.",
  /** What was written stays: `done` counts what the operation has behind it, null where it is not known. */
  running: (done: number | null) => {
    const behind =
      done === null
        ? "What has been written so far is not known here."
        : `${counted(done, { one: "item is", other: "items are" })} done.`;
    return `${behind} Cancelling writes no item after the one in progress. What was written stays written: nothing is taken back, and a run that attempted a write ends as partial.`;
  },
  requested: "Cancellation was requested. The item in progress is finished first; no other is begun after it.",
  notEntitled: "You may watch this restore, not stop it. A workspace administrator can grant the restore capability.",
});

export type CancelWords = Readonly<ReturnType<typeof englishCancel>>;
