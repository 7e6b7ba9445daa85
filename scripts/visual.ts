/** Makes every baseline anew with the pinned browser, and removes those whose story is gone. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { testBrowser } from "./chromium.ts";

const baselines = resolve("test/visual/baselines");
const draft = resolve("node_modules/.cache/new-baselines");

if (!testBrowser().pinned) {
  console.error("Baselines are made on Linux x64 only: another browser draws other pixels. Nothing was changed.");
  process.exit(1);
}

rmSync(draft, { recursive: true, force: true });
mkdirSync(draft, { recursive: true });
const run = spawnSync(process.execPath, [join("node_modules", "vitest", "vitest.mjs"), "run", "--project", "visual"], {
  stdio: "inherit",
  env: { ...process.env, CHECKRAIL_NEW_BASELINES: draft },
});

if (run.status !== 0 || !existsSync(draft)) {
  console.error("Some stories could not be drawn. The baselines are as they were.");
  process.exit(run.status ?? 1);
}

rmSync(baselines, { recursive: true, force: true });
cpSync(draft, baselines, { recursive: true });
rmSync(draft, { recursive: true });
console.log('New baselines are in test/visual/baselines. Look at "git status" and at every changed picture.');
