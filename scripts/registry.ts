/**
 * Writes a registry for the CLI of shadcn, for teams who copy components: `registry.json`, and an item for each component with
 * every source file that it needs. `npm run build && npm run registry -- path/to/folder`; any static server can hold the folder.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";

const root = resolve(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

interface RegistryFile {
  readonly path: string;
  readonly type: "registry:file";
  readonly target: string;
  readonly content: string;
}

interface RegistryItem {
  readonly $schema: string;
  readonly name: string;
  readonly type: "registry:component";
  readonly title: string;
  readonly description: string;
  readonly dependencies: readonly string[];
  readonly files: readonly RegistryFile[];
  readonly docs: string;
}

const { dependencies } = JSON.parse(read("package.json")) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

/** An item for each component that the package exports. */
export function registryItems(stylesheet: string): readonly RegistryItem[] {
  return [...read("src/index.ts").matchAll(/from "\.\/components\/([A-Z]\w+)\.js"/g)].map(([, name = ""]) => {
    const { files, packages } = closureOf(`src/components/${name}.tsx`);
    return {
      $schema: "https://ui.shadcn.com/schema/registry-item.json",
      name: name.replaceAll(/(?<=.)[A-Z]/g, "-$&").toLowerCase(),
      type: "registry:component",
      title: name,
      description: docstringOf(name),
      dependencies: packages.map((one) => `${one}@${dependencies[one]}`),
      files: [...files.map((path) => fileOf(path, copied(path))), fileOf("src/styles.css", stylesheet)],
      docs: "Import components/checkrail/styles.css once. Its classes are prefixed and layered, and it resets nothing of yours.",
    };
  });
}

function fileOf(path: string, content: string): RegistryFile {
  return { path, type: "registry:file", target: path.replace(/^src\//, "components/checkrail/"), content };
}

/** A source as a host's bundler finds its neighbours, whether or not it takes ".js" for ".ts". */
function copied(path: string): string {
  return read(path).replaceAll(/(from "\.[^"]*)\.js"/g, '$1"');
}

/** Every file of ours that a component needs, and the packages. */
function closureOf(entry: string): { readonly files: readonly string[]; readonly packages: readonly string[] } {
  const files = new Set<string>();
  const packages = new Set<string>();
  const follow = (path: string) => {
    if (files.has(path)) return;
    files.add(path);
    const { module } = parseSync(path, read(path));
    const requests = [
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...module.staticExports.flatMap(({ entries }) =>
        entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
      ),
    ];
    for (const request of requests) {
      if (request.startsWith(".")) follow(sourceOf(posix.join(posix.dirname(path), request)));
      else {
        const name = Object.keys(dependencies).find((one) => request === one || request.startsWith(`${one}/`));
        if (name !== undefined) packages.add(name);
      }
    }
  };
  follow(entry);
  return { files: [...files].toSorted(), packages: [...packages].toSorted() };
}

function sourceOf(request: string): string {
  const stem = request.replace(/\.js$/, "");
  const found = [`${stem}.ts`, `${stem}.tsx`].find((path) => {
    try {
      return read(path) !== "";
    } catch {
      return false;
    }
  });
  if (found === undefined) throw new Error(`No source stands behind ${request}.`);
  return found;
}

function docstringOf(name: string): string {
  const [, text = ""] =
    new RegExp(`/\\*\\*((?:(?!\\*/).)*)\\*/\\s*export (?:const|function) ${name}\\b`, "s").exec(
      read(`src/components/${name}.tsx`),
    ) ?? [];
  return text.replaceAll(/\s*\n\s*\*\s*/g, " ").trim();
}

const [, script, folder = "registry"] = process.argv;
if (script !== undefined && resolve(script) === fileURLToPath(import.meta.url)) {
  const items = registryItems(read("dist/styles.css"));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const item of items) writeFileSync(join(folder, `${item.name}.json`), `${JSON.stringify(item, null, 2)}\n`);
  const registry = {
    $schema: "https://ui.shadcn.com/schema/registry.json",
    name: "checkrail",
    items: items.map(({ files, ...item }) => ({
      ...item,
      files: files.map(({ path, type, target }) => ({ path, type, target })),
    })),
  };
  writeFileSync(join(folder, "registry.json"), `${JSON.stringify(registry, null, 2)}\n`);
  console.log(`${items.length} items are in ${dirname(join(resolve(folder), "x"))}.`);
}
