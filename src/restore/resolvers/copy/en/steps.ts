/** Titles and questions of the five steps in English. */
export const englishSteps = () => ({
  /** Titles of the steps (RW-1). */
  title: {
    select_backup_set: "Select backup set",
    define_restore_scope: "Define restore scope",
    safety_checks: "Safety & conflict checks",
    preview: "Preview",
    confirm_execute: "Confirm & execute",
  },
  /** The question that each step asks (RW-21). */
  question: {
    select_backup_set: "What are we restoring from?",
    define_restore_scope: "What exactly should be restored?",
    safety_checks: "Is this dangerous?",
    preview: "What would happen?",
    confirm_execute: "Do you really want to do this?",
  },
});

export type StepsWords = Readonly<ReturnType<typeof englishSteps>>;
