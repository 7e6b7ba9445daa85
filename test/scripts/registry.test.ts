import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { registryItems } from "../../scripts/registry.js";
import * as entry from "../../src/index.js";
import { importsOf } from "../contract/layers.js";

const items = registryItems("/* the stylesheet */");

describe("a team that copies components", () => {
  test("finds every component that the package exports, with its own sentence", () => {
    const drawn = Object.entries(entry).filter(([, value]) => typeof value === "object" && "$$typeof" in value);
    expect(items.map(({ title }) => title).toSorted()).toEqual(drawn.map(([name]) => name).toSorted());
    expect(items.filter(({ description }) => description === "")).toEqual([]);
  });

  test.each(items)("gets with $title every file and package that it imports, and the stylesheet", (item) => {
    const targets = new Set(item.files.map(({ target }) => target));
    expect(targets).toContain("components/checkrail/styles.css");
    const missing = item.files
      .filter(({ target }) => target.endsWith(".ts") || target.endsWith(".tsx"))
      .flatMap(({ target, content }) =>
        importsOf(target, content).filter(({ specifier }) => {
          if (!specifier.startsWith("."))
            return (
              !/^react(?:-dom)?(?:\/|$)/.test(specifier) &&
              !item.dependencies.some((one) => one.startsWith(`${specifier}@`))
            );
          const stem = posix.join(posix.dirname(target), specifier);
          return !targets.has(`${stem}.ts`) && !targets.has(`${stem}.tsx`);
        }),
      );
    expect(missing).toEqual([]);
  });
});
