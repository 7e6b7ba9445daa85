/** Builds the package into dist: modules, declarations and the stylesheet, for every entry in `exports`. */
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { bin } from "./bin.ts";
import { entries, isMissing } from "./entries.ts";
import { fixtures } from "./fixtures.ts";

const root = resolve(import.meta.dirname, "..");
const outDir = resolve(root, "dist");
const present = entries().filter((entry) => !isMissing(entry));
const missing = entries().filter(isMissing);

const { dependencies, peerDependencies } = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8")) as Record<
  "dependencies" | "peerDependencies",
  Readonly<Record<string, string>>
>;
/** Made of the other sheet once that is built. */
const unlayered = "styles.unlayered.css";
const foreign = Object.keys({ ...dependencies, ...peerDependencies });

rmSync(outDir, { recursive: true, force: true });
await buildModules();
buildDeclarations();
await buildStyles();
withoutLayers();
copyTheRest();

for (const { subpath, source } of missing)
  console.error(`Not built: "${subpath}" in package.json names ${source}, which is not there.`);
if (missing.length > 0) process.exit(1);
console.log(`Built ${present.length} entries into dist.`);

async function buildModules(): Promise<void> {
  const modules = present.filter(({ output }) => output.endsWith(".js"));
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      target: "es2022",
      minify: false,
      sourcemap: true,
      lib: {
        entry: Object.fromEntries(modules.map(({ output, source }) => [output.slice(0, -".js".length), source])),
        formats: ["es"],
      },
      rolldownOptions: {
        external: (id) => foreign.some((name) => id === name || id.startsWith(`${name}/`)),
        // One file per module keeps "use client" where it was written.
        output: { preserveModules: true, preserveModulesRoot: "src", entryFileNames: "[name].js" },
        onwarn: (warning, warn) => {
          if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
        },
      },
    },
  });
}

function buildDeclarations(): void {
  const { status } = spawnSync(process.execPath, [bin("typescript", "tsc"), "--project", "tsconfig.build.json"], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) process.exit(1);
}

/** The stylesheet once more without its layers, for hosts whose reset is in none: what is in no layer wins over all that is. */
function withoutLayers(): void {
  const layered = readFileSync(resolve(outDir, "styles.css"), "utf8");
  let open = 0;
  const inLayer: number[] = [];
  const sheet = layered.replace(/@layer [^;{}]*;/g, "").replace(/@layer [^{}]*\{|\{|\}/g, (sign) => {
    if (sign === "}") {
      open -= 1;
      if (inLayer.at(-1) !== open) return sign;
      inLayer.pop();
      return "";
    }
    if (sign !== "{") inLayer.push(open);
    open += 1;
    return sign === "{" ? sign : "";
  });
  if (open !== 0) throw new Error("A brace in dist/styles.css is no brace of a rule: its layers cannot be taken off.");
  writeFileSync(resolve(outDir, unlayered), sheet);
}

/** JSON entries as they are, the fixtures for other languages, and declarations that stand beside generated JavaScript, which tsc leaves behind. */
function copyTheRest(): void {
  for (const { source, output } of present) if (output.endsWith(".json")) cpSync(source, resolve(outDir, output));
  writeFileSync(resolve(outDir, "view-models/schemas/fixtures.json"), `${JSON.stringify(fixtures())}\n`);
  const files = readdirSync(resolve(root, "src"), { recursive: true, encoding: "utf8" });
  for (const file of files) if (file.endsWith(".d.ts")) cpSync(resolve(root, "src", file), resolve(outDir, file));
}

async function buildStyles(): Promise<void> {
  const sheets = present.filter(({ output }) => output.endsWith(".css") && output !== unlayered);
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    plugins: [tailwindcss()],
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      // These have light-dark() and oklch(), which the tokens are written in.
      cssTarget: ["chrome123", "safari17.5", "firefox128"],
      rolldownOptions: {
        input: Object.fromEntries(sheets.map(({ output, source }) => [output.slice(0, -".css".length), source])),
        output: { assetFileNames: "[name][extname]" },
      },
    },
  });
}
