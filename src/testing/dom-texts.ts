import type { ClaimText, ExternalText } from "../safety/index.js";

const inline = new Set(
  "a abbr b bdi bdo cite code data dfn em font i ins kbd label mark q samp small span strong sub sup time tt u var wbr".split(
    " ",
  ),
);
const unread = new Set(["script", "style", "template", "noscript"]);
const struck = new Set(["del", "s", "strike"]);
/** Attributes that a person reads or hears. */
const read = "alt title placeholder label value aria-label aria-description aria-roledescription aria-valuetext".split(
  " ",
);

/**
 * The texts of an element: what stands in it, in one piece, and on their own what is hidden or struck out, and what its attributes
 * say. An element with the attribute `data-external` holds a name from outside (BY-13).
 */
export function textsOf(root: Node): readonly ClaimText[] {
  const aside: ClaimText[] = [];
  return [inOnePiece(root), ...aside];

  function inOnePiece(node: Node): (string | ExternalText)[] {
    const pieces: (string | ExternalText)[] = [];
    collect(node, pieces);
    return pieces;
  }

  function collect(node: Node, pieces: (string | ExternalText)[]): void {
    if (node.nodeType === 3) pieces.push(node.nodeValue ?? "");
    const name = node.nodeName.toLowerCase();
    if (unread.has(name)) return;
    if (isElement(node)) {
      if (node.hasAttribute("data-external")) {
        pieces.push({ external: node.textContent });
        return;
      }
      for (const attribute of read) {
        const value = node.getAttribute(attribute);
        if (value !== null) aside.push(value);
      }
      if (node.shadowRoot) aside.push(inOnePiece(node.shadowRoot));
    }
    const apart = inline.has(name) || node.nodeType !== 1 ? "" : "\u2029";
    if (apart !== "") pieces.push(apart);
    for (const child of node.childNodes) {
      if (isElement(child) && isHidden(child)) aside.push(inOnePiece(child));
      else collect(child, pieces);
    }
    if (apart !== "") pieces.push(apart);
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** Whether an element is shown to nobody, or not to all: then it must not deny what stands around it. */
function isHidden(element: Element): boolean {
  return (
    struck.has(element.nodeName.toLowerCase()) ||
    element.hasAttribute("hidden") ||
    element.getAttribute("aria-hidden") === "true" ||
    /display:\s*none|visibility:\s*hidden/.test(element.getAttribute("style") ?? "")
  );
}
