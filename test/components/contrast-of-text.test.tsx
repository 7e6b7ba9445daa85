import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { faintTexts } from "../support/contrast-of-text.ts";

const found = (page: React.ReactNode) =>
  faintTexts(render(<div style={{ background: "white" }}>{page}</div>).container);

test("a text one shade too faint for what it stands on is found, and one that is just dark enough is not", () => {
  expect(found(<p style={{ color: "rgb(118, 118, 118)" }}>Enough</p>)).toEqual([]);
  expect(found(<p style={{ color: "rgb(119, 119, 119)" }}>Too faint</p>)).toEqual([
    "“Too faint” has 4.48 of 4.5: rgb(119, 119, 119) on rgb(255, 255, 255)",
  ]);
});

test("a text stands on the nearest ground around it, whatever a token says it in", () => {
  const inner = (ground: string) => (
    <section style={{ background: ground, color: "oklch(0.945 0.004 106)" }}>
      <p>
        <b>Restore blocked</b>
      </p>
    </section>
  );
  expect(found(inner("oklch(0.185 0.006 264)"))).toEqual([]);
  expect(found(inner("oklch(0.77 0.007 264)"))).toHaveLength(1);
});

test("a large text needs less", () => {
  const sized = (fontSize: number, fontWeight: number) => (
    <p style={{ color: "rgb(140, 140, 140)", fontSize, fontWeight }}>Preview required</p>
  );
  expect(found(sized(24, 400))).toEqual([]);
  expect(found(sized(19, 700))).toEqual([]);
  expect(found(sized(19, 600))).toHaveLength(1);
});

test("what cannot be used or is not seen need not stand out", () => {
  expect(
    found(
      <div style={{ color: "rgb(200, 200, 200)" }}>
        <button type="button" aria-disabled="true">
          Execute
        </button>
        <p hidden>Gone</p>
      </div>,
    ),
  ).toEqual([]);
});
