import { wcagContrast } from "culori";

/** Least contrast of text, and of text that is large (WCAG 1.4.3). */
const least = { usual: 4.5, large: 3 };

const ratios = new Map<string, number>();

/** Each text of a page that stands out too little from what it stands on, with its colours as they are drawn. A control that cannot be used is left out. */
export function faintTexts(page: Element): readonly string[] {
  const grounds = new Map<Element, string>();
  const faint = new Map<string, string>();
  const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const { parentElement: element, data } = node as Text;
    if (element === null || data.trim() === "" || element.closest("[aria-disabled=true], :disabled") !== null) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const style = getComputedStyle(element);
    const ground = groundOf(element, grounds);
    const ratio = ratioOf(style.color, ground);
    const needed = isLarge(style) ? least.large : least.usual;
    if (ratio < needed)
      faint.set(`${style.color} on ${ground}`, `“${data.trim()}” has ${ratio.toFixed(2)} of ${needed}`);
  }
  return [...faint].map(([colours, text]) => `${text}: ${colours}`);
}

/** The colour behind an element: its own, or that of the nearest one around it that has one. */
function groundOf(element: Element, known: Map<Element, string>): string {
  const found = known.get(element);
  if (found !== undefined) return found;
  const { backgroundColor } = getComputedStyle(element);
  const clear = /^rgba\(.*, 0\)$|\/ 0\)$|^transparent$/.test(backgroundColor);
  // Where nothing has one, the window is white.
  const ground = !clear
    ? backgroundColor
    : element.parentElement === null
      ? "rgb(255, 255, 255)"
      : groundOf(element.parentElement, known);
  known.set(element, ground);
  return ground;
}

function ratioOf(ink: string, ground: string): number {
  const pair = `${ink} on ${ground}`;
  const ratio = ratios.get(pair) ?? wcagContrast(ink, ground);
  if (Number.isNaN(ratio) || /\/ 0?\.|rgba\(/.test(pair)) throw new RangeError(`The contrast of ${pair} is not known.`);
  ratios.set(pair, ratio);
  return ratio;
}

function isLarge({ fontSize, fontWeight }: CSSStyleDeclaration): boolean {
  const size = Number.parseFloat(fontSize);
  return size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
}
