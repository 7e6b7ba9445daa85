import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expect, expectTypeOf, test } from "vitest";
import type { PlaywrightLocator, PlaywrightPage } from "../../src/testing/index.js";

const read = (path: string) => readFileSync(join(import.meta.dirname, path), "utf8");

test("the README shows, of a test with page objects, one that runs", () => {
  const [, shown = ""] = /```tsx\n(import \{ render \}[\s\S]*?)```/.exec(read("../../README.md")) ?? [];
  const [imports = "", body] = shown.split("\n\ntest(");
  const example = read("example.test.tsx");
  for (const line of imports.split("\n")) expect(example).toContain(line);
  expect(example).toContain(`test(${body}`);
});

test("page objects take a page or a locator of Playwright as it is", () => {
  expectTypeOf<Page>().toExtend<PlaywrightPage>();
  expectTypeOf<Locator>().toExtend<PlaywrightLocator>();
});
