import { describe, expect, inject, test } from "vitest";
import {
  baselineName,
  collisions,
  conditionName,
  type ConditionName,
  conditions,
  themes,
  type ViewportName,
  viewports,
  visualStories,
} from "./shots.tsx";
import { fixtureBaseline } from "./sensitivity/fixture.tsx";

const kept = Object.keys(import.meta.glob("./baselines/**/*.png", { query: "?url" })).map((path) =>
  path.slice("./baselines/".length, -".png".length),
);

const stories = await visualStories({ theme: "light" });
const shots = stories.flatMap(({ path, representative }) => [
  ...themes.flatMap((theme) =>
    (Object.keys(viewports) as ViewportName[]).map((viewport) => baselineName(path, theme, viewport)),
  ),
  ...(representative
    ? (Object.keys(conditions) as ConditionName[]).map((condition) => conditionName(path, condition))
    : []),
]);
const componentOf = (path: string) => path.split("/").slice(0, 2).join("/");

describe.skipIf(inject("makingBaselines"))("baselines", () => {
  test("every component has one story that stands for it under the other conditions", () => {
    const represented = stories.filter(({ representative }) => representative).map(({ path }) => componentOf(path));
    const components = new Set(
      stories.map(({ path }) => componentOf(path)).filter((it) => it.startsWith("Components/")),
    );
    expect(represented.toSorted()).toEqual([...components].toSorted());
  });

  test("every story has one per theme and viewport, and the one that stands for its component one per condition", () => {
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
