import { z } from "zod";

const count = z.int().nonnegative();
const everyone = z.exactOptional(z.array(z.enum(["all_users", "all_devices"])));
const texts = z.array(z.string());
const whole = z.exactOptional(z.string());

export const checkIdSchema = z.enum([
  "missing_in_target",
  "newer_than_backup",
  "identity",
  "assignment_mapping",
  "orphaned_group",
  "scope_tag_mapping",
  "scope_tag_missing",
  "widening",
  "enforcement",
  "lockout",
  "preview_only",
  "target_limits",
]);

export const targetLimitCauseSchema = z.enum(["permission_missing", "not_licensed", "throttled", "not_supported"]);

export const brokenDecisionSchema = z.enum([
  "policy_gone",
  "other_type",
  "other_platform",
  "built_in_scope_tag",
  "claimed_by_another_item",
  "matched_by_id",
  "name_taken",
  "name_needed_twice",
]);

const namedReferences = {
  references: z.array(
    z.object({
      kind: z.enum(["group", "assignment_filter", "scope_tag"]),
      id: z.string(),
      name: z.string().nullable(),
    }),
  ),
  more: count,
};
const cause = targetLimitCauseSchema;
const policy = z.string();

const alone = <Code extends string>(code: Code) => z.object({ code: z.literal(code) });
const withReferences = <Code extends string>(code: Code) => z.object({ code: z.literal(code), ...namedReferences });

/** What a check found, as data. */
export const findingReasonSchema = z.discriminatedUnion("code", [
  alone("content_not_captured"),
  alone("built_in_scope_tag"),
  alone("secret_not_captured"),
  alone("type_never_written"),
  alone("matched_by_id"),
  alone("matched_by_name"),
  z.object({ code: z.literal("matched_by_decision"), policy }),
  alone("created_by_decision"),
  alone("nothing_alike"),
  z.object({ code: z.literal("renamed"), inTarget: z.string(), inBackup: z.string() }),
  z.object({ code: z.literal("id_of_other_type"), policy }),
  z.object({ code: z.literal("id_of_other_scope_tag"), policy }),
  z.object({ code: z.literal("name_of_built_in_scope_tag"), policy }),
  z.object({ code: z.literal("name_of_other_kind"), policy }),
  z.object({ code: z.literal("renamed_beside_namesake"), inTarget: z.string(), inBackup: z.string() }),
  z.object({ code: z.literal("homonyms"), policy, count }),
  z.object({ code: z.literal("similar_names"), policies: texts, count }),
  z.object({ code: z.literal("policy_claimed_twice"), policy }),
  alone("captured_more_than_once"),
  alone("name_needed_twice"),
  alone("no_name"),
  z.object({ code: z.literal("namesakes_not_listed"), cause }),
  z.object({ code: z.literal("decision_broken"), cause: brokenDecisionSchema }),
  alone("present"),
  alone("missing_would_be_created"),
  alone("missing_and_only_updating"),
  z.object({ code: z.literal("not_listed"), cause }),
  z.object({ code: z.literal("not_listed_and_only_updating"), cause }),
  z.object({ code: z.literal("modified_after_capture"), at: z.string() }),
  alone("not_modified_since_capture"),
  z.object({ code: z.literal("modified_after_item"), at: z.string() }),
  alone("not_modified_since_item"),
  alone("modified_time_not_told"),
  alone("no_time_to_compare_with"),
  alone("references_resolved"),
  withReferences("references_unresolved"),
  withReferences("references_not_readable"),
  withReferences("references_left_out").extend({ nobodyLeft: z.boolean() }),
  withReferences("included_and_excluded").extend({ group: z.string() }),
  withReferences("groups_not_known"),
  withReferences("groups_not_named"),
  withReferences("scope_tags_missing"),
  withReferences("mapped_to_default_scope_tag"),
  z.object({
    code: z.literal("assignments_untouched"),
    cause: z.enum(["not_captured", "from_policy_set", "policy_set_in_target"]),
  }),
  z.object({
    code: z.literal("created_without_assignments"),
    cause: z.enum(["not_captured", "from_policy_set"]),
  }),
  alone("scope_tags_not_captured"),
  z.object({ code: z.literal("exclusions_dropped"), groups: texts, more: count, whole }),
  withReferences("exclusions_left_out"),
  z.object({ code: z.literal("filters_dropped"), everyone, from: texts, more: count, whole }),
  z.object({ code: z.literal("filters_replaced"), everyone, from: texts, more: count, whole }),
  alone("assignments_in_target_not_told"),
  z.object({
    code: z.literal("would_be_enforced"),
    switches: z.array(z.object({ setting: z.string(), from: z.string(), to: z.string() })),
    more: count,
    written: z.boolean(),
    whole,
  }),
  alone("enforcement_in_target_not_told"),
  z.object({ code: z.literal("applies_to_everyone"), written: z.boolean() }),
  z.object({ code: z.literal("applies_to_all_but_guests"), written: z.boolean() }),
  z.object({ code: z.literal("reach_not_readable"), written: z.boolean() }),
  z.object({ code: z.literal("inventory_may_be_partial"), cause }),
  z.object({ code: z.literal("restore_may_be_partial"), cause }),
  z.object({ code: z.literal("recorded_in_words"), text: z.string() }),
]);
