import type { BasisChange, Place, StaleCause, TypedConfirmation } from "../../safety/index.js";
import type { RecordedCount } from "../run/backup-set.js";
import type { Assessment, HostProblem } from "../run/assessment.js";
import type { FindingReason } from "../run/findings.js";
import type { DependencyKind } from "../run/scope.js";

/** The seven gates, in the order of PF-2. */
export type RestoreGateId =
  | "usable_source_selected"
  | "target_selected"
  | "scope_dependency_mapping"
  | "validation"
  | "preview"
  | "confirmation"
  | "execution_and_evidence";

/** The five steps of the wizard (RW-1), as they stand in addresses. */
export type RestoreStepId =
  | "select_backup_set"
  | "define_restore_scope"
  | "safety_checks"
  | "preview"
  | "confirm_execute";

/** Steps in order. */
export const restoreSteps: readonly [RestoreStepId, ...RestoreStepId[]] = [
  "select_backup_set",
  "define_restore_scope",
  "safety_checks",
  "preview",
  "confirm_execute",
];

/** Places that clear a blocker or hold a proof. Anchors are element ids on the page. */
export const places = {
  backupSet: { step: "select_backup_set", anchor: "backup-set" },
  scope: { step: "define_restore_scope", anchor: "scope" },
  mappings: { step: "define_restore_scope", anchor: "mappings" },
  runChecks: { step: "safety_checks", anchor: "run-checks" },
  checksUnderWay: { step: "safety_checks", anchor: "checks-under-way" },
  findings: { step: "safety_checks", anchor: "findings" },
  identity: { step: "safety_checks", anchor: "identity" },
  runPreview: { step: "preview", anchor: "run-preview" },
  previewUnderWay: { step: "preview", anchor: "preview-under-way" },
  changes: { step: "preview", anchor: "semantic-diff" },
  dryRun: { step: "confirm_execute", anchor: "dry-run" },
  review: { step: "confirm_execute", anchor: "review" },
  typedConfirmation: { step: "confirm_execute", anchor: "typed-confirmation" },
  execute: { step: "confirm_execute", anchor: "execute" },
  itemOutcomes: { step: "result", anchor: "item-outcomes" },
  evidence: { step: "result", anchor: "evidence" },
  proofGap: { step: "result", anchor: "proof-gap" },
  operation: { step: "operation", anchor: "operation" },
  diagnostics: { step: "result", anchor: "diagnostics" },
  /** On whatever step the operator stands; `onStep` says which. */
  readAgain: { step: "this_step", anchor: "problem" },
} as const satisfies Record<string, Place>;

/** What checks or a preview that are on their way are doing; null where that is not told. */
export type AttemptStage = "queued" | Assessment["stage"];

/** What a target is called; the tenant id tells two of the same label apart. */
export interface TargetName {
  readonly label: string;
  readonly tenantId: string;
}

/** Who asked for checks or a preview, since when they are on their way, and how far they are. */
interface UnderWay {
  readonly by: string;
  readonly since: string;
  readonly stage: AttemptStage;
}

/** Who asked for checks or a preview, when they failed, and why; null where that was not recorded. */
interface FailedAttempt {
  readonly by: string;
  readonly at: string | null;
  readonly problem: HostProblem | null;
}

/** Everything that a gate of a Restore Run can say, as data. */
export type RestoreReason =
  | { readonly code: "backup_set_not_selected" }
  | { readonly code: "backup_set_not_readable" }
  | { readonly code: "backup_quality_not_recorded" }
  | { readonly code: "backup_set_empty" }
  | { readonly code: "no_usable_items"; readonly items: number }
  | { readonly code: "source_usable"; readonly usable: number; readonly items: number }
  | { readonly code: "source_of_other_tenant"; readonly source: string; readonly target: string }
  | { readonly code: "source_tenant_not_recorded" }
  | { readonly code: "target_identity_not_read" }
  | { readonly code: "target_identity_differs"; readonly expected: TargetName; readonly actual: TargetName }
  | { readonly code: "operator_not_entitled" }
  | { readonly code: "target_confirmed"; readonly label: string }
  | { readonly code: "scope_not_defined" }
  | { readonly code: "scope_not_readable" }
  | { readonly code: "scope_empty" }
  | { readonly code: "scope_items_unknown"; readonly count: number; readonly first: string }
  | { readonly code: "dependencies_not_determined" }
  | {
      readonly code: "mappings_unresolved";
      readonly count: number;
      readonly first: { readonly kind: DependencyKind; readonly name: string };
    }
  | { readonly code: "scope_mapped"; readonly items: number; readonly dependencies: number }
  | { readonly code: "nothing_writable" }
  | { readonly code: "references_left_out"; readonly count: number; readonly items: number }
  | { readonly code: "checks_not_run" }
  | ({ readonly code: "checks_under_way" } & UnderWay)
  | ({ readonly code: "checks_failed" } & FailedAttempt)
  | ({ readonly code: "preview_under_way" } & UnderWay)
  | ({ readonly code: "preview_failed" } & FailedAttempt)
  | { readonly code: "checks_invalidated"; readonly changes: readonly [BasisChange, ...BasisChange[]] }
  | { readonly code: "checks_stale"; readonly cause: StaleCause }
  | { readonly code: "checks_blocking"; readonly count: number; readonly first: FindingReason }
  | { readonly code: "checks_not_evaluated"; readonly count: number; readonly first: FindingReason }
  | { readonly code: "checks_clear"; readonly items: RecordedCount }
  | {
      readonly code: "checks_to_look_at";
      readonly warnings: number;
      readonly notEvaluated: RecordedCount;
      /** What somebody accepted by name, and the first of it; null where nothing was. */
      readonly accepted: { readonly count: number; readonly by: string; readonly reason: string } | null;
    }
  | { readonly code: "preview_not_run" }
  | { readonly code: "preview_invalidated"; readonly changes: readonly [BasisChange, ...BasisChange[]] }
  | { readonly code: "preview_stale"; readonly cause: StaleCause }
  | { readonly code: "preview_undecided"; readonly count: number; readonly first: string }
  | { readonly code: "checks_incomplete"; readonly count: number; readonly first: string }
  | { readonly code: "preview_incomplete"; readonly count: number; readonly first: string }
  | { readonly code: "preview_current"; readonly written: number; readonly items: number }
  | { readonly code: "capability_missing" }
  | { readonly code: "facts_superseded" }
  | { readonly code: "dry_run_on" }
  | { readonly code: "impact_not_reviewed" }
  | {
      readonly code: "typed_confirmation_not_met";
      readonly label: string;
      readonly comparison: Exclude<TypedConfirmation, { state: "matches" }>;
    }
  | { readonly code: "confirmed_now"; readonly label: string }
  | { readonly code: "confirmed"; readonly by: string; readonly label: string }
  /** It was queued, and what allowed that is not on record. */
  | { readonly code: "safety_record_missing" }
  | { readonly code: "ended_unconfirmed" }
  | { readonly code: "not_executed" }
  | { readonly code: "execution_queued" }
  | { readonly code: "execution_running" }
  | { readonly code: "execution_without_evidence" }
  /** Whether evidence exists is not for this operator to see. */
  | { readonly code: "execution_evidence_unauthorised" }
  | { readonly code: "execution_with_evidence" }
  | { readonly code: "execution_needs_review" }
  | { readonly code: "evidence_asks_for_a_look" }
  | { readonly code: "execution_failed" }
  | { readonly code: "execution_cancelled" };
