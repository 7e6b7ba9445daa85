/** What is asked before something that was not applied is left, in English. */
export const englishLeaving = () => ({
  title: "Leave without applying?",
  /** What is not applied, and what becomes of it. */
  detail: {
    backup_set: "The backup set that you chose is not used yet, and the choice is not kept.",
    scope: "The scope that you chose is not applied. It is kept in this tab, and is here again when you come back.",
    decision: "What you are choosing is not used yet, and the choice is not kept.",
    reason: "The reason that you are writing is not saved, and is not kept.",
  },
  stay: "Stay on this page",
  apply: {
    backup_set: "Use this backup set and leave",
    scope: "Apply scope and leave",
  },
  leave: {
    backup_set: "Leave without it",
    scope: "Leave and keep the draft",
    decision: "Leave without it",
    reason: "Leave without it",
  },
});

export type LeavingWords = Readonly<ReturnType<typeof englishLeaving>>;
