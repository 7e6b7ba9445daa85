import type { InstantModel } from "../view-models/index.js";

/** Forms of a word by plural category of its language; a category that is absent takes `other`. */
export type PluralForms = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** How one locale and one time zone write numbers, moments, plurals and lists. Both arrive as data. */
export interface Formatting {
  /** BCP 47 tag, such as "de-AT". */
  readonly locale: string;
  readonly number: (value: number) => string;
  /** A moment given as RFC 3339. */
  readonly instant: (iso: string) => InstantModel;
  /** The form that the language uses with this count. */
  readonly plural: (count: number, forms: PluralForms) => string;
  /** The count and the form that goes with it: "1 item", "1,204 items". */
  readonly counted: (count: number, forms: PluralForms) => string;
  /** "a", "a and b", "a, b and c". */
  readonly listed: (parts: readonly string[]) => string;
}

/** Builds the formatting of one locale and one IANA time zone, such as "en-GB" and "UTC". Throws a RangeError for a tag or zone that does not exist. */
export function formatting({ locale, timeZone }: { readonly locale: string; readonly timeZone: string }): Formatting {
  const moments = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
    timeZoneName: "short",
  });
  const numbers = new Intl.NumberFormat(locale);
  const rules = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale);
  const number = (value: number) => numbers.format(value);
  const plural = (count: number, forms: PluralForms) => forms[rules.select(count)] ?? forms.other;
  return {
    locale,
    number,
    instant: (iso) => ({ iso, text: moments.format(new Date(iso)) }),
    plural,
    counted: (count, forms) => `${number(count)} ${plural(count, forms)}`,
    listed: (parts) => lists.format(parts),
  };
}
