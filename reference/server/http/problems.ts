import type { ProblemCode, problemStatuses } from "../../api/problem-codes.js";
import type { HostProblem, ProblemReason } from "../../../src/restore/ports.js";

/** A plain answer with its value, or a problem. */
export type Answer<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** Of a list that goes on: the entry after which it does. */
      readonly goesOnAfter?: string;
    }
  | { readonly ok: false; readonly problem: HostProblem };

/** A problem of RFC 9457; the code is stable, comes with one status, and the reasons are every one there is. */
export function problem<Code extends ProblemCode>(
  status: (typeof problemStatuses)[Code],
  code: Code,
  title: string,
  detail: string,
  reasons: readonly ProblemReason[] = [],
): HostProblem {
  return { type: `urn:checkrail:problem:${code}`, title, status, detail, code, reasons };
}

/** Answers with a problem. */
export function refused(found: HostProblem): { readonly ok: false; readonly problem: HostProblem } {
  return { ok: false, problem: found };
}

/** Answers with a value. */
export function answered<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Answers with one page of a list, out of one entry more than it may hold. */
export function answeredPage<T>(entries: readonly T[], limit: number, idOf: (entry: T) => string) {
  const value = entries.slice(0, limit);
  const last = value.at(-1);
  return { ok: true, value, ...(entries.length > limit && last !== undefined && { goesOnAfter: idOf(last) }) } as const;
}

/** The same words whether something is absent or hidden from the caller (SI-11). */
export const notFound = problem(404, "not_found", "Not found", "There is nothing here that you may see.");

export const notSignedIn = problem(401, "not_signed_in", "Not signed in", "Sign in, then try again.");

export const capabilityMissing = problem(
  403,
  "capability_missing",
  "Not allowed",
  "You may look here, not do this. A workspace administrator can grant the capability.",
);

export const revisionMissing = problem(
  428,
  "revision_missing",
  "Revision required",
  'Name the revision that this change was made for: If-Match: "<revision>".',
);

export const revisionUnreadable = problem(
  400,
  "revision_unreadable",
  "Revision not readable",
  'The If-Match header must hold one revision in quotes, such as "3".',
);

/** The run moved on since the caller read it. */
export function revisionMoved(present: number): HostProblem {
  return problem(
    412,
    "revision_moved",
    "The run has changed",
    `The run is at revision ${present} now. Load it again, look at what changed, and repeat what you still want.`,
  );
}

export const keyMissing = problem(
  400,
  "idempotency_key_missing",
  "Key required",
  "Give this request a name of its own in the header Idempotency-Key, such as a UUID, and send it again under the same name where its answer is lost.",
);

export const keyUnreadable = problem(
  400,
  "idempotency_key_unreadable",
  "Key not readable",
  "The Idempotency-Key header must hold 16 to 128 letters, digits, hyphens or underscores.",
);

/** A key that stands for something else already. */
export const keyReused = problem(
  422,
  "idempotency_key_reused",
  "Key used before",
  "This Idempotency-Key stands for another request. Nothing was done. Load the run again, and ask under a new key for what you still want.",
);

/** A filter with a value that no entry can have. */
export function filterUnreadable(name: string, values: readonly string[]): HostProblem {
  return problem(400, "filter_unreadable", "No such filter", `“${name}” is one of: ${values.join(", ")}.`);
}

/** More than one caller may ask for. */
export const rateLimited = problem(
  429,
  "rate_limited",
  "Too many requests",
  "Nothing was done. Ask again after the time that the header Retry-After names.",
);

/** A page that the list does not have. */
export function pageUnreadable(most: number): HostProblem {
  return problem(
    400,
    "page_unreadable",
    "No such page",
    `“limit” is a whole number from 1 to ${most}, and “after” the id of an entry of this list. Begin without “after”.`,
  );
}
