import { afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { page } from "vitest/browser";
import "../../../.storybook/preview.css";
import { clearPage, expectBaseline, fitPage, loadFonts, sizeFrame } from "../shoot.tsx";
import { viewports } from "../shots.tsx";
import { drawFixture, fixtureBaseline, type FixtureChange } from "./fixture.tsx";

beforeAll(async () => {
  await loadFonts();
  await sizeFrame(...viewports.wide);
});
afterEach(clearPage);

async function compare(change: FixtureChange, baseline = fixtureBaseline): Promise<void> {
  const canvas = drawFixture(change);
  await expectBaseline(canvas, baseline);
}

test("the fixture matches its baseline", () => compare({}));

describe.skipIf(inject("makingBaselines"))("the comparison", () => {
  const differs = /does not match the stored reference/;

  test("a shift by one pixel fails", () => expect(compare({ shift: 1 })).rejects.toThrow(differs));

  test("one shade of one channel fails", () =>
    expect(compare({ colour: "rgb(28, 90, 201)" })).rejects.toThrow(differs));

  test("one pixel of radius fails", () => expect(compare({ radius: 5 })).rejects.toThrow(differs));

  test("a missing baseline fails, and is not written", async () => {
    const missing = "sensitivity/never-made";
    await expect(compare({}, missing)).rejects.toThrow("No existing reference screenshot found.");
    await expect(compare({}, missing)).rejects.toThrow("No existing reference screenshot found.");
  });

  test("a page taller than the window is in the picture to its end", async () => {
    const canvas = drawFixture();
    canvas.style.height = "2400px";
    canvas.style.borderBottom = "4px solid rgb(28, 90, 200)";
    const element = await fitPage(canvas, viewports.narrow);
    const picture = new Image();
    picture.src = `data:image/png;base64,${await page.screenshot({ element, save: false })}`;
    await picture.decode();
    expect([picture.naturalWidth, picture.naturalHeight]).toEqual([320, 2400]);
    expect(lastRow(picture)).toEqual([28, 90, 200]);
  });
});

/** Colour in the middle of the last row: the page ends in a border of its own colour. */
function lastRow(picture: HTMLImageElement): number[] {
  const { naturalWidth: width, naturalHeight: height } = picture;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  if (context === null) throw new Error("No canvas to look at the picture in.");
  context.drawImage(picture, 0, 0);
  return [...context.getImageData(width / 2, height - 1, 1, 1).data].slice(0, 3);
}
