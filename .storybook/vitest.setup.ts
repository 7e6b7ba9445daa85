import * as a11y from "@storybook/addon-a11y/preview";
import { type Preview, setProjectAnnotations } from "@storybook/react-vite";
import { inject } from "vitest";
import { commands } from "vitest/browser";
import { faintTexts } from "../test/support/contrast-of-text.ts";
import { falseClaimsOf } from "../test/support/story-claims.ts";
import preview from "./preview.tsx";

type Story = Parameters<NonNullable<Exclude<Preview["afterEach"], readonly unknown[]>>>[0];

const theme = inject("theme");

/** RR-12 no story says what its state forbids. Its words are the same in every theme. */
const claims: Preview = {
  afterEach: (story) => {
    if (theme !== "light") return;
    const found = falseClaimsOf(story, story.canvasElement);
    if (found.length > 0) throw new Error(`${story.id} makes a claim that its state forbids: ${found.join("; ")}`);
  },
};

/**
 * What is found in light and dark is the same elsewhere, but for the contrast. Of every story each text is compared with what it
 * stands on; of one of each component axe is asked as well, which takes a hundred times as long.
 */
const contrast: Preview = {
  afterEach: async (story) => {
    const { dataset } = document.documentElement;
    const { brand } = dataset;
    dataset["brand"] = "juniper";
    await hasContrast(story, "the second brand").finally(() => {
      dataset["brand"] = brand;
    });
    if (theme === "light") return;
    await commands.emulateMedia({ forcedColors: "active" });
    await hasContrast(story, "forced colours").finally(() => commands.emulateMedia({ forcedColors: null }));
  },
};

async function hasContrast(story: Story, where: string): Promise<void> {
  const faint = faintTexts(document.body);
  if (faint.length > 0) throw new Error(`${story.id} in ${where}: ${faint.join("; ")}`);
  const { visual } = story.parameters as { readonly visual?: { readonly representative?: boolean } };
  if (visual?.representative !== true) return;
  const parameters = {
    ...story.parameters,
    a11y: { ...story.parameters["a11y"], options: { runOnly: ["color-contrast"] } },
  };
  try {
    await a11y.afterEach({ ...story, parameters });
  } catch (error) {
    throw new Error(`${story.id} in ${where}: ${String(error)}`, { cause: error });
  }
}

setProjectAnnotations([a11y, preview, claims, contrast, { initialGlobals: { theme } }]);
