import { type Formatting, formatting } from "../../flow/index.js";
import type { Place } from "../../safety/index.js";
import { type RestoreWords, restoreWords } from "./copy/words.js";

/** How restore's pages write, and where their places are. Locale and time zone arrive as data. */
export interface RestoreContext extends Formatting {
  readonly href: (place: Place) => string;
  /** Every sentence, in the language of the locale. */
  readonly words: RestoreWords;
}

/** Builds a context for one locale and one IANA time zone, such as "en-GB" and "UTC". */
export function restoreContext(options: {
  readonly locale: string;
  readonly timeZone: string;
  readonly href: (place: Place) => string;
}): RestoreContext {
  const format = formatting(options);
  return { ...format, href: options.href, words: restoreWords(format) };
}
