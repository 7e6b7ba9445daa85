/**
 * Writes down what is public: in `test/contract/api`, a file for each entry, with every declaration that it exports and those
 * that only they reach; and `stories/Guide/Api.mdx`, with the first sentence of each docstring. Reads the declarations in
 * `dist`, so the package has to be built. With --check, writes nothing and fails where the committed files differ.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { type ESTree, parseSync, Visitor } from "vite";

const root = resolve(import.meta.dirname, "..");
const reports = join(root, "test/contract/api");
const page = join(root, "stories/Guide/Api.mdx");

/** Longer types of constants are data, such as the facts of every scenario. */
const longestConstant = 400;

interface Target {
  readonly file: string;
  readonly name: string;
}

interface Declaration {
  readonly kind: string;
  readonly text: string;
  readonly summary: string;
  /** Names that it uses. */
  readonly uses: readonly string[];
}

interface Module {
  readonly declarations: ReadonlyMap<string, Declaration>;
  /** What a name in this file stands for, where it comes from another of ours. */
  readonly imports: ReadonlyMap<string, Target>;
  readonly exports: ReadonlyMap<string, Target>;
  /** Files of which everything is exported. */
  readonly stars: readonly string[];
}

const modules = new Map<string, Module>();

function moduleOf(file: string): Module {
  const known = modules.get(file);
  if (known !== undefined) return known;
  const source = readFileSync(file, "utf8");
  const { program, comments, errors } = parseSync(file, source);
  if (errors[0]) throw new Error(`${file} does not parse: ${errors[0].message}`);
  const declarations = new Map<string, Declaration>();
  const imports = new Map<string, Target>();
  const exports = new Map<string, Target>();
  const stars: string[] = [];
  const beside = (specifier: string) => resolve(dirname(file), specifier.replace(/\.js$/, ".d.ts"));

  const declare = (statement: ESTree.Node, declaration: ESTree.Declaration, exported: boolean) => {
    for (const [name, kind] of namesOf(declaration)) {
      const text = tidied(source.slice(declaration.start, declaration.end));
      const earlier = declarations.get(name)?.text;
      declarations.set(name, {
        kind,
        text:
          kind === "constant" && text.length > longestConstant
            ? `${text.slice(0, longestConstant)} …`
            : [earlier, text].filter(Boolean).join("\n"),
        summary: summaryBefore(statement.start),
        uses: identifiersIn(source, declaration),
      });
      if (exported) exports.set(name, { file, name });
    }
  };
  const summaryBefore = (start: number) => {
    const comment = comments.findLast(
      ({ end, type }) => type === "Block" && end <= start && source.slice(end, start).trim() === "",
    );
    if (comment === undefined || !comment.value.startsWith("*")) return "";
    const text = comment.value.replaceAll(/^\s*\*+\s?/gm, "").split("\n\n")[0] ?? "";
    return text
      .replaceAll(/\s+/g, " ")
      .replace(/ @\w.*$/, "")
      .trim();
  };

  for (const statement of program.body) {
    if (statement.type === "ImportDeclaration") {
      if (!statement.source.value.startsWith(".")) continue;
      for (const specifier of statement.specifiers)
        if (specifier.type === "ImportSpecifier" && specifier.imported.type === "Identifier")
          imports.set(specifier.local.name, { file: beside(statement.source.value), name: specifier.imported.name });
    } else if (statement.type === "ExportAllDeclaration") stars.push(beside(statement.source.value));
    else if (statement.type === "ExportNamedDeclaration") {
      if (statement.declaration !== null) declare(statement, statement.declaration, true);
      for (const { local, exported } of statement.specifiers) {
        if (local.type !== "Identifier" || exported.type !== "Identifier") continue;
        exports.set(
          exported.name,
          statement.source === null
            ? (imports.get(local.name) ?? { file, name: local.name })
            : { file: beside(statement.source.value), name: local.name },
        );
      }
    } else if ("id" in statement || statement.type === "VariableDeclaration")
      declare(statement, statement as ESTree.Declaration, false);
    else if (statement.type === "ExportDefaultDeclaration" && statement.declaration.type === "Identifier")
      exports.set("default", { file, name: statement.declaration.name });
  }
  const found: Module = { declarations, imports, exports, stars };
  modules.set(file, found);
  return found;
}

function namesOf(declaration: ESTree.Declaration): readonly (readonly [name: string, kind: string])[] {
  if (declaration.type === "VariableDeclaration")
    return declaration.declarations.flatMap(({ id }) =>
      id.type === "Identifier" ? [[id.name, "constant"] as const] : [],
    );
  if (!("id" in declaration) || declaration.id?.type !== "Identifier") return [];
  const kinds: Readonly<Record<string, string>> = {
    TSInterfaceDeclaration: "type",
    TSTypeAliasDeclaration: "type",
    ClassDeclaration: "class",
  };
  return [[declaration.id.name, kinds[declaration.type] ?? "function"]];
}

function identifiersIn(source: string, { start, end }: ESTree.Declaration): string[] {
  const names = new Set<string>();
  // The slice alone: positions of the whole file say nothing here.
  const { program } = parseSync("slice.d.ts", source.slice(start, end));
  new Visitor({ Identifier: ({ name }) => void names.add(name) }).visit(program);
  return [...names];
}

