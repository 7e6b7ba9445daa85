import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { entries as packageEntries } from "../../scripts/entries.ts";
import { breaches, circles, type Entries, importsOf, type Sources } from "./layers.ts";

const root = resolve(import.meta.dirname, "../..");

function read(folder: string): [string, string][] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes("node_modules"))
    .map((file) => join(folder, file).replaceAll("\\", "/"))
    .map((file) => [file, readFileSync(join(root, file), "utf8")]);
}

const sources: Sources = new Map(["src", "examples", "reference", "stories", "test"].flatMap(read));
const entries: Entries = new Map(
  packageEntries().map(({ subpath, source }) => [subpath, relative(root, source).replaceAll("\\", "/")]),
);

describe("the imports of this repository", () => {
  test("keep to who may import whom", () => {
    expect(sources.size).toBeGreaterThan(0);
    expect(breaches(sources, entries)).toEqual([]);
  });

  test("go in no circle between components, not even for types", () => {
    expect(circles(sources, "src/components", { types: true })).toEqual([]);
  });

  test("go in no circle in src that exists when it runs", () => {
    expect(circles(sources, "src", { types: false })).toEqual([]);
  });
});

describe("the reader of imports", () => {
  test("sees every way to import", () => {
    const source = [
      `import a from "./static.js";`,
      `import "./effect.js";`,
      `import type { B } from "./type.js";`,
      `import { type C } from "./inline-type.js";`,
      `export { d } from "./re-export.js";`,
      `export * from "./star.js";`,
      `export type { E } from "./type-re-export.js";`,
      `type F = import("./type-query.js").F;`,
      `const g = import("./dynamic.js");`,
    ].join("\n");
    const seen = importsOf("a.ts", source);
    expect(seen.filter(({ typeOnly }) => !typeOnly).map(({ specifier }) => specifier)).toEqual([
      "./static.js",
      "./effect.js",
      "./re-export.js",
      "./star.js",
      "./dynamic.js",
    ]);
    expect(seen.filter(({ typeOnly }) => typeOnly).map(({ specifier }) => specifier)).toEqual([
      "./type.js",
      "./inline-type.js",
      "./type-re-export.js",
      "./type-query.js",
    ]);
  });
});

