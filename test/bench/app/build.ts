/** Builds the app, the page of the limit beside it, and what is put into the app's pages to measure them. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { buildApp } from "../../../scripts/app.ts";
import { selectionStyles } from "../kit/selection/styles.ts";

export interface Built {
  /** Folder of the app. */
  readonly app: string;
  /** Page on which the limit chooses among 10,000 items. */
  readonly limit: string;
  /** Script that makes a page of the app tell what it is measured by. */
  readonly watched: string;
}

export async function buildInto(folder: string): Promise<Built> {
  const app = join(folder, "app");
  await buildApp(app);
  const limit = join(folder, "limit.html");
  const script = await bundle(folder, "limit", join(import.meta.dirname, "../kit/selection/limit.jsx"));
  writeFileSync(
    limit,
    `<!doctype html><meta charset="utf-8"><style>${selectionStyles}</style><div id="root"></div><script src="${script}"></script>`,
  );
  return {
    app,
    limit,
    watched: join(folder, await bundle(folder, "watched", join(import.meta.dirname, "watched.js"))),
  };
}

/** The name of the file that a module and everything it needs was written to. */
async function bundle(folder: string, name: string, entry: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: "warn",
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: true,
      lib: { entry, formats: ["iife"], name, fileName: () => `${name}.js` },
    },
  });
  return `${name}.js`;
}
