import { describe, expect, inject, test } from "vitest";
import { baselineName, collisions, themes, type ViewportName, viewports, visualStories } from "./shots.tsx";
import { fixtureBaseline } from "./sensitivity/fixture.tsx";

const kept = Object.keys(import.meta.glob("./baselines/**/*.png", { query: "?url" })).map((path) =>
  path.slice("./baselines/".length, -".png".length),
);

const stories = await visualStories("light");
const shots = stories.flatMap(({ path }) =>
  themes.flatMap((theme) =>
    (Object.keys(viewports) as ViewportName[]).map((viewport) => baselineName(path, theme, viewport)),
  ),
);

describe.skipIf(inject("makingBaselines"))("baselines", () => {
  test("every story has one per theme and viewport", () => {
    expect(shots.length).toBeGreaterThan(0);
    expect(shots.filter((shot) => !kept.includes(shot))).toEqual([]);
  });

  test("none is left from a story that is gone", () => {
    expect(kept.filter((name) => name !== fixtureBaseline && !shots.includes(name))).toEqual([]);
  });

  test("no two stories share one", () => {
    expect(collisions(shots)).toEqual([]);
  });

  test("names that differ only in what a file name cannot hold are found to collide", () => {
    const names = ["A/Step 1", "A/Step-1", "A/Step.2", "A/step2"].map((path) => baselineName(path, "light", "wide"));
    expect(collisions(names)).toEqual(["A/Step-1-light-wide", "A/step2-light-wide"]);
  });
});
