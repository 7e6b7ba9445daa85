import { z } from "zod";
import { auditMarkSchema } from "./audit.js";
import { recordedCountSchema } from "./backup-sets.js";
import { restorePhaseSchema } from "./changes.js";
import { checkSeveritySchema, phaseOutcomeSchema, previewEvidenceSchema } from "./evidence.js";
import { frozenTargetSchema, restoreModeSchema } from "./runs.js";
import { actorSchema } from "./session.js";

const count = z.int().nonnegative();
const note = z.string().nullable();
const fingerprint = z.string().regex(/^sha256:[0-9a-f]{64}$/);

const itemSchema = z.object({
  itemId: z.string(),
  name: z.string(),
  type: z.string(),
  outcome: phaseOutcomeSchema,
  skipReason: note,
  reason: note,
  phases: z.array(z.object({ phase: z.string(), outcome: phaseOutcomeSchema, reason: note })),
});

const partSchema = z.discriminatedUnion("result", [
  z.object({ phase: z.string(), result: z.literal("as_intended") }),
  z.object({ phase: z.string(), result: z.literal("differs"), differences: count }),
  z.object({ phase: z.string(), result: z.literal("not_compared"), cause: z.string() }),
]);

const decided = { decision: z.string(), targetId: note };

/** Everything on a receipt, by section; what is not named here is never on one (BY-12). */
export const receiptContentSchema = z.object({
  run: z.object({
    id: z.string(),
    workspaceId: z.string(),
    environmentId: z.string(),
    revision: count,
    createdAt: z.string(),
    updatedAt: z.string(),
    requestedBy: actorSchema,
    target: frozenTargetSchema,
    dryRun: z.boolean(),
    restoreMode: restoreModeSchema,
    scopeMode: z.enum(["all", "selected"]).nullable(),
    selectedItems: count.nullable(),
  }),
  source: z.object({ id: z.string(), name: z.string(), capturedAt: note, contentHash: z.string() }).nullable(),
  basis: z.object({ checks: note, preview: note, executed: note }),
  checks: z
    .object({
      capturedAt: note,
      summary: z.record(checkSeveritySchema, count),
      findings: z.array(
        z.object({ check: z.string(), itemId: z.string(), itemName: z.string(), severity: checkSeveritySchema }),
      ),
    })
    .nullable(),
  preview: z.object({ capturedAt: note, summary: previewEvidenceSchema.shape.summary }).nullable(),
  decisions: z.object({
    mappings: z.array(z.object({ key: z.string(), ...decided })),
    identities: z.array(z.object({ itemId: z.string(), ...decided })),
    acceptances: z.array(
      z.object({
        check: z.string(),
        itemId: z.string(),
        finding: z.string(),
        reason: z.string(),
        acceptedBy: actorSchema,
        acceptedAt: z.string(),
      }),
    ),
  }),
  confirmation: z.object({ confirmedAt: z.string(), confirmedBy: actorSchema, typedLabel: z.string() }).nullable(),
  operation: z
    .object({
      id: z.string(),
      status: z.string(),
      outcome: note,
      createdAt: z.string(),
      startedAt: note,
      finishedAt: note,
    })
    .nullable(),
  outcomes: z.object({
    status: note,
    reason: note,
    counts: z.record(phaseOutcomeSchema, recordedCountSchema).nullable(),
    items: z.array(itemSchema).nullable(),
  }),
  evidence: z
    .object({
      id: z.string(),
      capturedAt: note,
      coverage: z
        .array(
          z.object({
            phase: restorePhaseSchema,
            compared: count,
            notCompared: z.record(z.enum(["left_untouched", "not_returned", "item_not_compared"]), count),
          }),
        )
        .nullable(),
      findings: z.array(z.object({ itemId: z.string(), result: z.string(), parts: z.array(partSchema).nullable() })),
    })
    .nullable(),
  audit: auditMarkSchema.nullable(),
});

const sections = z.enum(Object.keys(receiptContentSchema.shape) as [keyof typeof receiptContentSchema.shape]);

/** One redacted, hashed document of what was decided and what came of it (BY-12). */
export const restoreReceiptSchema = z.object({
  form: z.literal("checkrail.restore_receipt"),
  version: z.literal("2"),
  content: receiptContentSchema,
  /** A fingerprint per section, so that an alteration can be placed. */
  hashes: z.record(sections, fingerprint),
  /** Fingerprint of form, version and `hashes`. */
  hash: fingerprint,
});
