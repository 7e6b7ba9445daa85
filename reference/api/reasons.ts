import { z } from "zod";
import { itemChangeSchema } from "./changes.js";

const count = z.int().nonnegative();

/** Why the target did not do as asked. */
export const targetProblemSchema = z.object({
  code: z.enum(["not_found", "changed", "refused", "throttled", "unreachable", "outcome_unknown"]),
  detail: z.string(),
});

const namedTargetSchema = z.object({ label: z.string(), tenantId: z.string() });

/** Why an item, a part of it or a whole execution ended as it did, as data. */
export const outcomeReasonSchema = z.discriminatedUnion("code", [
  z.object({
    code: z.literal("left_untouched"),
    phase: z.enum(["assignments", "scope_tags"]),
    cause: z.enum(["not_captured", "from_policy_set", "policy_set_in_target"]),
  }),
  z.object({ code: z.literal("part_before_failed") }),
  z.object({ code: z.literal("no_value_planned") }),
  z.object({ code: z.literal("target_answered"), problem: targetProblemSchema }),
  z.object({ code: z.literal("not_in_preview") }),
  z.object({ code: z.literal("policy_appeared"), name: z.string() }),
  z.object({ code: z.literal("policy_gone") }),
  z.object({ code: z.literal("policy_not_readable"), problem: targetProblemSchema }),
  z.object({
    code: z.literal("policy_changed"),
    fields: z.array(itemChangeSchema.pick({ path: true, before: true, after: true })),
    notNamed: count,
  }),
  z.object({ code: z.literal("match_changed") }),
  z.object({ code: z.literal("write_changed") }),
  z.object({ code: z.literal("references_not_recorded") }),
  z.object({
    code: z.literal("reference_changed"),
    kind: z.enum(["group", "assignment_filter", "scope_tag"]),
    name: z.string(),
    change: z.discriminatedUnion("how", [
      z.object({ how: z.enum(["gone", "resolved_differently", "another_object", "added"]) }),
      z.object({ how: z.literal("renamed"), calledNow: z.string() }),
    ]),
  }),
  z.object({ code: z.literal("directory_changed") }),
  z.object({ code: z.literal("backup_set_not_readable") }),
  z.object({ code: z.literal("target_not_readable") }),
  z.object({ code: z.literal("target_identity_not_readable"), problem: targetProblemSchema }),
  z.object({ code: z.literal("target_is_another"), expected: namedTargetSchema, actual: namedTargetSchema }),
  z.object({ code: z.literal("cancelled_by"), name: z.string() }),
  z.object({ code: z.literal("cancelled_before_item"), name: z.string() }),
  z.object({ code: z.literal("found_after_interruption") }),
  z.object({ code: z.literal("interrupted_while_writing") }),
  z.object({ code: z.literal("interrupted_before") }),
  z.object({ code: z.literal("interrupted_each_time"), times: count }),
  z.object({ code: z.literal("record_brought_back") }),
]);

/** A reason as it was recorded; a sentence in a record of the former form. */
export const recordedReasonSchema = z.union([outcomeReasonSchema, z.string()]);

/** Why a finding of the evidence is what it is, beyond what its parts tell; a sentence in a record of the former form. */
export const evidenceReasonSchema = z.union([
  z.discriminatedUnion("code", [
    z.object({ code: z.literal("not_part_of_restore") }),
    z.object({ code: z.literal("absent_in_target") }),
    z.object({ code: z.literal("type_not_listed") }),
    z.object({ code: z.literal("another_type_in_target") }),
    z.object({ code: z.literal("creation_not_known") }),
    z.object({ code: z.literal("intended_not_known") }),
    z.object({ code: z.literal("read_refused"), problem: targetProblemSchema }),
  ]),
  z.string(),
]);

const phase = z.enum(["settings", "assignments", "scope_tags"]);

/** How one part of one item compares with what was intended. */
export const evidencePartSchema = z.discriminatedUnion("result", [
  z.object({ phase, result: z.literal("as_intended") }),
  z.object({ phase, result: z.literal("differs"), differences: count }),
  z.object({
    phase,
    result: z.literal("not_compared"),
    cause: z.enum(["left_untouched", "not_returned", "item_not_compared"]),
  }),
]);
