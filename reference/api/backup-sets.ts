import { z } from "zod";
import { timestampSchema } from "./session.js";

/** A count that was recorded; null where it was not, which is never zero (BY-3). */
export const recordedCountSchema = z.int().nonnegative().nullable();

export const platformSchema = z.enum(["windows", "macos", "ios", "android", "linux", "cross_platform"]);

export const backupQualitySchema = z.object({
  itemCount: recordedCountSchema,
  usableItems: recordedCountSchema,
  degradedItems: recordedCountSchema,
  metadataOnlyItems: recordedCountSchema,
  assignmentIssues: recordedCountSchema,
  orphanedAssignments: recordedCountSchema,
});

export const backupSetSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** As the export spells it; null where it does not say. */
  capturedAt: z.string().nullable(),
  importedAt: timestampSchema,
  tenantId: z.string().nullable(),
  tenantName: z.string().nullable(),
  contentHash: z.string(),
  types: z.array(z.string()),
  quality: backupQualitySchema,
});

export const backupSetsSchema = z.array(backupSetSchema);

export const catalogueItemSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  platform: platformSchema.nullable(),
  modifiedAt: z.string().nullable(),
  capture: z.enum(["full", "degraded", "metadata_only"]),
  problems: z.array(
    z.enum([
      "payload_unreadable",
      "sidecar_missing",
      "secret_not_captured",
      "assignments_not_captured",
      "duplicate_id",
      "type_unknown",
    ]),
  ),
});

export const catalogueSchema = z.array(catalogueItemSchema);
