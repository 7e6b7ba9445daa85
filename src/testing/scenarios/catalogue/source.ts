import { freshDraft, nightly, sourceSelected } from "../facts/draft.js";
import { sourceChanged } from "../facts/evidence.js";
import type { RestoreScenario } from "../scenario.js";

/** Step 1: what are we restoring from? */
export const sourceScenarios = [
  {
    id: "fresh_draft",
    title: "The operator has just created a run and has chosen nothing",
    rules: ["PF-4", "RW-2", "PF-2", "BY-14"],
    step: "select_backup_set",
    facts: freshDraft,
  },
  {
    id: "source_selected",
    title: "The operator has chosen a usable backup set",
    rules: ["PF-3", "PF-6", "PF-5"],
    step: "select_backup_set",
    facts: sourceSelected,
  },
  {
    id: "source_empty",
    title: "The chosen backup set holds nothing",
    rules: ["PF-3"],
    step: "select_backup_set",
    facts: {
      ...sourceSelected,
      backupSet: {
        ...nightly,
        types: [],
        quality: {
          itemCount: 0,
          usableItems: 0,
          degradedItems: 0,
          metadataOnlyItems: 0,
          assignmentIssues: 0,
          orphanedAssignments: 0,
        },
      },
    },
  },
  {
    id: "source_metadata_only",
    title: "Nothing in the chosen backup set can be restored",
    rules: ["PF-3"],
    step: "select_backup_set",
    facts: {
      ...sourceSelected,
      backupSet: {
        ...nightly,
        quality: {
          itemCount: 9,
          usableItems: 0,
          degradedItems: 0,
          metadataOnlyItems: 9,
          assignmentIssues: 0,
          orphanedAssignments: 0,
        },
      },
    },
  },
  {
    id: "source_quality_not_recorded",
    title: "An older backup set does not say how good it is",
    rules: ["PF-6", "BY-3"],
    step: "select_backup_set",
    facts: {
      ...sourceSelected,
      backupSet: {
        ...nightly,
        capturedAt: null,
        quality: {
          itemCount: null,
          usableItems: null,
          degradedItems: null,
          metadataOnlyItems: null,
          assignmentIssues: null,
          orphanedAssignments: null,
        },
      },
    },
  },
  {
    id: "source_of_other_tenant",
    title: "The chosen backup set was captured in another tenant",
    rules: ["RW-2"],
    step: "select_backup_set",
    facts: {
      ...sourceSelected,
      backupSet: { ...nightly, tenantId: "0d9f0a52-77d5-4d5e-8a43-d2c6f1a5be10", tenantName: "Contoso Staging" },
    },
  },
  {
    id: "source_not_readable",
    title: "The backup set of an older draft can no longer be read",
    rules: ["PF-3", "SI-5"],
    step: "select_backup_set",
    facts: { ...sourceSelected, backupSet: null },
  },
  {
    id: "source_changed",
    title: "Another backup set was chosen after checks and preview",
    rules: ["RW-3", "SI-14", "RW-23"],
    step: "select_backup_set",
    facts: sourceChanged,
  },
] as const satisfies readonly RestoreScenario[];
