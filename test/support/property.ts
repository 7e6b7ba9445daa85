/** How many cases a property tries: 2,000 in `npm test`, and `CHECKRAIL_CASES` where a campaign wants more. */
export function cases(): number {
  const wanted = process.env["CHECKRAIL_CASES"] ?? "2000";
  if (!/^[1-9]\d*$/.test(wanted)) throw new RangeError(`CHECKRAIL_CASES is no number of cases: “${wanted}”.`);
  return Number(wanted);
}
