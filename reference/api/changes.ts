import { z } from "zod";

const count = z.int().nonnegative();
const boundedText = { text: z.string(), leftOut: count };

export const restorePhaseSchema = z.enum(["settings", "assignments", "scope_tags"]);

export const changeConsequenceSchema = z.enum(["widens", "removes_protection", "enforces", "changes", "adds"]);

/** Counts of changes by how they matter. */
export const consequenceCountsSchema = z.object({
  widens: count,
  removes_protection: count,
  enforces: count,
  changes: count,
  adds: count,
});

export const changeCertaintySchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("certain") }),
  z.object({
    state: z.literal("uncertain"),
    cause: z.enum([
      "target_part_not_read",
      "choice_meaning_not_exported",
      "order_may_matter",
      "reach_not_comparable",
      "not_recorded",
    ]),
  }),
]);

export const changePathPartSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("part"),
    part: z.enum(["name", "settings", "assignments", "assignment_filter", "assignment_source", "scope_tags", "order"]),
  }),
  z.object({ kind: z.literal("field"), ...boundedText }),
  z.object({ kind: z.literal("setting"), ...boundedText }),
  z.object({ kind: z.literal("entry"), ...boundedText }),
  z.object({ kind: z.literal("place"), number: count }),
  z.object({ kind: z.literal("levels_left_out"), levels: count }),
]);

const reference = z.object({
  of: z.enum(["group", "assignment_filter", "scope_tag"]),
  id: z.object(boundedText),
  name: z.object(boundedText).nullable(),
});

const singleValues = [
  z.object({ kind: z.literal("absent") }),
  z.object({ kind: z.literal("not_known") }),
  z.object({ kind: z.literal("secret") }),
  z.object({ kind: z.literal("text"), ...boundedText }),
  z.object({ kind: z.literal("number"), value: z.number() }),
  z.object({ kind: z.literal("switch"), on: z.boolean() }),
  z.object({ kind: z.literal("choice"), ...boundedText }),
  z.object({ kind: z.literal("empty_entry") }),
  z.object({ kind: z.literal("settings_of_backup"), values: count }),
  z.object({ kind: z.literal("default_scope_tag") }),
  z.object({ kind: z.literal("reference"), reference }),
  z.object({
    kind: z.literal("assignment"),
    reach: z.enum(["all_devices", "all_users", "include_group", "exclude_group"]),
    group: reference.nullable(),
    filter: z.object({ mode: z.enum(["include", "exclude"]), filter: reference }).nullable(),
    fromPolicySet: z.boolean(),
  }),
] as const;

/** One side of a change; a list holds single values only. */
export const changeValueSchema = z.discriminatedUnion("kind", [
  ...singleValues,
  z.object({
    kind: z.literal("list"),
    values: z.array(z.discriminatedUnion("kind", singleValues)),
    leftOut: count,
  }),
]);

export const itemChangeSchema = z.object({
  phase: restorePhaseSchema,
  consequence: changeConsequenceSchema,
  certainty: changeCertaintySchema,
  path: z.array(changePathPartSchema),
  before: changeValueSchema,
  after: changeValueSchema,
});
