import type { UntouchedCause } from "../rules/assignments.js";
import type { ItemChange } from "./change.js";
import type { RestorePhase } from "./evidence.js";
import type { DependencyKind } from "./scope.js";
import type { TargetProblem } from "./target.js";

/** What a target is called; the tenant id tells two of the same label apart. */
export interface NamedTarget {
  readonly label: string;
  readonly tenantId: string;
}

/** How a reference moved since the preview. */
export type ReferenceChange =
  | { readonly how: "gone" | "resolved_differently" | "another_object" | "added"; readonly calledNow?: never }
  | { readonly how: "renamed"; readonly calledNow: string };

/** One field of a policy that moved. */
export type MovedField = Pick<ItemChange, "path" | "before" | "after">;

/** Why an item, a part of it or a whole execution ended as it did, as data. Words are made where it is shown. */
export type OutcomeReason =
  /** The restore left the part alone (BY-3). */
  | {
      readonly code: "left_untouched";
      readonly phase: Exclude<RestorePhase, "settings">;
      readonly cause: UntouchedCause;
    }
  | { readonly code: "part_before_failed" }
  | { readonly code: "no_value_planned" }
  /** The target's own answer; its sentence is external text. */
  | { readonly code: "target_answered"; readonly problem: TargetProblem }
  // Since the preview something moved, and nothing was written (BY-8).
  | { readonly code: "not_in_preview" }
  | { readonly code: "policy_appeared"; readonly name: string }
  | { readonly code: "policy_gone" }
  | { readonly code: "policy_not_readable"; readonly problem: TargetProblem }
  /** `notNamed` counts the fields beyond those that are named. */
  | { readonly code: "policy_changed"; readonly fields: readonly MovedField[]; readonly notNamed: number }
  | { readonly code: "match_changed" }
  | { readonly code: "write_changed" }
  | { readonly code: "references_not_recorded" }
  | {
      readonly code: "reference_changed";
      readonly kind: DependencyKind;
      readonly name: string;
      readonly change: ReferenceChange;
    }
  | { readonly code: "directory_changed" }
  // The run as a whole could not write.
  | { readonly code: "backup_set_not_readable" }
  | { readonly code: "target_not_readable" }
  | { readonly code: "target_identity_not_readable"; readonly problem: TargetProblem }
  | { readonly code: "target_is_another"; readonly expected: NamedTarget; readonly actual: NamedTarget }
  | { readonly code: "cancelled_by"; readonly name: string }
  | { readonly code: "cancelled_before_item"; readonly name: string }
  // A worker ended in the middle of it.
  | { readonly code: "found_after_interruption" }
  | { readonly code: "interrupted_while_writing" }
  | { readonly code: "interrupted_before" }
  /** The execution was begun so often without getting on that it was ended. */
  | { readonly code: "interrupted_each_time"; readonly times: number }
  /** The record is a copy of an earlier time, and does not tell what was written since. */
  | { readonly code: "record_brought_back" };

/** A reason as it was recorded; a sentence in a record of the former form, which is shown as external text. */
export type RecordedReason = OutcomeReason | string;

/** Why a finding is what it is, beyond what its parts tell. */
export type EvidenceReason =
  | { readonly code: "not_part_of_restore" }
  | { readonly code: "absent_in_target" }
  /** The target could not list every object of the type, so an absent one may exist (RW-19). */
  | { readonly code: "type_not_listed" }
  | { readonly code: "another_type_in_target" }
  | { readonly code: "creation_not_known" }
  | { readonly code: "intended_not_known" }
  | { readonly code: "read_refused"; readonly problem: TargetProblem };

/** Why a part was not compared. */
export type NotComparedCause =
  /** The restore left it alone, so there was nothing intended. */
  | "left_untouched"
  /** The target answered without it. */
  | "not_returned"
  /** The item as a whole was not compared. */
  | "item_not_compared";

/** How one part of one item compares with what was intended. */
export type EvidencePart =
  | { readonly phase: RestorePhase; readonly result: "as_intended" }
  | { readonly phase: RestorePhase; readonly result: "differs"; readonly differences: number }
  | { readonly phase: RestorePhase; readonly result: "not_compared"; readonly cause: NotComparedCause };
