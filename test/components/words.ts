const said = [
  "aria-label",
  "aria-roledescription",
  "aria-valuetext",
  "aria-placeholder",
  "placeholder",
  "title",
  "alt",
];

/** Every string of a model. */
export function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Every text with a letter in it that a page shows or says, as it stands in the document: a sentence may be in pieces. */
export function wordsIn(root: Element): readonly string[] {
  const attributes = said.flatMap((name) =>
    [...root.querySelectorAll(`[${name}]`)].map((one) => one.getAttribute(name) ?? ""),
  );
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? "");
  return [...attributes, ...texts].map((text) => text.trim()).filter((text) => /\p{L}/u.test(text));
}
