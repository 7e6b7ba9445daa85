import { z } from "zod";

/** `If-Match: "<revision>"`: the revision of the run that a write was made for. */
export const ifMatchSchema = z.string().regex(/^"(0|[1-9]\d{0,9})"$/);
