/**
 * Makes every baseline anew with the pinned browser, and removes those whose story is gone. `npm run visual -- my_state` makes
 * those alone whose story has that in its path, and removes none.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PNG } from "pngjs";
import { testBrowser } from "./chromium.ts";

const baselines = resolve("test/visual/baselines");
const [only] = process.argv.slice(2);
const drawing = ["light", "dark", "conditions"].map((name) => `test/visual/${name}.test.tsx`);
const those = only === undefined ? [] : [...drawing, "-t", only];
const draft = resolve("node_modules/.cache/new-baselines");

if (!testBrowser().pinned) {
  console.error("Baselines are made on Linux x64 only: another browser draws other pixels. Nothing was changed.");
  process.exit(1);
}

rmSync(draft, { recursive: true, force: true });
mkdirSync(draft, { recursive: true });
const run = spawnSync(
  process.execPath,
  [join("node_modules", "vitest", "vitest.mjs"), "run", "--project", "visual", ...those],
  {
    stdio: "inherit",
    env: { ...process.env, CHECKRAIL_NEW_BASELINES: draft },
  },
);

if (run.status !== 0) {
  console.error("Some stories could not be drawn. The baselines are as they were.");
  process.exit(run.status ?? 1);
}

// Vitest writes quickly rather than tightly. Same pixels, about two thirds of the bytes, for a repository that keeps every version.
for (const file of readdirSync(draft, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".png"))) {
  const path = join(draft, file);
  writeFileSync(
    path,
    PNG.sync.write(PNG.sync.read(readFileSync(path)), { filterType: 0, deflateLevel: 9, deflateStrategy: 0 }),
  );
}

if (only === undefined) rmSync(baselines, { recursive: true, force: true });
cpSync(draft, baselines, { recursive: true });
rmSync(draft, { recursive: true });
console.log('New baselines are in test/visual/baselines. Look at "git status" and at every changed picture.');
