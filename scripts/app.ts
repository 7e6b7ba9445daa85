import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "vite";

const root = resolve(import.meta.dirname, "..");
const source = resolve(root, "reference/app");

/** Builds the web app of the reference product into a folder. */
export async function buildApp(outDir: string): Promise<void> {
  if (!existsSync(resolve(source, "index.html")))
    throw new Error(`There is no app to build: ${source} has no index.html.`);
  await build({
    root: source,
    configFile: resolve(source, "vite.config.ts"),
    logLevel: "warn",
    build: { outDir: resolve(outDir), emptyOutDir: true, chunkSizeWarningLimit: 2_000 },
  });
}
