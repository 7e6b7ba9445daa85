import type { Place } from "../../safety/index.js";
import type { InstantModel } from "../../view-models/index.js";

/** How restore's pages write numbers and moments, and where their places are. Locale and time zone arrive as data. */
export interface RestoreContext {
  readonly href: (place: Place) => string;
  readonly instant: (iso: string) => InstantModel;
  readonly number: (value: number) => string;
}

/** Builds a context for one locale and one IANA time zone, such as "en-GB" and "UTC". */
export function restoreContext(options: {
  readonly locale: string;
  readonly timeZone: string;
  readonly href: (place: Place) => string;
}): RestoreContext {
  const moments = new Intl.DateTimeFormat(options.locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: options.timeZone,
    timeZoneName: "short",
  });
  const numbers = new Intl.NumberFormat(options.locale);
  return {
    href: options.href,
    instant: (iso) => ({ iso, text: moments.format(new Date(iso)) }),
    number: (value) => numbers.format(value),
  };
}
