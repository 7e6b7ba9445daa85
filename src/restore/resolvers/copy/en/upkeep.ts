/** What may be done with a whole run, in English. */
export const englishUpkeep = () => ({
  action: {
    archive: {
      label: "Archive this run",
      title: "Archive this restore run?",
      text: "It leaves the list of runs. Its record, its evidence and its audit trail stay as they are.",
      keepLabel: "Keep it in the list",
    },
    rerun: {
      label: "Prepare a new run like this one",
      title: "Prepare a new run from this one?",
      text: "A new draft takes over backup set, scope and mappings. Checks, preview and confirmation are not taken over, and dry-run is on.",
      keepLabel: "Do not prepare one",
    },
    delete: {
      label: "Delete this draft",
      title: "Delete this draft?",
      text: "The draft, its checks and its preview are removed. Nothing was written to the target. This cannot be undone.",
      keepLabel: "Keep the draft",
    },
  },
  archiveWithFollowUp:
    "It leaves the list of runs although its result still asks for review. Its record, its evidence and its audit trail stay as they are.",
  refusal: {
    capability_missing:
      "You may look at this run, not change it. A workspace administrator can grant the restore capability.",
    restore_in_progress: "This restore is not finished. Nothing can be done with the run until it is.",
    still_in_preparation: "This run is still a draft. Go on with it instead.",
    kept_for_audit: "This run left preparation. It is kept as the record of what was done, and can be archived.",
  },
});

/** Sentences about a run as a whole. */
export type UpkeepWords = ReturnType<typeof englishUpkeep>;
