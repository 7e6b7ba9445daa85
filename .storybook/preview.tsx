import type { Decorator, Preview } from "@storybook/react-vite";
import { lazy, Suspense } from "react";
import "./preview.css";

/** Theme, brand and direction sit on the root element, so overlays have them too. */
const page: Decorator = (Story, { globals }) => {
  document.documentElement.dataset["theme"] = String(globals["theme"]);
  document.documentElement.dataset["brand"] = String(globals["brand"]);
  document.documentElement.dir = String(globals["direction"]);
  return <Story />;
};

// Loaded where a page is read: tests draw stories, and need none of it.
const ComponentPage = lazy(async () => ({ default: (await import("../stories/component-page.js")).ComponentPage }));

// A documentation page is white whatever the system prefers, and one without a story has nobody else to say so.
document.documentElement.dataset["theme"] ??= "light";

const preview: Preview = {
  tags: ["autodocs"],
  decorators: [page],
  initialGlobals: { theme: "light", brand: "checkrail", direction: "ltr" },
  globalTypes: {
    theme: {
      description: "Theme",
      toolbar: {
        icon: "contrast",
        dynamicTitle: true,
        items: [
          { value: "light", title: "Light" },
          { value: "dark", title: "Dark" },
        ],
      },
    },
    brand: {
      description: "Brand",
      toolbar: {
        icon: "paintbrush",
        dynamicTitle: true,
        items: [
          { value: "checkrail", title: "Checkrail" },
          { value: "juniper", title: "Juniper, a second brand" },
        ],
      },
    },
    direction: {
      description: "Direction of text",
      toolbar: {
        icon: "transfer",
        dynamicTitle: true,
        items: [
          { value: "ltr", title: "Left to right" },
          { value: "rtl", title: "Right to left" },
        ],
      },
    },
  },
  parameters: {
    layout: "padded",
    a11y: { test: "error" },
    docs: {
      page: () => (
        <Suspense>
          <ComponentPage />
        </Suspense>
      ),
    },
    viewport: {
      options: {
        reflow: { name: "Reflow, 320", styles: { width: "320px", height: "640px" } },
        narrow: { name: "Narrow, 375", styles: { width: "375px", height: "667px" } },
        tablet: { name: "Tablet, 768", styles: { width: "768px", height: "1024px" } },
        wide: { name: "Wide, 1280", styles: { width: "1280px", height: "800px" } },
      },
    },
    options: {
      storySort: {
        order: [
          "Guide",
          [
            "Start here",
            "Embedding",
            "Theming",
            "Evaluators and copy",
            "Server-side enforcement",
            "Other backends",
            "Claims",
            "Accessibility statement",
            "Testing",
            "Measured",
            "Migrating",
            "FAQ",
            "API",
          ],
          "Architecture",
          "Foundations",
          "Components",
          "Restore",
          ["Flows", "Steps", "Results"],
          "Other workflows",
          "Decisions",
        ],
      },
    },
  },
};

export default preview;
