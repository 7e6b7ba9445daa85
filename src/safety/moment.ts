const rfc3339 =
  /^(\d{4})-(\d{2})-(\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Milliseconds since 1970 of an RFC 3339 moment; null where the text is none, or names a day that no calendar has. */
export function momentOf(text: string | null | undefined): number | null {
  const found = rfc3339.exec(text ?? "");
  if (found === null) return null;
  const [moment, year, month, day] = found as unknown as [string, string, string, string];
  // Parsing moves the 30th of February into March without a word.
  const midnight = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const isDay = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(`${year}-${month}-${day}T`);
  return isDay ? Date.parse(moment) : null;
}

/** A recorded moment as it is written; null where none was recorded, or what was recorded is no moment. */
export function recordedMoment(text: string | null | undefined): string | null {
  return momentOf(text) === null ? null : (text ?? null);
}
