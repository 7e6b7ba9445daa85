import type { Formatting } from "../../../../flow/index.js";
import { setApart } from "../../../../safety/index.js";

/** Names of facts that can be shown, and words for those that cannot, in English. */
export const englishProof = ({ counted }: Formatting) => ({
  title: "Restore Proof",
  label: {
    source_backup: "Source backup",
    target_environment: "Target environment",
    requested_by: "Requested by",
    restore_scope: "Restore scope",
    operation_proof: "Operation proof",
    post_run_evidence: "Post-run evidence",
    diagnostics: "Diagnostics",
  },
  goToDiagnostics: "Go to diagnostics",
  viewOperation: "View operation",
  openEvidence: "Open evidence",
  source: {
    notSelected: "Not selected",
    notSelectedDetail: "No backup set is selected.",
    notReadable: "Not readable",
    notReadableDetail: "The selected backup set cannot be read.",
    from: (tenant: string) => `From ${setApart(tenant)}`,
    tenantNotRecorded: "Tenant not recorded",
    captureNotRecorded: (from: string) => `${from}. Capture time not recorded.`,
  },
  target: {
    notRead: "Its identity has not been read from the target.",
    another: (label: string) => `The target now says it is ${setApart(label)}.`,
    timeNotRecorded: "When its identity was read was not recorded.",
    read: { prod: "Prod. Identity read from the target.", test: "Test. Identity read from the target." },
  },
  scope: {
    notDefined: "Not defined",
    notDefinedDetail: "Defined in step 2.",
    notReadable: "Not readable",
    notReadableDetail: "The items in scope cannot be read.",
    all: (count: number) => `All ${counted(count, { one: "item", other: "items" })}`,
    selected: (count: number) => `${counted(count, { one: "item", other: "items" })} selected`,
    mode: {
      create_missing: "Updates what the target has, creates what it lacks",
      update_only: "Updates only what the target has",
    },
  },
  operationEndNotRecorded: "When it ended was not recorded.",
  operationGap: {
    not_executed: "Nothing has been executed.",
    superseded: "Whether anything was executed since this page read the run is not known.",
    none: "No operation is linked to this run.",
    not_readable: "The linked operation cannot be read.",
    foreign: "The linked operation belongs to another run, workspace or environment.",
    other_kind: "The linked operation is not the execution of a restore.",
    unauthorised: "You may not see this operation.",
    outcome_not_recorded: "How the operation ended was not recorded.",
    result_not_known: "The result of this run is not known, so nothing of it counts as proof.",
  },
  evidenceGap: {
    not_executed: "Nothing has been executed.",
    superseded: "Whether anything was executed since this page read the run is not known.",
    none: "No snapshot exists for this operation.",
    foreign: "The snapshot belongs to another operation, workspace or environment.",
    unauthorised: "You may not see whether evidence exists.",
    not_final: "The execution has not ended.",
    operation_not_proven: "Evidence counts only beside its operation, which cannot be shown.",
    failed: "The target could not be read back.",
    capture_time_not_readable: "When it was captured cannot be read, so it cannot be shown to be the latest.",
    captured_before_end: "It was captured before the operation ended, so it says nothing of what the restore left.",
    operation_end_not_recorded:
      "When the operation ended was not recorded, so this cannot be shown to be captured after it.",
    result_not_known: "The result of this run is not known, so nothing of it counts as proof.",
  },
  quality: {
    title: "Backup quality summary",
    notSelected: "No backup set is selected.",
    setDoesNotRecord: "This backup set does not record it.",
    label: {
      item_count: "Items",
      degraded_items: "Degraded items",
      metadata_only_items: "Metadata-only items",
      assignment_issues: "Assignment issues",
      orphaned_assignments: "Orphaned assignments",
    },
    usable: (count: string) => `${count} usable`,
    usableNotRecorded: "Usable items not recorded",
    note: {
      degraded_items: "Captured with a known quality problem",
      metadata_only_items: "Payload not captured: listed, never restored",
      assignment_issues: "Assignments not captured, or not complete",
      orphaned_assignments: "Group unknown to the export",
    },
    disclaimer: "Input quality proves neither that execution is safe nor that recovery is verified.",
  },
});

export type ProofWords = Readonly<ReturnType<typeof englishProof>>;
