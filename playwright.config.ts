import { defineConfig } from "@playwright/test";
import { testBrowser } from "./scripts/chromium.ts";

// The global setup starts the server and sets this before a worker reads the file again.
const url = process.env["CHECKRAIL_URL"];

export default defineConfig({
  testDir: "test/e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./test/e2e/global-setup.ts",
  outputDir: "test-results/e2e",
  workers: 1,
  retries: 0,
  // A busy machine is slow, not wrong.
  timeout: 120_000,
  forbidOnly: true,
  use: {
    ...(url === undefined ? {} : { baseURL: url }),
    browserName: "chromium",
    launchOptions: testBrowser().launchOptions,
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "UTC",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
});
