import { test } from "vitest";
import { type Formatting, formatting } from "../../src/flow/index.js";
import { englishSteps, type StepsWords } from "../../src/restore/resolvers/copy/en/steps.js";
import type { WizardWords } from "../../src/restore/resolvers/copy/en/wizard.js";
import type { RenamedRestoreTerms } from "../../src/restore/index.js";
import type { RestoreWords } from "../../src/restore/resolvers/copy/words.js";

const format: Formatting = formatting({ locale: "de-DE", timeZone: "UTC" });
const { title, question } = englishSteps();

test("a language that lacks a sentence, or has one too many, does not compile", () => {
  // @ts-expect-error the questions are missing
  const lacking = (): StepsWords => ({ title });
  const { preview, ...others } = title;
  // @ts-expect-error the title of one step is missing
  const lackingDeep = (): StepsWords => ({ title: others, question });
  // @ts-expect-error no step asks this
  const extra = (): StepsWords => ({ title, question, answer: preview });
  // @ts-expect-error there is no sixth step
  const extraDeep = (): StepsWords => ({ title: { ...title, approval: "Genehmigung" }, question });
  // @ts-expect-error a title that needs the name of its step is no plain text
  const text = (): Pick<WizardWords, "next"> => ({ next: "Weiter" });
  // @ts-expect-error a name is no number
  const argument = (): Pick<WizardWords, "next"> => ({ next: (step: number) => format.number(step) });
  // @ts-expect-error a whole section is missing
  const section = (words: RestoreWords): RestoreWords => ({ flow: words.flow });
  return [lacking, lackingDeep, extra, extraDeep, text, argument, section];
});

test("a term that no sentence spells, or one that lacks a form, does not compile", () => {
  const own: RenamedRestoreTerms = { en: { blocker: { one: "obstacle", other: "obstacles" } } };
  // @ts-expect-error the plural is missing
  const lacking: RenamedRestoreTerms = { en: { blocker: { one: "obstacle" } } };
  // @ts-expect-error no sentence spells it so
  const extraForm: RenamedRestoreTerms = { en: { scope: { one: "extent", other: "extents" } } };
  // @ts-expect-error there is no such term
  const extraTerm: RenamedRestoreTerms = { en: { healthy: { one: "well" } } };
  // @ts-expect-error the German sentences say "die" before it, never "der"
  const otherGender: RenamedRestoreTerms = { de: { preview: { der: "Ausblick" } } };
  return [own, lacking, extraForm, extraTerm, otherGender];
});
