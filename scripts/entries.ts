import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

interface Target {
  readonly development?: string;
  readonly types?: string;
  readonly default: string;
}

export interface Entry {
  /** As a consumer writes it: "./safety". */
  readonly subpath: string;
  readonly source: string;
  /** Built file, relative to dist. */
  readonly output: string;
}

/** Every entry that is built from a source, read from `exports`: there is no second list. */
export function entries(): readonly Entry[] {
  const { exports } = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8")) as {
    exports: Readonly<Record<string, Target | string>>;
  };
  return Object.entries(exports).flatMap(([subpath, target]) =>
    typeof target === "string" || target.development === undefined
      ? []
      : [{ subpath, source: resolve(root, target.development), output: target.default.replace(/^\.\/dist\//, "") }],
  );
}

export function isMissing({ source }: Entry): boolean {
  return !existsSync(source);
}
