import type { ElementHandle, Page } from "@playwright/test";
import type { ClaimText } from "../../src/safety/index.js";

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Something that an operator can use now. */
export interface Control {
  readonly kind: "link" | "press" | "choose" | "write";
  readonly name: string;
  readonly element: ElementHandle<HTMLElement>;
}

const usable = "a[href], button, select, textarea, input:not([type=hidden]), [role=option], [role=switch], summary";

/** What can be used on the page; in an open dialog only what is in it. What the demonstration offers for breaking the target is left alone. */
export async function controlsOf(page: Page): Promise<readonly Control[]> {
  const list = await page.evaluateHandle((selector) => {
    const root = document.querySelector("dialog[open]") ?? document.body;
    return [...root.querySelectorAll<HTMLElement>(selector)].filter((element) => {
      if (element.closest(".demo") !== null || element.closest("[inert]") !== null) return false;
      if (element instanceof HTMLAnchorElement && element.origin !== location.origin) return false;
      return element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1;
    });
  }, usable);
  const described = await list.evaluate((elements) =>
    elements.map((element) => ({
      tag: element.tagName.toLowerCase(),
      type: element.getAttribute("type") ?? "",
      name: (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 60),
    })),
  );
  const handles = await list.getProperties();
  return described.flatMap(({ tag, type, name }, index) => {
    const element = handles.get(String(index))?.asElement() as ElementHandle<HTMLElement> | null | undefined;
    if (element === null || element === undefined) return [];
    const kind =
      tag === "a"
        ? "link"
        : tag === "select"
          ? "choose"
          : tag === "textarea" || (tag === "input" && !["checkbox", "radio", "button", "submit"].includes(type))
            ? "write"
            : "press";
    return [{ kind, name, element }] as const;
  });
}

/** The texts of the page as a person meets them, with names from outside set apart, and what attributes say. */
export function textsOf(page: Page): Promise<readonly ClaimText[]> {
  return page.evaluate(() => {
    const texts: ClaimText[] = [];
    const blocks = new Set(
      "P LI DT DD TD TH H1 H2 H3 H4 H5 BUTTON A LABEL LEGEND SUMMARY FIGCAPTION OPTION DIV SECTION SPAN".split(" "),
    );
    const walk = (node: Node, into: (string | { external: string })[]): void => {
      if (node instanceof Text) {
        into.push(node.data);
        return;
      }
      if (!(node instanceof HTMLElement) || ["SCRIPT", "STYLE", "S"].includes(node.tagName)) return;
      for (const attribute of ["aria-label", "title", "placeholder"]) {
        const said = node.getAttribute(attribute);
        if (said !== null) texts.push(said);
      }
      if (node.hasAttribute("data-external")) {
        into.push({ external: node.textContent ?? "" });
        return;
      }
      const own = blocks.has(node.tagName) && node.tagName !== "SPAN" ? [] : into;
      for (const child of node.childNodes) walk(child, own);
      if (own !== into && own.length > 0) texts.push(own);
    };
    const all: (string | { external: string })[] = [];
    walk(document.body, all);
    return [...texts, all];
  });
}

/** Controls that say nothing to whoever does not see them. */
export async function unlabelled(page: Page): Promise<readonly string[]> {
  const heard = await page.locator("body").ariaSnapshot();
  return heard
    .split("\n")
    .filter((line) =>
      /^\s*- (?:button|link|textbox|searchbox|checkbox|radio|switch|combobox|listbox|option)(?: \[[^\]]*\])*:?$/.test(
        line,
      ),
    );
}

/** Waits until the page has asked for everything it asks for, and has drawn it. */
export function settling(page: Page): () => Promise<void> {
  let open = 0;
  const counts = (url: string) => url.includes("/api/") && !url.endsWith("/events");
  page.on("request", (request) => {
    if (counts(request.url())) open += 1;
  });
  const done = (url: string) => {
    if (counts(url)) open -= 1;
  };
  page.on("requestfinished", (request) => done(request.url()));
  page.on("requestfailed", (request) => done(request.url()));
  return async () => {
    for (let tries = 0; tries < 100; tries += 1) {
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      if (open <= 0) return;
    }
  };
}
