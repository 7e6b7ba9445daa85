import { afterEach, beforeAll, expect, test } from "vitest";
import { commands, page } from "vitest/browser";
import {
  baselineName,
  type Condition,
  conditionName,
  type ConditionName,
  conditions,
  type Theme,
  type ViewportName,
  viewports,
  visualStories,
} from "./shots.tsx";

/** Declares one test per story: it is drawn once, and compared with its baseline in every viewport. */
export async function shootStories(theme: Theme): Promise<void> {
  beforeAll(loadFonts);
  afterEach(clearPage);

  for (const story of await visualStories({ theme })) {
    test(`${story.path} looks as it did, ${theme}`, async () => {
      const canvas = openCanvas(story.fullscreen);
      await sizeFrame(...viewports.wide);
      await story.show(canvas);
      for (const viewport of Object.keys(viewports) as ViewportName[]) {
        const picture = page.elementLocator(await fitPage(canvas, viewports[viewport]));
        await expect.element(picture).toMatchScreenshot(baselineName(story.path, theme, viewport));
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
      const canvas = openCanvas(story.fullscreen);
      await sizeFrame(...size);
      await commands.emulateMedia(media);
      document.documentElement.style.fontSize = `${100 * text}%`;
      await story.show(canvas, args);
      const picture = page.elementLocator(await fitPage(canvas, size));
      await expect.element(picture).toMatchScreenshot(conditionName(story.path, name));
    });
  }
}

function openCanvas(fullscreen: boolean): HTMLElement {
  const canvas = document.createElement("div");
  canvas.id = "storybook-root";
  if (!fullscreen) canvas.style.padding = "16px";
  document.body.append(canvas);
  return canvas;
}

function clearPage(): void {
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
  await commands.sizeWindow(width, height);
  await page.viewport(width, height);
}
