import { resolve } from "node:path";
import { defineConfig, mergeConfig, type Plugin } from "vitest/config";
import base from "../../vitest.config.ts";
import { sheet, shots, shown } from "./shown-defect.ts";

interface Picture {
  readonly arg: string;
  readonly ext: string;
}

const pictures = "node_modules/.cache/visual-defects";
const everyStory = '"../../stories/**/*.stories.tsx"';

/** Puts a defect into what the browser gets. No file is changed, so none can be left changed. */
function withDefect(): Plugin[] {
  return [
    {
      name: "checkrail:defect-of-component",
      enforce: "pre",
      transform(code, id) {
        const { defect, stories } = shown();
        const file = id.split("?")[0];
        if (file === resolve(shots)) {
          const drawing = stories.map((pattern) => `../../${pattern}`);
          return replaced(code, code.indexOf(everyStory), everyStory, JSON.stringify(drawing));
        }
        // The class that is written instead may stand in no file, and Tailwind makes what it finds.
        if (file === resolve(sheet) && defect?.to.startsWith("cr:") === true)
          return `${code}\n@source inline("${defect.to}");\n`;
        if (defect === null || defect.file.endsWith(".css") || file !== resolve(defect.file)) return undefined;
        return replaced(code, defect.at, defect.from, defect.to);
      },
    },
    {
      name: "checkrail:defect-of-token",
      transform(code, id) {
        const { defect } = shown();
        if (defect === null || !defect.file.endsWith(".css") || id.split("?")[0] !== resolve(sheet)) return undefined;
        // By now Tailwind has put every sheet into this one.
        return replaced(code, code.indexOf(defect.from), defect.from, defect.to);
      },
    },
  ];
}

function replaced(code: string, at: number, from: string, to: string): string {
  if (at < 0 || !code.startsWith(from, at)) throw new Error(`“${from}” is not where the defect is to be.`);
  return code.slice(0, at) + to + code.slice(at + from.length);
}

const visual = (base as { test: { projects: { test: { name: string } }[] } }).test.projects.find(
  ({ test }) => test.name === "visual",
);
if (visual === undefined) throw new Error("vitest.config.ts has no project “visual”.");

export default mergeConfig(
  defineConfig({
    plugins: [withDefect()],
    cacheDir: "node_modules/.vite/visual-defects",
    test: { update: "none", maxWorkers: 1 },
  }),
  mergeConfig(visual, {
    test: {
      // A page of before may hold a module without the defect.
      isolate: true,
      // A campaign takes as long as it takes.
      testTimeout: 0,
      browser: {
        expect: {
          toMatchScreenshot: {
            timeout: 60_000,
            resolveScreenshotPath: ({ arg, ext }: Picture) => resolve(`${pictures}/before/${arg}${ext}`),
            resolveDiffPath: ({ arg, ext }: Picture) => resolve(`${pictures}/differences/${arg}${ext}`),
          },
        },
      },
    },
  }),
);
