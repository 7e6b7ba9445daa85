import { resolve } from "node:path";
import { defineConfig, mergeConfig, type Plugin } from "vitest/config";
import base from "../../vitest.config.ts";
import { removals, withoutGate } from "./removed-gates.ts";

const removal = removals.find(({ without }) => without === process.env["CHECKRAIL_WITHOUT"]);
if (removal === undefined) throw new Error("CHECKRAIL_WITHOUT names no gate.");

/** Takes the gate out of what is loaded. No file is changed, so none can be left changed. */
const taken: Plugin = {
  name: "checkrail:without-gate",
  enforce: "pre",
  transform(code, id) {
    const file = id.split("?")[0];
    const edits = removal.edits.filter((edit) => resolve(edit.file) === file);
    return edits.length === 0 ? undefined : withoutGate(code, edits);
  },
};

const postgres = (base as { test: { projects: { test: { name: string } }[] } }).test.projects.find(
  ({ test }) => test.name === "postgres",
);
if (postgres === undefined) throw new Error("vitest.config.ts has no project “postgres”.");

// What was transformed with a gate is not what is to be loaded.
export default mergeConfig(
  defineConfig({ plugins: [taken], cacheDir: "node_modules/.vite/removed-gates", test: { maxWorkers: 1 } }),
  { ...postgres, cacheDir: undefined },
);
