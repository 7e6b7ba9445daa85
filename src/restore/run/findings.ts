import type { DependencyKind } from "./scope.js";

/** Every check of a Restore Run (RW-6, BY-4, BY-6, RW-19). */
export type CheckId =
  | "missing_in_target"
  | "newer_than_backup"
  | "identity"
  | "assignment_mapping"
  | "orphaned_group"
  | "scope_tag_mapping"
  | "scope_tag_missing"
  | "widening"
  | "enforcement"
  | "lockout"
  | "preview_only"
  | "target_limits";

/** A referenced object, as its sentence names it. */
export type NamedReference = {
  readonly kind: DependencyKind;
  readonly id: string;
  /** Name in the backup; null where the backup does not tell it. */
  readonly name: string | null;
};

/** Some of the objects that a finding is about, and how many more there are. */
export type NamedReferences = {
  readonly references: readonly NamedReference[];
  readonly more: number;
};

/** What a check found, as data; copy turns it into one sentence. */
export type FindingReason =
  | SkippedReason
  | IdentityReason
  | PresenceReason
  | AgeReason
  | ReferenceReason
  | WideningReason
  | EnforcementReason
  | LimitReason
  /** A finding of an earlier version, which kept only its sentence. */
  | { readonly code: "recorded_in_words"; readonly text: string };

/** Why an item is compared or listed, and never written. */
type SkippedReason =
  | { readonly code: "content_not_captured" }
  | { readonly code: "built_in_scope_tag" }
  | { readonly code: "secret_not_captured" }
  | { readonly code: "type_never_written" };

/** Which policy of the target an item is (BY-4). */
type IdentityReason =
  | { readonly code: "matched_by_id" }
  | { readonly code: "matched_by_name" }
  | { readonly code: "matched_by_decision"; readonly policy: string }
  | { readonly code: "created_by_decision" }
  | { readonly code: "nothing_alike" }
  | { readonly code: "renamed"; readonly inTarget: string; readonly inBackup: string }
  | { readonly code: "id_of_other_type"; readonly policy: string }
  | { readonly code: "id_of_other_scope_tag"; readonly policy: string }
  | { readonly code: "name_of_built_in_scope_tag"; readonly policy: string }
  | { readonly code: "name_of_other_kind"; readonly policy: string }
  | { readonly code: "renamed_beside_namesake"; readonly inTarget: string; readonly inBackup: string }
  | { readonly code: "homonyms"; readonly policy: string; readonly count: number }
  | { readonly code: "similar_names"; readonly policies: readonly string[]; readonly count: number }
  | { readonly code: "policy_claimed_twice"; readonly policy: string }
  | { readonly code: "captured_more_than_once" }
  | { readonly code: "name_needed_twice" }
  | { readonly code: "no_name" }
  | { readonly code: "namesakes_not_listed"; readonly cause: TargetLimitCause }
  | { readonly code: "decision_broken"; readonly cause: BrokenDecision };

/** Why a person's decision about identity does not hold. */
export type BrokenDecision =
  | "policy_gone"
  | "other_type"
  | "other_platform"
  | "built_in_scope_tag"
  | "claimed_by_another_item"
  | "matched_by_id"
  /** The target has a policy of this type and name, and takes a name once. */
  | "name_taken"
  /** Another item would be given the same name. */
  | "name_needed_twice";

/** Whether the target has the policy (RW-18). */
type PresenceReason =
  | { readonly code: "present" }
  | { readonly code: "missing_would_be_created" }
  | { readonly code: "missing_and_only_updating" }
  | { readonly code: "not_listed"; readonly cause: TargetLimitCause }
  | { readonly code: "not_listed_and_only_updating"; readonly cause: TargetLimitCause };

/** Whether the target's policy is newer than the backup (RW-6). */
type AgeReason =
  | { readonly code: "modified_after_capture"; readonly at: string }
  | { readonly code: "not_modified_since_capture" }
  | { readonly code: "modified_after_item"; readonly at: string }
  | { readonly code: "not_modified_since_item" }
  | { readonly code: "modified_time_not_told" }
  | { readonly code: "no_time_to_compare_with" };

/** How an item's references stand (RW-6, BY-5). */
type ReferenceReason =
  | { readonly code: "references_resolved" }
  | ({ readonly code: "references_unresolved" } & NamedReferences)
  | ({ readonly code: "references_not_readable" } & NamedReferences)
  | ({ readonly code: "references_left_out"; readonly nobodyLeft: boolean } & NamedReferences)
  | ({ readonly code: "included_and_excluded"; readonly group: string } & NamedReferences)
  | ({ readonly code: "groups_not_known" } & NamedReferences)
  | ({ readonly code: "groups_not_named" } & NamedReferences)
  | ({ readonly code: "scope_tags_missing" } & NamedReferences)
  | ({ readonly code: "mapped_to_default_scope_tag" } & NamedReferences)
  | {
      readonly code: "assignments_untouched";
      readonly cause: "not_captured" | "from_policy_set" | "policy_set_in_target";
    }
  | { readonly code: "created_without_assignments"; readonly cause: "not_captured" | "from_policy_set" }
  | { readonly code: "scope_tags_not_captured" };

/** What a reason that names only the first few stands for. */
export type Whole = {
  /** Fingerprint of all that is meant, named or not, so that it is never accepted for something else. Records of earlier rules lack it. */
  readonly whole?: string;
};

/** Targets that a filter keeps people out of today: everyone, by a word that copy has, and groups, by their names. */
export type FilteredTargets = Whole & {
  /** Absent where only groups are meant, and in records that tell everyone among the names. */
  readonly everyone?: readonly ("all_users" | "all_devices")[];
  readonly from: readonly string[];
  readonly more: number;
};

/** What would reach more than the target or the backup does (BY-6). */
type WideningReason =
  | ({ readonly code: "exclusions_dropped"; readonly groups: readonly string[]; readonly more: number } & Whole)
  | ({ readonly code: "exclusions_left_out" } & NamedReferences)
  | ({ readonly code: "filters_dropped" } & FilteredTargets)
  /** Another filter, or the same in the other way: whether more are reached cannot be told. */
  | ({ readonly code: "filters_replaced" } & FilteredTargets)
  | { readonly code: "assignments_in_target_not_told" };

/** What would begin to be enforced, or could lock people out (BY-6). `written` is false for an item that is only compared. */
type EnforcementReason =
  | ({
      readonly code: "would_be_enforced";
      readonly switches: readonly EnforcementSwitch[];
      readonly more: number;
      readonly written: boolean;
    } & Whole)
  | { readonly code: "enforcement_in_target_not_told" }
  | LockoutReason;

/** Whom a policy in force keeps out: everyone, everyone but guests, or nobody can tell. */
export type LockoutReason =
  | { readonly code: "applies_to_everyone"; readonly written: boolean }
  | { readonly code: "applies_to_all_but_guests"; readonly written: boolean }
  | { readonly code: "reach_not_readable"; readonly written: boolean };

/** One setting that only reports in the target, and would be enforced. */
export type EnforcementSwitch = {
  /** The field or settings catalog definition. */
  readonly setting: string;
  readonly from: string;
  readonly to: string;
};

/** What the target's set-up keeps from being read or written (RW-19). */
type LimitReason =
  | { readonly code: "inventory_may_be_partial"; readonly cause: TargetLimitCause }
  | { readonly code: "restore_may_be_partial"; readonly cause: TargetLimitCause };

/** Why the target could not list, or would not write, objects of a type. */
export type TargetLimitCause = "permission_missing" | "not_licensed" | "throttled" | "not_supported";
