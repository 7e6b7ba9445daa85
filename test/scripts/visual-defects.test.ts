import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { filesUnder } from "../../scripts/campaigns/nearest-tests.ts";
import { visualDefects } from "../../scripts/campaigns/visual-defects.ts";

const defects = visualDefects(1);

describe("the defects that pictures have to notice", () => {
  test("are the same from the same seed, and others from another", () => {
    expect(visualDefects(1)).toEqual(defects);
    expect(visualDefects(2)).not.toEqual(defects);
  });

  test("are two of every component at least, or all its classes, and thirty and more in all", () => {
    expect(defects.length).toBeGreaterThanOrEqual(30);
    const files = filesUnder("src/components").filter((file) => /^src\/components\/[A-Z]\w+\.tsx$/.test(file));
    for (const file of files)
      expect(defects.filter(({ of }) => of === basename(file, ".tsx")).length, file).toBeGreaterThanOrEqual(2);
  });

  test("stand where they say, each change something, and each is drawn by a story", () => {
    const stories = filesUnder("stories/Components");
    for (const { file, at, from, to, stories: drawing } of defects) {
      expect(readFileSync(file, "utf8").slice(at, at + from.length)).toBe(from);
      expect(to).not.toBe(from);
      expect(drawing.length).toBeGreaterThan(0);
      expect(stories).toEqual(expect.arrayContaining([...drawing]));
    }
  });

  test("are of the tokens and of the second brand too, light and dark", () => {
    const first = (of: string) => new Set(defects.filter((one) => one.of === of).map((one) => one.first));
    expect(first("the tokens")).toEqual(new Set(["light", "dark"]));
    expect(first("the second brand")).toEqual(new Set(["second-brand", "second-brand-dark"]));
  });
});
