/** Attributes that only draw. */
const drawing = new Set(["class", "style"]);
/** Longest element that stays on one line, in characters. */
const longest = 88;

/**
 * A part of a page as the document holds it: an element a line, indented as it is nested, or whole on one line where it is
 * short. What only draws is left out: classes, styles, and what a picture is made of.
 */
export function domText(element: Element): readonly string[] {
  const [open, close] = [`<${[element.localName, ...attributesOf(element)].join(" ")}>`, `</${element.localName}>`];
  if (element.localName === "svg") return [`${open}…${close}`];
  const parts = [...element.childNodes].map(linesOf);
  const whole = `${open}${parts.flat().join("")}${close}`;
  if (whole.length <= longest && parts.every(({ length }) => length <= 1)) return [whole];
  const lines = parts.flat().filter((line) => line.trim() !== "");
  return [open, ...lines.map((line) => `  ${line.replace(/^ (?! )/, "").trimEnd()}`), close];
}

function linesOf(node: Node): readonly string[] {
  if (node instanceof Element) return domText(node);
  return node instanceof Text ? [node.data.replaceAll(/\s+/g, " ")] : [];
}

function attributesOf(element: Element): readonly string[] {
  return [...element.attributes]
    .filter(({ name }) => !drawing.has(name))
    .map(({ name, value }) => (value === "" ? name : `${name}="${value.replaceAll('"', "&quot;")}"`));
}
