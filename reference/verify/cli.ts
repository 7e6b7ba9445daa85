import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { printable } from "../import/summary.js";
import { verifyFiles } from "./verify-file.js";

/** Where the command writes; one line per call. */
export interface Terminal {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
}

export const usage = [
  "Usage: npm run verify -- <file> [<file> ...]",
  "",
  "  Says whether an exported audit trail (JSON lines) or a receipt is what was recorded, and names the first entry or the",
  "  sections that are not. A receipt is held against every audit trail given with it. Needs no server and no network.",
].join("\n");

/** Runs the command. 0: every file is verified; 1: one is not; 2: wrong usage. */
export async function runVerify(
  paths: readonly string[],
  env: NodeJS.ProcessEnv,
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  if (paths.length === 0 || paths.some((path) => path.startsWith("-"))) {
    terminal.error(usage);
    return 2;
  }
  // npm runs scripts in the project's folder; paths were typed in this one.
  const from = env["INIT_CWD"] ?? process.cwd();
  const files = await Promise.all(
    paths.map(async (path) => ({
      name: path,
      bytes: await readFile(resolve(from, path)).then(
        (content) => new Uint8Array(content),
        () => null,
      ),
    })),
  );
  const readable = files.flatMap(({ name, bytes }) => (bytes === null ? [] : [{ name, bytes }]));
  const verdicts = new Map(verifyFiles(readable).map((verdict, index) => [readable[index]?.name, verdict]));
  let all = true;
  for (const { name } of files) {
    const verdict = verdicts.get(name) ?? { verified: false, lines: ["The file cannot be read."] };
    all &&= verdict.verified;
    const say = verdict.verified ? terminal.out : terminal.error;
    for (const line of verdict.lines) say(paths.length === 1 ? line : `${printable(name)}: ${line}`);
  }
  return all ? 0 : 1;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await runVerify(process.argv.slice(2), process.env, { out: console.log, error: console.error });
}