/** Without comments, and with one space where there are several. */
function tidied(text: string): string {
  return text
    .replaceAll(/\/\*.*?\*\//gs, "")
    .replaceAll(/\s+/g, " ")
    .replace(/^declare /, "");
}

/** Where a name that is exported, or used, is declared. */
function declared({ file, name }: Target): (Target & { readonly declaration: Declaration }) | undefined {
  if (!existsSync(file)) return undefined;
  const { declarations, exports, imports, stars } = moduleOf(file);
  const declaration = declarations.get(name);
  if (declaration !== undefined) return { file, name, declaration };
  const next = exports.get(name) ?? imports.get(name);
  if (next !== undefined) return declared(next);
  for (const star of stars) {
    const found = declared({ file: star, name });
    if (found !== undefined) return found;
  }
  return undefined;
}

function exportsOf(file: string): ReadonlyMap<string, Target> {
  const { exports, stars } = moduleOf(file);
  return new Map([
    ...stars.flatMap((star) => [...exportsOf(star)]),
    ...[...exports].map(([name]) => [name, { file, name }] as const),
  ]);
}

interface Public {
  readonly subpath: string;
  readonly names: readonly (Target & { readonly exported: string; readonly declaration: Declaration })[];
}

function publicEntries(): readonly Public[] {
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly exports: Readonly<Record<string, { readonly types?: string }>>;
  };
  return Object.entries(exports).flatMap(([subpath, { types }]) => {
    if (types === undefined) return [];
    const names = [...exportsOf(resolve(root, types))].map(([exported, target]) => {
      const found = declared(target);
      if (found === undefined) throw new Error(`“${exported}” of “${subpath}” is declared nowhere.`);
      return { exported, ...found };
    });
    return [{ subpath, names: names.toSorted((one, other) => (one.exported < other.exported ? -1 : 1)) }];
  });
}

const keyOf = ({ file, name }: Target) => `${file} ${name}`;

/** Each declaration once, in the first entry that exports it; then what only these reach. */
function reportsOf(entries: readonly Public[]): Map<string, string> {
  const home = new Map<string, string>();
  for (const { subpath, names } of entries)
    for (const one of names) if (!home.has(keyOf(one))) home.set(keyOf(one), subpath);
  return new Map(
    entries.map(({ subpath, names }) => {
      const lines = names.map((one) =>
        home.get(keyOf(one)) === subpath
          ? one.declaration.text
          : `${one.exported}: as in “checkrail${home.get(keyOf(one))?.slice(1)}”`,
      );
      const reached = new Map<string, string>();
      const follow = ({ file, declaration }: Public["names"][number]) => {
        for (const name of declaration.uses) {
          const found = declared({ file, name });
          if (found === undefined || home.has(keyOf(found)) || reached.has(keyOf(found))) continue;
          reached.set(keyOf(found), found.declaration.text);
          follow({ exported: name, ...found });
        }
      };
      for (const one of names) if (home.get(keyOf(one)) === subpath) follow(one);
      const others = [...reached.values()].toSorted();
      const text = [
        ...lines,
        ...(others.length > 0 ? ["", "Reached by these, and not exported:", "", ...others] : []),
      ].join("\n");
      return [`${subpath === "." ? "index" : subpath.slice(2).replaceAll("/", "-")}.txt`, `${text}\n`];
    }),
  );
}

function pageOf(entries: readonly Public[]): string {
  const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
  const sections = entries.map(({ subpath, names }) => {
    const rows = names.map(({ exported, declaration: { kind, summary } }) => {
      const component = kind === "constant" && /^[A-Z]/.test(exported);
      const props = exported.endsWith("Props") ? `Props of \`${exported.slice(0, -"Props".length)}\`.` : "";
      return `| \`${exported}\` | ${component ? "component" : kind} | ${summary === "" ? props : cell(summary)} |`;
    });
    // MDX has no tables of its own here.
    const table = ["| name | kind | what it is |", "| --- | --- | --- |", ...rows].join("\n");
    return `## checkrail${subpath.slice(1)}\n\n<Markdown>{${JSON.stringify(table)}}</Markdown>`;
  });
  return [
    `import { Markdown, Meta } from "@storybook/addon-docs/blocks";`,
    "",
    `<Meta title="Guide/API" />`,
    "",
    "# API",
    "",
    "Everything that the entries export, in the words of the source. Props and models are on the pages of the components. Written by `npm run api`.",
    "",
    `${sections.join("\n\n")}\n`,
  ].join("\n");
}

const entries = publicEntries();
const files = new Map([...reportsOf(entries)].map(([name, text]) => [join(reports, name), text]));
files.set(page, pageOf(entries));

if (process.argv.includes("--check")) {
  const stale = readdirSync(reports)
    .map((file) => join(reports, file))
    .filter((file) => !files.has(file));
  const behind = [...files]
    .filter(([file, text]) => !existsSync(file) || readFileSync(file, "utf8") !== text)
    .map(([file]) => file);
  for (const file of [...stale, ...behind])
    console.error(
      `${relative(root, file)}: what is public changed. If that is meant, run “npm run build && npm run api”, say it for users in .changeset, and commit all of it.`,
    );
  process.exitCode = stale.length + behind.length > 0 ? 1 : 0;
} else {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  for (const [file, text] of files) writeFileSync(file, text);
}
