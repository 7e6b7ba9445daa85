import { parse, wcagContrast } from "culori";
import { useLayoutEffect, useState } from "react";

/** Everything that the page's stylesheets say of the kit's variables, as it stands in the theme and brand of now. */
export interface DesignTokens {
  /** Theme and brand of the page, as its root says them. */
  readonly shownIn: string;
  /** Names of all variables, in the order of the stylesheet. */
  readonly names: readonly string[];
  /** The value of a variable as it is written; empty where only parts of a page have it. */
  readonly valueOf: (name: string) => string;
  /** Whether a variable is a colour of every page. */
  readonly isColour: (name: string) => boolean;
  /** Contrast of two colours, as WCAG computes it. */
  readonly contrast: (one: string, other: string) => number;
}

/** The tokens as they are drawn; read again whenever theme, brand or the system's colour scheme change. */
export function useDesignTokens(): DesignTokens | null {
  const [tokens, setTokens] = useState<DesignTokens | null>(null);
  useLayoutEffect(() => {
    const read = () => setTokens(readTokens());
    read();
    const root = new MutationObserver(read);
    root.observe(document.documentElement, { attributeFilter: ["data-theme", "data-brand"] });
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", read);
    return () => {
      root.disconnect();
      scheme.removeEventListener("change", read);
    };
  }, []);
  return tokens;
}

/** Names of every `--cr-` variable that a stylesheet of the page declares, but those that Tailwind adds for utilities in use. */
export function declaredTokens(): readonly string[] {
  const own = styleRules().filter(({ selectorText }) => !selectorText.includes(":host"));
  return [...new Set(own.flatMap(({ style }) => [...style].filter((name) => name.startsWith("--cr-"))))];
}

function readTokens(): DesignTokens {
  const names = declaredTokens();
  const root = getComputedStyle(document.documentElement);
  const valueOf = (name: string) => root.getPropertyValue(name).trim();
  const isColour = (name: string) => CSS.supports("color", valueOf(name) || "none");
  const drawn = new Map(names.filter(isColour).map((name) => [name, drawnColour(name)]));
  const { theme = "theme of the system", brand = "no brand" } = document.documentElement.dataset;
  return {
    shownIn: `${theme} · ${brand}`,
    names,
    valueOf,
    isColour,
    contrast: (one, other) => wcagContrast(parse(drawn.get(one) ?? "") ?? "", parse(drawn.get(other) ?? "") ?? ""),
  };
}

/** The colour that the browser draws, with light-dark() and every reference resolved. */
function drawnColour(name: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function styleRules(): readonly CSSStyleRule[] {
  const found: CSSStyleRule[] = [];
  const visit = (rules: CSSRuleList) => {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule) found.push(rule);
      if ("cssRules" in rule) visit(rule.cssRules as CSSRuleList);
    }
  };
  for (const sheet of document.styleSheets) visit(sheet.cssRules);
  return found;
}
