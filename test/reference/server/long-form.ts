/** Begins to measure, and answers what tells whether a long form has taken as long as CHECKRAIL_MINUTES lets it. */
export function timeLimit(): () => boolean {
  const until = Date.now() + Number(process.env["CHECKRAIL_MINUTES"] ?? Infinity) * 60_000;
  return () => Date.now() > until;
}
