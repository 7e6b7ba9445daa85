import type { Formatting } from "../../../../flow/index.js";

/** What cancelling an execution means, in English. */
export const englishCancel = ({ counted }: Formatting) => ({
  title: "Cancel",
  action: "Cancel this restore",
  onRun: "Cancel on the run’s page",
  /** It may start before the cancellation reaches it: what is promised holds for one that comes first. */
  queued:
    "Cancelled before it starts, it writes nothing, ends as cancelled and cannot be started again. If it has started by then, no item is written after the one in progress, and what was written stays written.",
  /** What was written stays: `done` counts what the operation has behind it, null where it is not known. */
  running: (done: number | null) => {
    const behind =
      done === null
        ? "What has been written so far is not known here."
        : `${counted(done, { one: "item is", other: "items are" })} done.`;
    return `${behind} Cancelling writes no item after the one in progress. What was written stays written: nothing is taken back, and a run that attempted a write ends as partial.`;
  },
  requested: "Cancellation was requested. An item in progress is finished first; no other is begun after it.",
  notEntitled: "You may watch this restore, not stop it. A workspace administrator can grant the restore capability.",
});

export type CancelWords = Readonly<ReturnType<typeof englishCancel>>;
