/** Names of the colours that do not depend on a status. */
const plain = [
  "surface",
  "surface-raised",
  "surface-sunken",
  "ink",
  "ink-muted",
  "ink-faint",
  "line",
  "line-strong",
  "accent",
  "action",
  "action-ink",
  "focus",
] as const;

const tones = ["positive", "caution", "critical", "info", "neutral"] as const;
const roles = ["ink", "surface", "line", "solid"] as const;

/** Every colour there is, by the name of its variable in `styles.css` without `--cr-`. */
const colours: Readonly<Record<string, string>> = Object.fromEntries(
  [...plain, ...tones.flatMap((tone) => roles.map((role) => `${tone}-${role}`))].map((name) => [
    name,
    `var(--cr-${name})`,
  ]),
);

/** The type scale: 12, 13, 14, 16, 20, 24, and 32 for the decision alone. */
const type: Readonly<Record<string, [size: string, lineHeight: string]>> = {
  xs: ["0.75rem", "1.125rem"],
  compact: ["0.8125rem", "1.25rem"],
  sm: ["0.875rem", "1.25rem"],
  base: ["1rem", "1.5rem"],
  xl: ["1.25rem", "1.75rem"],
  "2xl": ["1.5rem", "2rem"],
  decision: ["2rem", "2.5rem"],
};

const radii: Readonly<Record<string, string>> = { sm: "var(--cr-radius-small)", lg: "var(--cr-radius-large)" };

function prefixed<Value>(values: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`cr-${name}`, value]));
}

/** What our own build may use, and nothing else: the palette of Tailwind is off. */
export const ownTheme = {
  colors: { transparent: "transparent", current: "currentColor", inherit: "inherit", ...colours },
  fontSize: { ...type },
  borderRadius: { none: "0", full: "9999px", ...radii },
  fontFamily: { mono: "var(--cr-mono)" },
};

/** For an app that runs Tailwind 3.4 or 4: `bg-cr-surface`, `text-cr-ink-muted`, `text-cr-sm`, `rounded-cr-lg`. Only adds. */
const preset = {
  content: [] as string[],
  theme: {
    extend: {
      colors: prefixed(colours),
      fontSize: prefixed(type),
      borderRadius: prefixed(radii),
      fontFamily: { "cr-mono": "var(--cr-mono)" },
    },
  },
};

export default preset;
