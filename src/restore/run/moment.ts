const rfc3339 =
  /^(\d{4})-(\d{2})-(\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Milliseconds since 1970 of an RFC 3339 moment; null where the text is none, or names a day that no calendar has. */
export function momentOf(text: string | null | undefined): number | null {
  if (typeof text !== "string") return null;
  const found = rfc3339.exec(text);
  if (found === null) return null;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  // Parsing moves the 30th of February into March without a word.
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return null;
  return Date.parse(text);
}

/** A recorded moment as it is written; null where none was recorded, or what was recorded is no moment. */
export function recordedMoment(text: string | null | undefined): string | null {
  return typeof text === "string" && momentOf(text) !== null ? text : null;
}
