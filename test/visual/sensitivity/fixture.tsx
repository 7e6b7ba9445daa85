export const fixtureBaseline = "sensitivity/fixture";

export interface FixtureChange {
  readonly shift?: number;
  readonly colour?: string;
  readonly radius?: number;
}

/** A card of hairline, text and a rounded button: what a real difference would be found in. */
export function drawFixture({ shift = 0, colour = "rgb(28, 90, 200)", radius = 4 }: FixtureChange = {}): HTMLElement {
  const canvas = document.createElement("div");
  canvas.style.cssText = "width: 320px; padding: 16px; background: white; color: black";
  canvas.innerHTML =
    `<div style="border-top: 1px solid rgb(200, 200, 200); padding: 8px 0 8px ${shift}px">Restore 14 policies</div>` +
    `<div style="background: ${colour}; color: white; border-radius: ${radius}px; padding: 8px">Review preview</div>`;
  document.body.replaceChildren(canvas);
  return canvas;
}
