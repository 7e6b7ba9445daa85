import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { parse, wcagContrast } from "culori";
import { describe, expect, test } from "vitest";

type Theme = "light" | "dark";
type Palette = ReadonlyMap<string, Readonly<Record<Theme, string>>>;

const read = (path: string) => readFileSync(resolve(import.meta.dirname, "../..", path), "utf8");
const css = read("src/styles.css");
const ours = paletteOf(css);

function paletteOf(sheet: string): Palette {
  const colours = [...sheet.matchAll(/--cr-([a-z-]+): light-dark\((oklch\([^)]+\)), (oklch\([^)]+\))\);/g)];
  return new Map(colours.map(([, name = "", light = "", dark = ""]) => [name, { light, dark }]));
}

/** Every brand, as the variables that stand when its own are laid over ours. */
const brands = readdirSync(resolve(import.meta.dirname, "../../stories/brands")).map((file) => {
  const own = paletteOf(read(`stories/brands/${file}`));
  return { name: file.replace(".css", ""), own, palette: new Map([...ours, ...own]) };
});

const palettes: [brand: string, palette: Palette][] = [
  ["checkrail", ours],
  ...brands.map(({ name, palette }): [string, Palette] => [name, palette]),
];

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
  // The environment badge is ink with the page showing through as letters, and so is the primary action until a brand says otherwise.
  ["surface", "ink"],
  ["action-ink", "action"],
];

/** What is seen and not read: outlines of controls, the focus ring, glyphs. */
const shapes: [mark: string, on: string][] = [
  ...["line-strong", "focus", ...tones.map((tone) => `${tone}-solid`), ...tones.map((tone) => `${tone}-line`)].flatMap(
    (mark) => surfaces.map((on): [string, string] => [mark, on]),
  ),
  ...tones.map((tone): [string, string] => [`${tone}-solid`, `${tone}-surface`]),
];

// What stands for another variable until a brand gives it a colour of its own.
const same: ReadonlyMap<string, string> = new Map(
  [...css.matchAll(/--cr-([a-z-]+): var\(--cr-([a-z-]+)\);/g)].map(([, name = "", other = ""]) => [name, other]),
);

function contrast(palette: Palette, a: string, b: string, theme: Theme): number {
  const [first, second] = [a, b].map((name) => {
    const colour = parse((palette.get(name) ?? palette.get(same.get(name) ?? ""))?.[theme] ?? "");
    if (colour === undefined) throw new Error(`src/styles.css has no colour --cr-${name}.`);
    return colour;
  });
  return wcagContrast(first ?? "", second ?? "");
}

describe.each(palettes)("in the brand %s", (_, palette) => {
  describe.each(["light", "dark"] as const)("and the %s theme", (theme) => {
    test.each(text)("an operator can read %s on %s", (ink, on) => {
      expect(contrast(palette, ink, on, theme)).toBeGreaterThanOrEqual(4.5);
    });

    test.each(shapes)("an operator can make out %s on %s", (mark, on) => {
      expect(contrast(palette, mark, on, theme)).toBeGreaterThanOrEqual(3);
    });
  });
});

test("every colour is one that both themes decide", () => {
  const declared = [...css.matchAll(/--cr-([a-z-]+):[^;]*oklch/g)].map(([, name]) => name);
  expect(declared).toHaveLength(ours.size);
  expect(ours.size).toBe(11 + tones.length * 4);
});

test.each(brands)("the brand $name changes colours that there are", ({ own }) => {
  const known = new Set([...ours.keys(), ...same.keys()]);
  expect(own.size).toBeGreaterThan(0);
  expect([...own.keys()].filter((name) => !known.has(name))).toEqual([]);
});

// A brand stands in no layer, and would win over what is not important.
test.each(brands)("an operator who forces a palette is shown no colour of the brand $name", ({ own }) => {
  const [, forced = ""] = css.split("@media (forced-colors: active) {");
  const kept = new Set([...forced.matchAll(/--cr-([a-z-]+): [A-Za-z]+ !important;/g)].map(([, name]) => name));
  expect([...own.keys()].filter((name) => !kept.has(name))).toEqual([]);
});
