import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { testBrowser } from "./scripts/chromium.ts";
import { conditions } from "./vite.config.ts";

const viewport = { width: 1280, height: 800 };
const resolve = { conditions };

// A function, not an object: Vitest writes into the browser settings of each project.
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  viewport,
  provider: playwright({
    launchOptions: testBrowser().launchOptions,
    contextOptions: {
      viewport,
      deviceScaleFactor: 1,
      reducedMotion: "reduce",
      colorScheme: "light",
      locale: "en-GB",
      timezoneId: "UTC",
    },
  }),
  instances: [{ browser: "chromium" as const }],
});

// Named up front, or the first run on a cold cache finds them half-way and reloads the page under a test.
const reactEntries = ["react", "react-dom", "react-dom/client", "react/jsx-runtime", "react/jsx-dev-runtime"];

export default defineConfig({
  test: {
    maxWorkers: 2,
    coverage: { provider: "v8", include: ["src/**/*.{ts,tsx}"], reporter: ["text", "json-summary"] },
    projects: [
      {
        cacheDir: "node_modules/.vite/unit",
        resolve,
        ssr: { resolve: { conditions: ["development"] } },
        test: {
          name: "unit",
          environment: "node",
          include: ["test/**/*.test.ts"],
          exclude: ["test/visual/**", "test/e2e/**", "test/components/**", "test/bench/**"],
        },
      },
      {
        cacheDir: "node_modules/.vite/components",
        plugins: [react(), tailwindcss()],
        resolve,
        optimizeDeps: {
          include: [...reactEntries, "@testing-library/react", "@testing-library/user-event", "@testing-library/jest-dom/vitest"],
        },
        test: {
          name: "components",
          include: ["test/components/**/*.test.{ts,tsx}"],
          setupFiles: ["test/components/setup.ts"],
          browser: browser(),
        },
      },
    ],
  },
});