describe("the table", () => {
  test.each([
    ["src/view-models/gate.ts", `import { x } from "../safety/index.js";`, "src/view-models may not import src/safety"],
    ["src/safety/a.ts", `import { x } from "../view-models/index.js";`, "may import only types of src/view-models"],
    ["src/safety/a.ts", `import { useState } from "react";`, "src/safety may not import React"],
    ["src/safety/a.ts", `import { z } from "zod";`, "src/safety may not import the package zod"],
    ["src/flow/a.ts", `import type { Run } from "../restore/run/run.js";`, "src/flow may not import src/restore/run"],
    ["src/components/A.tsx", `import { x } from "../flow/index.js";`, "src/components may not import src/flow"],
    [
      "src/components/internal/a.tsx",
      `import { A } from "../A.js";`,
      "src/components/internal may not import src/components",
    ],
    ["src/components/A.tsx", `import { B } from "../index.js";`, "nothing in src imports src/index.ts"],
    ["src/testing/a.ts", `export * from "checkrail";`, "nothing in src imports src/index.ts"],
    [
      "src/restore/rules/a.ts",
      `const x = import("../resolvers/result.js");`,
      "src/restore/rules may not import src/restore/resolvers",
    ],
    ["src/restore/ports.ts", `import { x } from "./run/run.js";`, "may import only types of src/restore/run"],
    ["src/restore/index.ts", `export { W } from "./react/index.js";`, "src/restore may not import src/restore/react"],
    ["src/testing/a.ts", `import "react";`, "src/testing may not import React"],
    [
      "reference/server/a.ts",
      `import { W } from "../../src/restore/react/index.js";`,
      "may not import src/restore/react",
    ],
    ["reference/server/a.ts", `import { W } from "checkrail/restore/react";`, "may not import src/restore/react"],
    ["reference/app/a.ts", `import { x } from "../../src/flow/index.js";`, "reference/app may not import src/flow"],
    ["reference/app/a.ts", `import { x } from "../server/main.js";`, "reference/app may not import reference/server"],
    ["reference/app/a.ts", `import { x } from "checkrail/nowhere";`, "package.json exports no such entry"],
    ["stories/A.stories.tsx", `import { x } from "../test/components/samples.js";`, "never each other"],
    ["test/a.test.ts", `import { Armed } from "../stories/A.stories.js";`, "never each other"],
    ["test/a.test.ts", `import { x } from "./b.test.js";`, "nothing imports a test or a story file"],
  ])("%s with %s is caught", (path, source, rule) => {
    const found = breaches(new Map([[path, source]]), entries);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(path);
    expect(found[0]).toContain(rule);
  });

  test.each([
    ["src/safety/a.ts", `import type { GateModel } from "../view-models/index.js";`],
    [
      "src/components/A.tsx",
      `import { B } from "./B.js"; import { x } from "./internal/a.js"; import { useId } from "react";`,
    ],
    ["src/restore/ports.ts", `import type { Run } from "./run/run.js";`],
    [
      "src/restore/react/A.tsx",
      `import { B } from "../../components/B.js"; import { r } from "../resolvers/result.js";`,
    ],
    ["reference/app/a.tsx", `import { W } from "checkrail/restore/react"; import { useState } from "react";`],
    ["stories/A.stories.tsx", `import { wizardOf } from "../src/testing/scenarios/index.js";`],
  ])("%s with %s is allowed", (path, source) => {
    expect(breaches(new Map([[path, source]]), entries)).toEqual([]);
  });

  test.each([
    ["src/safety/a.ts", "const now = Date.now();", "Date.now"],
    ["src/safety/a.ts", "const now = new Date();", "new Date()"],
    ["src/flow/a.ts", "const id = crypto.randomUUID();", "crypto"],
    ["src/flow/a.ts", "const n = Math.random();", "Math.random"],
    ["src/restore/rules/a.ts", `const r = fetch("x");`, "fetch"],
    ["src/restore/rules/a.ts", "const f = new Intl.NumberFormat(locale);", "Intl"],
    ["src/restore/run/a.ts", "const s = n.toLocaleString(locale);", "toLocaleString"],
    ["src/restore/resolvers/a.ts", "const f = new Intl.NumberFormat();", "Intl"],
    ["src/restore/resolvers/a.ts", "const f = Intl.NumberFormat(undefined);", "Intl"],
    ["src/restore/resolvers/a.ts", "const s = a.localeCompare(b);", "localeCompare"],
    ["src/restore/resolvers/a.ts", "setTimeout(f, 1);", "setTimeout"],
  ])("%s with %s is caught, so that drawing a page calls nothing (SI-17)", (path, source, what) => {
    const found = breaches(new Map([[path, source]]), entries);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${path}: uses ${what}`);
  });

  test.each([
    ["src/safety/a.ts", "const at = new Date(iso); const ms = Date.parse(iso); const p = run.process;"],
    ["src/flow/a.ts", "const f = new Intl.DateTimeFormat(options.locale); const s = a.localeCompare(b, locale);"],
    ["src/components/A.tsx", "const id = crypto.randomUUID();"],
  ])("%s with %s is allowed", (path, source) => {
    expect(breaches(new Map([[path, source]]), entries)).toEqual([]);
  });

  test("a circle is found, and named file by file", () => {
    const circle = new Map([
      ["src/components/A.tsx", `import { B } from "./B.js";`],
      ["src/components/B.tsx", `import type { C } from "./C.js";`],
      ["src/components/C.tsx", `export { A } from "./A.js";`],
    ]);
    expect(circles(circle, "src/components", { types: true })).toEqual([
      "src/components/A.tsx → src/components/B.tsx → src/components/C.tsx → src/components/A.tsx",
    ]);
    expect(circles(circle, "src/components", { types: false })).toEqual([]);
  });
});
