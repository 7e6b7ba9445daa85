import { afterEach, beforeAll, expect, test } from "vitest";
import { commands, page } from "vitest/browser";
import { baselineName, type Theme, type ViewportName, viewports, visualStories } from "./shots.tsx";

/** Declares one test per story: it is drawn once, and compared with its baseline in every viewport. */
export async function shootStories(theme: Theme): Promise<void> {
  beforeAll(loadFonts);
  afterEach(() => {
    document.body.replaceChildren();
    document.body.removeAttribute("style");
  });

  for (const story of await visualStories(theme)) {
    test(`${story.path} looks as it did, ${theme}`, async () => {
      const canvas = document.createElement("div");
      canvas.id = "storybook-root";
      if (!story.fullscreen) canvas.style.padding = "16px";
      document.body.append(canvas);
      await sizeFrame(...viewports.wide);
      await story.show(canvas);
      for (const viewport of Object.keys(viewports) as ViewportName[]) {
        const picture = page.elementLocator(await fitPage(canvas, viewport));
        await expect.element(picture).toMatchScreenshot(baselineName(story.path, theme, viewport));
      }
    });
  }
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
export async function fitPage(canvas: HTMLElement, viewport: ViewportName): Promise<HTMLElement> {
  const [width, height] = viewports[viewport];
  await sizeFrame(width, height);
  await document.fonts.ready;
  // An overlay stands beside the canvas and covers the page, so then the page is the picture.
  const overlaid = [...document.body.children].some((child) => child !== canvas && child.getClientRects().length > 0);
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
