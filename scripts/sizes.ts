/**
 * Holds each built entry to its budget: the bytes that a host's bundler adds for everything that the entry exports, minified,
 * without React. Bytes are the same on every machine; how they compress is not, so they are counted as they are.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { build } from "vite";

const root = resolve(import.meta.dirname, "..");

/** Most bytes for an import. Raise one only with a sentence in the changelog that says what for. */
const budgets: Readonly<Record<string, number>> = {
  'export * from "checkrail"': 139_500,
  'export { DecisionCard } from "checkrail"': 11_600,
  'export { ProcessFlow } from "checkrail"': 14_200,
  'export * from "checkrail/view-models"': 1_500,
  'export * from "checkrail/schemas"': 475_000,
  'export * from "checkrail/safety"': 42_500,
  'export { evaluateGates } from "checkrail/safety"': 1_200,
  'export * from "checkrail/flow"': 40_000,
  'export * from "checkrail/restore"': 318_500,
  'export * from "checkrail/restore/claims"': 22_000,
  'export * from "checkrail/restore/react"': 322_500,
  'export * from "checkrail/tailwind-preset"': 1_000,
};

const sheetBudget = 32_000;

const { exports } = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8")) as {
  readonly exports: Readonly<Record<string, { readonly default: string }>>;
};

/** Bytes of one import statement, with all that it needs of ours and of our dependencies. */
async function bytesOf(code: string): Promise<number> {
  const file = resolve(root, "node_modules/.cache/measured.js");
  // As a host's bundler finds it in the package that is installed.
  const found = code.replace(/"checkrail([^"]*)"/, (_, subpath: string) =>
    JSON.stringify(resolve(root, exports[`.${subpath}`]?.default ?? "no such entry")),
  );
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${found};\n`);
  const output = await build({
    configFile: false,
    root,
    logLevel: "error",
    build: {
      write: false,
      minify: true,
      target: "es2022",
      rolldownOptions: {
        input: file,
        preserveEntrySignatures: "strict",
        external: (id) => /^react(?:-dom)?(?:\/|$)/.test(id),
        output: { format: "es" },
      },
    },
  });
  const files = [output].flat().flatMap((one) => ("output" in one ? one.output : []));
  return files.reduce((sum, one) => sum + Buffer.byteLength(one.type === "chunk" ? one.code : one.source), 0);
}

let over = 0;
const report = (what: string, bytes: number, budget: number) => {
  if (bytes > budget) over += 1;
  console.log(
    `${bytes > budget ? "OVER" : "ok  "} ${bytes.toLocaleString("en")} of ${budget.toLocaleString("en")} bytes: ${what}`,
  );
};

const data = /^\.\/(?:testing|styles\.css|styles\.unlayered\.css|package\.json)$|\.json$/;
const measured = Object.keys(budgets).join("\n");
for (const subpath of Object.keys(exports).filter((path) => !data.test(path)))
  if (!measured.includes(`export * from "checkrail${subpath.slice(1)}"`))
    throw new Error(`“${subpath}” has no budget in ${import.meta.filename}.`);
for (const [code, budget] of Object.entries(budgets)) report(code, await bytesOf(code), budget);
for (const sheet of ["styles.css", "styles.unlayered.css"])
  report(`checkrail/${sheet}`, statSync(resolve(root, "dist", sheet)).size, sheetBudget);
process.exitCode = over > 0 ? 1 : 0;
