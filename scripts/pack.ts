/**
 * Takes the `development` condition out of package.json while the package is packed, and puts it back. Bundlers in
 * development mode look for that condition too, and would be led to sources that the package does not hold.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

const manifest = resolve(import.meta.dirname, "../package.json");
const original = resolve(import.meta.dirname, "../node_modules/.cache/package.json.original");

if (process.argv[2] === "before") strip();
else restore();

function strip(): void {
  mkdirSync(dirname(original), { recursive: true });
  copyFileSync(manifest, original);
  const content = JSON.parse(readFileSync(manifest, "utf8")) as {
    exports: Record<string, string | Record<string, string>>;
  };
  for (const target of Object.values(content.exports)) if (typeof target === "object") delete target["development"];
  writeFileSync(manifest, `${JSON.stringify(content, null, 2)}\n`);
}

function restore(): void {
  if (existsSync(original)) renameSync(original, manifest);
}
