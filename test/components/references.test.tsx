import { render } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { restoreScenarios } from "../../src/testing/scenarios/index.js";
import { components, models, page, sample } from "./samples.js";

const referring = ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-activedescendant", "for"];

/** What an element says it is named, described or controlled by, and what is not there. */
function lostIn(root: HTMLElement): readonly string[] {
  return referring.flatMap((attribute) =>
    [...root.querySelectorAll(`[${attribute}]`)].flatMap((element) =>
      (element.getAttribute(attribute) ?? "")
        .split(/\s+/)
        .filter((id) => document.getElementById(id) === null)
        .map((id) => `${element.tagName} ${attribute} ${id}`),
    ),
  );
}

/** The same model with ids of its pieces that a host may have and HTML may not. */
function withSpaces(value: unknown, root = true): unknown {
  if (Array.isArray(value)) return value.map((one) => withSpaces(one, false));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [
    key,
    !root && (key === "id" || key === "key") && typeof part === "string"
      ? `${part} “one more”`
      : withSpaces(part, false),
  ]);
  return Object.fromEntries(entries);
}

describe("BY-15 what says the name or the reason of a control", () => {
  test.each(restoreScenarios.map(({ id }) => id))("is on the page of %s", (id) => {
    const { container } = render(page(id));
    expect(lostIn(container)).toEqual([]);
  });

  test.each(components.map(([name]) => name))("is found in %s where a host's ids have spaces", (name) => {
    const { container } = render(sample(name, { model: withSpaces(models[name]) }));
    expect(lostIn(container)).toEqual([]);
  });
});
