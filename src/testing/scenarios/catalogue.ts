import type { RestoreFacts } from "../../restore/run/facts.js";
import type { RestoreStepId } from "../../restore/resolvers/reasons.js";
import { freshDraft, nightly, sourceSelected, viewer, withRun } from "./facts/draft.js";
import {
  armed,
  checkedWithWarnings,
  checksBlocking,
  previewed,
  previewStale,
  previewVoid,
  scopeChanged,
} from "./facts/evidence.js";
import { executed, results, snapshot } from "./facts/execution.js";
import { mappingRequired, scoped } from "./facts/scope.js";

/** One named state of the product: what is true, and where the operator stands. */
export interface Scenario {
  /** Also the story's export and the baseline's name. */
  readonly id: string;
  /** One sentence about the operator. */
  readonly title: string;
  /** Rules the scenario shows. */
  readonly rules: readonly string[];
  readonly step: RestoreStepId | "result";
  readonly facts: RestoreFacts;
}

/** Every state, named once. Stories, baselines and contract tests read this list. */
export const catalogue = [
  {
    id: "fresh_draft",
    title: "The operator has just created a run and has chosen nothing",
    rules: ["PF-4", "RW-2"],
    step: "select_backup_set",
    facts: freshDraft,
  },
  {
    id: "source_selected",
    title: "The operator has chosen a usable backup set",
    rules: ["PF-3", "PF-6"],
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
    id: "mapping_required",
    title: "A group of the backup has no counterpart in the target",
    rules: ["PF-11", "BY-5"],
    step: "define_restore_scope",
    facts: mappingRequired,
  },
  {
    id: "checks_required",
    title: "The scope is settled and nothing has been checked",
    rules: ["PF-9", "SI-5"],
    step: "safety_checks",
    facts: scoped,
  },
  {
    id: "target_differs",
    title: "The target says it is somebody else",
    rules: ["PF-17"],
    step: "safety_checks",
    facts: withRun(scoped, {
      targetIdentity: {
        tenantId: "0d9f0a52-77d5-4d5e-8a43-d2c6f1a5be10",
        label: "Contoso Staging",
        readAt: "2026-11-20T16:40:00Z",
      },
    }),
  },
  {
    id: "checks_blocking",
    title: "Checks found something that must be settled first",
    rules: ["PF-13", "RW-6", "BY-4"],
    step: "safety_checks",
    facts: checksBlocking,
  },
  {
    id: "preview_required",
    title: "Checks are clear and what would happen is not known",
    rules: ["PF-14", "RW-20"],
    step: "preview",
    facts: checkedWithWarnings,
  },
  {
    id: "preview_current",
    title: "A current preview shows what would happen",
    rules: ["PF-14", "RW-8"],
    step: "preview",
    facts: previewed,
  },
  {
    id: "scope_changed",
    title: "The operator changed the scope after checks and preview",
    rules: ["SI-2", "SI-3", "BY-1"],
    step: "safety_checks",
    facts: scopeChanged,
  },
  {
    id: "preview_void",
    title: "Checks were run again after a scope change, the preview was not",
    rules: ["SI-3", "SI-10", "BY-1"],
    step: "preview",
    facts: previewVoid,
  },
  {
    id: "preview_stale",
    title: "An older preview cannot show that it is current",
    rules: ["SI-2", "SI-10"],
    step: "preview",
    facts: previewStale,
  },
  {
    id: "confirmation_open",
    title: "The preview is current and dry-run is still on",
    rules: ["RW-9", "RW-10", "BY-15"],
    step: "confirm_execute",
    facts: previewed,
  },
  {
    id: "confirmation_differs",
    title: "The typed label differs in one character",
    rules: ["BY-11"],
    step: "confirm_execute",
    facts: { ...armed, confirmation: { reviewedImpact: true, typedLabel: "Contoso production" } },
  },
  {
    id: "armed",
    title: "Every gate before execution is complete",
    rules: ["RW-10", "PF-15"],
    step: "confirm_execute",
    facts: armed,
  },
  {
    id: "viewer",
    title: "A member without the capability sees why nothing can be done",
    rules: ["SI-11"],
    step: "confirm_execute",
    facts: { ...previewed, operator: viewer },
  },
  {
    id: "not_executed",
    title: "A dry-run proves its preview and nothing else",
    rules: ["RR-1"],
    step: "result",
    facts: previewed,
  },
  {
    id: "in_progress",
    title: "The restore is running",
    rules: ["RR-2"],
    step: "result",
    facts: executed("running", {}),
  },
  {
    id: "completed_proof_incomplete",
    title: "The restore completed and the target has not been read back",
    rules: ["RR-3"],
    step: "result",
    facts: executed("completed", { execution: { results: results.allApplied } }),
  },
  {
    id: "completed_with_evidence",
    title: "The restore completed and the target was read back",
    rules: ["RR-4"],
    step: "result",
    facts: executed("completed", { execution: { results: results.allApplied }, evidence: [snapshot] }),
  },
  {
    id: "completed_with_follow_up",
    title: "The restore completed and the evidence shows a difference",
    rules: ["RR-9", "SI-7"],
    step: "result",
    facts: executed("completed", {
      execution: { results: results.allApplied },
      evidence: [
        {
          ...snapshot,
          findings: (snapshot.findings ?? []).map((row, index) =>
            index === 4 ? { ...row, result: "differs", detail: "Assignments differ from what was intended." } : row,
          ),
        },
      ],
    }),
  },
  {
    id: "needs_review",
    title: "Some items failed, and one has no known outcome",
    rules: ["RR-5"],
    step: "result",
    facts: executed("partial", { execution: { results: results.mixed }, operation: { outcome: "partial" } }),
  },
  {
    id: "needs_review_counts_only",
    title: "An older record has counts and no item rows",
    rules: ["RR-11"],
    step: "result",
    facts: executed("completed_with_errors", {
      execution: { results: results.countsOnly },
      operation: { outcome: "partial" },
    }),
  },
  {
    id: "failed",
    title: "The restore failed",
    rules: ["RR-6"],
    step: "result",
    facts: executed("failed", {
      execution: { reason: "The target could not be reached." },
      operation: { outcome: "failed" },
    }),
  },
  {
    id: "blocked_or_cancelled",
    title: "The restore was cancelled before anything was written",
    rules: ["RR-7"],
    step: "result",
    facts: executed("cancelled", {
      execution: { startedAt: null, reason: "Cancelled by Dana Okafor." },
      operation: { outcome: "cancelled", startedAt: null, done: 0 },
    }),
  },
] as const satisfies readonly Scenario[];

/** Id of a scenario. */
export type ScenarioId = (typeof catalogue)[number]["id"];
