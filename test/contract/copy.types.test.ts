import { test } from "vitest";
import { type Formatting, formatting } from "../../src/flow/index.js";
import { englishSteps, type StepsWords } from "../../src/restore/resolvers/copy/en/steps.js";
import type { WizardWords } from "../../src/restore/resolvers/copy/en/wizard.js";
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
