import { PNG, type PNGOptions } from "pngjs";
import { describe, expect, test } from "vitest";
import { samePixels } from "../../scripts/same-pixels.ts";

/** A picture in which every pixel has neighbours of other colours. */
function picture(width = 7, height = 5): PNG {
  const png = new PNG({ width, height });
  png.data.forEach((_, at) => {
    png.data[at] = at % 4 === 3 ? 255 : (at * 37 + (at >> 3) * 11) % 256;
  });
  return png;
}

const written = (png: PNG, options: PNGOptions = {}) => PNG.sync.write(png, options);
const baseline = written(picture(), { filterType: 0 });

describe("two pictures", () => {
  test.each([0, 1, 2, 3, 4, -1])("are the same however their rows are filtered (%i)", (filterType) => {
    expect(samePixels(baseline, written(picture(), { filterType }))).toBe(true);
    expect(samePixels(baseline, written(picture(), { filterType, colorType: 2 }))).toBe(true);
    expect(samePixels(written(picture(), { filterType, colorType: 2 }), baseline)).toBe(true);
  });

  test.each([2, 6] as const)("differ where one channel of one pixel is another shade (colour type %i)", (colorType) => {
    const { data } = picture();
    for (const at of data.keys()) {
      if (at % 4 === 3) continue;
      const other = picture();
      other.data[at] = (other.data[at] ?? 0) ^ 1;
      expect(samePixels(baseline, written(other, { colorType })), `byte ${at}`).toBe(false);
    }
  });

  test("differ where one of them is not opaque", () => {
    const other = picture();
    other.data[3] = 254;
    expect(samePixels(baseline, written(other))).toBe(false);
    expect(samePixels(written(picture(), { colorType: 2 }), written(other))).toBe(false);
  });

  test("differ where one is larger, also by rows that show nothing new", () => {
    expect(samePixels(baseline, written(picture(7, 6)))).toBe(false);
    expect(samePixels(baseline, written(picture(5, 7)))).toBe(false);
  });

  test("are not compared where one of them is written in another way, and that is said", () => {
    expect(() => samePixels(baseline, written(picture(), { colorType: 0 }))).toThrow("write the baseline anew");
  });
});
