import { readFile } from "node:fs/promises";
import type { CDPSession, Page } from "playwright";
import { PNG } from "pngjs";
import type { BrowserCommand } from "vitest/node";

/** A part of the window, in CSS px. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/**
 * Command of a test in the browser: whether a part of the window shows, pixel by pixel, what the baseline of a name does.
 * Takes one picture, in a fraction of the time that a comparison takes which waits until the page is still. False says no more
 * than that such a comparison has to be made.
 */
export const isBaseline: BrowserCommand<[name: string, clip: Clip]> = async (
  { page, context, project },
  name,
  clip,
) => {
  const pathOf = project.config.browser.expect?.toMatchScreenshot?.resolveScreenshotPath;
  const path = pathOf?.({ arg: name, ext: ".png", root: project.config.root } as Parameters<
    NonNullable<typeof pathOf>
  >[0]);
  const baseline = path === undefined ? null : await readFile(path).catch(() => null);
  if (baseline === null) return false;
  const session = await (sessions.get(page) ?? opened(page, context.newCDPSession(page)));
  const { data } = await session.send("Page.captureScreenshot", {
    format: "png",
    clip: { ...clip, scale: 1 },
    optimizeForSpeed: true,
  });
  const [was, is] = [PNG.sync.read(baseline), PNG.sync.read(Buffer.from(data, "base64"))];
  return was.width === is.width && was.height === is.height && was.data.equals(is.data);
};

function opened(page: Page, session: Promise<CDPSession>): Promise<CDPSession> {
  sessions.set(page, session);
  return session;
}
