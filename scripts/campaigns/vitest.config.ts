import { defineConfig } from "vitest/config";
import { conditions } from "../../vite.config.ts";

const tests = process.env["CHECKRAIL_TESTS"] ?? "test";

// Tests of the pure core alone, as the campaign that runs them names them: no server, no browser.
export default defineConfig({
  cacheDir: "node_modules/.vite/campaigns",
  resolve: { conditions },
  ssr: { resolve: { conditions: ["development"] } },
  test: {
    environment: "node",
    isolate: false,
    include: tests.split(",").map((path) => (path.endsWith(".ts") ? path : `${path}/**/*.test.ts`)),
    setupFiles: ["test/support/campaign.ts"],
    // A campaign takes as long as it takes.
    testTimeout: 0,
  },
});
