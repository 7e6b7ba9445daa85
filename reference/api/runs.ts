import { z } from "zod";
import { assessmentSchema } from "./assessments.js";
import { auditMarkSchema } from "./audit.js";
import { backupSetSchema } from "./backup-sets.js";
import { directorySyncSchema } from "./directories.js";
import { checkEvidenceSchema, findingReferenceSchema, previewEvidenceSchema, runResultsSchema } from "./evidence.js";
import { targetLimitCauseSchema } from "./findings.js";
import { evidenceSnapshotSchema, operationSchema } from "./operations.js";
import { recordedReasonSchema } from "./reasons.js";
import { actorSchema, operatorSchema, timestampSchema } from "./session.js";

const count = z.int().nonnegative();

export const restoreScopeSchema = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("all") }),
  z.strictObject({ mode: z.literal("selected"), itemIds: z.array(z.string().min(1)).max(100_000) }),
]);

export const restoreModeSchema = z.enum(["create_missing", "update_only"]);

export const mappingDecisionSchema = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.literal("map"), targetId: z.string().min(1).max(200) }),
  z.strictObject({ decision: z.literal("skip") }),
]);

export const identityDecisionSchema = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.literal("match"), targetId: z.string().min(1).max(200) }),
  z.strictObject({ decision: z.literal("create") }),
]);

export const checkAcceptanceSchema = findingReferenceSchema.extend({
  reason: z.string(),
  acceptedBy: actorSchema,
  acceptedAt: timestampSchema,
});

export const executionStatusSchema = z.enum([
  "queued",
  "running",
  "completed",
  "partial",
  "completed_with_errors",
  "failed",
  "cancelled",
]);

export const runStatusSchema = z.enum(["draft", "scoped", "checked", "previewed", ...executionStatusSchema.options]);

export const frozenTargetSchema = z.object({
  tenantId: z.string(),
  label: z.string(),
  environment: z.enum(["prod", "test"]),
});

export const safetySnapshotSchema = z.object({
  fingerprint: z.string(),
  checksCapturedAt: timestampSchema,
  checksFreshness: z.literal("current"),
  checkWarnings: count,
  previewCapturedAt: timestampSchema,
  previewFreshness: z.literal("current"),
  confirmedAt: timestampSchema,
  confirmedBy: actorSchema,
  typedLabel: z.string(),
  // Records from before it was asked for do not say.
  labelPasted: z.boolean().nullable().default(null),
});

export const runExecutionSchema = z.object({
  status: executionStatusSchema,
  operationId: z.string().nullable(),
  queuedAt: timestampSchema.nullable(),
  startedAt: timestampSchema.nullable(),
  finishedAt: timestampSchema.nullable(),
  safetySnapshot: safetySnapshotSchema.nullable(),
  results: runResultsSchema.nullable(),
  reason: recordedReasonSchema.nullable(),
});

export const restoreRunSchema = z.object({
  id: z.string(),
  workspaceId: z.string(),
  environmentId: z.string(),
  revision: count,
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  requestedBy: actorSchema,
  target: frozenTargetSchema,
  targetIdentity: z.object({ tenantId: z.string(), label: z.string(), readAt: timestampSchema }).nullable(),
  backupSetId: z.string().nullable(),
  scope: restoreScopeSchema.nullable(),
  restoreMode: restoreModeSchema,
  mappings: z.record(z.string(), mappingDecisionSchema),
  identityDecisions: z.record(z.string(), identityDecisionSchema),
  acceptances: z.array(checkAcceptanceSchema),
  dryRun: z.boolean(),
  checks: checkEvidenceSchema.nullable(),
  preview: previewEvidenceSchema.nullable(),
  execution: runExecutionSchema.nullable(),
});

export const dependencySchema = z.object({
  key: z.string(),
  kind: z.enum(["group", "assignment_filter", "scope_tag"]),
  sourceId: z.string(),
  sourceName: z.string().nullable(),
  usedBy: z.array(z.string()),
  excludes: z.boolean(),
  suggestion: z.object({ targetId: z.string(), targetName: z.string() }).nullable(),
  resolution: z.discriminatedUnion("state", [
    z.object({ state: z.literal("same_id"), targetId: z.string(), targetName: z.string().nullable() }),
    z.object({ state: z.literal("mapped"), targetId: z.string(), targetName: z.string() }),
    z.object({ state: z.literal("skipped") }),
    z.object({
      state: z.literal("unresolved"),
      cause: z.enum([
        "not_in_target",
        "other_under_its_id",
        "several_of_its_name",
        "mapping_broken",
        "decided_twice",
        "skip_not_allowed",
        "directory_not_read",
        "not_listed",
      ]),
    }),
  ]),
});

export const targetLimitSchema = z.object({
  of: z.string(),
  access: z.enum(["read", "write"]),
  cause: targetLimitCauseSchema,
});

const directoryEntries = z.array(z.object({ id: z.string(), name: z.string() }));

export const targetDirectorySchema = z.object({
  version: z.string(),
  readAt: timestampSchema,
  groups: directoryEntries,
  assignmentFilters: directoryEntries,
  scopeTags: directoryEntries,
  limits: z.array(targetLimitSchema),
});

/** A run with every fact that its pages are derived from. */
export const runDocumentSchema = z.object({
  run: restoreRunSchema,
  backupSet: backupSetSchema.nullable(),
  scope: z
    .object({
      inScope: count,
      writable: count,
      previewOnly: count,
      metadataOnly: count,
      requestedItems: z.array(z.string()),
    })
    .nullable(),
  dependencies: z.array(dependencySchema).nullable(),
  /** The fresh reading of the target's directory that was asked for last. */
  directorySync: z.exactOptional(directorySyncSchema.nullable()),
  directoryVersion: z.string().nullable(),
  operator: operatorSchema,
  operation: operationSchema.nullable(),
  evidence: z.array(evidenceSnapshotSchema),
  /** The last entry about the run in the audit trail. */
  audit: z.exactOptional(auditMarkSchema.nullable()),
  directory: targetDirectorySchema.nullable(),
  /** The checks or preview that were asked for last. */
  assessment: z.exactOptional(assessmentSchema.nullable()),
});

/** One row of an environment's list of runs. */
export const runListingSchema = z.object({
  id: z.string(),
  status: runStatusSchema,
  dryRun: z.boolean(),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  requestedBy: actorSchema,
  target: frozenTargetSchema,
  backupSetId: z.string().nullable(),
  backupSetName: z.string().nullable(),
  operationId: z.string().nullable(),
});

export const runListSchema = z.array(runListingSchema);

export type RunListing = z.output<typeof runListingSchema>;
