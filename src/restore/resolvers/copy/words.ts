import { englishFlowWords, type FlowWords, type Formatting, germanFlowWords } from "../../../flow/index.js";
import { germanBasis } from "./de/basis.js";
import { germanGates } from "./de/gates.js";
import { germanReasons } from "./de/reasons.js";
import { germanSteps } from "./de/steps.js";
import { germanUpkeep } from "./de/upkeep.js";
import { germanWizard } from "./de/wizard.js";
import { type BasisWords, englishBasis } from "./en/basis.js";
import { englishGates, type GatesWords } from "./en/gates.js";
import { englishReasons, type ReasonsWords } from "./en/reasons.js";
import { englishSteps, type StepsWords } from "./en/steps.js";
import { englishUpkeep, type UpkeepWords } from "./en/upkeep.js";
import { englishWizard, type WizardWords } from "./en/wizard.js";

/** Every sentence of Restore Run in one language, by section. A key that a language lacks, or has too much, does not compile. */
export interface RestoreWords {
  /** What restore shares with every workflow. */
  readonly flow: FlowWords;
  readonly wizard: WizardWords;
  readonly steps: StepsWords;
  readonly gates: GatesWords;
  readonly reasons: ReasonsWords;
  readonly basis: BasisWords;
  readonly upkeep: UpkeepWords;
}

/** Languages that Restore Run speaks. */
export type RestoreLanguage = "en" | "de";

const languages: Readonly<Record<RestoreLanguage, (format: Formatting) => RestoreWords>> = {
  en: (format) => ({
    flow: englishFlowWords(format),
    wizard: englishWizard(format),
    steps: englishSteps(),
    gates: englishGates(),
    reasons: englishReasons(format),
    basis: englishBasis(format),
    upkeep: englishUpkeep(),
  }),
  de: (format) => ({
    flow: germanFlowWords(format),
    wizard: germanWizard(format),
    steps: germanSteps(),
    gates: germanGates(),
    reasons: germanReasons(format),
    basis: germanBasis(format),
    upkeep: germanUpkeep(),
  }),
};

/** The sentences for one formatting. A language that Restore Run does not speak is served in English, its numbers and moments in its own way. */
export function restoreWords(format: Formatting): RestoreWords {
  const [language = "en"] = format.locale.toLowerCase().split("-");
  return Object.hasOwn(languages, language) ? languages[language as RestoreLanguage](format) : languages.en(format);
}
