import { z } from "zod";
import { recordedCountSchema } from "./backup-sets.js";

/** Most bytes of one file that an import reads. */
export const mostBytesPerFile = 32 * 1024 * 1024;

/** Most files that one import reads. */
export const mostFiles = 50_000;

/** Most bytes of one archive, packed. */
export const mostBytesOfArchive = 90 * 1024 * 1024;
const pathSchema = z.string().min(1).max(4096);
const base64 = (mostBytes: number) =>
  z
    .string()
    .max(Math.ceil(mostBytes / 3) * 4)
    .refine((text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text), "Not base64.");

/** One file of an export: its content, or why it could not be read where it lies. */
export const importFileSchema = z.union([
  z.strictObject({ path: pathSchema, base64: base64(mostBytesPerFile) }),
  z.strictObject({ path: pathSchema, unreadable: z.string().min(1).max(500) }),
]);

const destination = {
  name: z.string().trim().min(1).max(200),
  /** Every file of the export. */
  files: z.exactOptional(z.array(importFileSchema).min(1).max(mostFiles)),
  /** The export as a zip archive, in place of `files`. */
  archive: z.exactOptional(base64(mostBytesOfArchive)),
};

const eitherFilesOrArchive = (request: { readonly files?: unknown; readonly archive?: unknown }) =>
  (request.files === undefined) !== (request.archive === undefined);
const whichOne = "Send either files or an archive.";

/** A whole export, as files or as a zip archive, and what it is to become: an immutable backup set, or the content of a target. */
export const importRequestSchema = z.discriminatedUnion("as", [
  z.strictObject({ as: z.literal("backup"), ...destination }).refine(eitherFilesOrArchive, whichOne),
  z
    .strictObject({
      as: z.literal("target"),
      environment: z.enum(["prod", "test"]),
      /** True replaces all content of an environment that has the name; else an existing name is refused. */
      replace: z.boolean().optional(),
      ...destination,
    })
    .refine(eitherFilesOrArchive, whichOne),
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
