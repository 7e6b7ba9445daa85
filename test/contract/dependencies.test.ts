import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { importsOf } from "./layers.js";

const root = resolve(import.meta.dirname, "../..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Readonly<
  Record<"dependencies" | "devDependencies" | "peerDependencies" | "scripts", Readonly<Record<string, string>>>
>;

function sources(folder: string): readonly (readonly [path: string, source: string])[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:tsx?|css)$/.test(file) && !file.includes("node_modules"))
    .map((file) => [join(folder, file), readFileSync(join(root, folder, file), "utf8")]);
}

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

const imported = new Set(
  sources("src")
    .filter(([path]) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    .flatMap(([path, source]) => importsOf(path, source))
    .filter(({ specifier, typeOnly }) => !typeOnly && !specifier.startsWith("."))
    .map(({ specifier }) => packageOf(specifier)),
);

describe("what a host has to install", () => {
  test("is what the package imports when it runs, and nothing else", () => {
    const { dependencies, peerDependencies } = manifest;
    // React DOM draws what our components return; only the host calls it.
    const installed = Object.keys({ ...dependencies, ...peerDependencies }).filter((name) => name !== "react-dom");
    expect([...imported].filter((name) => name !== "react-dom").toSorted()).toEqual(installed.toSorted());
  });

  test("has exact versions, but for what the host brings", () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });
});
