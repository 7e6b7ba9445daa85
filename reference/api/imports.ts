import { z } from "zod";
import { recordedCountSchema } from "./backup-sets.js";

/** Most bytes of one file that an import reads. */
export const mostBytesPerFile = 32 * 1024 * 1024;

const mostFiles = 50_000;
const pathSchema = z.string().min(1).max(4096);
const base64Schema = z
  .string()
  .max(Math.ceil(mostBytesPerFile / 3) * 4)
  .refine((text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text), "Not base64.");

/** One file of an export: its content, or why it could not be read where it lies. */
export const importFileSchema = z.union([
  z.strictObject({ path: pathSchema, base64: base64Schema }),
  z.strictObject({ path: pathSchema, unreadable: z.string().min(1).max(500) }),
]);

const destination = { name: z.string().trim().min(1).max(200), files: z.array(importFileSchema).min(1).max(mostFiles) };

/** A whole export folder, and what it is to become: an immutable backup set, or the content of a target. */
export const importRequestSchema = z.discriminatedUnion("as", [
  z.strictObject({ as: z.literal("backup"), ...destination }),
  z.strictObject({
    as: z.literal("target"),
    environment: z.enum(["prod", "test"]),
    /** True replaces all content of an environment that has the name; else an existing name is refused. */
    replace: z.boolean().optional(),
    ...destination,
  }),
]);

export const importOutcomeSchema = z.enum([
  "item",
  "group",
  "sidecar",
  "migration_table",
  "metadata_only_item",
  "duplicate_of_item",
  "not_an_export_file",
  "unreadable",
]);

export const importedFileSchema = z.object({
  path: z.string(),
  outcome: importOutcomeSchema,
  reason: z.string().nullable(),
});

/** What became of an import. The counts by outcome add up to `fileCount`: no file is dropped. */
export const importSummarySchema = z.object({
  /** The backup set or the managed environment. */
  id: z.string(),
  as: z.enum(["backup", "target"]),
  name: z.string(),
  /** True where a target of that name existed and its content was replaced. */
  replaced: z.boolean(),
  tenantId: z.string().nullable(),
  tenantName: z.string().nullable(),
  capturedAt: z.string().nullable(),
  fileCount: z.int().nonnegative(),
  /** Files by outcome; an outcome that no file had is 0. */
  counts: z.record(importOutcomeSchema, z.int().nonnegative()),
  itemCount: z.int().nonnegative(),
  /** Items by how much of them was captured. */
  capture: z.record(z.enum(["full", "degraded", "metadata_only"]), z.int().nonnegative()),
  /** Items whose assignments the export does not hold, though their type has assignments. */
  assignmentsNotCaptured: z.int().nonnegative(),
  /** Items by type, in catalogue order; types without items are left out. */
  types: z.array(z.object({ type: z.string(), label: z.string(), count: z.int().positive() })),
  /** Directory groups; null where the export names none, which does not mean that the tenant has none. */
  groupCount: recordedCountSchema,
  /** Files that are more, or less, than plainly imported, with their reasons. */
  files: z.array(importedFileSchema),
  /** Items that the target could not take, because another item of the export has their id. */
  notTaken: z.array(z.object({ path: z.string(), name: z.string() })),
});

export type ImportFile = z.output<typeof importFileSchema>;
export type ImportRequest = z.output<typeof importRequestSchema>;
export type ImportSummary = z.output<typeof importSummarySchema>;
