import fc from "fast-check";
import { expect } from "vitest";

/** How many cases a property tries: 2,000 in `npm test`, and `CHECKRAIL_CASES` where a campaign wants more. */
export function cases(): number {
  const wanted = process.env["CHECKRAIL_CASES"] ?? "2000";
  if (!/^[1-9]\d*$/.test(wanted)) throw new RangeError(`CHECKRAIL_CASES is no number of cases: “${wanted}”.`);
  return Number(wanted);
}

/** `expect(is).toBe(told)`, for what is asked millions of times: only where they differ is it worth the time of `expect`. */
export function agree(is: string | number | boolean | null, told: typeof is): void {
  if (is !== told) expect(is).toBe(told);
}

/** Any text, halves of characters among it. `fc.string({ unit: "binary" })` lists all characters first, for a second. */
export function anyText(lengths?: fc.ArrayConstraints): fc.Arbitrary<string> {
  return fc.array(fc.nat(0x10ffff), lengths).map((points) => String.fromCodePoint(...points));
}
