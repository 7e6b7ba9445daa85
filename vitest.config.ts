import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import type { BrowserCommand } from "vitest/node";
import { testBrowser } from "./scripts/chromium.ts";
import { type Clip, isBaseline } from "./scripts/is-baseline.ts";
import { conditions } from "./vite.config.ts";

const viewport = { width: 1280, height: 800 };
const resolve = { conditions };

/** Set by `npm run visual`, which collects the new baselines here before it replaces the old ones. */
const newBaselines = process.env["CHECKRAIL_NEW_BASELINES"];

/** Set by `npm run spoken`, likewise. */
const newTranscripts = process.env["CHECKRAIL_NEW_TRANSCRIPTS"];

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

const emulateMedia: BrowserCommand<[EmulatedMedia]> = ({ page }, media) => page.emulateMedia(media);

const ofTheReference = ["test/reference/**/*.test.ts", "test/scripts/**/*.test.ts"];
const withABrowser = ["test/visual/**", "test/e2e/**", "test/components/**"];

// A busy machine is slow, not wrong.
const busyMachine = 60_000;

const postgresTests = [
  "assessments",
  "leases",
  "decisions",
  "execution",
  "execute-once",
  "recovery",
  "progress",
  "one-moment",
  "rule-by-rule",
  "restored-copy",
  "upgrade",
];

// Named up front, or the first run on a cold cache finds them half-way and reloads the page under a test.
const reactEntries = ["react", "react-dom", "react-dom/client", "react/jsx-runtime", "react/jsx-dev-runtime"];

