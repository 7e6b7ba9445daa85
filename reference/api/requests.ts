import { z } from "zod";
import { checkIdSchema } from "./findings.js";
import { identityDecisionSchema, mappingDecisionSchema, restoreModeSchema, restoreScopeSchema } from "./runs.js";

// Requests are strict: a field that the server would ignore is a field the caller believes in.

/** A text that a database can be asked about: no record holds a NUL. */
const text = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((value) => !value.includes("\0"), "It holds a character that is not text.");

/** Creates a draft run; a backup set can be chosen at once or later. */
export const createRunRequestSchema = z.strictObject({ backupSetId: text(200).optional() });

const itemIdSchema = z.string().min(1).max(400);
const findingNamed = { check: checkIdSchema, itemId: itemIdSchema, finding: z.string().min(1).max(200) };

export const runChangeSchema = z.discriminatedUnion("event", [
  z.strictObject({ event: z.literal("backup_set_selected"), backupSetId: text(200) }),
  z.strictObject({ event: z.literal("scope_defined"), scope: restoreScopeSchema, restoreMode: restoreModeSchema }),
  z.strictObject({
    event: z.literal("mapping_decided"),
    key: z.string().min(1).max(400),
    decision: mappingDecisionSchema.nullable(),
    /** The directory that was chosen from; a choice from another than the present one comes too late. */
    directoryVersion: z.exactOptional(z.string().min(1).max(200)),
  }),
  z.strictObject({
    event: z.literal("identity_decided"),
    itemId: itemIdSchema,
    decision: identityDecisionSchema.nullable(),
  }),
  // Who accepts, and when, is what the server knows of the caller; a client that states them is refused.
  z.strictObject({ event: z.literal("check_accepted"), ...findingNamed, reason: z.string().max(2000) }),
  z.strictObject({ event: z.literal("acceptance_withdrawn"), ...findingNamed }),
  z.strictObject({ event: z.literal("dry_run_set"), dryRun: z.boolean() }),
]);

export const executeRequestSchema = z.strictObject({
  fingerprint: z.string().max(200),
  reviewedImpact: z.boolean(),
  typedLabel: z.string().max(1000),
  pasted: z.boolean(),
});

/** A request that says nothing. */
export const emptyRequestSchema = z.strictObject({});

/** Changes the target underneath a run; only where identities are for demonstration. */
export const targetChangeRequestSchema = z.strictObject({
  kind: z.enum([
    "edit_setting",
    "delete_policy",
    "rename_policy",
    "duplicate_policy",
    "clear_assignments",
    "rename_tenant",
    "remove_group",
    "withhold_type",
    "forbid_type",
    "lift_limits",
    "throttle",
    "go_offline",
    "refuse_writes",
    "lose_answers",
    "hold_reads",
    "hold_writes",
    "answer_normally",
  ]),
  /** The policy, group or type of item, by name; the first policy or group in the catalogue where absent. */
  name: text(500).optional(),
  /** The same as `name`. */
  policyName: text(500).optional(),
});

/** What was changed, in one sentence. */
export const targetChangeSchema = z.object({ changed: z.string() });

export type CreateRunRequest = z.output<typeof createRunRequestSchema>;
export type TargetChangeRequest = z.output<typeof targetChangeRequestSchema>;
