import { expect, inject, test } from "vitest";
import { catalogue } from "../../src/testing/scenarios/index.js";
import { keptFiles, listenTo, spokenStories, transcriptFile } from "./listen.tsx";

const stories = await spokenStories();

listenTo(stories);

test("every scenario has one story that is named after it, and is listened to", () => {
  // What stands between the operator and a run has names of its own.
  const names = stories
    .filter(({ path }) => !path.startsWith("Restore/Between/"))
    .map(({ path }) => path.split("/").at(-1));
  const told = catalogue.map(({ id }) => ({ id, stories: names.filter((name) => name === id).length }));
  expect(told.filter((one) => one.stories !== 1)).toEqual([]);
});

test.skipIf(inject("makingTranscripts"))("no transcript is left from a story that is gone", () => {
  expect(stories.length).toBeGreaterThan(0);
  const files = stories.map(transcriptFile);
  expect(keptFiles.filter((file) => !files.includes(file))).toEqual([]);
});
