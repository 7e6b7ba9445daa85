import { z } from "zod";

/** `If-Match: "<revision>"`: the revision of the run that a write was made for. */
export const ifMatchSchema = z.string().regex(/^"(0|[1-9]\d{0,9})"$/);

/** `Idempotency-Key`: what a client calls one request, however many times it has to send it. */
export const idempotencyKeySchema = z.string().regex(/^[A-Za-z0-9_-]{16,128}$/);

/** For how long a key is remembered. */
export const idempotencyKeyHours = 24;
