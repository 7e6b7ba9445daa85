import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

/** The script behind a package's command, to be run by this Node itself: no shell, no npx, the same on every system. */
export function bin(packageName: string, command = packageName): string {
  const dir = join(root, "node_modules", packageName);
  const { bin: entry } = JSON.parse(readFileSync(join(dir, "package.json"), "utf8")) as {
    bin: string | Readonly<Record<string, string>>;
  };
  const file = typeof entry === "string" ? entry : entry[command];
  if (file === undefined) throw new Error(`${packageName} has no command ${command}.`);
  return join(dir, file);
}
