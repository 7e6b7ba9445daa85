import { z } from "zod";

/** A place that clears a reason: a step, and an anchor inside it. */
export const placeSchema = z.object({ step: z.string(), anchor: z.string() });

/** One reason of a refusal, as a stable code and in words. */
export const problemReasonSchema = z.object({
  code: z.string(),
  reason: z.string(),
  clearedBy: placeSchema.nullable(),
});

/** Problem details (RFC 9457) with every reason. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  reasons: z.array(problemReasonSchema),
});
