import { expect, inject, test } from "vitest";
import { keptFiles, listenTo, spokenStories, transcriptFile } from "./listen.tsx";

const stories = await spokenStories();

listenTo(stories);

test.skipIf(inject("makingTranscripts"))("no transcript is left from a story that is gone", () => {
  expect(stories.length).toBeGreaterThan(0);
  const files = stories.map(transcriptFile);
  expect(keptFiles.filter((file) => !files.includes(file))).toEqual([]);
});
