import { plainContext } from "../addresses.js";

const context = plainContext();

/** A moment in the operator's words, or that it was not recorded. */
export function moment(iso: string | null): string {
  return iso === null ? "Not recorded" : context.instant(iso).text;
}

/** A count in the operator's words, or that it was not recorded. */
export function count(value: number | null): string {
  return value === null ? "Not recorded" : context.number(value);
}
