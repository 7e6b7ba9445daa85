import type { Appearance, GlyphName } from "./appearance.js";
import { cx } from "./class-names.js";

export interface StatusGlyphProps {
  /** From the appearance map; a glyph is never chosen anywhere else. */
  appearance: Appearance;
  /** Edge length in CSS px. */
  size?: 16 | 20 | 28;
  className?: string;
}

/** The shape of a status. Says nothing to the ear: the words beside it do. */
export function StatusGlyph({ appearance, size = 20, className }: StatusGlyphProps) {
  const { solid, line } = shapes[appearance.glyph];
  return (
    <svg
      className={cx(sizes[size], appearance.glyph === "arc" && "cr:motion-safe:animate-spin", className)}
      data-part="glyph"
      data-glyph={appearance.glyph}
      data-tone={appearance.tone}
      viewBox="0 0 20 20"
      // Small glyphs keep the optical weight of large ones.
      strokeWidth={size === 16 ? 1.9 : 1.6}
      aria-hidden="true"
    >
      {/* One path where one is enough: a status that changes changes it, and takes nothing out of the page. */}
      {solid ? <path d={solid} fill="currentColor" fillRule="evenodd" stroke="none" /> : <path d={line} />}
      {solid && line ? <path d={line} /> : null}
    </svg>
  );
}

const always = "cr:block cr:flex-none cr:text-(--cr-tone-solid) cr:forced-colors:text-[CanvasText]";

const sizes = { 16: cx("cr:size-4", always), 20: cx("cr:size-5", always), 28: cx("cr:size-7", always) };

const ring = "M10 2.75a7.25 7.25 0 1 1 0 14.5a7.25 7.25 0 1 1 0-14.5z";

// Marks inside solid shapes are holes, so every surface and every forced palette shows through them.
const shapes: Readonly<Record<GlyphName, { readonly solid?: string; readonly line?: string }>> = {
  check: {
    solid:
      "M10 2a8 8 0 1 1 0 16a8 8 0 1 1 0-16zM5.76 10.99a.9.9 0 0 1 1.28-1.28l1.88 1.88L13.03 7a.9.9 0 0 1 1.34 1.2l-4.75 5.3a.9.9 0 0 1-1.31.04z",
  },
  dot: { solid: "M10 7a3 3 0 1 1 0 6a3 3 0 1 1 0-6z", line: ring },
  arc: { line: "M10 2.75A7.25 7.25 0 1 1 2.75 10" },
  octagon: {
    solid: "M6.7 2h6.6L18 6.7v6.6L13.3 18H6.7L2 13.3V6.7zM6.5 9a1 1 0 0 0 0 2h7a1 1 0 0 0 0-2z",
  },
  triangle: {
    solid: "M10 13.2a1.05 1.05 0 1 1 0 2.1a1.05 1.05 0 1 1 0-2.1z",
    line: "M10 2.9l7.9 13.9H2.1zM10 8v3.2",
  },
  ring: { line: ring },
  broken_ring: {
    line: "M6.6 3.6a7.25 7.25 0 0 1 6.8 0M16.4 6.6a7.25 7.25 0 0 1 0 6.8M13.4 16.4a7.25 7.25 0 0 1-6.8 0M3.6 13.4a7.25 7.25 0 0 1 0-6.8M7.2 12.8l5.6-5.6",
  },
  clock: { line: `${ring}M10 5.9V10l2.7 1.9` },
  question: {
    solid: "M10 12.9a1 1 0 1 1 0 2a1 1 0 1 1 0-2z",
    line: `${ring}M7.9 8.1a2.1 2.1 0 1 1 3.2 1.8c-.7.4-1.1.8-1.1 1.4`,
  },
  dash: { line: "M5.5 10h9" },
  tick: { line: "M4.8 10.6l3.5 3.6L15.2 6.4" },
  equals: { line: "M5.5 7.9h9M5.5 12.1h9" },
};
