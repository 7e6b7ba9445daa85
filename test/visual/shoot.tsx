import { afterEach, beforeAll, expect, inject, test } from "vitest";
import { commands, page } from "vitest/browser";
import type { Clip } from "../../scripts/is-baseline.ts";
import {
  baselineName,
  type Condition,
  conditionName,
  type ConditionName,
  conditions,
  type Theme,
  type ViewportName,
  viewports,
  type VisualStory,
  visualStories,
} from "./shots.tsx";

/** Declares one test per story: it is drawn once, and compared with its baseline in every viewport. */
export async function shootStories(theme: Theme): Promise<void> {
  beforeAll(loadFonts);
  afterEach(clearPage);

  for (const story of await visualStories({ theme })) {
    test(`${story.path} looks as it did, ${theme}`, async () => {
      const canvas = openCanvas(story);
      await sizeFrame(...viewports.wide);
      await story.show(canvas);
      for (const viewport of Object.keys(viewports) as ViewportName[]) {
        await expectBaseline(await fitPage(canvas, viewports[viewport]), baselineName(story.path, theme, viewport));
      }
    });
  }
}

/** Declares one test per component: the story that stands for it, under a condition that is no theme or viewport. */
export async function shootUnder(name: ConditionName): Promise<void> {
  const { globals = {}, args, media = {}, text = 1, size }: Condition = conditions[name];
  beforeAll(loadFonts);
  afterEach(async () => {
    clearPage();
    document.documentElement.style.removeProperty("font-size");
    await commands.emulateMedia({ media: null, forcedColors: null });
  });

  for (const story of (await visualStories(globals)).filter(({ representative }) => representative)) {
    test(`${story.path} looks as it did, ${name}`, async () => {
      const canvas = openCanvas(story);
      await sizeFrame(...size);
      await commands.emulateMedia(media);
      document.documentElement.style.fontSize = `${100 * text}%`;
      await story.show(canvas, args);
      await expectBaseline(await fitPage(canvas, size), conditionName(story.path, name));
    });
  }
}

/** Compares once and quickly first: whatever is not the same at once is left to the comparison that waits, retries and explains. */
export async function expectBaseline(picture: HTMLElement, name: string): Promise<void> {
  if (!inject("makingBaselines") && (await commands.isBaseline(name, placeOf(picture)))) return;
  await expect.element(page.elementLocator(picture)).toMatchScreenshot(name);
}

/** Where an element stands in the window, in whole pixels around it. */
function placeOf(element: HTMLElement): Clip {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const frame = window.frameElement?.getBoundingClientRect() ?? new DOMRect();
  const [x, y] = [Math.floor(frame.left + left), Math.floor(frame.top + top)];
  return { x, y, width: Math.ceil(frame.left + right) - x, height: Math.ceil(frame.top + bottom) - y };
}

function openCanvas({ fullscreen, tallest }: VisualStory): HTMLElement {
  const canvas = document.createElement("div");
  canvas.id = "storybook-root";
  if (!fullscreen) canvas.style.padding = "16px";
  if (tallest !== null) canvas.style.cssText += `max-height: ${tallest}px; overflow: clip`;
  document.body.append(canvas);
  return canvas;
}

export function clearPage(): void {
  document.body.replaceChildren();
  document.body.removeAttribute("style");
}

export async function loadFonts(): Promise<void> {
  const fonts = [400, 500, 600].flatMap((weight) => [
    `${weight} 16px "Inter Variable"`,
    `${weight} 16px "JetBrains Mono Variable"`,
  ]);
  const faces = await Promise.all(fonts.map((font) => document.fonts.load(font)));
  if (faces.some((found) => found.length === 0)) throw new Error("A bundled font did not load.");
}

/** Lays the page out in a viewport and returns what to shoot: all of it, also where it is taller than the viewport. */
export async function fitPage(
  canvas: HTMLElement,
  [width, height]: readonly [width: number, height: number],
): Promise<HTMLElement> {
  await sizeFrame(width, height);
  await document.fonts.ready;
  // An overlay stands beside the canvas, or above it in the top layer, and covers the page, so then the page is the picture.
  const overlaid =
    document.querySelector("dialog:modal") !== null ||
    [...document.body.children].some((child) => child !== canvas && child.getClientRects().length > 0);
  document.body.style.minHeight = overlaid ? `${height}px` : "";
  const picture = overlaid ? document.body : canvas;
  await sizeFrame(width, Math.max(height, Math.ceil(picture.getBoundingClientRect().bottom)));
  return picture;
}

/** Sizes the frame and the window around it. The page before may have left the window narrow, and then the frame is scaled. */
export async function sizeFrame(width: number, height: number): Promise<void> {
  // Each takes a frame or two also where nothing changes.
  const isSo = ({ innerWidth, innerHeight }: Window) => innerWidth === width && innerHeight === height;
  if (!isSo(window.top ?? window)) await commands.sizeWindow(width, height);
  if (!isSo(window) || window.frameElement?.getBoundingClientRect().width !== width) await page.viewport(width, height);
}
