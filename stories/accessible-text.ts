const landmarks: Readonly<Record<string, string>> = { SECTION: "region", ASIDE: "complementary", NAV: "navigation" };
const spans = new Set(["SPAN", "TIME", "S", "DEL", "BDI", "STRONG", "EM", "CODE", "B", "I"]);

/** What a part of a page says to who cannot see it: role, name and state, one line each, indented as it is nested. */
export function accessibleText(root: Element): readonly string[] {
  const lines: string[] = [];
  for (const child of root.children) read(child, 0, lines);
  return lines;
}

function read(element: Element, depth: number, lines: string[]): void {
  if (isSilent(element)) return;
  const say = (text: string) => {
    if (text !== "") lines.push("  ".repeat(depth) + text);
  };
  const line = lineOf(element);
  if (line !== null) say(line);
  if (isWhole(element)) return;
  const inner = line === null ? depth : depth + 1;
  let run = "";
  const flush = () => {
    if (run.trim() !== "") lines.push("  ".repeat(inner) + tidy(run));
    run = "";
  };
  for (const child of element.childNodes) {
    if (
      child instanceof Element &&
      !(spans.has(child.tagName) && child.querySelector("a, button, p, ul, ol") === null)
    ) {
      flush();
      read(child, inner, lines);
    } else if (!(child instanceof Element) || !isSilent(child)) run += child.textContent;
  }
  flush();
}

/** The line of an element that has a role of its own; null where only what it holds is read. */
function lineOf(element: Element): string | null {
  const { tagName } = element;
  const level = /^H([1-6])$/.exec(tagName)?.[1];
  if (level !== undefined) {
    const control = element.querySelector("button");
    return control === null
      ? `heading ${level}: ${textOf(element)}`
      : `heading ${level}, ${controlLine("button", control)}`;
  }
  const landmark = landmarks[tagName];
  if (landmark !== undefined) return `${landmark}: ${nameOf(element)}`;
  if (tagName === "OL" || tagName === "UL") return `list, ${element.children.length} items`;
  if (tagName === "LI") return element.hasAttribute("aria-current") ? "item, current step" : "item";
  if (tagName === "BUTTON") return controlLine("button", element);
  if (tagName === "A") return controlLine("link", element);
  if (tagName === "DT") return `term: ${textOf(element)}`;
  return null;
}

/** Whether its own line says all that it holds. */
function isWhole({ tagName }: Element): boolean {
  return /^(?:H[1-6]|BUTTON|A|DT)$/.test(tagName);
}

function controlLine(role: string, control: Element): string {
  const expanded = control.getAttribute("aria-expanded");
  const about = control.getAttribute("aria-describedby");
  return [
    `${role}: ${textOf(control)}`,
    expanded === null ? null : expanded === "true" ? "expanded" : "collapsed",
    control.getAttribute("aria-disabled") === "true" ? "unavailable" : null,
    about === null ? null : `described by “${byIds(about)}”`,
  ]
    .filter((part) => part !== null)
    .join(", ");
}

function nameOf(element: Element): string {
  return element.getAttribute("aria-label") ?? byIds(element.getAttribute("aria-labelledby") ?? "");
}

function byIds(ids: string): string {
  const found = ids.split(/\s+/).flatMap((id) => document.getElementById(id) ?? []);
  return found.map(textOf).join(" ");
}

function textOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const silent of copy.querySelectorAll("[aria-hidden='true'], svg")) silent.remove();
  return tidy(copy.textContent);
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

function isSilent(element: Element): boolean {
  return element.getAttribute("aria-hidden") === "true" || !element.checkVisibility({ visibilityProperty: true });
}
