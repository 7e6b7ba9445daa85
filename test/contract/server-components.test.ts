import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { components, models, required, sample } from "../components/samples.js";

const names = components.map(([name]) => name);
const fileOf = (name: string) => `src/components/${name}.tsx`;
const source = (file: string) => readFileSync(file, "utf8");
const isForBrowsers = (file: string) => /^"use client";/.test(source(file));
const onServer = names.filter((name) => !isForBrowsers(fileOf(name)));

/** What React has where server components are drawn: no state, no effect, no context. */
const reactOnServer = new Set(
  execFileSync(process.execPath, ["--conditions=react-server", "-p", "Object.keys(require('react')).join()"], {
    encoding: "utf8",
  })
    .trim()
    .split(","),
);

/** A file and what it is built of, up to what is sent to the browser as a component of its own. */
function drawnOnServer(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file) || isForBrowsers(file)) return seen;
  seen.add(file);
  for (const [, path = ""] of source(file).matchAll(/^import (?!type )[^;]*?from "(\.[^"]+)\.js"/gm)) {
    const imported = join(dirname(file), path).replaceAll("\\", "/");
    if (imported.startsWith("src/components/"))
      drawnOnServer(/\/[A-Z]\w+$/.test(imported) ? `${imported}.tsx` : `${imported}.ts`, seen);
  }
  return seen;
}

/** The values that a file takes from React. */
function takenFromReact(file: string): readonly string[] {
  return [...source(file).matchAll(/^import \{([^}]*)\} from "react"/gm)]
    .flatMap(([, list = ""]) => list.split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "" && !name.startsWith("type "));
}

/** The model with a link where an action would call back. */
function withLinks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withLinks);
  if (typeof value !== "object" || value === null) return value;
  if ("kind" in value && value.kind === "callback") return { ...value, kind: "link", href: "#acted" };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withLinks(part)]));
}

describe("PF-1 any host draws any component", () => {
  test.each(names)("a server without a browser draws %s", (name) => {
    expect(typeof document).toBe("undefined");
    expect(renderToString(sample(name))).toContain(`data-component="${name}"`);
  });

  test("more than a third of them need nothing of a browser, the four that only show among them", () => {
    expect(onServer.length).toBeGreaterThan(names.length / 3);
    expect(onServer).toEqual(expect.arrayContaining(["DecisionCard", "ProcessFlow", "ProofAside", "Receipt"]));
  });

  test.each(onServer)("%s is a server component: nothing it is built of asks for a browser", (name) => {
    const asked = [...drawnOnServer(fileOf(name))].flatMap(takenFromReact);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((one) => !reactOnServer.has(one))).toEqual([]);
  });

  test.each(names.filter((name) => !onServer.includes(name)))("%s is sent to the browser for a reason", (name) => {
    const own = takenFromReact(fileOf(name)).filter((one) => !reactOnServer.has(one));
    const parts = /@radix-ui|@tanstack|from "\.\/internal\/Dialog\.js"| on[A-Z]\w+=\{/.test(source(fileOf(name)));
    expect(own.length > 0 || parts).toBe(true);
  });

  test.each(onServer)("%s takes its actions as links, and then needs no script", (name) => {
    const component = components.find(([candidate]) => candidate === name)?.[1] ?? "";
    const model =
      name === "ActionControl" ? { kind: "link", id: "go", label: "Go", href: "#acted" } : withLinks(models[name]);
    const html = renderToString(createElement(component, { model, ...required[name] }));
    const text = JSON.stringify(model);
    expect(html).not.toMatch(/<button(?![^>]*aria-disabled)/);
    expect(html.includes('href="#acted"')).toBe(text.includes('"href":"#acted"'));
  });
});
