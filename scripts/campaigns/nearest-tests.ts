/** Which tests lie nearest to a file of the sources: those that import it, or else what imports it, and so on. */
import { readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Every TypeScript file of a folder, with slashes as on any system. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file).replaceAll("\\", "/"))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes("node_modules"))
    .toSorted();
}

/** Answers, of the tests given, which are nearest to a file, or bear its name; all of them where none reaches it. */
export function nearestTests(tests: readonly string[]): (file: string) => readonly string[] {
  const importers = new Map<string, string[]>();
  for (const file of [...filesUnder("src"), ...tests]) {
    for (const imported of importsOf(file)) importers.set(imported, [...(importers.get(imported) ?? []), file]);
  }
  const wanted = new Set(tests);
  return (file) => {
    const ofItsName = tests.filter(
      (test) => basename(test).replace(/(\.property)?\.test\.ts$/, ".ts") === basename(file),
    );
    const seen = new Set([file]);
    for (let level = [file]; level.length > 0;) {
      level = [...new Set(level.flatMap((one) => importers.get(one) ?? []))].filter((one) => !seen.has(one));
      for (const one of level) seen.add(one);
      const found = level.filter((one) => wanted.has(one));
      if (found.length > 0) return [...new Set([...found, ...ofItsName])].toSorted();
    }
    return tests;
  };
}

/** Files that a file imports values from; what it imports for its types alone tells it nothing. */
function importsOf(file: string): readonly string[] {
  const source = readFileSync(file, "utf8");
  return [...source.matchAll(/^(?:import|export)\s+(?!type\b)[^;]*?from\s+"(\.[^"]+)"/gm)].map(([, path = ""]) =>
    join(dirname(file), path).replaceAll("\\", "/").replace(/\.js$/, ".ts"),
  );
}
