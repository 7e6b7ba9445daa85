import * as a11y from "@storybook/addon-a11y/preview";
import { type Preview, setProjectAnnotations } from "@storybook/react-vite";
import { inject } from "vitest";
import { falseClaimsOf } from "../test/support/story-claims.ts";
import preview from "./preview.tsx";

/** RR-12 no story says what its state forbids. Its words are the same in every theme. */
const claims: Preview = {
  afterEach: (story) => {
    if (inject("theme") !== "light") return;
    const found = falseClaimsOf(story, story.canvasElement);
    if (found.length > 0) throw new Error(`${story.id} makes a claim that its state forbids: ${found.join("; ")}`);
  },
};

setProjectAnnotations([a11y, preview, claims, { initialGlobals: { theme: inject("theme") } }]);
