import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { restoreScenarios } from "../../src/testing/scenarios/index.js";
import { page } from "./samples.js";

const ids = restoreScenarios.map((one) => one.id);

async function drawAt(width: number, id: (typeof ids)[number]) {
  const { container } = render(<div style={{ width }}>{page(id)}</div>);
  const closed = [...container.querySelectorAll<HTMLElement>("button[aria-expanded=false]")];
  for (const control of closed.filter((one) => one.offsetParent !== null)) await userEvent.click(control);
  return container;
}

describe.each([320, 1184])("at %i px, with everything opened", (width) => {
  test.each(ids)(
    "nothing leaves the page sideways, and every target is at least 24 px high and wide, in %s",
    async (id) => {
      const container = await drawAt(width, id);
      const frame = container.firstElementChild;
      expect(frame?.scrollWidth).toBeLessThanOrEqual(width);
      const targets = [...container.querySelectorAll<HTMLElement>("a[href], button")].filter(
        (one) => one.offsetParent !== null,
      );
      expect(targets.length).toBeGreaterThan(0);
      for (const target of targets) {
        const { height, width: across } = target.getBoundingClientRect();
        expect.soft(height, target.textContent).toBeGreaterThanOrEqual(24);
        expect.soft(across, target.textContent).toBeGreaterThanOrEqual(24);
      }
    },
  );
});

test("right to left, the gates' line runs along the other edge", async () => {
  const { container } = render(
    <div dir="rtl" style={{ width: 760 }}>
      {page("preview_void")}
    </div>,
  );
  const gate = container.querySelector("[data-part=gate]");
  const glyph = gate?.querySelector("[data-part=glyph]")?.getBoundingClientRect();
  const word = gate?.querySelector("[data-part=word]")?.getBoundingClientRect();
  expect(glyph?.left).toBeGreaterThan(word?.right ?? Number.POSITIVE_INFINITY);
});
