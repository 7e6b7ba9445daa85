import type { Meta, StoryObj } from "@storybook/react-vite";
import { defaultMessages, germanMessages } from "../../src/index.js";
import { type RestoreContext, restoreContext } from "../../src/restore/index.js";
import { pseudoWords, scenarioContext } from "../../src/testing/index.js";
import { ownContext } from "../../examples/words/own-terms.js";
import { ScenarioPage } from "../scenario-page.js";

const german = restoreContext({ locale: "de-DE", timeZone: "UTC", href: scenarioContext.href });
const pseudo: RestoreContext = { ...scenarioContext, words: pseudoWords(scenarioContext.words) };

const meta = {
  title: "Foundations/Words",
  component: ScenarioPage,
  args: { id: "preview_void" },
  // No host's page holds every component at once, so two of their landmarks share a name here.
  parameters: { a11y: { config: { rules: [{ id: "landmark-unique", enabled: false }] } } },
} satisfies Meta<typeof ScenarioPage>;

export default meta;

type Story = StoryObj<typeof meta>;

export const German: Story = { args: { context: german, messages: germanMessages } };

/** A language that nobody speaks: what is not in brackets was never translated. */
export const PseudoLocale: Story = { args: { context: pseudo, messages: pseudoWords(defaultMessages) } };

/** One team calls things by its own names, in German and in its own colours: terms in every sentence, one sentence whole, and structural words. */
export const OwnTerms: Story = {
  args: {
    context: ownContext("de-DE", scenarioContext.href),
    messages: { ...germanMessages, blocked: "Angehalten", reason: "Warum", impact: "Was es bedeutet" },
  },
  globals: { brand: "juniper" },
};