export default defineConfig({
  test: {
    maxWorkers: 2,
    // A missing baseline or snapshot is a failure everywhere, not only where CI is set.
    update: newBaselines === undefined ? "none" : "all",
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
          exclude: [...ofTheReference, ...withABrowser, "test/bench/**"],
          // The core keeps nothing between calls but answers to equal questions, so its files share one loading of it.
          isolate: false,
          testTimeout: busyMachine,
        },
      },
      {
        cacheDir: "node_modules/.vite/reference",
        resolve,
        ssr: { resolve: { conditions: ["development"] } },
        test: {
          name: "reference",
          environment: "node",
          include: ofTheReference,
          exclude: ["test/**/*.postgres.test.ts"],
          isolate: false,
          testTimeout: busyMachine,
        },
      },
      {
        cacheDir: "node_modules/.vite/postgres",
        resolve,
        ssr: { resolve: { conditions: ["development"] } },
        test: {
          name: "postgres",
          environment: "node",
          // What depends on how a database locks, waits and isolates; each also runs embedded, in "reference".
          include: [
            "test/**/*.postgres.test.ts",
            ...postgresTests.map((name) => `test/reference/server/${name}.test.ts`),
          ],
          globalSetup: ["test/reference/server/postgres.global-setup.ts"],
          setupFiles: ["test/reference/server/postgres.setup.ts"],
          testTimeout: busyMachine,
        },
      },
      {
        cacheDir: "node_modules/.vite/components",
        plugins: [react(), tailwindcss()],
        resolve,
        optimizeDeps: {
          include: [
            ...reactEntries,
            "@testing-library/react",
            "@testing-library/user-event",
            "@testing-library/jest-dom/vitest",
            "@radix-ui/react-collapsible",
          ],
        },
        test: {
          name: "components",
          // Every test that renders runs in a browser, wherever it stands.
          include: ["test/**/*.test.tsx"],
          exclude: ["test/visual/**", "test/spoken/**", "test/bench/**"],
          setupFiles: ["test/components/setup.ts"],
          isolate: false,
          browser: { ...browser(), commands: { emulateMedia } },
        },
      },
      {
        cacheDir: "node_modules/.vite/storybook",
        plugins: [storybookTest({ configDir: ".storybook" })],
        resolve,
        optimizeDeps: {
          include: [
            ...reactEntries,
            "@storybook/addon-a11y/preview",
            "@storybook/react-vite",
            "@radix-ui/react-collapsible",
            "culori",
            "storybook/test",
          ],
        },
        test: {
          name: "storybook",
          setupFiles: [".storybook/vitest.setup.ts"],
          isolate: false,
          testTimeout: busyMachine,
          browser: {
            ...browser(),
            commands: { emulateMedia },
            instances: (["light", "dark"] as const).map((theme) => ({
              browser: "chromium" as const,
              name: `storybook-${theme}`,
              provide: { theme },
            })),
          },
        },
      },
      {
        cacheDir: "node_modules/.vite/spoken",
        plugins: [react(), tailwindcss()],
        resolve,
        optimizeDeps: {
          include: [
            ...reactEntries,
            "@guidepup/virtual-screen-reader",
            "@storybook/react-vite",
            "@radix-ui/react-collapsible",
            "culori",
            "storybook/test",
          ],
        },
        test: {
          name: "spoken",
          include: ["test/spoken/**/*.test.tsx"],
          isolate: false,
          testTimeout: 30_000,
          provide: { makingTranscripts: newTranscripts !== undefined },
          browser: {
            ...browser(),
            commands: {
              keepTranscript: (_context, file: string, text: string) => {
                if (newTranscripts === undefined) throw new Error("Transcripts are kept by `npm run spoken` alone.");
                const path = join(newTranscripts, file);
                mkdirSync(dirname(path), { recursive: true });
                writeFileSync(path, text);
              },
            },
          },
        },
      },
      {
        cacheDir: "node_modules/.vite/visual",
        plugins: [react(), tailwindcss()],
        resolve,
        optimizeDeps: {
          include: [
            ...reactEntries,
            "@storybook/react-vite",
            "@radix-ui/react-collapsible",
            "culori",
            "storybook/test",
          ],
        },
        test: {
          name: "visual",
          include: ["test/visual/**/*.test.tsx"],
          // Its files share one loading of all stories.
          isolate: false,
          testTimeout: busyMachine,
          provide: { makingBaselines: newBaselines !== undefined },
          browser: {
            ...browser(),
            api: { allowWrite: true },
            // Vitest scales a frame down that is larger than the window, so the window grows with it.
            commands: {
              sizeWindow: ({ page }, width: number, height: number) => page.setViewportSize({ width, height }),
              emulateMedia,
              isBaseline,
            },
            expect: {
              toMatchScreenshot: {
                comparatorName: "pixelmatch",
                timeout: busyMachine / 2,
                comparatorOptions: { threshold: 0, allowedMismatchedPixels: 0, includeAA: true },
                screenshotOptions: { animations: "disabled", caret: "hide", scale: "css" },
                resolveScreenshotPath: ({ root, arg, ext }) =>
                  `${newBaselines ?? `${root}/test/visual/baselines`}/${arg}${ext}`,
                resolveDiffPath: ({ root, arg, ext }) => `${root}/test/visual/differences/${arg}${ext}`,
              },
            },
          },
        },
      },
    ],
  },
});

interface EmulatedMedia {
  readonly media?: "print" | null;
  readonly forcedColors?: "active" | null;
  readonly reducedMotion?: "reduce" | "no-preference";
}

declare module "vitest/browser" {
  interface BrowserCommands {
    emulateMedia: (media: EmulatedMedia) => Promise<void>;
    sizeWindow: (width: number, height: number) => Promise<void>;
    /** Whether a part of the window shows, pixel by pixel, what the baseline of a name does. */
    isBaseline: (name: string, clip: Clip) => Promise<boolean>;
    /** Writes what was heard of a story among the new transcripts. */
    keepTranscript: (file: string, text: string) => Promise<void>;
  }
}

declare module "vitest" {
  export interface ProvidedContext {
    theme: "light" | "dark";
    makingBaselines: boolean;
    makingTranscripts: boolean;
  }
}
