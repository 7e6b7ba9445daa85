import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse, wcagContrast } from "culori";
import { describe, expect, test } from "vitest";

const css = readFileSync(resolve(import.meta.dirname, "../../src/styles.css"), "utf8");
const tokens = new Map(
  [...css.matchAll(/--cr-([a-z-]+): light-dark\((oklch\([^)]+\)), (oklch\([^)]+\))\);/g)].map(
    ([, name, light, dark]) => [name ?? "", { light: light ?? "", dark: dark ?? "" }],
  ),
);

const surfaces = ["surface", "surface-raised", "surface-sunken"];
const tones = ["positive", "caution", "critical", "info", "neutral"];

/** Text, and every surface it stands on. */
const text: [ink: string, on: string][] = [
  ...["ink", "ink-muted", "ink-faint", "accent", ...tones.map((tone) => `${tone}-ink`)].flatMap((ink) =>
    surfaces.map((on): [string, string] => [ink, on]),
  ),
  ...tones.flatMap((tone): [string, string][] => [
    [`${tone}-ink`, `${tone}-surface`],
    ["ink", `${tone}-surface`],
    ["ink-muted", `${tone}-surface`],
  ]),
  // The primary action and the environment badge are ink with the page showing through as letters.
  ["surface", "ink"],
];

/** What is seen and not read: outlines of controls, the focus ring, glyphs. */
const shapes: [mark: string, on: string][] = [
  ...["line-strong", "focus", ...tones.map((tone) => `${tone}-solid`), ...tones.map((tone) => `${tone}-line`)].flatMap(
    (mark) => surfaces.map((on): [string, string] => [mark, on]),
  ),
  ...tones.map((tone): [string, string] => [`${tone}-solid`, `${tone}-surface`]),
];

function contrast(a: string, b: string, theme: "light" | "dark"): number {
  const [first, second] = [a, b].map((name) => {
    const colour = parse(tokens.get(name)?.[theme] ?? "");
    if (colour === undefined) throw new Error(`src/styles.css has no colour --cr-${name}.`);
    return colour;
  });
  return wcagContrast(first ?? "", second ?? "");
}

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test.each(text)("an operator can read %s on %s", (ink, on) => {
    expect(contrast(ink, on, theme)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapes)("an operator can make out %s on %s", (mark, on) => {
    expect(contrast(mark, on, theme)).toBeGreaterThanOrEqual(3);
  });
});

test("every colour is one that both themes decide", () => {
  const declared = [...css.matchAll(/--cr-([a-z-]+):[^;]*oklch/g)].map(([, name]) => name);
  expect(declared).toHaveLength(tokens.size);
  expect(tokens.size).toBe(10 + tones.length * 4);
});
