import { type Renamed, withTerms } from "../flow/index.js";
import { everyRestoreClaim } from "./claims/states.js";
import type { RestoreContext } from "./resolvers/context.js";
import { germanNouns } from "./resolvers/copy/de/nouns.js";
import { englishNouns } from "./resolvers/copy/en/nouns.js";
import type { RestoreLanguage } from "./resolvers/copy/words.js";

/** The terms of Restore Run that a team may call otherwise, as the sentences of each language spell them. */
export const restoreTerms = { en: englishNouns, de: germanNouns } as const satisfies Record<RestoreLanguage, unknown>;

/** What a team calls the terms of Restore Run, by language. */
export type RenamedRestoreTerms = {
  readonly [Language in RestoreLanguage]?: Renamed<(typeof restoreTerms)[Language]>;
};

/** The context with the team's terms in every sentence; a language that the team does not mention keeps ours. */
export function renameRestoreTerms(context: RestoreContext, renamed: RenamedRestoreTerms): RestoreContext {
  const { words } = context;
  const { language } = words;
  return {
    ...context,
    words: withTerms<typeof words, (typeof restoreTerms)[typeof language]>(
      words,
      restoreTerms[language],
      renamed[language] ?? {},
      everyRestoreClaim,
    ),
  };
}
