import { statSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, type Plugin } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { conditions } from "../../vite.config.ts";

const tests = process.env["CHECKRAIL_TESTS"] ?? "test";
const mutating = process.env["STRYKER_MUTATOR_WORKER"] !== undefined;

const nothingRemembered: Plugin = {
  name: "nothing-remembered",
  enforce: "pre",
  resolveId: (source, importer) =>
    source.endsWith("/field-names.js") && importer?.includes("/src/") === true
      ? resolve("scripts/campaigns/nothing-remembered.ts")
      : null,
};

/** Small files first: what ends at the first failure should not begin with properties of a hundred cases. */
class SmallFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((one, other) => statSync(one.moduleId).size - statSync(other.moduleId).size));
  }
}

// Tests of the pure core alone, as the campaign that runs them names them: no server, no browser.
export default defineConfig({
  cacheDir: "node_modules/.vite/campaigns",
  plugins: mutating ? [nothingRemembered] : [],
  resolve: { conditions },
  ssr: { resolve: { conditions: ["development"] } },
  test: {
    environment: "node",
    // Stryker alone asks for it.
    ...(!mutating ? {} : { runner: "scripts/campaigns/loaded-tests.ts" }),
    isolate: false,
    sequence: { sequencer: SmallFirst },
    include: tests.split(",").map((path) => (path.endsWith(".ts") ? path : `${path}/**/*.test.ts`)),
    setupFiles: ["test/support/campaign.ts"],
    // A campaign takes as long as it takes.
    testTimeout: 0,
  },
});
