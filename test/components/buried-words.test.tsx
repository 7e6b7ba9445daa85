import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { describe, expect, test } from "vitest";
import { defaultMessages } from "../../src/index.js";
import { pseudoWords, restoreScenarios } from "../../src/testing/index.js";
import { page } from "./samples.js";
import { stringsIn, wordsIn } from "./words.js";

const messages = pseudoWords(defaultMessages);

/** What stands on a page, everything opened, and comes neither from a model nor from the words that a host gave. */
async function buriedIn(drawn: ReactElement<{ children: unknown }>): Promise<readonly string[]> {
  const { container } = render(drawn);
  const closed = [...container.querySelectorAll<HTMLElement>("button[aria-expanded=false]")];
  for (const control of closed.filter((one) => one.offsetParent !== null)) await userEvent.click(control);
  const given = stringsIn(Object.values(messages));
  const models = modelsIn(drawn).flatMap(stringsIn);
  return wordsIn(container).filter((text) => !given.includes(text) && !models.some((known) => known.includes(text)));
}

function modelsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(modelsIn);
  if (typeof value !== "object" || value === null || !("props" in value)) return [];
  const { model, children } = value.props as { readonly model?: unknown; readonly children?: unknown };
  return [model, ...modelsIn(children)];
}

describe("PF-1 a page whose structural words are in a language that nobody speaks", () => {
  test.each(restoreScenarios.map(({ id }) => id))("has no other word of ours than the models': %s", async (id) => {
    expect(await buriedIn(page(id, messages) as ReactElement<{ children: unknown }>)).toEqual([]);
  });

  test("would show one that is written into a component", async () => {
    const drawn = (
      <main>
        <button type="button" aria-expanded="false" aria-label="Show more" title={messages.cancel}>
          More
        </button>
      </main>
    );
    expect(await buriedIn(drawn as ReactElement<{ children: unknown }>)).toEqual(["Show more", "More"]);
  });
});
