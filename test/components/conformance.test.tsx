import { render, screen } from "@testing-library/react";
import { createRef } from "react";
import { describe, expect, test } from "vitest";
import { defaultMessages } from "../../src/index.js";
import { components, models, required, sample } from "./samples.js";
import { stringsIn, wordsIn } from "./words.js";

const names = components.map(([name]) => name);

test("every exported component has a sample here, and every sample a component", () => {
  expect(Object.keys(models).toSorted()).toEqual([...names].toSorted());
});

describe.each(names)("%s", (name) => {
  test("says which component it is on its root, whatever the host passes", () => {
    const { container } = render(sample(name, { "data-component": "Other" }));
    expect(container.firstElementChild).toHaveAttribute("data-component", name);
  });

  test("puts the host's attributes and class on its root and keeps its own", () => {
    const { container } = render(sample(name, { className: "host", lang: "de", "data-host": "yes" }));
    const root = container.firstElementChild;
    expect(root).toHaveClass("host");
    expect(root?.classList.length).toBeGreaterThan(1);
    expect(root).toHaveAttribute("lang", "de");
    expect(root).toHaveAttribute("data-host", "yes");
  });

  test("hands its root to a ref", () => {
    const ref = createRef<HTMLElement>();
    const { container } = render(sample(name, { ref }));
    expect(ref.current).toBe(container.firstElementChild);
  });

  test("never lets an id of the host replace the model's", () => {
    const { container } = render(sample(name, { id: "host" }));
    // An action's id is handed to the host; it is no element's.
    const owned = name === "ActionControl" ? undefined : (models[name] as { id?: string }).id;
    expect(container.firstElementChild).toHaveAttribute("id", owned ?? "host");
  });

  test("draws no status that its map of appearances does not know (SI-12)", () => {
    const { container } = render(sample(name));
    const tones = [...container.querySelectorAll("[data-tone]")].map((part) => part.getAttribute("data-tone"));
    for (const tone of tones) expect(["positive", "caution", "critical", "info", "neutral"]).toContain(tone);
  });

  test("says nothing to the ear through its glyphs", () => {
    const { container } = render(sample(name));
    for (const glyph of container.querySelectorAll("svg")) expect(glyph).toHaveAttribute("aria-hidden", "true");
  });
});

describe.each(names.filter((name) => "title" in (models[name] ?? {}) || "name" in (models[name] ?? {})))(
  "the heading of %s",
  (name) => {
    test("is at level 2, or where the host puts it", () => {
      const { rerender } = render(sample(name));
      expect(screen.getAllByRole("heading", { level: 2 })).toHaveLength(1);
      for (const level of [3, 4, 5]) {
        rerender(sample(name, { headingLevel: level }));
        expect(screen.getAllByRole("heading", { level })).toHaveLength(1);
      }
      // Nothing lies below the deepest level, so what the component contains stands there too.
      rerender(sample(name, { headingLevel: 6 }));
      expect(new Set(screen.getAllByRole("heading").map((heading) => heading.tagName))).toEqual(new Set(["H6"]));
    });
  },
);

/** One line, or one control, that has no air to give; or a frame, whose parts have. */
const ofOneDensity = new Set([
  "ActionControl",
  "DryRunSwitch",
  "EnvironmentBadge",
  "FreshnessBand",
  "MappingPickerDialog",
  "StepRail",
  "WizardShell",
]);

describe.each(names.filter((name) => !ofOneDensity.has(name)))("%s when compact", (name) => {
  test.each([320, 760])("takes less height, and says the same in targets as large, at %i px", (width) => {
    const draw = (density: string) => <div style={{ width }}>{sample(name, { density })}</div>;
    const { container, rerender } = render(draw("comfortable"));
    const drawn = () => container.firstElementChild?.firstElementChild;
    const [height, words] = [drawn()?.getBoundingClientRect().height ?? 0, container.textContent];
    rerender(draw("compact"));
    expect(drawn()?.getBoundingClientRect().height).toBeLessThan(height);
    expect(container.textContent).toBe(words);
    for (const target of container.querySelectorAll("a[href], button"))
      expect.soft(target.getBoundingClientRect().height, target.textContent).toBeGreaterThanOrEqual(24);
  });
});

/** Components in which every word is the model's. */
const wordless = new Set([
  "CollapsedDiagnostics",
  "DryRunSwitch",
  "EnvironmentBadge",
  "ScopePicker",
  "StepRail",
  "TypedConfirmation",
  "WizardShell",
]);

test.each(names)("every word of %s is the model's or the host's", (name) => {
  const messages = Object.fromEntries(Object.keys(defaultMessages).map((key) => [key, `§${key}`]));
  const { container } = render(sample(name, wordless.has(name) ? {} : { messages }));
  const known = [...stringsIn(models[name]), ...stringsIn(required[name]), ...Object.values(messages)];
  // A sentence that quotes a name from outside is drawn in pieces.
  expect(wordsIn(container).filter((word) => !known.some((text) => text.includes(word)))).toEqual([]);
});
