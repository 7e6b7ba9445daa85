import { composeStories, setProjectAnnotations } from "@storybook/react-vite";
import preview from "../../.storybook/preview.tsx";

export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const viewports = { wide: [1280, 800], narrow: [375, 667] } as const;
export type ViewportName = keyof typeof viewports;

/** How a page is drawn that is neither in its own theme, brand, direction or density, nor on a screen at its usual size. */
export interface Condition {
  readonly globals?: Readonly<Record<string, string>>;
  /** Props over those of the story, where its component takes them. */
  readonly args?: Readonly<Record<string, unknown>>;
  readonly media?: { readonly media?: "print"; readonly forcedColors?: "active" };
  /** Size of the text at the root, against the usual one. */
  readonly text?: number;
  readonly size: readonly [width: number, height: number];
}

/** One story of each component is drawn in each of these as well. */
export const conditions = {
  "forced-colors": { globals: { theme: "dark" }, media: { forcedColors: "active" }, size: viewports.wide },
  "right-to-left": { globals: { direction: "rtl" }, size: viewports.wide },
  // A4 at 96 px to the inch.
  print: { globals: { theme: "dark" }, media: { media: "print" }, size: [794, 1123] },
  "text-200": { text: 2, size: viewports.wide },
  "second-brand": { globals: { brand: "juniper" }, size: viewports.wide },
  "second-brand-dark": { globals: { brand: "juniper", theme: "dark" }, size: viewports.wide },
  compact: { args: { density: "compact" }, size: viewports.wide },
} as const satisfies Readonly<Record<string, Condition>>;

export type ConditionName = keyof typeof conditions;

export interface VisualStory {
  /** Where the story stands in Storybook: "Components/DecisionCard/Armed". */
  readonly path: string;
  readonly fullscreen: boolean;
  /** Whether it stands for its component where only one story of each is drawn. */
  readonly representative: boolean;
  /** How much of it is in the picture, in CSS px from its top: of a list of thousands, its beginning. Null where it is all. */
  readonly tallest: number | null;
  readonly show: (canvas: HTMLElement, args?: Readonly<Record<string, unknown>>) => Promise<void>;
}

interface ComposedStory {
  readonly args: Readonly<Record<string, unknown>>;
  readonly parameters: {
    readonly layout?: string;
    readonly visual?: { readonly disable?: boolean; readonly representative?: boolean; readonly tallest?: number };
  };
  readonly run: (context: {
    readonly canvasElement: HTMLElement;
    readonly args: Readonly<Record<string, unknown>>;
  }) => Promise<void>;
}

interface StoryModule {
  readonly default: { readonly title: string };
}

const modules = import.meta.glob<StoryModule>("../../stories/**/*.stories.tsx", { eager: true });

/** Every story that has a baseline, drawn with what the toolbar of Storybook would say. */
export async function visualStories(globals: Readonly<Record<string, string>>): Promise<VisualStory[]> {
  const project = setProjectAnnotations([preview, { initialGlobals: globals }]);
  await project.beforeAll?.();
  return Object.values(modules).flatMap((module) =>
    Object.entries(composeStories(module as never) as unknown as Record<string, ComposedStory>)
      .filter(([, story]) => story.parameters.visual?.disable !== true)
      .map(([name, story]) => ({
        path: `${module.default.title}/${name}`,
        fullscreen: story.parameters.layout === "fullscreen",
        representative: story.parameters.visual?.representative === true,
        tallest: story.parameters.visual?.tallest ?? null,
        show: (canvas: HTMLElement, args = {}) =>
          story.run({ canvasElement: canvas, args: { ...story.args, ...args } }),
      })),
  );
}

/** The file of a story's baseline in a theme and a viewport, without ".png". */
export function baselineName(story: string, theme: Theme, viewport: ViewportName): string {
  return `${storyFile(story)}-${theme}-${viewport}`;
}

/** The file of a story's baseline under another condition, without ".png". */
export function conditionName(story: string, condition: ConditionName): string {
  return `${storyFile(story)}-${condition}`;
}

/** The path of a story as files are named by it: Vitest drops what is not a letter, digit, hyphen or underscore, so we do it first. */
export function storyFile(story: string): string {
  return story
    .split("/")
    .map((part) =>
      part
        .trim()
        .replaceAll(/\s+/g, "-")
        .replaceAll(/[^\w-]/g, "")
        .replaceAll(/-{2,}/g, "-"),
    )
    .join("/");
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
