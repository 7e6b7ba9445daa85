import type { Formatting } from "../../../../flow/index.js";
import { setApart } from "../../../../safety/index.js";

/** The findings of the checks, by severity, in English. */
export const englishCheckList = ({ counted, number }: Formatting) => ({
  title: "Findings",
  running: (target: string) => `Checks are reading ${setApart(target)}.`,
  empty: "Nothing is known of conflicts with the target until the checks have run.",
  run: "Run checks",
  runAgain: "Run checks again",
  severity: {
    blocking: { title: "Blocking", note: "Each must be settled before a preview." },
    not_evaluated: { title: "Not evaluated", note: "Not known, so never counted as free of conflict." },
    warning: { title: "Warning", note: "Worth a look. Warnings do not block." },
    safe: { title: "No conflict found", note: "One for each check of an item that ran and found nothing." },
  },
  countNotRecorded: "The checks did not record it.",
  showEachCheck: "Show each check",
  items: (count: number) => counted(count, { one: "item", other: "items" }),
  moreItems: (remaining: number) => counted(remaining, { one: "more item", other: "more items" }),
  moreFindings: (remaining: number) => counted(remaining, { one: "more finding", other: "more findings" }),
  partial: "Inventory/restore may be partial: the target’s set-up limits what can be read or written.",
  accept: "Accept this finding",
  withdraw: "Take the acceptance back",
  acceptReason: "Why this is acceptable",
  accepted: (accepted: number, total: number) => `${number(accepted)} of ${number(total)} accepted`,
  /** In place of the note of a severity where nothing of it is left to accept. */
  allAccepted: "Each was accepted by name, with a reason, so none blocks.",
  acceptedBy: (name: string, at: string) => `Accepted by ${name} on ${at}`,
  lapsedBy: (name: string, at: string) => `An earlier finding was accepted by ${name} on ${at}; this one was not`,
  runBeforeAccepting: "Only what current checks found can be accepted. Run the checks again.",
  nameNotRecorded: "Name not recorded",
});

export type CheckListWords = Readonly<ReturnType<typeof englishCheckList>>;
