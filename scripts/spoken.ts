/**
 * Listens to every scenario, and to one story of each component, anew, and removes the transcripts whose story is gone.
 * `npm run spoken -- my_state` listens to those alone whose story has that in its path, and removes none.
 */
import { spawnSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { bin } from "./bin.ts";

const transcripts = resolve("test/spoken/baselines");
const [only] = process.argv.slice(2);
const draft = resolve("node_modules/.cache/new-transcripts");

rmSync(draft, { recursive: true, force: true });
const run = spawnSync(
  process.execPath,
  [bin("vitest"), "run", "--project", "spoken", ...(only === undefined ? [] : ["-t", only])],
  {
    stdio: "inherit",
    env: { ...process.env, CHECKRAIL_NEW_TRANSCRIPTS: draft },
  },
);

if (run.status !== 0) {
  console.error("Some stories could not be heard. The transcripts are as they were.");
  process.exit(run.status ?? 1);
}

if (only === undefined) rmSync(transcripts, { recursive: true, force: true });
cpSync(draft, transcripts, { recursive: true });
rmSync(draft, { recursive: true });
console.log(
  'New transcripts are in test/spoken/baselines. Read what "git diff" says of them, as somebody who does not see the page.',
);
