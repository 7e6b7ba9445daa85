import { readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { type ImportRequest, type ImportSummary, mostBytesOfArchive } from "../api/imports.js";
import { type ExportFile, requestFilesOf } from "./export-file.js";
import { nameProblem } from "./name-problem.js";
import { importThroughServer, runningServer } from "./running-server.js";
import { parseExport } from "./parse-export.js";
import { looksLikeArchive, readArchive } from "./read-archive.js";
import { readFolder } from "./read-folder.js";
import { printable, summarise, summaryLines } from "./summary.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What the command line asked for. */
export interface ImportCommand {
  readonly folder: string;
  readonly as: "backup" | "target";
  readonly name: string | null;
  readonly environment: "prod" | "test" | null;
  /** Whether a target of the name has its content replaced. */
  readonly replace: boolean;
  readonly dataDir: string;
}

/** Where the command writes; one line per call. */
export interface Terminal {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
}

export const usage = [
  "Usage: npm run import -- <folder or zip archive> --as backup|target [--name <name>] [--environment prod|test] [--replace] [--data <folder>]",
  "",
  "  --as           backup: an immutable backup set. target: the content of a managed environment.",
  "  --name         Name of the backup set or environment. Default: the tenant's name, else the folder's.",
  "  --environment  Badge of a target. Default: prod, which asks for more care.",
  "  --replace      Replaces all content of a target that has the name already; else it is refused.",
  "  --data         Data folder. Default: CHECKRAIL_DATA, else .data in the project.",
].join("\n");

/** Reads the arguments; a string is what is wrong with them. */
export function readCommand(args: readonly string[], env: NodeJS.ProcessEnv): ImportCommand | string {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        as: { type: "string" },
        name: { type: "string" },
        environment: { type: "string" },
        replace: { type: "boolean" },
        data: { type: "string" },
      },
    });
  } catch (error) {
    return error instanceof Error ? error.message : "The arguments could not be read.";
  }
  const { values, positionals } = parsed;
  const [folder, ...more] = positionals;
  const { as, name, environment } = values;
  // npm runs scripts in the project's folder; paths were typed in this one.
  const from = env["INIT_CWD"] ?? process.cwd();
  if (folder === undefined) return "Name the folder of the export, or its zip archive.";
  if (more.length > 0) return `Name one folder; ${positionals.length} were given. Put a path with spaces in quotes.`;
  if (as !== "backup" && as !== "target") return "Say what the export is to become: --as backup or --as target.";
  if (environment !== undefined && environment !== "prod" && environment !== "test") {
    return "--environment is prod or test.";
  }
  if (environment !== undefined && as === "backup")
    return "--environment goes with --as target: a backup set has none.";
  if (values.replace === true && as === "backup") return "--replace goes with --as target: a backup set never changes.";
  const problem = name === undefined ? null : nameProblem(name);
  if (problem !== null) return `--name cannot be used. ${problem}`;
  return {
    folder: resolve(from, folder),
    as,
    name: name?.trim() ?? null,
    environment: environment ?? null,
    replace: values.replace === true,
    dataDir:
      values.data === undefined ? resolve(env["CHECKRAIL_DATA"] ?? join(root, ".data")) : resolve(from, values.data),
  };
}

/** Runs the command. 0: imported; 1: could not import; 2: wrong usage. */
export async function runImport(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const command = readCommand(args, env);
  if (typeof command === "string") {
    terminal.error(`${command}\n\n${usage}`);
    return 2;
  }
  const files = await filesIn(command.folder);
  if (typeof files === "string") {
    terminal.error(files);
    return 1;
  }
  const content = parseExport(files);
  if (content.items.length === 0) {
    terminal.error(`No Intune object was found below ${printable(command.folder)}, so nothing was imported.`);
    for (const line of summarise(content)) terminal.error(line);
    return 1;
  }
  const fallback = (content.tenantName ?? basename(command.folder).replace(/\.zip$/i, "")).trim().slice(0, 200);
  const name = command.name ?? (fallback === "" ? "Import" : fallback);
  const problem = nameProblem(name);
  if (problem !== null) {
    terminal.error(`${printable(name)} cannot be its name. ${problem} Give it another one with --name.`);
    return 1;
  }
  const destination = { name, files: requestFilesOf(files) };
  const summary = await send(
    command.dataDir,
    command.as === "backup"
      ? { as: "backup", ...destination }
      : {
          as: "target",
          environment: command.environment ?? "prod",
          ...(command.replace && { replace: true }),
          ...destination,
        },
  );
  if (typeof summary === "string") {
    terminal.error(summary);
    return 1;
  }
  for (const line of reportLines(summary)) terminal.out(line);
  return 0;
}

async function filesIn(folder: string): Promise<readonly ExportFile[] | string> {
  const shown = printable(folder);
  const found = await stat(folder).catch(() => null);
  if (found === null) return `There is no folder ${shown}.`;
  if (!found.isDirectory()) return found.isFile() ? filesInArchive(folder, found.size) : neither(shown);
  try {
    const files = await readFolder(folder);
    return files.length === 0 ? `The folder ${shown} holds no files.` : files;
  } catch (error) {
    return `The folder ${shown} cannot be listed: ${error instanceof Error ? error.message : "unknown cause"}`;
  }
}

async function filesInArchive(path: string, size: number): Promise<readonly ExportFile[] | string> {
  const shown = printable(path);
  if (size > mostBytesOfArchive)
    return `The file ${shown} is larger than ${mostBytesOfArchive / 1024 / 1024} MB, the most of an archive that is read.`;
  const bytes = await readFile(path).then(
    (content) => new Uint8Array(content),
    () => null,
  );
  if (bytes === null) return `The file ${shown} cannot be read.`;
  if (!looksLikeArchive(bytes)) return neither(shown);
  const archive = readArchive(bytes);
  if (!archive.ok) return `The archive ${shown} cannot be read. ${archive.reason} Nothing of it was imported.`;
  return archive.files.length === 0 ? `The archive ${shown} holds no files.` : archive.files;
}

function neither(shown: string): string {
  return `${shown} is not a folder, nor a zip archive. Name the folder or the archive that holds the export.`;
}

/** Through the server while it runs, because the embedded database belongs to one process; else directly. */
async function send(dataDir: string, request: ImportRequest): Promise<ImportSummary | string> {
  const url = await runningServer(dataDir);
  if (url !== null) return importThroughServer(url, request);
  try {
    // Loaded only here: a command that goes through the server opens no database.
    const { importDirectly } = await import("../server/import-directly.js");
    const { databasesFor } = await import("../server/database/locations.js");
    return await importDirectly({ dataDir, databases: databasesFor(process.env, dataDir), request });
  } catch (error) {
    return `The import failed: ${error instanceof Error ? error.message : "unknown cause"}`;
  }
}

function reportLines(summary: ImportSummary): readonly string[] {
  const what = summary.as === "backup" ? "backup set" : summary.replaced ? "target, replacing its content," : "target";
  const notTaken = summary.notTaken.map(({ path, name }) => `  ${printable(path)}: ${printable(name)}`);
  return [
    `Imported as ${what} "${printable(summary.name)}" (${summary.id})`,
    ...summaryLines(summary),
    ...(notTaken.length === 0
      ? []
      : ["", `Not taken by the target: another item has the id (${notTaken.length})`, ...notTaken]),
  ];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await runImport(process.argv.slice(2), process.env, { out: console.log, error: console.error });
}
