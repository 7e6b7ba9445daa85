/** What the browser is shown at present: the campaign says it, and the server of the pages, in the same process, reads it. */
import type { Defect } from "./visual-defects.ts";

/** Names the stories that are drawn. */
export const shots = "test/visual/shots.tsx";
/** Holds every sheet by the time the browser gets it. */
export const sheet = ".storybook/preview.css";

export interface Shown {
  readonly defect: Defect | null;
  readonly stories: readonly string[];
}

// The configuration is loaded as a module of its own, so what it shares with the campaign is global.
const place = globalThis as { checkrailShown?: Shown };

export function showDefect(defect: Defect | null, stories: readonly string[]): void {
  place.checkrailShown = { defect, stories };
}

export function shown(): Shown {
  if (place.checkrailShown === undefined) throw new Error("Nobody said which defect is to be shown.");
  return place.checkrailShown;
}
