import { englishFlowWords, type FlowWords, type Formatting, germanFlowWords } from "../../../flow/index.js";

/** Every sentence of Restore Run in one language, by section. A key that a language lacks, or has too much, does not compile. */
export interface RestoreWords {
  /** What restore shares with every workflow. */
  readonly flow: FlowWords;
}

/** Languages that Restore Run speaks. */
export type RestoreLanguage = "en" | "de";

const languages: Readonly<Record<RestoreLanguage, (format: Formatting) => RestoreWords>> = {
  en: (format) => ({ flow: englishFlowWords(format) }),
  de: (format) => ({ flow: germanFlowWords(format) }),
};

/** The sentences for one formatting. A language that Restore Run does not speak is served in English, its numbers and moments in its own way. */
export function restoreWords(format: Formatting): RestoreWords {
  const [language = "en"] = format.locale.toLowerCase().split("-");
  return Object.hasOwn(languages, language) ? languages[language as RestoreLanguage](format) : languages.en(format);
}
