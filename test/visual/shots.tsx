import { composeStories, setProjectAnnotations } from "@storybook/react-vite";
import preview from "../../.storybook/preview.tsx";

export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const viewports = { wide: [1280, 800], narrow: [375, 667] } as const;
export type ViewportName = keyof typeof viewports;

export interface VisualStory {
  /** Where the story stands in Storybook: "Components/DecisionCard/Armed". */
  readonly path: string;
  readonly fullscreen: boolean;
  readonly show: (canvas: HTMLElement) => Promise<void>;
}

interface ComposedStory {
  readonly parameters: { readonly layout?: string; readonly visual?: { readonly disable?: boolean } };
  readonly run: (context: { canvasElement: HTMLElement }) => Promise<void>;
}

interface StoryModule {
  readonly default: { readonly title: string };
}

const modules = import.meta.glob<StoryModule>("../../stories/**/*.stories.tsx", { eager: true });

/** Every story that has a baseline, drawn in this theme. */
export async function visualStories(theme: Theme): Promise<VisualStory[]> {
  const project = setProjectAnnotations([preview, { initialGlobals: { theme } }]);
  await project.beforeAll?.();
  return Object.values(modules).flatMap((module) =>
    Object.entries(composeStories(module as never) as unknown as Record<string, ComposedStory>)
      .filter(([, story]) => story.parameters.visual?.disable !== true)
      .map(([name, story]) => ({
        path: `${module.default.title}/${name}`,
        fullscreen: story.parameters.layout === "fullscreen",
        show: (canvas: HTMLElement) => story.run({ canvasElement: canvas }),
      })),
  );
}

/** The file of a baseline, without ".png". Vitest drops what is not a letter, digit, hyphen or underscore, so we do it first. */
export function baselineName(story: string, theme: Theme, viewport: ViewportName): string {
  const path = story
    .split("/")
    .map((part) =>
      part
        .trim()
        .replaceAll(/\s+/g, "-")
        .replaceAll(/[^\w-]/g, "")
        .replaceAll(/-{2,}/g, "-"),
    )
    .join("/");
  return `${path}-${theme}-${viewport}`;
}

/** Names that two shots would share, on a file system that does not tell "a" from "A" as well. */
export function collisions(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase();
    const taken = seen.has(key);
    seen.add(key);
    return taken;
  });
}
