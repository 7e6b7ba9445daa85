import { type Formatting, formatting } from "../../flow/index.js";
import type { Place } from "../../safety/index.js";
import { places } from "./reasons.js";
import { type RestoreWords, restoreWords } from "./copy/words.js";

/** How restore's pages write, and where their places are. Locale and time zone arrive as data. */
export interface RestoreContext extends Formatting {
  readonly href: (place: Place) => string;
  /** Every sentence, in the language of the locale. */
  readonly words: RestoreWords;
}

/** The same context for whoever stands on this step: what is to be done on the spot is there (BY-15). */
export function onStep(context: RestoreContext, step: string): RestoreContext {
  const { href } = context;
  return { ...context, href: (place) => href(place.step === places.readAgain.step ? { ...place, step } : place) };
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
