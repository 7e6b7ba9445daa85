import { virtual } from "@guidepup/virtual-screen-reader";
import { afterEach, beforeAll, expect, inject, test } from "vitest";
import { commands, page } from "vitest/browser";
import { storyFile, type VisualStory, viewports, visualStories } from "../visual/shots.tsx";
import { firstDifference, transcript } from "./transcript.ts";

const kept = import.meta.glob<string>("./baselines/**/*.txt", { query: "?raw", import: "default", eager: true });

/** The stories that are listened to: each scenario, and the one that stands for its component. A flow ends in a scenario. */
export async function spokenStories(): Promise<VisualStory[]> {
  const stories = await visualStories({ theme: "light" });
  return stories.filter(
    ({ path, representative }) => representative || !/^(?:Components|Foundations|Restore\/Flows)\//.test(path),
  );
}

/** Files of all transcripts that are kept. */
export const keptFiles: readonly string[] = Object.keys(kept).map((path) => path.slice("./baselines/".length));

export function transcriptFile({ path }: VisualStory): string {
  return `${storyFile(path)}.txt`;
}

/** Declares one test per story: it is read from its beginning to its end, and compared with what was heard before. */
export function listenTo(stories: readonly VisualStory[]): void {
  beforeAll(() => page.viewport(...viewports.wide));
  afterEach(() => document.body.replaceChildren());

  for (const story of stories) {
    test(`${story.path} sounds as it did`, async () => {
      const canvas = document.createElement("div");
      document.body.append(canvas);
      await story.show(canvas);
      await drawn();
      const heard = transcript(await readThrough(document.querySelector("dialog:modal") ?? document.body));
      const file = transcriptFile(story);
      if (inject("makingTranscripts")) return commands.keepTranscript(file, heard);
      const difference = firstDifference(kept[`./baselines/${file}`] ?? "", heard);
      // As the message too, which is printed whole.
      expect(difference, difference ?? undefined).toBeNull();
    });
  }
}

/** A long list measures itself before it draws its rows: it is heard once it has them, and nothing moves any more. */
async function drawn(): Promise<void> {
  let before = "";
  for (let still = 0; still < 3;) {
    await new Promise(requestAnimationFrame);
    const now = document.body.innerHTML;
    still =
      now === before && document.querySelector("[role=listbox]:not(:has([role=option]))") === null ? still + 1 : 0;
    before = now;
  }
}

async function readThrough(container: Node): Promise<readonly string[]> {
  await virtual.start({ container });
  const [first = ""] = await virtual.spokenPhraseLog();
  while ((await virtual.lastSpokenPhrase()) !== `end of ${first}`) await virtual.next();
  const phrases = await virtual.spokenPhraseLog();
  await virtual.stop();
  return phrases;
}
