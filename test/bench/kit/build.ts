/** Bundles ours and others alike: minified, for production, React left out of what is weighed. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type BuildOptions, type Plugin } from "esbuild";
import { compileString, Logger } from "sass";
import { selectionStyles } from "./selection/styles.ts";

const here = import.meta.dirname;
const dist = resolve(here, "../../../dist");
export const out = join(here, "node_modules/.cache/bench");

const noAssets = Object.fromEntries(
  ["svg", "png", "woff", "woff2", "ttf", "eot"].map((ext) => [`.${ext}`, "empty" as const]),
);

/** One React for all, ours from the built package, and whatever flow is asked about. */
function resolving(flow: string): Plugin {
  return {
    name: "bench",
    setup(builder) {
      builder.onResolve({ filter: /^#flow$/ }, () => ({ path: fileOf("flows", flow) }));
      builder.onResolve({ filter: /^checkrail$/ }, () => ({ path: join(dist, "index.js") }));
      builder.onResolve({ filter: /^checkrail\/styles\.css$/ }, () => ({ path: join(dist, "styles.css") }));
      builder.onResolve({ filter: /^(?:react|react-dom)(?:\/|$)/ }, ({ path, kind, pluginData }) =>
        pluginData === "here" ? null : builder.resolve(path, { resolveDir: here, kind, pluginData: "here" }),
      );
    },
  };
}

function fileOf(folder: "flows" | "selection", name: string): string {
  return join(here, folder, `${name}.${name === "checkrail" ? "tsx" : "jsx"}`);
}

const shared = {
  bundle: true,
  minify: true,
  jsx: "automatic",
  target: "es2022",
  logLevel: "error",
  legalComments: "none",
  loader: noAssets,
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
} as const satisfies BuildOptions;

export interface Weight {
  /** Kilobytes of scripts, compressed. */
  readonly script: number;
  /** Kilobytes of styles, compressed. */
  readonly style: number;
}

/** What a page loads at once, besides React, to show what a module exports. Fonts that a sheet brings are not weighed. */
export async function weigh(source: string, flow = "checkrail"): Promise<Weight> {
  const { outputFiles, metafile } = await build({
    ...shared,
    stdin: { contents: source, resolveDir: here, loader: "jsx" },
    format: "esm",
    splitting: true,
    metafile: true,
    outdir: out,
    write: false,
    platform: "browser",
    mainFields: ["module", "browser", "main"],
    plugins: [withoutReact, resolving(flow)],
  });
  const entry = Object.keys(metafile.outputs).find((path) => metafile.outputs[path]?.entryPoint === "<stdin>");
  const atOnce = new Set(entry === undefined ? [] : [entry]);
  for (const path of atOnce)
    for (const one of metafile.outputs[path]?.imports ?? [])
      if (one.kind === "import-statement" && !one.external) atOnce.add(one.path);
  const loaded = outputFiles.filter(({ path }) => path.endsWith(".css") || atOnce.has(relative(process.cwd(), path)));
  const kilobytes = (ext: string) =>
    loaded.filter(({ path }) => path.endsWith(ext)).reduce((sum, { text }) => sum + compressed(text), 0);
  return { script: kilobytes(".js"), style: flow === "carbon" ? compressed(carbonStyles()) : kilobytes(".css") };
}

function compressed(text: string): number {
  return gzipSync(text.replaceAll(/@font-face\s*\{[^}]*\}/g, ""), { level: 9 }).length / 1000;
}

const withoutReact: Plugin = {
  name: "without-react",
  setup: (builder) => {
    builder.onResolve({ filter: /^(?:react|react-dom)(?:\/|$)/ }, ({ path }) => ({ path, external: true }));
  },
};

/** A server's module that draws one flow. */
export async function forServer(flow: string): Promise<string> {
  const outfile = join(out, `server/${flow}.mjs`);
  await build({
    ...shared,
    entryPoints: [join(here, "flows/rendered.jsx")],
    outfile,
    minify: false,
    format: "esm",
    platform: "node",
    target: "node20",
    conditions: ["module", "import"],
    mainFields: ["module", "main"],
    loader: { ...noAssets, ".css": "empty" },
    plugins: [resolving(flow)],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return outfile;
}

/** A page that mounts two hundred flows when it is told to. */
export async function pageOfFlows(flow: string): Promise<string> {
  return page(`flows/${flow}`, join(here, "flows/mounted.jsx"), flow, flow === "carbon" ? carbonStyles() : "");
}

/** A page that lets choose among 10,000 items. */
export async function pageOfSelection(name: string): Promise<string> {
  return page(`selection/${name}`, fileOf("selection", name), name, selectionStyles);
}

async function page(name: string, entry: string, flow: string, styles: string): Promise<string> {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: { page: entry },
    outdir: out,
    write: false,
    format: "iife",
    platform: "browser",
    plugins: [resolving(flow)],
  });
  const text = (ext: string) => outputFiles.find(({ path }) => path.endsWith(ext))?.text ?? "";
  const file = join(out, `${name}.html`);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file.replace(/html$/, "js"), text(".js"));
  writeFileSync(
    file,
    `<!doctype html><html><head><meta charset="utf-8"><style>${text(".css")}${styles}</style></head><body><div id="root"></div><script src="${name.split("/")[1]}.js"></script></body></html>`,
  );
  return file;
}

/** Only what its indicator needs, as its documentation advises. */
function carbonStyles(): string {
  return compileString(
    "@use '@carbon/styles/scss/reset'; @use '@carbon/styles/scss/theme'; @use '@carbon/styles/scss/components/progress-indicator'; :root{ @include theme.theme(); }",
    { style: "compressed", loadPaths: [join(here, "node_modules")], quietDeps: true, logger: Logger.silent },
  ).css;
}

/** Kilobytes of our whole sheet, compressed. */
export function ourSheet(): number {
  return compressed(readFileSync(join(dist, "styles.css"), "utf8"));
}
