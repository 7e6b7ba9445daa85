import { z } from "zod";
import type { CheckEvidence } from "../../src/restore/run/evidence.js";
import { recordedCountSchema } from "./backup-sets.js";
import { checkIdSchema, findingReasonSchema } from "./findings.js";
import { consequenceCountsSchema, itemChangeSchema, restorePhaseSchema } from "./changes.js";
import { recordedReasonSchema } from "./reasons.js";

const count = z.int().nonnegative();

/** Any JSON value, as a basis holds it. */
export const jsonValueSchema: z.ZodType<NonNullable<CheckEvidence["basis"]>["fields"][string]> = z.json();

/** The inputs of evidence with their fingerprint, and when it was captured (SI-1, SI-2). */
export const evidenceMarkersSchema = z.object({
  basis: z.object({ fields: z.record(z.string(), jsonValueSchema), fingerprint: z.string() }).nullable(),
  capturedAt: z.string().nullable(),
});

export const checkSeveritySchema = z.enum(["blocking", "warning", "safe", "not_evaluated"]);

/** One finding by name, with a fingerprint of what was found. */
export const findingReferenceSchema = z.object({ check: checkIdSchema, itemId: z.string(), finding: z.string() });

export const checkFindingSchema = z.object({
  check: checkIdSchema,
  itemId: z.string(),
  itemName: z.string(),
  severity: checkSeveritySchema,
  reason: findingReasonSchema,
});

export const checkEvidenceSchema = evidenceMarkersSchema.extend({
  findings: z.array(checkFindingSchema),
  summary: z.object({ blocking: count, warning: count, safe: count, not_evaluated: count }),
  candidates: z
    .record(
      z.string(),
      z.array(z.object({ id: z.string(), name: z.string(), modifiedAt: z.string().nullable() }).readonly()).readonly(),
    )
    .readonly()
    .optional(),
  creatable: z.array(z.string()).readonly().optional(),
});

export const skipReasonSchema = z.enum([
  "preview_only",
  "metadata_only",
  "missing_in_target",
  "identity_undecided",
  "mapping_unresolved",
]);

export const previewItemSchema = z.object({
  itemId: z.string(),
  name: z.string(),
  type: z.string(),
  action: z.enum(["create", "update", "none", "skip"]),
  skipReason: skipReasonSchema.nullable(),
  targetId: z.string().nullable(),
  targetFingerprint: z.string().nullable(),
  assignmentsCaptured: z.boolean(),
  changes: z.array(itemChangeSchema),
  changesNotListed: consequenceCountsSchema,
  noiseHidden: count,
});

export const blastRadiusSchema = z.object({
  policiesWritten: recordedCountSchema,
  includeGroups: recordedCountSchema,
  excludeGroups: recordedCountSchema,
  policiesForAllUsers: recordedCountSchema,
  policiesForAllDevices: recordedCountSchema,
});

export const previewEvidenceSchema = evidenceMarkersSchema.extend({
  summary: z.object({
    itemsInScope: count,
    policiesChanged: count,
    policiesCreated: count,
    assignmentsChanged: count,
    scopeTagsChanged: count,
    unchanged: count,
    skipped: count,
    blastRadius: blastRadiusSchema,
  }),
  items: z.array(previewItemSchema),
});

export const phaseOutcomeSchema = z.enum([
  "applied",
  "already_in_desired_state",
  "skipped",
  "partially_applied",
  "failed",
  "unknown",
]);

export const itemOutcomeSchema = z.object({
  itemId: z.string(),
  name: z.string(),
  type: z.string(),
  outcome: phaseOutcomeSchema,
  skipReason: skipReasonSchema.nullable(),
  reason: recordedReasonSchema.nullable(),
  phases: z.array(
    z.object({ phase: restorePhaseSchema, outcome: phaseOutcomeSchema, reason: recordedReasonSchema.nullable() }),
  ),
});

export const runResultsSchema = z.object({
  counts: z.record(phaseOutcomeSchema, count).nullable(),
  items: z.array(itemOutcomeSchema).nullable(),
});
