import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commands } from "vitest/browser";
import { ProcessFlow } from "../../src/index.js";
import { restoreScenarios, wizardOf } from "../../src/testing/scenarios/index.js";
import { contractVersion, type LoadingModel } from "../../src/view-models/index.js";
import { components, models, page, sample } from "./samples.js";

const names = components.map(([name]) => name);

/** What of a page moves by itself, or would if it changed: each with its component and part. */
function moving(): readonly string[] {
  return [...document.body.querySelectorAll("*")].flatMap((element) =>
    ([null, "::before", "::after", "::backdrop"] as const).flatMap((pseudo) => {
      const { animationName, transitionDuration } = getComputedStyle(element, pseudo);
      const still = animationName === "none" && /^0s(?:, 0s)*$/.test(transitionDuration);
      if (still) return [];
      const owner = element.closest("[data-component]")?.getAttribute("data-component") ?? "the page";
      return [`${owner}: ${element.localName}${pseudo ?? ""} ${animationName} ${transitionDuration}`];
    }),
  );
}

const running = () => document.getAnimations().map((one) => (one as CSSAnimation).animationName ?? one.id);

function loading(id: string, title: string): LoadingModel {
  return { contract: contractVersion, id, title, state: "loading", text: "The run is being read.", rows: 3 };
}

afterEach(() => commands.emulateMedia({ reducedMotion: "reduce" }));

describe("an operator who asks for less motion", () => {
  beforeEach(() => commands.emulateMedia({ reducedMotion: "reduce" }));

  test("is known to the page", () => {
    expect(matchMedia("(prefers-reduced-motion: reduce)").matches).toBe(true);
  });

  test.each(names)("sees nothing of %s move", (name) => {
    render(sample(name));
    expect(moving()).toEqual([]);
    expect(running()).toEqual([]);
  });

  test.each(names.filter((name) => "title" in (models[name] ?? {}) || "name" in (models[name] ?? {})))(
    "sees nothing of %s move that is on its way, where it can be",
    (name) => {
      render(sample(name, { model: { ...models[name], ...loading("loading", "On its way") } }));
      expect(moving()).toEqual([]);
      expect(running()).toEqual([]);
    },
  );

  test.each(restoreScenarios.map(({ id }) => id))("sees nothing move while everything is opened, in %s", async (id) => {
    const { container } = render(page(id));
    const closed = [...container.querySelectorAll<HTMLElement>("button[aria-expanded=false]")];
    for (const control of closed.filter((one) => one.offsetParent !== null)) {
      control.click();
      expect(running()).toEqual([]);
    }
    expect(moving()).toEqual([]);
  });

  test("sees a switch that is turned stand at its new end at once", async () => {
    render(sample("DryRunSwitch"));
    await userEvent.click(screen.getByRole("switch"));
    expect(running()).toEqual([]);
  });
});

test("an operator who asks for nothing sees what is on its way move", async () => {
  await commands.emulateMedia({ reducedMotion: "no-preference" });
  render(<ProcessFlow model={loading("flow", wizardOf("preview_current").flow.title)} />);
  expect(moving().length).toBeGreaterThan(0);
  expect(running().length).toBeGreaterThan(0);
});
