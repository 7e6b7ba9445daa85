import { posix } from "node:path";
import { type ESTree, parseSync, Visitor } from "vite";

/** Path in the repository to source text. */
export type Sources = ReadonlyMap<string, string>;

/** Subpath of the package, as in `exports`, to the source behind it. */
export type Entries = ReadonlyMap<string, string>;

interface Layer {
  /** Folder or file; of several that fit, the longest counts. */
  readonly path: string;
  /** Layers it may import besides itself. */
  readonly may: readonly string[];
  /** Layers of which it may import types only. */
  readonly mayType?: readonly string[];
  /** Packages it may import; `undefined` is any but React. */
  readonly packages?: readonly string[];
  readonly react?: boolean;
  /** No clock, no randomness, no network, no locale but one it is given. */
  readonly pure?: "without Intl" | "Intl with a given locale";
}

const pureRestore = [
  "src/restore/run",
  "src/restore/rules",
  "src/restore/resolvers",
  "src/restore/ports.ts",
  "src/restore",
];
const neutral = ["src/flow", "src/safety", "src/view-models"];

/** Who may import whom. */
export const layers: readonly Layer[] = [
  { path: "src/view-models", may: [], packages: [] },
  { path: "src/safety", may: [], mayType: ["src/view-models"], packages: ["@noble/hashes"], pure: "without Intl" },
  { path: "src/flow", may: ["src/safety", "src/view-models"], packages: [], pure: "Intl with a given locale" },
  {
    path: "src/components/internal",
    may: ["src/view-models"],
    packages: ["@radix-ui/react-collapsible", "@tanstack/react-virtual"],
    react: true,
  },
  {
    path: "src/components",
    may: ["src/components/internal", "src/view-models"],
    packages: ["@radix-ui/react-collapsible", "@tanstack/react-virtual"],
    react: true,
  },
  {
    path: "src/index.ts",
    may: ["src/components", "src/components/internal"],
    mayType: ["src/view-models"],
    packages: [],
  },
  {
    path: "src/restore/run",
    may: ["src/restore/rules", "src/safety"],
    packages: [],
    pure: "without Intl",
  },
  {
    path: "src/restore/rules",
    may: ["src/restore/run", "src/safety"],
    packages: [],
    pure: "without Intl",
  },
  {
    path: "src/restore/resolvers",
    may: ["src/restore/run", "src/restore/rules", ...neutral],
    mayType: ["src/restore/ports.ts", "src/restore/claims"],
    packages: [],
    pure: "Intl with a given locale",
  },
  {
    path: "src/restore/ports.ts",
    may: [],
    mayType: ["src/restore/run", "src/restore/rules", "src/safety"],
    packages: [],
  },
  { path: "src/restore", may: [...pureRestore, ...neutral], packages: [] },
  {
    path: "src/restore/react",
    may: [...pureRestore, ...neutral, "src/components", "src/components/internal"],
    packages: ["@radix-ui/react-collapsible", "@tanstack/react-virtual"],
    react: true,
  },
  { path: "src/tailwind", may: [], packages: [] },
  { path: "src/testing", may: [...pureRestore, ...neutral], packages: [] },
  { path: "reference/api", may: [], mayType: pureRestore, packages: ["zod"] },
  {
    path: "reference/server",
    may: ["reference/api", "reference/import", "reference/target", "reference/verify", ...pureRestore, ...neutral],
  },
  { path: "reference/import", may: ["reference/api", ...pureRestore, ...neutral] },
  { path: "reference/target", may: ["reference/api", ...pureRestore, ...neutral] },
  // The command puts the parts together: it goes through the server, or to its database where no server runs.
  { path: "reference/import/cli.ts", may: ["reference/api", "reference/import", "reference/server"] },
  { path: "reference/verify", may: ["reference/api", "reference/import", ...pureRestore, ...neutral] },
  { path: "reference/samples", may: [], mayType: ["src/safety"] },
  { path: "reference/app", may: ["reference/api", "vite.config.ts"], react: true },
  // What a host would write: the package's entries and nothing else of ours.
  { path: "examples", may: [], react: true },
  { path: "stories", may: ["src", "examples"], react: true },
  {
    path: "test",
    may: ["src", "examples", "reference", "scripts", ".storybook", "vite.config.ts", "package.json"],
    react: true,
  },
];

export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/** Every import of a module: static, dynamic, re-exported, and of types alone. */
export function importsOf(path: string, source: string): Import[] {
  const { module, program, errors } = parseSync(path, source);
  if (errors[0]) throw new Error(`${path} does not parse: ${errors[0].message}`);
  const found: Import[] = [];

  for (const { moduleRequest, entries } of module.staticImports) {
    found.push({
      specifier: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    });
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) found.push({ specifier: moduleRequest.value, typeOnly: isType });
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const written = source.slice(moduleRequest.start, moduleRequest.end);
    found.push({ specifier: written.replaceAll(/^["'`]|["'`]$/g, ""), typeOnly: false });
  }
  new Visitor({
    TSImportType: (node) => {
      found.push({ specifier: node.source.value, typeOnly: true });
    },
  }).visit(program);
  return found;
}

/** Every breach of the table, as sentences that name the file, the import and the rule. */
export function breaches(sources: Sources, entries: Entries): string[] {
  return [...sources].flatMap(([path, source]) => {
    const layer = layerOf(path);
    if (layer === undefined)
      return path.startsWith("src/") || path.startsWith("reference/") ? [`${path}: lies in no layer`] : [];
    return [
      ...importsOf(path, source).flatMap((found) => {
        const rule = broken(layer, path, found, entries);
        return rule === undefined ? [] : [`${path}: imports "${found.specifier}", but ${rule}`];
      }),
      ...impurities(path, source).map((what) => `${path}: ${what}`),
    ];
  });
}

function broken(layer: Layer, path: string, { specifier, typeOnly }: Import, entries: Entries): string | undefined {
  const own = specifier === "checkrail" || specifier.startsWith("checkrail/");
  if (!own && !specifier.startsWith(".")) return brokenPackage(layer, specifier);

  const target = own
    ? entries.get(`.${specifier.slice("checkrail".length)}`)
    : posix.join(posix.dirname(path), specifier);
  if (target === undefined) return `package.json exports no such entry`;
  if (path.startsWith("src/") && /^src\/index\.[jt]s$/.test(target)) return "nothing in src imports src/index.ts";
  if (path.startsWith("stories/") && target.startsWith("test/"))
    return "stories and tests import scenarios, never each other";
  if (path.startsWith("test/") && target.startsWith("stories/"))
    return "stories and tests import scenarios, never each other";
  if (/\.(test|spec|stories)\.[jt]sx?$/.test(target)) return "nothing imports a test or a story file";
  // A consumer: what the entries hold is theirs to decide.
  if (own && (layer.path === "reference/app" || layer.path === "examples")) return undefined;

  const place = layerOf(target)?.path ?? target;
  const within = (allowed: string) =>
    place === allowed || (!layerPaths.has(allowed) && target.startsWith(`${allowed}/`));
  if (place === layer.path || layer.may.some(within)) return undefined;
  if (layer.mayType?.some(within)) return typeOnly ? undefined : `${layer.path} may import only types of ${place}`;
  return `${layer.path} may not import ${place}`;
}

function brokenPackage(layer: Layer, specifier: string): string | undefined {
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  if (name === "react" || name === "react-dom") return layer.react ? undefined : `${layer.path} may not import React`;
  if (!layer.packages || layer.packages.includes(name)) return undefined;
  return `${layer.path} may not import the package ${name}`;
}

const layerPaths = new Set(layers.map(({ path }) => path));

function layerOf(path: string): Layer | undefined {
  // An import says ".js" where the file is ".ts".
  const file = path.replace(/\.js$/, ".ts");
  return layers
    .filter((layer) => file === layer.path || file.startsWith(`${layer.path}/`))
    .reduce<Layer | undefined>(
      (longest, layer) => (longest && longest.path.length > layer.path.length ? longest : layer),
      undefined,
    );
}

const hostGlobals = new Set([
  "crypto",
  "document",
  "fetch",
  "globalThis",
  "localStorage",
  "navigator",
  "performance",
  "process",
  "sessionStorage",
  "setImmediate",
  "setInterval",
  "setTimeout",
  "window",
  "XMLHttpRequest",
]);

/** Clock, randomness, network and locale where time, ids and locale arrive as data. */
function impurities(path: string, source: string): string[] {
  const layer = layerOf(path);
  if (!layer?.pure) return [];
  const found: string[] = [];
  const report = (what: string) => found.push(`uses ${what}, but ${layer.path} takes time, ids and locale as data`);
  const given = (locale: ESTree.Argument | undefined) =>
    layer.pure === "Intl with a given locale" &&
    locale !== undefined &&
    !(locale.type === "Identifier" && locale.name === "undefined");
  // Names of properties are not names of variables; `run.process` is no look at the host.
  const properties = new Set<unknown>();

  new Visitor({
    MemberExpression: (node) => {
      if (!node.computed) properties.add(node.property);
      if (node.object.type !== "Identifier" || node.property.type !== "Identifier") return;
      const name = `${node.object.name}.${node.property.name}`;
      if (name === "Date.now" || name === "Math.random") report(name);
    },
    Property: (node) => {
      if (!node.computed && !node.shorthand) properties.add(node.key);
    },
    NewExpression: (node) => {
      if (node.callee.type === "Identifier" && node.callee.name === "Date" && node.arguments.length === 0)
        report("new Date()");
      intl(node.callee, node.arguments[0]);
    },
    CallExpression: (node) => {
      if (node.callee.type === "Identifier" && node.callee.name === "Date") report("Date()");
      intl(node.callee, node.arguments[0]);
      if (node.callee.type !== "MemberExpression" || node.callee.property.type !== "Identifier") return;
      const { name } = node.callee.property;
      const locale = name === "localeCompare" ? node.arguments[1] : node.arguments[0];
      if ((name === "localeCompare" || name.startsWith("toLocale")) && !given(locale))
        report(`${name}() without a given locale`);
    },
    Identifier: (node) => {
      if (hostGlobals.has(node.name) && !properties.has(node)) report(node.name);
    },
  }).visit(parseSync(path, source).program);
  return found;

  function intl(callee: ESTree.Expression, locale: ESTree.Argument | undefined): void {
    if (callee.type !== "MemberExpression" || callee.object.type !== "Identifier" || callee.object.name !== "Intl")
      return;
    if (!given(locale)) report("Intl without a given locale");
  }
}

/** Circles among the modules below a folder, each as the files on it. */
export function circles(sources: Sources, folder: string, { types }: { types: boolean }): string[] {
  const modules = new Map(
    [...sources]
      .filter(([path]) => path.startsWith(`${folder}/`))
      .map(([path, source]) => {
        const targets = importsOf(path, source)
          .filter(({ specifier, typeOnly }) => specifier.startsWith(".") && (types || !typeOnly))
          .map(({ specifier }) => posix.join(posix.dirname(path), specifier).replace(/\.js$/, ""))
          .flatMap((stem) => [`${stem}.ts`, `${stem}.tsx`, stem].find((file) => sources.has(file)) ?? []);
        return [path, targets] as const;
      }),
  );

  const found: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
    if (done.has(path) || trail.includes(path)) return;
    for (const target of modules.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of modules.keys()) walk(path, []);
  return found;
}
